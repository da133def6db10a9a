#include "core/graph/graph_zoom.h"

#include <algorithm>
#include <cmath>

#include "core/base/plane.h"
#include "core/graph/graph_labels.h"
#include "core/graph/graph_room.h"
#include "core/graph/graph_winds.h"
#include "core/state/graph_camera.h"

namespace demarche {
namespace {

constexpr size_t kMostPushedDots = 100;  // a few dots go out of the way of nodes
constexpr float kDotGapPx = 5, kLeastDotPx = 1.5f, kMostDotPx = 4, kDotStepPx = 0.5f;
constexpr float kFarRing = 1.6f;  // of persons

class Zoomer {
 public:
  Zoomer(const GraphRequest& request, const NodePlan& whole)
      : request_(request),
        whole_(whole),
        plan_px_(PlanRect(request.area_px)),
        labels_{AreaPx(), request.metrics, request.measurer, {}},
        place_of_(whole.nodes.size()) {}

  NodePlan Run() {
    out_.at_px.resize(whole_.at_px.size());
    for (size_t i = 0; i < out_.at_px.size(); ++i) out_.at_px[i] = Large(whole_.at_px[i]);
    out_.left_out = whole_.left_out;
    out_.edges_ever = whole_.edges_ever, out_.lines = whole_.lines;
    const float room = plan_px_.w * plan_px_.h / static_cast<float>(whole_.dots.size() + 1);
    const float r_px = std::sqrt(room) * request_.zoom * 0.13f;
    out_.dot_r_px = std::clamp(std::floor(r_px / kDotStepPx) * kDotStepPx, kLeastDotPx, kMostDotPx);
    for (size_t n = 0; n < whole_.nodes.size(); ++n) Keep(n);
    Part();
    LabelGrown();
    out_.first_asked = static_cast<Index>(out_.nodes.size());
    for (const DotPlan& dot : whole_.dots) AddDot(dot);
    return std::move(out_);
  }

 private:
  Point Large(Point p) const { return Enlarged(plan_px_, request_.zoom, p); }
  Rect AreaPx() const {
    const Rect& area = request_.area_px;
    const Point low = Large({area.x, area.y}), high = Large({area.right(), area.bottom()});
    return {low.x, low.y, high.x - low.x, high.y - low.y};
  }
  const Point* PinOf(Index actor) const {
    for (const NodePin& pin : request_.pins)
      if (pin.actor == actor) return &pin.at;
    return nullptr;
  }
  Point PinnedAt(const Point& share) const {
    return Large({plan_px_.x + share.x * plan_px_.w, plan_px_.y + share.y * plan_px_.h});
  }
  bool HasRoom(const DotPlan& dot) const {
    return dot.from_zoom > 0 && dot.from_zoom <= request_.zoom;
  }

  // ---- Those that have a node in the whole picture ----

  // Where a node that is tied to no other goes.
  Point TargetOf(size_t n) const {
    const GraphNode& node = whole_.nodes[n];
    if (const Point* pin = PinOf(node.actor)) return PinnedAt(*pin);
    return GrowsFromDot(n) ? AsideOfNodes(Large(node.centre_px)) : Large(node.centre_px);
  }

  // Who is asked for and would be a dot at this zoom.
  bool GrowsFromDot(size_t n) const {
    if (n < whole_.first_asked || PinOf(whole_.nodes[n].actor)) return false;
    return std::any_of(whole_.dots.begin(), whole_.dots.end(), [&](const DotPlan& dot) {
      return dot.actor == whole_.nodes[n].actor && !HasRoom(dot);
    });
  }

  // How much of its size a box has about its middle before it touches another.
  static float ShareBeside(const Rect& box, const Rect& other) {
    const Point c = box.centre();
    const float x = std::max(other.x - c.x, c.x - other.right()) - kDotGapPx;
    const float y = std::max(other.y - c.y, c.y - other.bottom()) - kDotGapPx;
    return std::max(x / box.w, y / box.h) * 2;
  }

  // As large as the nodes around it allow.
  void Grow(GraphNode* node) {
    const Rect full = node->box_px;
    float share = 1;
    for (const GraphNode& other : out_.nodes) {
      share = std::min(share, ShareBeside(full, other.box_px));
      if (!other.label.empty()) share = std::min(share, ShareBeside(full, other.label_box_px));
    }
    share = std::max(share, 2 * kMostDotPx / std::max(full.w, full.h));
    if (share >= 1) return;
    node->small = true;
    node->r_px *= share;
    node->box_px = RectAround(node->centre_px, full.w * share, full.h * share);
    const std::string code = std::move(node->code);
    node->code = Elided(code, *request_.measurer, Face::kSemiBold, request_.metrics.band_label_px,
                        2 * node->r_px - kDotGapPx);
    if (node->code != code) node->code.clear();
    if (node->code.empty() && node->label.empty()) node->label = code;
  }

  void Keep(size_t n) {
    GraphNode node = whole_.nodes[n];
    Index tied_to = whole_.tied_to[n];
    Point centre;
    if (tied_to == kNone) {
      centre = TargetOf(n);
    } else {
      const GraphNode& at = whole_.nodes[tied_to];
      const Index moved = place_of_[tied_to];
      if (moved == kNone) return;
      node.tied_to = at.actor;
      centre = out_.nodes[moved].centre_px + (node.centre_px - at.centre_px);
      tied_to = moved;
    }
    place_of_[n] = static_cast<Index>(out_.nodes.size());
    MoveTo(centre, &node);
    if (tied_to == kNone && GrowsFromDot(n)) Grow(&node), grown_.push_back(out_.nodes.size());
    out_.at_px[node.actor] = centre;
    kept_from_px_.push_back(whole_.nodes[n].centre_px);
    out_.nodes.push_back(std::move(node));
    out_.tied_to.push_back(tied_to);
  }

  static void MoveTo(Point centre, GraphNode* node) {
    const Point by = centre - node->centre_px;
    node->centre_px = centre;
    const auto move = [by](Rect* box) { box->x += by.x, box->y += by.y; };
    move(&node->box_px), move(&node->label_box_px);
    node->label_px = node->label_px + by;
  }

  // Nodes part as they are enlarged, but a name or a person at the side of one may come to lie on
  // what stands at the side of another.
  void Part() {
    for (size_t n = 0; n < out_.nodes.size(); ++n) {
      // Members keep their distance to each other as they do to their organisation.
      const bool is_person = out_.tied_to[n] != kNone && !out_.nodes[n].small;
      if (is_person && Touches(out_.nodes[n].box_px, n, 2)) FindPlaceOfPerson(n);
    }
    for (size_t n = 0; n < out_.nodes.size(); ++n) {
      GraphNode& node = out_.nodes[n];
      if (!node.label.empty() && !node.small && Touches(node.label_box_px, n, 0))
        PlaceFreeLabel(labels_, n, out_.nodes);
    }
  }

  // Whose names go where there is room, as they are smaller than in the whole picture.
  void LabelGrown() {
    for (const size_t n : grown_)
      if (!out_.nodes[n].label.empty()) PlaceFreeLabel(labels_, n, out_.nodes);
  }

  bool Touches(const Rect& box, size_t own, float gap_px) const {
    for (size_t n = 0; n < out_.nodes.size(); ++n) {
      const GraphNode& other = out_.nodes[n];
      if (n == own) continue;
      if (Inflated(box, gap_px).Overlaps(other.box_px)) return true;
      if (!other.label.empty() && box.Overlaps(other.label_box_px)) return true;
    }
    return false;
  }

  // The free place that is nearest to where it was, seen from whom it is tied to.
  void FindPlaceOfPerson(size_t n) {
    GraphNode& person = out_.nodes[n];
    const Point at = out_.nodes[out_.tied_to[n]].centre_px, away = person.centre_px - at;
    const float reach = Length(away);
    const Point was = person.centre_px;
    Point best = was;
    float nearest = -2;
    for (const float ring : {1.0f, kFarRing}) {
      for (const Point& wind : kWinds) {
        const float along = Dot(wind, Unit(away)) - (ring > 1 ? 1 : 0);
        if (along <= nearest) continue;
        MoveTo(at + wind * (reach * ring), &person);
        if (Touches(person.box_px, n, 2)) continue;
        nearest = along, best = person.centre_px;
      }
    }
    MoveTo(best, &person);
    out_.at_px[person.actor] = best;
  }

  // ---- The others ----

  void AddDot(const DotPlan& dot) {
    const bool is_here =
        std::any_of(whole_.nodes.begin() + whole_.first_asked, whole_.nodes.end(),
                    [&](const GraphNode& node) { return node.actor == dot.actor; });
    if (is_here) return;
    const Point* pin = PinOf(dot.actor);
    const Point at = pin ? PinnedAt(*pin) : Large(dot.at_px);
    if (pin || HasRoom(dot)) {
      out_.at_px[dot.actor] = at;
      if (pin || IsWanted(at)) AddNode(dot, at);
      return;
    }
    const Point shown = AsideOfNodes(at);
    out_.at_px[dot.actor] = shown;
    if (IsWanted(shown)) out_.dots.push_back({dot.actor, shown, dot.weight, dot.from_zoom});
  }

  bool IsWanted(Point at) const {
    const Rect& region = request_.region_px;
    return region.w <= 0 || Inflated(region, 2 * kNodeHalfWPx).Contains(at);
  }

  void AddNode(const DotPlan& dot, Point at) {
    GraphNode node = MakeNode(request_, dot.actor, dot.weight);
    node.box_px = RectAround({}, node.box_px.w, node.box_px.h);
    if (!node.label.empty()) {
      const Rect size = LabelBox(labels_, node, {});
      node.label_px = {0, node.box_px.h / 2 + kNameGapPx + size.h / 2};
      node.label_box_px = RectAround(node.label_px, size.w, size.h);
    }
    MoveTo(at, &node);
    out_.nodes.push_back(std::move(node));
    out_.tied_to.push_back(kNone);
  }

  // Off the nodes of the whole picture, which lie on top.
  Point AsideOfNodes(Point at) const {
    if (whole_.dots.size() > kMostPushedDots) return at;
    for (size_t n = 0; n < kept_from_px_.size(); ++n) {
      const Rect box = Inflated(out_.nodes[n].box_px, kDotGapPx);
      if (!box.Contains(at)) continue;
      const Point c = box.centre(), away = Unit(at - c, {0, 1});
      const float x = std::abs(away.x) > 0 ? box.w / 2 / std::abs(away.x) : 1e9f;
      const float y = std::abs(away.y) > 0 ? box.h / 2 / std::abs(away.y) : 1e9f;
      return c + away * std::min(x, y);
    }
    return at;
  }

  const GraphRequest& request_;
  const NodePlan& whole_;
  const Rect plan_px_;
  LabelRequest labels_;
  std::vector<Index> place_of_;      // by node of the whole picture: its place in out_
  std::vector<Point> kept_from_px_;  // by node of out_ that the whole picture has
  std::vector<size_t> grown_;        // nodes of out_ that would be dots but for who asks for them
  NodePlan out_;
};

}  // namespace

NodePlan ZoomedPlan(const GraphRequest& request, const NodePlan& whole) {
  return Zoomer(request, whole).Run();
}

}  // namespace demarche
