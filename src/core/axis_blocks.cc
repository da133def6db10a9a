#include "core/axis_blocks.h"

#include <algorithm>
#include <cmath>

#include "core/calendar.h"

namespace demarche {
namespace {

// Edges that are tried; their pairs are what the search costs.
constexpr size_t kMaxEdges = 256;
constexpr double kFalsePositives = 0.05;  // p0 of the paper

// A boundary in (before, after], the coarsest there is and of those the last.
Seconds EdgeInGap(Seconds before, Seconds after) {
  for (const CalendarStep step :
       {CalendarStep{CalendarUnit::kYear, 100}, CalendarStep{CalendarUnit::kYear, 10},
        CalendarStep{CalendarUnit::kYear, 1}, CalendarStep{CalendarUnit::kMonth, 1}}) {
    const Seconds edge = FloorTo(after, step);
    if (edge > before) return edge;
  }
  return FloorTo(after, {CalendarUnit::kDay, 1});
}

// A possible edge, and how many events lie before it.
struct Edge {
  Seconds t = 0;
  size_t events_before = 0;
};

std::vector<Edge> CandidateEdges(std::span<const Seconds> times, Seconds t0, Seconds t1) {
  std::vector<Edge> edges = {{t0, 0}};
  const size_t stride = times.size() / (kMaxEdges - 2) + 1;
  for (size_t i = stride; i < times.size(); i += stride) {
    const Seconds edge = EdgeInGap(times[i - 1], times[i]);
    if (edge <= edges.back().t || edge >= t1) continue;
    const auto before = std::lower_bound(times.begin(), times.end(), edge) - times.begin();
    edges.push_back({edge, static_cast<size_t>(before)});
  }
  edges.push_back({t1, times.size()});
  return edges;
}

double Fitness(const Edge& from, const Edge& to) {
  const auto events = static_cast<double>(to.events_before - from.events_before);
  if (events == 0) return 0;
  const double days = (static_cast<double>(to.t) - static_cast<double>(from.t)) / kSecondsPerDay;
  return events * (std::log(events) - std::log(days));
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
  std::vector<Seconds> result = {t1};
  size_t at = n - 1;
  for (size_t k = count; k > 0; --k) {
    at = from[k][at];
    result.push_back(edges[at].t);
  }
  result.push_back(t0);
  std::reverse(result.begin(), result.end());
  return result;
}

}  // namespace demarche
