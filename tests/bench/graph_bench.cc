// `./dev bench core` of the actor graph: 100 to 10,000 actors with three moves each.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "core/graph/graph_places.h"
#include "core/graph/graph_zoom.h"
#include "tests/core/base/fake_measurer.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

constexpr Rect kArea{0, 0, 920, 457};
const FakeMeasurer kMeasurer;

size_t Actors(const benchmark::State& state) { return static_cast<size_t>(state.range(0)); }

struct Graph {
  Dossier dossier;
  GraphEvidence evidence{dossier};
  GraphRequest request;
  NodePlan whole, zoomed;

  explicit Graph(size_t actors) : dossier(CrowdsDossier(static_cast<uint32_t>(actors))) {
    request.dossier = &dossier;
    request.measurer = &kMeasurer;
    request.evidence = &evidence;
    request.places = PlaceActors(evidence);
    request.area_px = kArea;
    whole = PlanNodes(request, evidence);
    zoomed = ZoomedPlan(request, whole);
    request.nodes = &zoomed;
  }
};

Graph& GraphOf(const benchmark::State& state) {
  static std::map<size_t, std::unique_ptr<Graph>> made;
  std::unique_ptr<Graph>& graph = made[Actors(state)];
  if (!graph) graph = std::make_unique<Graph>(Actors(state));
  return *graph;
}

void ActorCounts(benchmark::internal::Benchmark* benchmark) {
  benchmark->RangeMultiplier(10)->Range(100, 10000)->Unit(benchmark::kMicrosecond);
}

void Graph_Places(benchmark::State& state) {
  const Graph& graph = GraphOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(PlaceActors(graph.evidence));
}
BENCHMARK(Graph_Places)->Apply(ActorCounts);

// Once an area.
void Graph_Plan(benchmark::State& state) {
  const Graph& graph = GraphOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(PlanNodes(graph.request, graph.evidence));
}
BENCHMARK(Graph_Plan)->Apply(ActorCounts);

// A frame while one zooms.
void Graph_Zoom(benchmark::State& state) {
  GraphRequest request = GraphOf(state).request;
  request.zoom = 4;
  request.region_px = kArea;
  for (auto _ : state) {
    const NodePlan plan = ZoomedPlan(request, GraphOf(state).whole);
    request.nodes = &plan;
    benchmark::DoNotOptimize(LayoutGraph(request));
  }
}
BENCHMARK(Graph_Zoom)->Apply(ActorCounts);

// A frame while the playhead moves.
void Graph_LayOut(benchmark::State& state) {
  const Graph& graph = GraphOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(LayoutGraph(graph.request));
}
BENCHMARK(Graph_LayOut)->Apply(ActorCounts);

// A frame while one pans.
void Graph_Pan(benchmark::State& state) {
  const GraphLayout picture = LayoutGraph(GraphOf(state).request);
  for (auto _ : state) benchmark::DoNotOptimize(SeenThrough(picture, {}));
}
BENCHMARK(Graph_Pan)->Apply(ActorCounts);

}  // namespace
}  // namespace demarche
