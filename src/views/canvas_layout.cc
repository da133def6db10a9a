#include "views/canvas_layout.h"

#include <algorithm>
#include <cmath>

#include "core/dates/calendar.h"
#include "core/dossier/as_of.h"
#include "core/timeline/timeline_vertical.h"

namespace demarche {
namespace {

constexpr float kPhoneBelowPx = 480, kEmbedBelowPx = 760;
constexpr float kNarrowBelowPx = 620, kNarrowGutterPx = 88;  // "enlargement" in one line
constexpr float kSplitFromWidthPx = 700, kSplitFromHeightPx = 600;
constexpr float kMinTimelinePx = 240, kMinGraphPx = 280, kMinGraphShare = 0.36f;
constexpr float kLegendPx = 164, kLegendFromWidthPx = 560;
// The page docks its panel of statements at the right (web/styles/element.css); the nodes keep
// clear of it also while it is closed, so that opening it hides nothing and moves nothing.
constexpr float kEvidencePx = 231, kLeastGraphBesideEvidencePx = 520;
constexpr float kPillPx = 26, kPillMarginPx = 6, kPillPadPx = 31, kPillPlainPadPx = 14;
constexpr float kPillBelowPx = 14;  // of a timeline without a graph under it
constexpr float kHiddenPx = 52;     // "99 hidden"
constexpr float kNameMarginPx = 4;  // of a lane's name, to the right
constexpr float kPhonePillPadPx = 8;
constexpr float kGraphPillPx = 28, kGraphPillRoomPx = 48;

View Resolved(const CanvasRequest& request, float height_px) {
  const bool wide = request.width_px >= kSplitFromWidthPx;
  switch (request.view) {
    case View::kGraph:
      return View::kGraph;
    case View::kAuto:
      return wide && height_px >= kSplitFromHeightPx ? View::kSplit : View::kTimeline;
    case View::kSplit:
      return request.width_px >= kPhoneBelowPx && height_px >= kMinTimelinePx + kMinGraphPx
                 ? View::kSplit
                 : View::kTimeline;
    default:
      return View::kTimeline;
  }
}

float SplitAt(const CanvasRequest& request, float height_px) {
  const float most = height_px - std::max(kMinGraphPx, kMinGraphShare * height_px);
  return std::round(
      std::clamp(request.timeline_content_px, kMinTimelinePx, std::max(most, kMinTimelinePx)));
}

void PlaceGraph(const CanvasRequest& request, CanvasLayout* out) {
  out->graph_area_px = out->graph_px;
  const bool legend = request.controls == Controls::kFull && request.width_px >= kLegendFromWidthPx;
  if (legend) {
    out->legend_px = out->graph_px;
    out->legend_px.w = kLegendPx;
    out->graph_area_px.x += kLegendPx;
    out->graph_area_px.w -= kLegendPx;
  }
  if (out->graph_area_px.w - kEvidencePx >= kLeastGraphBesideEvidencePx) {
    out->graph_area_px.w -= kEvidencePx;
    out->evidence_px = out->graph_px;
    out->evidence_px.x = out->graph_area_px.right();
    out->evidence_px.w = kEvidencePx;
  }
  if (out->view == View::kGraph) {
    out->graph_area_px.h = std::max(0.0f, out->graph_area_px.h - kGraphPillRoomPx);
    out->pill_y_px = out->graph_px.bottom() - kGraphPillRoomPx / 2;
  } else {
    // The pill reaches into the graph from above.
    out->graph_area_px.y += kPillPx / 2;
    out->graph_area_px.h -= kPillPx / 2;
  }
}

float NameIndentPx(const TimelineMetrics& metrics, uint8_t level) {
  constexpr float kInnerPx = 10;
  const float left = metrics.gutter_px > 120 ? 14.0f : 12.0f;
  return metrics.inner_heading_px < kLeastHeadingPx ? left : left + kInnerPx * level;
}

// A button at the right of "Time axis": "UTC+1 Geneva", or what of it fits.
void PlaceZone(const TimelineLayout& timeline, const TextMeasurer& measurer, HeaderLabels* out) {
  if (timeline.zone_note.empty()) return;
  constexpr float kPadPx = 6, kHeightPx = 18, kMarginPx = 6, kGapPx = 8, kTextPx = 11;
  const float from = out->time_axis.x + measurer.WidthPx("Time axis", Face::kSemiBold, kTextPx);
  const float right = timeline.area_px.x + timeline.metrics.gutter_px - kMarginPx;
  std::string_view text = timeline.zone_note;
  const auto width = [&] { return measurer.WidthPx(text, Face::kRegular, kTextPx) + 2 * kPadPx; };
  if (width() > right - from - kGapPx) text = text.substr(0, text.find(' '));
  const float w = std::round(width());
  out->zone_px = {right - w, out->time_axis.y - kHeightPx / 2, w, kHeightPx};
  out->zone_text = text;
}

}  // namespace

PageKind PageKindFor(float width_px) {
  if (width_px < kPhoneBelowPx) return PageKind::kPhone;
  return width_px < kEmbedBelowPx ? PageKind::kEmbed : PageKind::kDesktop;
}

TimelineMetrics TimelineMetricsFor(float width_px) {
  switch (PageKindFor(width_px)) {
    case PageKind::kPhone:
      return MetricsForPhone();
    case PageKind::kDesktop:
      return MetricsForDesktop();
    case PageKind::kEmbed:
      break;
  }
  TimelineMetrics metrics = MetricsForEmbed();
  if (width_px < kNarrowBelowPx) metrics.gutter_px = kNarrowGutterPx;
  return metrics;
}

GraphMetrics GraphMetricsFor(PageKind page) {
  return page == PageKind::kPhone ? GraphMetricsForPhone() : GraphMetricsForDesktop();
}

CanvasLayout LayoutCanvas(const CanvasRequest& request) {
  CanvasLayout out;
  const float height = std::max(0.0f, request.height_px - request.bottom_inset_px);
  out.page = PageKindFor(request.width_px);
  out.view = Resolved(request, height);
  out.axis_control = request.controls == Controls::kFull && out.page == PageKind::kDesktop;
  const bool vertical = out.page == PageKind::kPhone;
  out.orientation = vertical ? Orientation::kVertical : Orientation::kHorizontal;
  out.pill_arrows = request.controls != Controls::kNone;

  if (out.view == View::kTimeline) {
    const float below = vertical ? 0 : kPillBelowPx;
    out.timeline_px = {0, 0, request.width_px, std::max(0.0f, height - below)};
    out.pill_y_px = out.timeline_px.bottom();
    if (vertical) out.pill_arrows = false;
    return out;
  }
  float top = 0;
  if (out.view == View::kSplit) {
    top = SplitAt(request, height);
    out.timeline_px = {0, 0, request.width_px, top};
    out.orientation = Orientation::kHorizontal;
    out.pill_y_px = top;
  }
  out.graph_px = {0, top, request.width_px, height - top};
  PlaceGraph(request, &out);
  return out;
}

void ScrollLanes(TimelineLayout* layout, float by_px) {
  if (by_px == 0) return;
  for (LaneGroup& group : layout->groups) group.y_px += by_px;
  for (Lane& lane : layout->lanes) lane.y_px += by_px;
  for (DensityColumn& column : layout->columns) column.rect_px.y += by_px;
  for (Mark& mark : layout->marks) {
    mark.centre_px.y += by_px;
    mark.mark_px.y += by_px;
    mark.bar_px.y += by_px;
    mark.span_px.y += by_px;
    mark.box_px.y += by_px;
    mark.label_px.y += by_px;
    mark.note_px.y += by_px;
  }
}

HeaderLabels LayoutHeaderLabels(const TimelineLayout& timeline, const CanvasLayout& canvas,
                                const TextMeasurer& measurer) {
  HeaderLabels out;
  const Rect& strip = timeline.minimap.strip_px;
  const TimelineMetrics& metrics = timeline.metrics;
  const float left = timeline.area_px.x + (canvas.page == PageKind::kDesktop ? 14.0f : 13.0f);
  if (canvas.page != PageKind::kDesktop) {
    const float key_y = strip.bottom() + metrics.ribbons_px + metrics.dimension_px / 2;
    out.compact = true;
    out.true_scale = {left, strip.centre().y};
    out.key_zigzag = {left + 4, key_y - 6};
    out.key_zigzag_h_px = 12;
    out.key_text = {left + 13, key_y};
    return out;
  }
  out.true_scale = {left, strip.y + 8.5f};
  out.note = {left, strip.y + 23};
  out.time_axis = {left, strip.bottom() + 21};
  PlaceZone(timeline, measurer, &out);
  constexpr float kPadPx = 9.5f, kHeightPx = 24, kTextPx = 11.5f;
  const float adaptive =
      std::round(measurer.WidthPx("Adaptive", Face::kSemiBold, kTextPx) + 2 * kPadPx);
  const float linear =
      std::round(measurer.WidthPx("Linear", Face::kSemiBold, kTextPx) + 2 * kPadPx);
  const float y = strip.bottom() + 32;
  out.adaptive_px = {left, y, adaptive, kHeightPx};
  out.linear_px = {left + adaptive, y, linear, kHeightPx};
  out.control_px = {left, y, adaptive + linear, kHeightPx};
  out.adaptive_text = out.adaptive_px.centre();
  out.linear_text = out.linear_px.centre();
  out.key_zigzag = {left + 4, strip.bottom() + 61};
  out.key_zigzag_h_px = 14.4f;
  out.key_text = {left + 14, strip.bottom() + 69};
  return out;
}

float GutterTextX(const TimelineLayout& timeline, uint8_t level) {
  return timeline.area_px.x + NameIndentPx(timeline.metrics, level);
}

Point ChevronAt(const TimelineLayout& timeline, float y_px, uint8_t level) {
  constexpr float kBesidePx = 6;
  return {GutterTextX(timeline, level) - kBesidePx, y_px};
}

Rect GutterNameBox(const TimelineLayout& timeline, float y_px) {
  constexpr float kMarginPx = 3, kHalfPx = 8.5f;
  const float w = timeline.lanes_px.x - timeline.area_px.x - 2 * kMarginPx - 1;
  return {timeline.area_px.x + kMarginPx, y_px - kHalfPx, w, 2 * kHalfPx};
}

Rect AllLanesBox(const TimelineLayout& timeline) {
  if (timeline.lanes_hidden == 0 || timeline.lanes.empty()) return {};
  constexpr float kBelowPx = 16;
  const Lane& last = timeline.lanes.back();
  const Rect box = GutterNameBox(timeline, last.y_px + last.h_px + kBelowPx);
  return box.bottom() <= timeline.lanes_px.bottom() ? box : Rect{};
}

LaneLabel LayoutLaneLabel(const Lane& lane, const TimelineMetrics& metrics,
                          const TextMeasurer& measurer) {
  LaneLabel out;
  const float left = NameIndentPx(metrics, lane.level), gap = 6;
  const float first_row = lane.y_px + (metrics.lane_pad_px + metrics.row_px) / 2;
  const auto at_row = [&](float x_px, int row) {
    return Point{x_px, first_row + static_cast<float>(row) * (metrics.row_px - 1)};
  };
  const auto end_of = [&](std::string_view text) {
    return left + measurer.WidthPx(text, Face::kSemiBold, metrics.lane_size_px);
  };
  out.name = at_row(left, 0);
  out.name_text = lane.name;
  int row = 0;
  if (lane.rows > 1 && end_of(lane.name) > metrics.gutter_px - kNameMarginPx) {
    if (const size_t cut = lane.name.rfind(' '); cut != std::string::npos) {
      out.more_text = out.name_text.substr(cut + 1);
      out.name_text = out.name_text.substr(0, cut);
      out.more = at_row(left, ++row);
    }
  }
  float end = end_of(row > 0 ? out.more_text : out.name_text);
  if (!lane.annotation.empty() && metrics.gutter_px > 120) {
    const float width = measurer.WidthPx(lane.annotation, Face::kRegular, metrics.meta_size_px);
    // A second line of a low lane would lie on the next one's name.
    const float hidden = lane.hidden > 0 && lane.rows == 1 ? kHiddenPx : 0;
    const bool beside = end + gap + width + hidden <= metrics.gutter_px - 6;
    out.shows_annotation = beside || lane.rows > static_cast<size_t>(row) + 1;
    if (!beside && out.shows_annotation) ++row;
    out.annotation = at_row(beside ? end + gap : left, row);
    end = beside ? end + gap + width : left + width;
  }
  const bool beside = end + gap + kHiddenPx <= metrics.gutter_px;
  out.hidden = at_row(beside ? end + gap : left, beside ? row : row + 1);
  return out;
}

std::string AsOfText(Seconds as_of_s, PageKind page, const ReaderCalendar& calendar) {
  if (as_of_s >= kTimeMax / 2) return "As of today";
  if (as_of_s <= kTimeMin / 2) return "Before everything";
  constexpr DateForm kForms[] = {DateForm::kFull, DateForm::kWeekdayDate, DateForm::kDate};
  const DateForm form = kForms[static_cast<size_t>(page)];
  const std::string date = calendar.words().Date(form, FloorDiv(as_of_s, kSecondsPerDay));
  return calendar.is_english() ? "As of " + date : date;
}

PillLayout LayoutPill(const CanvasLayout& canvas, float playhead_px, std::string_view text,
                      const TextMeasurer& measurer) {
  PillLayout out;
  const float text_px = measurer.WidthPx(text, Face::kSemiBold, out.text_size_px);
  if (canvas.orientation == Orientation::kVertical && canvas.view == View::kTimeline) {
    out.box_px = VerticalPill(canvas.timeline_px, playhead_px, text_px + 2 * kPhonePillPadPx);
    out.text = out.box_px.centre();
    return out;
  }
  const bool alone = canvas.view == View::kGraph;
  Rect region = alone ? canvas.graph_area_px : canvas.timeline_px;
  if (!alone) {
    const float gutter = TimelineMetricsFor(region.w).gutter_px;
    region.x += gutter, region.w -= gutter;
  }
  const float pad = canvas.pill_arrows ? kPillPadPx : kPillPlainPadPx;
  const float w = text_px + 2 * pad, h = alone ? kGraphPillPx : kPillPx;
  const float middle = alone ? region.centre().x : playhead_px;
  const float most = std::max(region.x, region.right() - kPillMarginPx - w);
  out.box_px = {std::clamp(middle - w / 2, std::min(region.x + kPillMarginPx, most), most),
                canvas.pill_y_px - h / 2, w, h};
  out.text = out.box_px.centre();
  if (!canvas.pill_arrows) return out;
  out.back_arrow = {out.box_px.x + 16, out.text.y};
  out.forward_arrow = {out.box_px.right() - 16, out.text.y};
  out.back_px = {out.box_px.x, out.box_px.y, kPillPadPx, h};
  out.forward_px = {out.box_px.right() - kPillPadPx, out.box_px.y, kPillPadPx, h};
  return out;
}

Seconds NearestEndOfDay(double t, const ReaderCalendar& calendar) {
  const double day = static_cast<double>(kSecondsPerDay);
  const double local = t + calendar.OffsetAt(static_cast<Seconds>(t));
  return static_cast<Seconds>(std::llround(local / day)) * kSecondsPerDay - 1;
}

BrushHandles LayoutBrushHandles(const MinimapView& minimap, Orientation orientation) {
  const Rect& brush = minimap.brush_px;
  if (orientation == Orientation::kVertical) {
    const float x = minimap.strip_px.centre().x - 8;
    return {{x, brush.y - 4, 16, 8}, {x, brush.bottom() - 4, 16, 8}};
  }
  const float h = std::min(18.0f, minimap.strip_px.h - 4);
  const float y = minimap.strip_px.centre().y - h / 2;
  return {{brush.x - 8, y, 8, h}, {brush.right(), y, 8, h}};
}

Seconds MinimapTimeAt(const MinimapView& minimap, Orientation orientation, Point at) {
  const Rect& strip = minimap.strip_px;
  const bool vertical = orientation == Orientation::kVertical;
  const float share = vertical ? (at.y - strip.y) / strip.h : (at.x - strip.x) / strip.w;
  const double span = static_cast<double>(minimap.t1) - static_cast<double>(minimap.t0);
  const double inside = std::clamp(static_cast<double>(share), 0.0, 1.0);
  return minimap.t0 + static_cast<Seconds>(std::llround(inside * span));
}

GraphButtons LayoutGraphButtons(const Rect& area_px, const GraphCamera& camera, bool any_pin,
                                const TextMeasurer& measurer) {
  constexpr float kHeightPx = 22, kPadPx = 9, kMarginPx = 8, kTextPx = 11;
  GraphButtons out;
  float right = area_px.right() - kMarginPx;
  const auto place = [&](std::string_view text) {
    const float w = std::round(measurer.WidthPx(text, Face::kSemiBold, kTextPx) + 2 * kPadPx);
    const Rect box{right - w, area_px.y + kMarginPx, w, kHeightPx};
    right = box.x - kMarginPx;
    return box;
  };
  if (camera != GraphCamera{}) out.whole_px = place(kWholeGraphText);
  if (any_pin) out.unpin_px = place(kUnpinText);
  return out;
}

LegendLayout LayoutLegend(const Rect& gutter_px) {
  LegendLayout out;
  const float left = gutter_px.x + 14, top = gutter_px.y;
  out.title = {left, top + 19.5f};
  out.subtitle = {left, top + 35};
  for (size_t i = 0; i < out.samples_px.size(); ++i) {
    const float y = top + 61 + 22 * static_cast<float>(i);
    out.samples_px[i] = {left, y - 7, 30, 14};
    out.texts[i] = {gutter_px.x + 50, y};
  }
  out.shows_counts = gutter_px.h >= 182;
  out.counts_title = {left, top + 151};
  for (size_t i = 0; i < out.count_lines_px.size(); ++i) {
    const float x = left + 44 * static_cast<float>(i);
    out.count_lines_px[i] = {x, top + 171, 24, 0};
    out.count_texts[i] = {x + 29, top + 171};
  }
  out.shows_kinds = gutter_px.h >= 228;
  out.state = {gutter_px.x + 21, top + 196};
  out.state_text = {gutter_px.x + 33, top + 196};
  out.organisation = {gutter_px.x + 75.5f, top + 196};
  out.organisation_text = {gutter_px.x + 88, top + 196};
  out.person = {gutter_px.x + 21, top + 216};
  out.person_text = {gutter_px.x + 33, top + 216};
  out.unnamed = {gutter_px.x + 81, top + 216};
  out.unnamed_text = {gutter_px.x + 91, top + 216};
  return out;
}

}  // namespace demarche
