#include "core/graph/graph_zoom.h"

#include <algorithm>
#include <cmath>

#include "core/base/plane.h"
#include "core/graph/graph_labels.h"
#include "core/graph/graph_winds.h"
#include "core/state/graph_camera.h"

namespace demarche {
namespace {

// What a node with its name under it takes to either side of its centre, whoever it is: names are
// 120 px wide at most (graph_node.cc).
constexpr float kHalfW = 68, kHalfH = 56;
constexpr float kZoomStep = 1.41421356f;
constexpr float kMostApart = 1.4f;
constexpr size_t kMostPushedDots = 100;  // a few dots go out of the way of nodes
constexpr float kNamePx = 24;            // of a name with the gap around it
constexpr float kDotGapPx = 5, kLeastDotPx = 1.5f, kMostDotPx = 4, kDotStepPx = 0.5f;
constexpr float kFarRing = 1.6f;  // of persons

// Where at most one node's centre fits into each cell.
class Cells {
 public:
  // `apart`: how many times the room it needs a node keeps free.
  Cells(const Rect& plan_px, float zoom, float apart)
      : plan_(plan_px),
        zoom_(zoom / apart),
        columns_(static_cast<int>(plan_px.w * zoom_ / kHalfW / 2) + 3),
        rows_(static_cast<int>(plan_px.h * zoom_ / kHalfH / 2) + 3),
        at_(static_cast<size_t>(columns_) * rows_, Point{NAN, NAN}) {}

  bool HasRoom(Point p) const {
    const int row = Row(p), column = Column(p);
    for (int r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r) {
      for (int c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c) {
        const Point& q = at_[static_cast<size_t>(r) * columns_ + c];  // NaN is near nobody
        if (std::abs(q.x - p.x) * zoom_ < 2 * kHalfW && std::abs(q.y - p.y) * zoom_ < 2 * kHalfH)
          return false;
      }
    }
    return true;
  }
  void Take(Point p) { at_[static_cast<size_t>(Row(p)) * columns_ + Column(p)] = p; }

 private:
  int Row(Point p) const {
    return std::clamp(static_cast<int>((p.y - plan_.y) * zoom_ / (2 * kHalfH)) + 1, 0, rows_ - 1);
  }
  int Column(Point p) const {
    return std::clamp(static_cast<int>((p.x - plan_.x) * zoom_ / (2 * kHalfW)) + 1, 0,
                      columns_ - 1);
  }

  const Rect plan_;
  const float zoom_;
  const int columns_, rows_;
  std::vector<Point> at_;
};

// A node of the whole picture with all that may ever stand around it, to either side.
struct Surroundings {
  Point centre;
  float half_w = 0, half_h = 0;
};

std::vector<Surroundings> SurroundingsOf(const NodePlan& plan, const GraphMetrics& metrics) {
  std::vector<Surroundings> all;
  std::vector<size_t> of_node(plan.nodes.size());
  for (size_t n = 0; n < plan.nodes.size(); ++n) {
    const GraphNode& node = plan.nodes[n];
    if (plan.tied_to[n] == kNone) {
      of_node[n] = all.size();
      const float w = std::max(node.box_px.w / 2, node.box_px.w * 0.3f + node.label_box_px.w);
      const float h = node.box_px.h / 2 + (node.label.empty() ? 0 : kNamePx);
      all.push_back({node.centre_px, w, h});
      continue;
    }
    Surroundings& around = all[of_node[plan.tied_to[n]]];
    const Point away = node.centre_px - around.centre;
    const float reach = std::max(Length(away), metrics.tie_px * kFarRing);
    around.half_w = std::max(around.half_w, reach + node.label_box_px.w);
    around.half_h = std::max(around.half_h, reach + node.r_px + kNamePx);
  }
  return all;
}

class Room {
 public:
  Room(const CrowdPlan& crowd, NodePlan* plan)
      : crowd_(crowd), plan_(plan), kept_(SurroundingsOf(*plan, crowd.metrics)) {}

  void Find() {
    PartDots();
    const bool at_fit = crowd_.nodes_at_fit > 0;
    size_t left = plan_->dots.size();
    for (int step = at_fit ? 0 : 1; step <= kZoomSteps && left > 0; ++step) {
      const float zoom = ZoomOf(step);
      // A crowd shows between its nodes, of which the first are the busiest.
      const float apart = at_fit ? std::max(1.0f, kMostApart / std::sqrt(zoom)) : 1;
      const auto most = static_cast<float>(crowd_.nodes_at_fit) * zoom * zoom;
      size_t rank = 0;
      Cells cells(crowd_.plan_px, zoom, apart);
      for (const DotPlan& dot : plan_->dots)
        if (dot.from_zoom > 0) cells.Take(dot.at_px);
      for (DotPlan& dot : plan_->dots) {
        if (at_fit && static_cast<float>(rank++) >= most) break;
        if (dot.from_zoom > 0 || !cells.HasRoom(dot.at_px) || !IsClear(dot.at_px, zoom)) continue;
        dot.from_zoom = zoom;
        cells.Take(dot.at_px);
        --left;
      }
    }
  }

 private:
  static constexpr int kZoomSteps = 12;
  static float ZoomOf(int step) {
    const auto whole = static_cast<float>(1 << (step / 2));
    return step % 2 == 0 ? whole : whole * kZoomStep;
  }

  bool IsClear(Point p, float zoom) const {
    return std::all_of(kept_.begin(), kept_.end(), [&](const Surroundings& around) {
      return std::abs(around.centre.x - p.x) * zoom >= kHalfW + around.half_w ||
             std::abs(around.centre.y - p.y) * zoom >= kHalfH + around.half_h;
    });
  }

  // So that at the largest zoom everybody has room.
  void PartDots() {
    constexpr float kStepX = 2 * kHalfW / kMaxGraphZoom, kStepY = 2 * kHalfH / kMaxGraphZoom;
    constexpr int kFarthest = 40;
    Cells cells(crowd_.plan_px, kMaxGraphZoom, 1);
    for (DotPlan& dot : plan_->dots) {
      const Point home = dot.at_px;
      bool found = false;
      for (int ring = 0; ring <= kFarthest && !found; ++ring) {
        for (int i = -ring; i <= ring && !found; ++i) {
          const bool side = i == -ring || i == ring;
          for (int j = -ring; j <= ring && !found; j += side || ring == 0 ? 1 : 2 * ring) {
            const Point p{home.x + 1.01f * kStepX * static_cast<float>(i),
                          home.y + 1.01f * kStepY * static_cast<float>(j)};
            if (!cells.HasRoom(p) || !IsClear(p, kMaxGraphZoom)) continue;
            found = true;
            dot.at_px = plan_->at_px[dot.actor] = p;
          }
        }
      }
      cells.Take(dot.at_px);
    }
  }

  const CrowdPlan& crowd_;
  NodePlan* const plan_;
  const std::vector<Surroundings> kept_;
};

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
    return region.w <= 0 || Inflated(region, 2 * kHalfW).Contains(at);
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

void FindRoom(const CrowdPlan& crowd, NodePlan* plan) { Room(crowd, plan).Find(); }

NodePlan ZoomedPlan(const GraphRequest& request, const NodePlan& whole) {
  return Zoomer(request, whole).Run();
}

}  // namespace demarche
