// Which row of its lane an item is drawn in: points above, then count pills, then bars. Decided
// once for the axis with everything in view, so that nothing jumps between rows while one zooms or
// pans.
#pragma once

#include <vector>

#include "core/timeline/item_span.h"
#include "core/timeline/label_placement.h"
#include "core/timeline/timeline_items.h"

namespace demarche {

/// What is shorter is a point and no bar.
inline constexpr double kLeastBarPx = 12;

enum class ItemForm : uint8_t { kPoint, kPill, kBar };

struct RowPlan {
  std::vector<uint8_t> row;    // by item
  std::vector<ItemForm> form;  // by item
  uint8_t point_rows = 0, pill_rows = 0, bar_rows = 0;
  float lost = 0;  // importance of the points that would have no label

  uint32_t rows() const {
    const uint32_t all = uint32_t{point_rows} + pill_rows + bar_rows;
    return all > 0 ? all : 1;
  }
};

struct PackRequest {
  const TimelineRequest* request = nullptr;
  const TimeScale* scale = nullptr;  // everything in view
  LabelField field;
  double point_gap_px = 6;  // points closer than this cover each other
};

/// Bars by first fit in the order of their start, which needs as few rows as there are bars at a
/// time (interval partitioning: J. Kleinberg, E. Tardos, "Algorithm Design", 2005, section 4.1), at
/// most four; what is left over becomes points. Points in the order of their priority into the
/// first of `point_rows` rows that has room for their label. A dense lane has all its points in one
/// row; a second one, above it, is for labels (dense_lane.h). Of its items only the bars count.
RowPlan PackLane(const LaneItems& lane, const PackRequest& request, uint8_t point_rows);

}  // namespace demarche
