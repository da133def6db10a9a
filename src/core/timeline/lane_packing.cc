#include "core/timeline/lane_packing.h"

#include <algorithm>

#include "core/base/stable_sort.h"

namespace demarche {
namespace {

constexpr double kBarGapPx = 2;       // between two bars of a row
constexpr double kPointClearPx = 12;  // between a bar and a point of its row
constexpr size_t kMaxBarRows = 4;
constexpr float kLeastLoss = 0.1f;
constexpr float kLossWithoutLabelRow = 8;  // about as many labels fit into a row

class Packer {
 public:
  Packer(const LaneItems& lane, const PackRequest& request)
      : lane_(lane), request_(request), items_(lane.items) {
    plan_.row.assign(items_.size(), 0);
    plan_.form.assign(items_.size(), ItemForm::kPoint);
    spans_.reserve(items_.size());
    for (const TimelineItem& item : items_) {
      spans_.push_back(SpanOf(item, *request.scale, request.field.playhead_px, {}));
    }
  }

  RowPlan Run(uint8_t point_rows) {
    ChooseForms();
    std::vector<std::vector<size_t>> bar_rows = PackBars();
    const bool has_points = lane_.dense || Any(ItemForm::kPoint);
    plan_.point_rows = has_points ? point_rows : 0;
    plan_.pill_rows = Any(ItemForm::kPill) ? 1 : 0;
    plan_.bar_rows = static_cast<uint8_t>(bar_rows.size());
    const bool shares =
        has_points && !lane_.dense && point_rows == 1 && bar_rows.size() == 1 && !PointsMeetBars();
    if (shares) plan_.bar_rows = 0;
    const size_t first_bar_row = shares ? 0 : size_t{plan_.point_rows} + plan_.pill_rows;
    for (size_t r = 0; r < bar_rows.size(); ++r) {
      for (const size_t i : bar_rows[r]) plan_.row[i] = static_cast<uint8_t>(first_bar_row + r);
    }
    for (size_t i = 0; i < items_.size(); ++i) {
      if (plan_.form[i] == ItemForm::kPill) plan_.row[i] = plan_.point_rows;
    }
    if (lane_.dense) {
      plan_.lost = point_rows > 1 ? 0 : kLossWithoutLabelRow;
    } else {
      PackPoints(shares);
    }
    return std::move(plan_);
  }

 private:
  bool Any(ItemForm form) const {
    return std::find(plan_.form.begin(), plan_.form.end(), form) != plan_.form.end();
  }

  void ChooseForms() {
    for (size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].joining > 0 && !lane_.dense) plan_.form[i] = ItemForm::kPill;
      if (!lane_.folded && items_[i].when->IsStretch() && spans_[i].length_px() >= kLeastBarPx) {
        plan_.form[i] = ItemForm::kBar;
      }
    }
  }

  std::vector<std::vector<size_t>> PackBars() {
    std::vector<size_t> bars;
    for (size_t i = 0; i < items_.size(); ++i) {
      if (plan_.form[i] == ItemForm::kBar) bars.push_back(i);
    }
    StableSort(&bars, [this](size_t a, size_t b) { return spans_[a].x0_px < spans_[b].x0_px; });
    std::vector<std::vector<size_t>> rows;
    for (const size_t bar : bars) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const std::vector<size_t>& others) {
        return spans_[others.back()].x1_px + kBarGapPx <= spans_[bar].x0_px;
      });
      if (row == rows.end()) {
        if (rows.size() == kMaxBarRows) {
          plan_.form[bar] = ItemForm::kPoint;
          continue;
        }
        row = rows.emplace(rows.end());
      }
      row->push_back(bar);
    }
    return rows;
  }

  bool PointsMeetBars() const {
    for (size_t p = 0; p < items_.size(); ++p) {
      if (plan_.form[p] != ItemForm::kPoint) continue;
      for (size_t b = 0; b < items_.size(); ++b) {
        if (plan_.form[b] == ItemForm::kBar &&
            spans_[p].centre_px > spans_[b].x0_px - kPointClearPx &&
            spans_[p].centre_px < spans_[b].x1_px + kPointClearPx) {
          return true;
        }
      }
    }
    return false;
  }

  // Points by priority; the selection does not count, it would make rows jump.
  std::vector<size_t> PointsByPriority() const {
    std::vector<size_t> points;
    for (size_t i = 0; i < items_.size(); ++i) {
      if (plan_.form[i] == ItemForm::kPoint) points.push_back(i);
    }
    StableSort(&points, [this](size_t a, size_t b) { return ComesBefore(items_[a], items_[b]); });
    return points;
  }

  void PackPoints(bool with_bars) {
    const std::vector<size_t> points = PointsByPriority();
    std::vector<RowSpace> rows = EmptyRows(with_bars);
    for (const size_t point : points) {
      size_t row = 0;
      while (row < rows.size() && !(IsFree(point, rows[row]) && TakeLabel(point, &rows[row])))
        ++row;
      if (row == rows.size()) {
        row = RowWithRoom(point, rows);
        TakePoint(point, &rows[row]);
      }
      plan_.row[point] = static_cast<uint8_t>(row);
    }
    CountLost(points, with_bars);
  }

  // Labels as they will be placed: only once all points have their place.
  void CountLost(const std::vector<size_t>& points, bool with_bars) {
    std::vector<RowSpace> rows = EmptyRows(with_bars);
    std::vector<RowSpace> seen(rows.size());  // points that are not merged into another
    std::vector<size_t> tops;
    for (const size_t point : points) {
      RowSpace& seen_in_row = seen[plan_.row[point]];
      if (IsFree(point, seen_in_row)) {
        tops.push_back(point);
      } else {
        plan_.lost += LossOf(point);
      }
      seen_in_row.Take(spans_[point].centre_px, spans_[point].centre_px);
      TakePoint(point, &rows[plan_.row[point]]);
    }
    for (const size_t point : tops) {
      if (!TakeLabel(point, &rows[plan_.row[point]])) plan_.lost += LossOf(point);
    }
  }

  float LossOf(size_t point) const { return std::max(items_[point].importance, kLeastLoss); }

  std::vector<RowSpace> EmptyRows(bool with_bars) const {
    std::vector<RowSpace> rows(plan_.point_rows);
    for (size_t i = 0; with_bars && i < items_.size(); ++i) {
      if (plan_.form[i] == ItemForm::kBar) rows[0].Take(spans_[i].x0_px, spans_[i].x1_px);
    }
    return rows;
  }

  bool IsFree(size_t point, const RowSpace& row) const {
    const double x = spans_[point].centre_px;
    return row.IsFree(x - request_.point_gap_px, x + request_.point_gap_px);
  }

  double DotRadius() const { return request_.request->metrics.dot_r_px; }

  void TakePoint(size_t point, RowSpace* row) const {
    const double x = spans_[point].centre_px;
    row->Take(x - DotRadius(), x + DotRadius());
  }

  // Takes the room of the point and its label, if there is any.
  bool TakeLabel(size_t point, RowSpace* row) const {
    const double x = spans_[point].centre_px, r = DotRadius();
    const Face face = items_[point].scheduled ? Face::kSemiBold : Face::kRegular;
    const LabelWish wish = WishBeside(x, r, TitleOf(*request_.request, items_[point].ref), face);
    const auto spot = FindSpot(request_.field, *row, wish);
    if (!spot) return false;
    row->Take(std::min(spot->x0_px, wish.mark0_px), std::max(spot->x1_px, wish.mark1_px));
    return true;
  }

  // The lowest row where the bare point covers nothing; else the lowest.
  size_t RowWithRoom(size_t point, const std::vector<RowSpace>& rows) const {
    for (size_t i = rows.size(); i > 0; --i) {
      if (IsFree(point, rows[i - 1])) return i - 1;
    }
    return rows.size() - 1;
  }

  const LaneItems& lane_;
  const PackRequest& request_;
  const std::vector<TimelineItem>& items_;
  std::vector<ItemSpan> spans_;
  RowPlan plan_;
};

}  // namespace

RowPlan PackLane(const LaneItems& lane, const PackRequest& request, uint8_t point_rows) {
  return Packer(lane, request).Run(point_rows);
}

}  // namespace demarche
