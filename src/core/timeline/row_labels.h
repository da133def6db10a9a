// The labels of the marks of one row, in the order of their priority. What is held at the edges of
// the view only shortens the others' labels, and has its own where room is left.
#pragma once

#include <vector>

#include "core/timeline/clusters.h"
#include "core/timeline/mark_maker.h"

namespace demarche {

/// A mark being made, and what it stands for.
struct MarkDraft {
  Mark mark;
  const TimelineItem* item = nullptr;  // the most important one of a cluster
  Standing standing = Standing::kSeen;
  double x0_px = 0, x1_px = 0;            // what it takes of its row
  double inside0_px = 0, inside1_px = 0;  // of a bar: what is not faded
};

/// Gives the drafts of a row their labels, as far as there is room; what is selected and seen has
/// one whatever lies there.
void LabelRow(const LaneMarksRequest& request, const MarkMaker& maker,
              std::vector<MarkDraft>* drafts);

}  // namespace demarche
