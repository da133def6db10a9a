#include "core/timeline/axis_blocks.h"

#include <algorithm>
#include <cmath>

#include "core/dates/calendar.h"

namespace demarche {
namespace {

// Edges that are tried; their pairs are what the search costs.
constexpr size_t kMaxEdges = 256;
constexpr double kFalsePositives = 0.05;  // p0 of the paper

constexpr CalendarStep kRoundSteps[] = {{CalendarUnit::kYear, 100},
                                        {CalendarUnit::kYear, 10},
                                        {CalendarUnit::kYear, 1},
                                        {CalendarUnit::kMonth, 1},
                                        {CalendarUnit::kWeek, 1}};
// How far an edge moves to a rounder date, as a share of the shorter block beside it.
constexpr Seconds kRoundingShare = 4;

// A possible edge, how many events lie before it, and the gap between two events that it lies in:
// from the end of the day of the one to the start of the day of the other.
struct Edge {
  Seconds t = 0;
  size_t events_before = 0;
  Seconds gap0 = 0, gap1 = 0;
};

std::vector<Edge> CandidateEdges(std::span<const Seconds> times, Seconds t0, Seconds t1) {
  std::vector<Edge> edges = {{t0, 0, t0, t0}};
  const size_t stride = times.size() / (kMaxEdges - 2) + 1;
  for (size_t i = stride; i < times.size(); i += stride) {
    const Seconds gap0 = CeilTo(times[i - 1] + 1, kDayStep), gap1 = FloorTo(times[i], kDayStep);
    const Seconds middle = times[i - 1] + (times[i] - times[i - 1]) / 2;
    if (gap0 <= gap1 && gap0 > t0 && gap1 < t1) edges.push_back({middle, i, gap0, gap1});
  }
  edges.push_back({t1, times.size(), t1, t1});
  return edges;
}

// The coarsest boundary in the edge's gap that is at most `reach` from `t`.
Seconds Rounded(Seconds t, const Edge& edge, Seconds reach) {
  for (const CalendarStep step : kRoundSteps) {
    const Seconds before = FloorTo(t, step), after = CeilTo(t, step);
    const bool takes_before = before >= edge.gap0 && t - before <= reach;
    const bool takes_after = after <= edge.gap1 && after - t <= reach;
    if (takes_before && (!takes_after || t - before <= after - t)) return before;
    if (takes_after) return after;
  }
  return t;
}

// The edge itself or one of those next to it, between `low` and `high`, whichever lies in the
// widest gap: half of a long gap goes with each of its events in the search, so that a burst tends
// to lose its first and its last one.
size_t WidestGap(const std::vector<Edge>& edges, size_t at, size_t low, size_t high) {
  size_t widest = at;
  for (const size_t i : {at - 1, at + 1}) {
    const bool wider = edges[i].gap1 - edges[i].gap0 > edges[widest].gap1 - edges[widest].gap0;
    if (i > low && i < high && wider) widest = i;
  }
  return widest;
}

double Rate(const Edge& from, const Edge& to) {
  return static_cast<double>(to.events_before - from.events_before) /
         (static_cast<double>(to.t) - static_cast<double>(from.t));
}

double Fitness(const Edge& from, const Edge& to) {
  const auto events = static_cast<double>(to.events_before - from.events_before);
  if (events == 0) return 0;
  const double days = (static_cast<double>(to.t) - static_cast<double>(from.t)) / kSecondsPerDay;
  return events * std::log(events / days);
}

double PriorOfABlock(size_t events) {
  const double n = std::max<double>(1, static_cast<double>(events));
  return 4 - std::log(73.53 * kFalsePositives * std::pow(n, -0.478));
}

}  // namespace

std::vector<Seconds> DensityBlocks(std::span<const Seconds> times, Seconds t0, Seconds t1,
                                   size_t max_blocks) {
  const std::vector<Edge> edges = CandidateEdges(times, t0, t1);
  const size_t n = edges.size();
  const double prior = PriorOfABlock(times.size());

  // best[k][j]: the fitness of the best k + 1 blocks over the edges 0 to j; from[k][j]: where the
  // last of them begins.
  constexpr double kNever = -1e300;
  std::vector<std::vector<double>> best(max_blocks, std::vector<double>(n, kNever));
  std::vector<std::vector<size_t>> from(max_blocks, std::vector<size_t>(n, 0));
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = i + 1; j < n; ++j) {
      const double block = Fitness(edges[i], edges[j]) - prior;
      if (i == 0) best[0][j] = block;
      for (size_t k = 1; k < max_blocks; ++k) {
        if (best[k - 1][i] == kNever || best[k - 1][i] + block <= best[k][j]) continue;
        best[k][j] = best[k - 1][i] + block;
        from[k][j] = i;
      }
    }
  }

  size_t count = 0;
  for (size_t k = 1; k < max_blocks; ++k) {
    if (best[k][n - 1] > best[count][n - 1]) count = k;
  }
  std::vector<size_t> chosen = {n - 1};
  for (size_t k = count; k > 0; --k) chosen.push_back(from[k][chosen.back()]);
  chosen.push_back(0);
  std::reverse(chosen.begin(), chosen.end());

  for (size_t i = 1; i + 1 < chosen.size(); ++i) {
    chosen[i] = WidestGap(edges, chosen[i], chosen[i - 1], chosen[i + 1]);
  }

  std::vector<Seconds> result = {t0};
  for (size_t i = 1; i + 1 < chosen.size(); ++i) {
    const Edge &before = edges[chosen[i - 1]], &edge = edges[chosen[i]];
    const Edge& after = edges[chosen[i + 1]];
    const Seconds tight = Rate(before, edge) > Rate(edge, after) ? edge.gap0 : edge.gap1;
    const Seconds shorter = std::min(tight - result.back(), after.gap0 - tight);
    result.push_back(Rounded(tight, edge, shorter / kRoundingShare));
  }
  result.push_back(t1);
  return result;
}

}  // namespace demarche
