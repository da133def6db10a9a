#include "core/outline.h"

#include <array>
#include <cmath>

#include "core/base/json_text.h"
#include "core/graph/graph_scope.h"
#include "core/state/permalink.h"
#include "core/state/state_names.h"

namespace demarche {
namespace {

constexpr float kZigzagHalfPx = 3;

// Numbers and members of objects; who calls it writes the brackets.
class Writer {
 public:
  void Raw(std::string_view text) { out_ += text; }
  void Text(std::string_view text) { AppendJsonString(text, &out_); }
  void Px(double value) {
    const auto tenths = static_cast<int64_t>(std::llround(value * 10));
    if (tenths < 0) out_ += '-';
    const int64_t size = tenths < 0 ? -tenths : tenths;
    out_ += std::to_string(size / 10);
    if (size % 10 != 0) out_ += '.' + std::to_string(size % 10);
  }
  void Key(std::string_view key) {
    if (!out_.empty() && out_.back() != '{' && out_.back() != '[') out_ += ',';
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  void Member(std::string_view key, std::string_view text) {
    Key(key);
    Text(text);
  }
  void MemberPx(std::string_view key, double value) {
    Key(key);
    Px(value);
  }
  void MemberCount(std::string_view key, uint64_t count) {
    Key(key);
    out_ += std::to_string(count);
  }
  void MemberBool(std::string_view key, bool value) {
    Key(key);
    out_ += value ? "true" : "false";
  }
  // An element of a list that has one a line.
  void OpenElement() { out_ += out_.back() == '[' ? "\n{" : ",\n{"; }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

// "2022-01-10", "2022-01-10T14:05Z", "2022-01-10T00:00+01:00"; ".." for the infinities.
std::string InstantText(Seconds t, const ReaderCalendar& calendar) {
  // Clocks that are off by odd seconds (before time zones) have no offset that can be written.
  const int32_t offset_s = calendar.OffsetAt(t) % 60 == 0 ? calendar.OffsetAt(t) : 0;
  const std::string iso = IsoUtc(t + offset_s);
  const size_t time = iso.find('T');
  if (time == std::string::npos) return iso;
  if (offset_s == 0 && iso.substr(time) == "T00:00:00Z") return iso.substr(0, time);
  const std::string clock = iso.substr(0, time + (iso.substr(time + 6, 3) == ":00" ? 6 : 9));
  if (offset_s == 0) return clock + 'Z';
  const std::string offset = IsoUtc(offset_s < 0 ? -offset_s : offset_s);
  return clock + (offset_s < 0 ? '-' : '+') + offset.substr(offset.find('T') + 1, 5);
}

std::string DayOf(Seconds t) {
  const std::string iso = IsoUtc(t);
  return iso.substr(0, iso.find('T'));
}

class Outline {
 public:
  explicit Outline(const OutlineRequest& request) : r_(request) {}

  std::string Run() {
    w_.Raw("{");
    w_.Key("viewport");
    w_.Raw("{");
    Box(r_.viewport_px);
    w_.Raw("}");
    w_.Raw(",\n\"axis\":{");
    Axis();
    w_.Raw("},\n\"items\":[");
    if (r_.timeline) Items();
    w_.Raw("],\n\"groups\":[");
    if (r_.timeline) Groups();
    w_.Raw("],\n\"links\":[");
    if (r_.timeline && r_.links) Links();
    w_.Raw("]");
    if (r_.more_links) w_.MemberBool("moreLinks", true);
    w_.Raw(",\n\"graph\":{\"nodes\":[");
    if (r_.graph) Nodes();
    w_.Raw("],\"edges\":[");
    if (r_.graph) Edges();
    w_.Raw("]");
    if (r_.graph && !r_.graph->dots.empty()) Dots();
    if (r_.graph && !r_.graph->lines.empty()) Lines();
    w_.MemberBool("settled", !r_.graph_is_due);
    NullableText("lens", LensText(*r_.dossier, r_.state->scope.lens));
    w_.Raw("},\n\"frames\":" + std::to_string(r_.frames));
    NullableText("asOf", r_.state->as_of_s < kTimeMax ? DayOf(r_.state->as_of_s) : std::string());
    NullableText("selection", r_.dossier->IdOf(r_.state->focus));
    w_.Raw("}\n");
    return w_.Take();
  }

 private:
  void Box(const Rect& box) {
    w_.MemberPx("x", box.x);
    w_.MemberPx("y", box.y);
    w_.MemberPx("w", box.w);
    w_.MemberPx("h", box.h);
  }

  void NullableText(std::string_view key, std::string_view text) {
    if (!text.empty()) return w_.Member(key, text);
    w_.Key(key);
    w_.Raw("null");
  }

  void Axis() {
    w_.Member("kind", NameOf(r_.state->axis));
    w_.Key("ticks");
    w_.Raw("[");
    if (r_.timeline) Ticks();
    w_.Raw("]");
    w_.Key("breaks");
    w_.Raw("[");
    if (r_.timeline) Breaks();
    w_.Raw("]");
  }

  void Ticks() {
    for (const Tick& tick : r_.timeline->ticks) {
      if (tick.label.empty()) continue;
      w_.OpenElement();
      w_.MemberPx("x", tick.x_px);
      w_.Member("label", tick.label2.empty() ? tick.label : tick.label + ' ' + tick.label2);
      w_.Member("date", InstantText(tick.t, r_.timeline->scale.calendar()));
      w_.Raw("}");
    }
  }

  void Breaks() {
    for (const AxisBreak& fold : r_.timeline->breaks) {
      w_.OpenElement();
      w_.MemberPx("x0", fold.x_px - kZigzagHalfPx);
      w_.MemberPx("x1", fold.x_px + kZigzagHalfPx);
      const ReaderCalendar& calendar = r_.timeline->scale.calendar();
      w_.Member("from", DayOf(calendar.LocalOf(fold.t - 1)));
      w_.Member("to", DayOf(calendar.LocalOf(fold.t)));
      w_.Raw("}");
    }
  }

  void Items() {
    for (const Mark& mark : r_.timeline->marks) {
      if (mark.covered) continue;
      const bool cluster = StandsForSeveral(mark);
      const bool move = mark.item.kind == ItemKind::kMove;
      w_.OpenElement();
      w_.Member("id", r_.dossier->IdOf(mark.item));
      w_.Member("kind", cluster ? "cluster" : move ? "move" : "event");
      w_.Member("track", r_.dossier->IdOf({ItemKind::kTrack, mark.track}));
      Box(mark.box_px);
      w_.Member("label", mark.label);
      w_.MemberBool("dimmed", mark.dimmed);
      w_.MemberBool("selected", mark.selected);
      if (cluster) w_.MemberCount("count", EventsOf(mark));
      if (mark.related < mark.count && mark.members.empty() && cluster)
        w_.MemberCount("related", mark.related);
      w_.Raw("}");
    }
  }

  void Groups() {
    const TimelineLayout& layout = *r_.timeline;
    for (const LaneGroup& group : layout.groups) {
      if (group.key.empty()) continue;
      const bool folded = group.fold == GroupFold::kFolded;
      const Lane& lane = layout.lanes[group.first_lane];
      w_.OpenElement();
      w_.Member("path", group.key);
      w_.MemberCount("level", group.level + 1u);
      w_.MemberBool("folded", folded);
      Box({layout.area_px.x, folded ? lane.y_px : group.y_px, layout.metrics.gutter_px,
           folded ? lane.h_px : group.h_px});
      w_.Raw("}");
    }
  }

  void Links() {
    for (const TimelineLink& link : *r_.links) {
      w_.OpenElement();
      w_.Member("from", r_.dossier->IdOf(link.from.item));
      w_.Member("to", r_.dossier->IdOf(link.to.item));
      w_.MemberCount("count", link.count);
      w_.Key("quads");
      std::string quads;
      for (size_t quad = 0; quad < kQuadClassCount; ++quad) {
        if (link.replies_of_quad[quad] == 0) continue;
        quads += quads.empty() ? "[" : ",";
        quads += std::to_string(quad + 1);
      }
      w_.Raw(quads + ']');
      if (link.from.place != LinkPlace::kMark) w_.Member("beyond", "from");
      if (link.to.place != LinkPlace::kMark) w_.Member("beyond", "to");
      w_.Raw("}");
    }
  }

  void Nodes() {
    for (const GraphNode& node : r_.graph->nodes) {
      w_.OpenElement();
      w_.Member("id", r_.dossier->IdOf({ItemKind::kActor, node.actor}));
      w_.MemberPx("x", node.centre_px.x);
      w_.MemberPx("y", node.centre_px.y);
      w_.MemberPx("r", node.r_px);
      w_.Member("kind", NameOf(r_.dossier->actors()[node.actor].kind));
      if (node.members > 0) w_.MemberCount("members", node.members);
      if (node.inner > 0) w_.MemberCount("inner", node.inner);
      w_.Raw("}");
    }
  }

  // The commonest type of a bundle's moves, of equally common ones the first in PLOVER's order.
  std::string_view TypeOf(const EdgeBundle& bundle) const {
    std::array<size_t, kPloverTypeCount> counts{};
    for (const Index move : bundle.moves)
      ++counts[static_cast<size_t>(r_.dossier->moves()[move].type)];
    size_t most = 0;
    for (size_t i = 1; i < counts.size(); ++i) {
      if (counts[i] > counts[most]) most = i;
    }
    return NameOf(static_cast<PloverType>(most));
  }

  void Edges() {
    const std::vector<EdgeBundle> bundles =
        BundlesAt(*r_.dossier, r_.state->scope, r_.state->as_of_s);
    for (const GraphEdge& edge : r_.graph->edges) {
      w_.OpenElement();
      w_.Member("from", r_.dossier->IdOf({ItemKind::kActor, edge.key.from}));
      w_.Member("to", r_.dossier->IdOf({ItemKind::kActor, edge.key.to}));
      std::string_view type;
      for (const EdgeBundle& bundle : bundles) {
        if (bundle.key == edge.key) type = TypeOf(bundle);
      }
      w_.Member("type", type);
      w_.MemberCount("quad", static_cast<uint64_t>(edge.key.quad) + 1);
      w_.MemberCount("count", edge.count);
      w_.Raw("}");
    }
  }

  void Dots() {
    w_.Raw(",\"dots\":[");
    for (const GraphDot& dot : r_.graph->dots) {
      w_.OpenElement();
      w_.Member("id", r_.dossier->IdOf({ItemKind::kActor, dot.actor}));
      w_.MemberPx("x", dot.centre_px.x);
      w_.MemberPx("y", dot.centre_px.y);
      w_.Raw("}");
    }
    w_.Raw("]");
  }

  void Lines() {
    w_.Raw(",\"lines\":[");
    for (const GraphLine& line : r_.graph->lines) {
      w_.OpenElement();
      w_.Member("from", r_.dossier->IdOf({ItemKind::kActor, line.from}));
      w_.Member("to", r_.dossier->IdOf({ItemKind::kActor, line.to}));
      w_.MemberCount("count", line.count);
      w_.Raw("}");
    }
    w_.Raw("]");
  }

  const OutlineRequest& r_;
  Writer w_;
};

}  // namespace

std::string OutlineJson(const OutlineRequest& request) { return Outline(request).Run(); }

}  // namespace demarche
