// Parts of a graph's layout that stand for many things.
#pragma once

#include <vector>

#include "core/graph/graph_layout.h"

namespace demarche {

/// Makes one line of all between the same two actors (`from` < `to`), and puts the busiest first.
void MergeLines(std::vector<GraphLine>* lines);

}  // namespace demarche
