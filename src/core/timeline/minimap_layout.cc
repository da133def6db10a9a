#include "core/timeline/minimap_layout.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/dates/calendar.h"

namespace demarche {
namespace {

constexpr float kBarGapPx = 1.5f;
constexpr float kMinBarPx = 2;        // width of a bin under which bins get coarser
constexpr float kBarHeadroomPx = 4;   // from the tallest bar to the edge of the strip
constexpr float kLabelPadPx = 3;      // from a tick to its label
constexpr float kLabelSinkPx = 6.5f;  // from the edge of the strip to the middle of the labels
constexpr float kLabelHalfPx = 6;
constexpr double kMinTickGapPx = 100;

// The coarsest bin: of all the years that can be written it makes a few hundred.
constexpr int64_t kMostYears = 1'000'000'000;

struct BinKind {
  CalendarStep bin;
  CalendarStep start;  // the strip begins at a boundary of this
  const char* note;    // null: as many years as the bin has
};
constexpr BinKind kBinKinds[] = {
    {{CalendarUnit::kDay, 1}, {CalendarUnit::kWeek, 1}, "Events per day"},
    {{CalendarUnit::kMonth, 1}, {CalendarUnit::kYear, 1}, "Events per month"},
    {{CalendarUnit::kYear, 1}, {CalendarUnit::kYear, 5}, "Events per year"},
    {{CalendarUnit::kYear, 10}, {CalendarUnit::kYear, 50}, "Events per decade"},
    {{CalendarUnit::kYear, 100}, {CalendarUnit::kYear, 500}, "Events per century"},
    {{CalendarUnit::kYear, 1000}, {CalendarUnit::kYear, 5000}, "Events per millennium"},
};

// "Events per 10,000 years".
std::string NoteOfYears(int64_t years) {
  std::string digits = std::to_string(years);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return "Events per " + digits + " years";
}

// Days for less than two months, months for less than six years; coarser where bars get too thin.
BinKind ChooseBins(double days, double length_px) {
  for (const BinKind& kind : kBinKinds) {
    const double bin_days = MeanDays(kind.bin);
    const bool few = kind.bin.unit != CalendarUnit::kDay || days < 2 * kMonthDays;
    const bool few_months = kind.bin.unit != CalendarUnit::kMonth || days < 6 * kYearDays;
    if (few && few_months && bin_days / days * length_px >= kMinBarPx) return kind;
  }
  int64_t years = 10'000;
  while (years < kMostYears &&
         kYearDays * static_cast<double>(years) / days * length_px < kMinBarPx) {
    years *= 10;
  }
  return {{CalendarUnit::kYear, years}, {CalendarUnit::kYear, 5 * years}, nullptr};
}

class Minimap {
 public:
  explicit Minimap(const MinimapRequest& request)
      : request_(request), vertical_(request.orientation == Orientation::kVertical) {
    view_.strip_px = request.strip_px;
    const BinKind kind = ChooseBins(DaysBetween(request.content0, request.content1), LengthPx());
    bin_ = kind.bin;
    view_.note = kind.note ? kind.note : NoteOfYears(bin_.count);
    view_.t0 = calendar().FloorTo(request.content0 - 1, kind.start);
    view_.t1 = calendar().CeilTo(request.content1, kind.bin);
  }

  MinimapView Run() {
    AddBars();
    AddTicks();
    SetBrush(request_.orientation, request_.range0, request_.range1, &view_);
    if (request_.as_of_s < kTimeMax) {
      view_.playhead_px = static_cast<float>(StripPx(request_.as_of_s + 1));
    } else {
      view_.playhead_px = static_cast<float>(Begin() + LengthPx());
    }
    return std::move(view_);
  }

 private:
  const ReaderCalendar& calendar() const { return request_.calendar; }
  double Begin() const { return vertical_ ? request_.strip_px.y : request_.strip_px.x; }
  double LengthPx() const { return vertical_ ? request_.strip_px.h : request_.strip_px.w; }
  double StripPx(Seconds t) const { return MinimapPx(view_, request_.orientation, t); }

  // The whole depth of the strip over a stretch of it.
  Rect Across(double from_px, double length_px) const {
    const Rect& strip = request_.strip_px;
    const auto from = static_cast<float>(from_px), length = static_cast<float>(length_px);
    return vertical_ ? Rect{strip.x, from, strip.w, length} : Rect{from, strip.y, length, strip.h};
  }

  std::vector<Seconds> BinEdges() const {
    std::vector<Seconds> edges;
    for (Seconds t = calendar().FloorTo(view_.t0, bin_); t < view_.t1;
         t = calendar().NextAfter(t, bin_)) {
      edges.push_back(t);
    }
    edges.push_back(view_.t1);
    return edges;
  }

  std::vector<uint32_t> Counts(const std::vector<Seconds>& edges) const {
    const LaneIndex& lanes = request_.dossier->lanes();
    RankBits looked_for;
    if (!request_.known) looked_for = lanes.ReportedBy(request_.as_of_s);
    const RankBits& known = request_.known ? *request_.known : looked_for;
    std::vector<uint32_t> counts(edges.size() - 1, 0);
    for (uint32_t lane = 0; lane + 1 < lanes.lane_count(); ++lane) {
      for (const LanePart& part : lanes.PartsOf(lanes.LaneAt(lane))) {
        EntryRange rest = part.range;
        const auto first_from = [&](Seconds edge) {
          return lanes.FirstFrom(rest, PointFrom(calendar(), part.kind, edge));
        };
        rest.first = first_from(edges.front());
        for (size_t bin = 0; bin < counts.size() && rest.first < rest.end; ++bin) {
          // The axis may end before the middle of a date that is only known to its year.
          const bool last = bin + 1 == counts.size();
          const uint32_t end = last ? rest.end : first_from(edges[bin + 1]);
          counts[bin] += known.CountIn(std::exchange(rest.first, end), end);
        }
      }
    }
    return counts;
  }

  void AddBars() {
    const std::vector<Seconds> edges = BinEdges();
    const std::vector<uint32_t> counts = Counts(edges);
    const uint32_t most = std::max(1u, *std::max_element(counts.begin(), counts.end()));
    const float depth_px = (vertical_ ? request_.strip_px.w : request_.strip_px.h) - kBarHeadroomPx;
    for (size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      const double from_px = StripPx(edges[i]), to_px = StripPx(edges[i + 1]);
      const float height_px =
          std::max(2.0f, depth_px * static_cast<float>(counts[i]) / static_cast<float>(most));
      MinimapBar bar;
      bar.rect_px = Across(from_px + kBarGapPx / 2, std::max(to_px - from_px - kBarGapPx, 1.0));
      if (vertical_) {
        bar.rect_px.w = height_px;
      } else {
        bar.rect_px.y = request_.strip_px.bottom() - height_px;
        bar.rect_px.h = height_px;
      }
      bar.t0 = edges[i];
      bar.t1 = edges[i + 1];
      view_.bars.push_back(bar);
    }
  }

  bool CoversBar(const Rect& label_px) const {
    for (const MinimapBar& bar : view_.bars) {
      if (bar.rect_px.Overlaps(label_px)) return true;
    }
    return false;
  }

  // Every 5 or 10 (50, 100) bins; months of a year every 3 or 12.
  CalendarStep TickStep() const {
    const double px_per_day = LengthPx() / DaysBetween(view_.t0, view_.t1);
    std::vector<CalendarStep> steps = {{CalendarUnit::kDay, 1},
                                       {CalendarUnit::kWeek, 1},
                                       {CalendarUnit::kMonth, 1},
                                       {CalendarUnit::kMonth, 3},
                                       {CalendarUnit::kYear, 1}};
    for (int64_t years = 5; years < 100'000'000'000; years *= 10) {
      steps.push_back({CalendarUnit::kYear, years});
      steps.push_back({CalendarUnit::kYear, 2 * years});
    }
    for (const CalendarStep& step : steps) {
      if (MeanDays(step) * px_per_day >= kMinTickGapPx) return step;
    }
    return steps.back();
  }

  std::string TickLabel(Seconds t, CalendarStep step) const {
    if (step.unit == CalendarUnit::kMonth) return calendar().Date(DateForm::kShortMonthAndYear, t);
    if (step.unit != CalendarUnit::kYear) return calendar().Date(DateForm::kDay, t);
    const int64_t year = calendar().CivilAt(t).year;
    const std::string name = calendar().Year(t);
    return vertical_ && year > 999 && year <= 9999 ? "’" + name.substr(2) : name;
  }

  void AddTicks() {
    const CalendarStep step = TickStep();
    const double end_px = Begin() + LengthPx();
    for (Seconds t = calendar().CeilTo(view_.t0, step); t < view_.t1;
         t = calendar().NextAfter(t, step)) {
      Tick tick;
      tick.t = t;
      tick.x_px = static_cast<float>(StripPx(t));
      tick.label = TickLabel(t, step);
      const float width_px =
          request_.measurer->WidthPx(tick.label, Face::kRegular, request_.metrics.meta_size_px);
      const Rect& strip = request_.strip_px;
      if (vertical_) {
        tick.label_px = {strip.x, tick.x_px + kLabelSinkPx};
        if (tick.x_px + 2 * kLabelSinkPx > end_px) tick.label.clear();
      } else {
        tick.label_px = {tick.x_px + kLabelPadPx, strip.y + kLabelSinkPx};
        const Rect box{tick.label_px.x, tick.label_px.y - kLabelHalfPx, width_px, 2 * kLabelHalfPx};
        if (box.right() > end_px || CoversBar(box)) tick.label.clear();
      }
      view_.ticks.push_back(std::move(tick));
    }
  }

  const MinimapRequest& request_;
  const bool vertical_;
  CalendarStep bin_;
  MinimapView view_;
};

}  // namespace

MinimapView LayoutMinimap(const MinimapRequest& request) { return Minimap(request).Run(); }

void SetBrush(Orientation orientation, Seconds range0, Seconds range1, MinimapView* view) {
  const bool vertical = orientation == Orientation::kVertical;
  const Rect& strip = view->strip_px;
  const double begin = vertical ? strip.y : strip.x, length = vertical ? strip.h : strip.w;
  const double from_px = std::max(MinimapPx(*view, orientation, range0), begin);
  const double to_px = std::min(MinimapPx(*view, orientation, range1), begin + length);
  const auto from = static_cast<float>(from_px);
  const auto wide = static_cast<float>(std::max(to_px - from_px, 1.0));
  view->brush_px =
      vertical ? Rect{strip.x, from, strip.w, wide} : Rect{from, strip.y, wide, strip.h};
  for (MinimapBar& bar : view->bars) bar.inside = bar.t0 < range1 && bar.t1 > range0;
}

double MinimapPx(const MinimapView& view, Orientation orientation, Seconds t) {
  const bool vertical = orientation == Orientation::kVertical;
  const double from_px = vertical ? view.strip_px.y : view.strip_px.x;
  const double length_px = vertical ? view.strip_px.h : view.strip_px.w;
  const double share = DaysBetween(view.t0, t) / DaysBetween(view.t0, view.t1);
  return from_px + share * length_px;
}

}  // namespace demarche
