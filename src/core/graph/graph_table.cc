#include "core/graph/graph_table.h"

#include <algorithm>

#include "core/base/plane.h"
#include "core/graph/graph_node.h"

namespace demarche {
namespace {

constexpr int kSteps = 24;        // of the search for the middle, each way
constexpr float kLabelPadPx = 8;  // around the label in the middle
constexpr float kClearPx = 10;    // from it to nodes, names and lines
constexpr float kEndless = 1e9f, kPriceOnNode = 4000, kPricePerPxOnLine = 1;
constexpr float kPriceOfBandOnNode = 600;

class Table {
 public:
  explicit Table(const TableRequest& request) : request_(request) {
    for (const Index actor : request.seats)
      if (const GraphNode* node = NodeOf(actor)) seats_.push_back(node);
  }

  std::vector<TableBand> Layout() const {
    std::vector<TableBand> bands;
    if (seats_.size() < 2) return bands;
    if (seats_.size() == 2) {
      const GraphTie line = TieBetween(*seats_[0], *seats_[1]);
      bands.push_back(BandOf(line.from_px, line.to_px));
      bands[0].label = request_.label;
      return bands;
    }
    const Point middle = Middle();
    for (const GraphNode* seat : seats_) {
      const Point towards = Unit(middle - seat->centre_px);
      bands.push_back(BandOf(seat->centre_px + towards * OutlineReach(*seat, towards), middle));
    }
    bands[0].label = request_.label;
    bands[0].label_px = middle;
    bands[0].label_box_px = LabelBoxAt(middle);
    return bands;
  }

 private:
  TableBand BandOf(Point from, Point to) const {
    TableBand band;
    band.from_px = from, band.to_px = to;
    band.width_px = request_.metrics.band_px;
    return band;
  }

  Rect LabelBoxAt(Point middle) const {
    const float w =
        request_.measurer->WidthPx(request_.label, Face::kRegular, request_.metrics.band_label_px);
    return RectAround(middle, w + 2 * kLabelPadPx, request_.metrics.band_px);
  }

  Point Middle() const {
    Point low = seats_[0]->centre_px, high = low;
    for (const GraphNode* seat : seats_) {
      const Point& at = seat->centre_px;
      low = {std::min(low.x, at.x), std::min(low.y, at.y)};
      high = {std::max(high.x, at.x), std::max(high.y, at.y)};
    }
    // Where they stand in a line there is a middle beside it, too.
    const float least = 4 * request_.metrics.band_px;
    const auto widen = [least](float* from, float* to) {
      const float missing = std::max(0.0f, least - (*to - *from)) / 2;
      *from -= missing, *to += missing;
    };
    widen(&low.x, &high.x), widen(&low.y, &high.y);
    Point best = Mix(low, high, 0.5f);
    float best_price = kEndless;
    for (int row = 0; row <= kSteps; ++row) {
      for (int column = 0; column <= kSteps; ++column) {
        const Point p{low.x + (high.x - low.x) * static_cast<float>(column) / kSteps,
                      low.y + (high.y - low.y) * static_cast<float>(row) / kSteps};
        const float price = PriceOf(p);
        if (price < best_price) best_price = price, best = p;
      }
    }
    return best;
  }

  float PriceOf(Point p) const {
    const Rect box = Inflated(LabelBoxAt(p), kClearPx);
    const Rect& area = request_.area_px;
    const bool inside = box.x >= area.x && box.y >= area.y && box.right() <= area.right() &&
                        box.bottom() <= area.bottom();
    float price = inside ? 0 : kPriceOnNode;
    // The farthest counts twice: the middle is between all of them.
    float farthest = 0;
    for (const GraphNode* seat : seats_) {
      const float away = Distance(p, seat->centre_px);
      price += away, farthest = std::max(farthest, away);
    }
    price += farthest;
    for (const GraphNode& node : request_.nodes) {
      if (box.Overlaps(node.box_px)) price += kPriceOnNode;
      if (!node.label.empty() && box.Overlaps(node.label_box_px)) price += kPriceOnNode;
      const float clear = request_.metrics.band_px / 2 + node.r_px;
      for (const GraphNode* seat : seats_) {
        const bool between =
            &node != seat && DistanceToSegment(node.centre_px, p, seat->centre_px) < clear;
        price += between ? kPriceOfBandOnNode : 0;
      }
    }
    for (const GraphEdge& edge : request_.edges) {
      const GraphNode *from = NodeOf(edge.key.from), *to = NodeOf(edge.key.to);
      const float away = DistanceToSegment(p, from->centre_px, to->centre_px);
      price += kPricePerPxOnLine * std::max(0.0f, box.h - away);
    }
    return price;
  }

  const GraphNode* NodeOf(Index actor) const {
    const auto node = std::find_if(request_.nodes.begin(), request_.nodes.end(),
                                   [actor](const GraphNode& of) { return of.actor == actor; });
    return node != request_.nodes.end() ? &*node : nullptr;
  }

  const TableRequest& request_;
  std::vector<const GraphNode*> seats_;
};

}  // namespace

std::vector<TableBand> LayoutTable(const TableRequest& request) { return Table(request).Layout(); }

}  // namespace demarche
