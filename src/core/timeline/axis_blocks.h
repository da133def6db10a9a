// Where the adaptive axis changes its scale when its author did not say: segments in which events
// come at about one rate.
//
// Bayesian blocks: J. D. Scargle, J. P. Norris, B. Jackson, J. Chiang, "Studies in Astronomical
// Time Series Analysis. VI. Bayesian Block Representations", The Astrophysical Journal 764:167
// (2013), https://doi.org/10.1088/0004-637X/764/2/167 : the partition that maximises the sum of N
// (ln N - ln T) over its blocks (eq. 19), less a prior for each block (eq. 21 with p0 = 0.05),
// found by dynamic programming (section 2.6). Ours differs in two points: there are at most
// `max_blocks`, and the edges, which are searched midway between two events as in the paper, are
// then moved to where the denser block begins or ends, and on to a rounder date in the gap if one
// is near.
#pragma once

#include <span>
#include <vector>

#include "core/dates/edtf.h"

namespace demarche {

/// Edges of the blocks, ascending, the first t0 and the last t1: at least one block and at most
/// `max_blocks`. `times` ascend and lie in [t0, t1). Costs O(n + blocks * 256^2).
std::vector<Seconds> DensityBlocks(std::span<const Seconds> times, Seconds t0, Seconds t1,
                                   size_t max_blocks);

}  // namespace demarche
