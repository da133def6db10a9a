// `./dev bench core`: what the parts of the core cost over 1,000 to 1,000,000 generated events, and
// how that grows. Nothing is asserted: machines are noisy, and a growth is for a person to judge.
// Past 250,000 events the generator's things say less, so the reader's last step looks better than
// it is.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/dates/civil.h"
#include "core/dossier/generate.h"
#include "core/reader/dossier_reader.h"
#include "core/state/query.h"
#include "core/timeline/axis.h"
#include "core/timeline/clusters.h"
#include "core/timeline/label_placement.h"
#include "core/timeline/links.h"
#include "core/timeline/minimap_layout.h"
#include "core/timeline/ticks.h"
#include "core/timeline/timeline_plan.h"
#include "tests/bench/growth_reporter.h"
#include "tests/core/base/fake_measurer.h"

namespace demarche {
namespace {

constexpr Rect kArea{0, 0, 920, 457};  // of design/desktop-light.png
constexpr double kWidthPx = 756;       // without the gutter
const FakeMeasurer kMeasurer;

// ---- Dossiers, one for each size, made when first asked for ----

const std::string& Json(size_t events) {
  static std::map<size_t, std::string> made;
  std::string& json = made[events];
  if (json.empty()) {
    GenerateDossier({events, 50, 1}, [&json](std::string_view piece) { json += piece; });
  }
  return json;
}

const Dossier& Generated(size_t events) {
  static std::map<size_t, std::unique_ptr<Dossier>> made;
  std::unique_ptr<Dossier>& dossier = made[events];
  if (!dossier) {
    ReadResult read = ReadDossier(Json(events), "generated");
    if (!read.dossier) {
      std::fprintf(stderr, "the generated dossier has errors\n");
      std::abort();
    }
    dossier = std::make_unique<Dossier>(std::move(*read.dossier));
  }
  return *dossier;
}

// The same with an actor of 50 at each event, and a move at each that answers the one before: past
// 250,000 events the generated ones have neither.
const Dossier& Negotiated(size_t events) {
  static std::map<size_t, std::unique_ptr<Dossier>> made;
  std::unique_ptr<Dossier>& dossier = made[events];
  if (dossier) return *dossier;
  const Dossier& generated = Generated(events);
  DossierData data = generated.data();  // its texts stay the original's
  Arena arena;
  data.moves.clear();
  for (Index i = 0; i < data.events.size(); ++i) {
    const Participant participant{i % 50, "party"};
    data.events[i].actors = arena.Copy(std::span(&participant, 1));
    Move move;
    move.id = data.events[i].id;
    move.date = data.events[i].date;
    move.reported_s = data.events[i].reported_s;
    move.event = i;
    const Index before = i - 1;
    if (i > 0) move.replies_to = arena.Copy(std::span(&before, 1));
    data.moves.push_back(move);
  }
  dossier = std::make_unique<Dossier>(std::move(data), std::move(arena), IdIndexes());
  return *dossier;
}

size_t Events(const benchmark::State& state) { return static_cast<size_t>(state.range(0)); }

void Sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->RangeMultiplier(10)->Range(1000, 1000000);
}

TimelineRequest Request(const Dossier& dossier, TimeSpan range = {kTimeMin, kTimeMax}) {
  TimelineRequest request;
  request.dossier = &dossier;
  request.measurer = &kMeasurer;
  request.area_px = kArea;
  request.metrics = MetricsForDesktop();
  request.range = range;
  return request;
}

// A month in the middle of what there is.
TimeSpan Month(const Dossier& dossier) {
  const TimeSpan all = dossier.extent();
  const Seconds middle = all.earliest + (all.latest - all.earliest) / 2;
  return {middle, middle + 30 * kSecondsPerDay};
}

TimeScale Everything(const Dossier& dossier) {
  std::vector<ScaleBand> bands = AdaptiveBands(dossier, kTimeMax, kWidthPx);
  const double u0 = bands.front().u0, u1 = bands.back().u1;
  return TimeScale(std::move(bands), u0, u1, 0, kWidthPx);
}

// ---- Reader and index ----

void Reader(benchmark::State& state) {
  const std::string& json = Json(Events(state));
  for (auto _ : state) {
    state.PauseTiming();
    auto read = std::make_unique<ReadResult>();
    state.ResumeTiming();
    *read = ReadDossier(json, "generated");
    benchmark::DoNotOptimize(read->dossier);
    state.PauseTiming();
    read.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(json.size()));
}
BENCHMARK(Reader)->Apply(Sizes)->Unit(benchmark::kMillisecond);

// All indexes of a dossier that is already in memory.
void Index_Build(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  for (auto _ : state) {
    state.PauseTiming();
    DossierData data = dossier.data();  // its texts stay the original's
    state.ResumeTiming();
    auto built = std::make_unique<Dossier>(std::move(data), Arena(), IdIndexes());
    benchmark::DoNotOptimize(built->extent());
    state.PauseTiming();
    built.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(Index_Build)->Apply(Sizes)->Unit(benchmark::kMillisecond);

void Index_Find(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  Random random(1);
  for (auto _ : state) {
    const Event& event = dossier.events()[random.Below(dossier.events().size())];
    benchmark::DoNotOptimize(dossier.Find(event.id));
  }
}
BENCHMARK(Index_Find)->Apply(Sizes);

// ---- Axis ----

void Axis_Bands(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  for (auto _ : state) benchmark::DoNotOptimize(AdaptiveBands(dossier, kTimeMax, kWidthPx));
}
BENCHMARK(Axis_Bands)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Axis_Ticks(benchmark::State& state) {
  const TimeScale scale = Everything(Generated(Events(state)));
  TickRequest request;
  request.scale = &scale;
  request.measurer = &kMeasurer;
  request.metrics = MetricsForDesktop();
  for (auto _ : state) benchmark::DoNotOptimize(LayoutTicks(request));
}
BENCHMARK(Axis_Ticks)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Axis_TrueScaleStrip(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  MinimapRequest request;
  request.dossier = &dossier;
  request.measurer = &kMeasurer;
  request.metrics = MetricsForDesktop();
  request.strip_px = {0, 0, static_cast<float>(kWidthPx), 32};
  request.content0 = request.range0 = dossier.extent().earliest;
  request.content1 = request.range1 = dossier.extent().latest + 1;
  for (auto _ : state) benchmark::DoNotOptimize(LayoutMinimap(request));
}
BENCHMARK(Axis_TrueScaleStrip)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// ---- Labels, clusters ----

// As many labels as there are events ask for a place in one row.
void Labels(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  const LabelField field = {.x0_px = 0, .x1_px = kWidthPx, .measurer = &kMeasurer};
  const TimeScale scale = Everything(dossier);
  std::vector<LabelWish> wishes;
  for (const Event& event : dossier.events()) {
    const double x = scale.PxFromTime(event.date.when.earliest());
    LabelWish wish;
    wish.title = dossier.In(event.title, "en");
    wish.mark0_px = x - 4;
    wish.mark1_px = x + 4;
    wish.left_px = x - 9;
    wish.right_px = x + 9;
    wishes.push_back(wish);
  }
  for (auto _ : state) {
    RowSpace row;
    for (const LabelWish& wish : wishes) {
      const auto spot = FindSpot(field, row, wish);
      if (spot) row.Take(spot->x0_px, spot->x1_px);
    }
    benchmark::DoNotOptimize(row);
  }
}
BENCHMARK(Labels)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// All events as points of one row.
void Clusters(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  const TimeScale scale = Everything(dossier);
  std::vector<ClusterPoint> points;
  for (const Index event : dossier.EventsByTime()) {
    ClusterPoint point;
    point.centre_px = scale.PxFromTime(dossier.events()[event].date.when.earliest());
    point.half_px = 4.6;
    points.push_back(point);
  }
  for (auto _ : state) benchmark::DoNotOptimize(ClusterPoints(points, ClusterSizes()));
}
BENCHMARK(Clusters)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// ---- Search ----

void Search_Words(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  EventFilter filter;
  filter.query = "talks geneva";
  for (auto _ : state) benchmark::DoNotOptimize(VisibleEvents(dossier, filter));
}
BENCHMARK(Search_Words)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Search_AsOf(benchmark::State& state) {
  const Dossier& dossier = Generated(Events(state));
  EventFilter filter;
  filter.as_of_s = Month(dossier).earliest;
  for (auto _ : state) benchmark::DoNotOptimize(VisibleEvents(dossier, filter));
}
BENCHMARK(Search_AsOf)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// ---- All of it: what is decided once, and the window of one frame ----

// The page of a phone, where time runs down.
TimelineRequest PhoneRequest(const Dossier& dossier, TimeSpan range = {kTimeMin, kTimeMax}) {
  TimelineRequest request = Request(dossier, range);
  request.area_px = {0, 0, 390, 700};
  request.metrics = MetricsForPhone();
  request.orientation = Orientation::kVertical;
  return request;
}

void MakePlans(benchmark::State& state, const TimelineRequest& request) {
  const RankBits matches = MatchingEntries(*request.dossier, "", "");
  for (auto _ : state) benchmark::DoNotOptimize(PlanTimeline(request, matches));
}

void Plan(benchmark::State& state) { MakePlans(state, Request(Negotiated(Events(state)))); }
BENCHMARK(Plan)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Plan_Phone(benchmark::State& state) {
  MakePlans(state, PhoneRequest(Negotiated(Events(state))));
}
BENCHMARK(Plan_Phone)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// A frame while one pans: the plan is there.
void LayOutFrames(benchmark::State& state, TimelineRequest request) {
  const Dossier& dossier = *request.dossier;
  const TimelinePlan plan = PlanTimeline(request, MatchingEntries(dossier, "", ""));
  request.plan = &plan;
  RelatedPoints related;
  if (request.focus) {
    related = RelatedPointsOf(dossier, plan, request.focus);
    request.related = &related;
  }
  for (auto _ : state) benchmark::DoNotOptimize(LayoutTimeline(request));
}

void Frame(benchmark::State& state) { LayOutFrames(state, Request(Negotiated(Events(state)))); }
BENCHMARK(Frame)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Frame_OfMonth(benchmark::State& state) {
  const Dossier& dossier = Negotiated(Events(state));
  LayOutFrames(state, Request(dossier, Month(dossier)));
}
BENCHMARK(Frame_OfMonth)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Frame_OnPhone(benchmark::State& state) {
  const Dossier& dossier = Negotiated(Events(state));
  LayOutFrames(state, PhoneRequest(dossier, dossier.extent()));
}
BENCHMARK(Frame_OnPhone)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// In a zone whose clocks change twice a year.
void Frame_InZone(benchmark::State& state) {
  std::string lines = "Geneva\n3600";
  for (int64_t t = -2000000000, offset = 7200; t < 4000000000; t += 15778476) {
    lines += '\n' + std::to_string(t) + ' ' + std::to_string(offset);
    offset = 10800 - offset;
  }
  TimelineRequest request = Request(Negotiated(Events(state)));
  request.calendar =
      ReaderCalendar(nullptr, std::make_shared<const ZoneTable>(*ZoneTable::Parse(lines)));
  LayOutFrames(state, request);
}
BENCHMARK(Frame_InZone)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Frame_ActorSelected(benchmark::State& state) {
  TimelineRequest request = Request(Negotiated(Events(state)));
  request.focus = {ItemKind::kActor, 7};
  LayOutFrames(state, request);
}
BENCHMARK(Frame_ActorSelected)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// Once a selection.
void Related(benchmark::State& state) {
  const Dossier& dossier = Negotiated(Events(state));
  const TimelinePlan plan = PlanTimeline(Request(dossier), MatchingEntries(dossier, "", ""));
  for (auto _ : state)
    benchmark::DoNotOptimize(RelatedPointsOf(dossier, plan, {ItemKind::kActor, 7}));
}
BENCHMARK(Related)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

// All replies in view, a frame.
void LayOutAllLinks(benchmark::State& state, TimelineRequest request) {
  const TimelinePlan plan = PlanTimeline(request, MatchingEntries(*request.dossier, "", ""));
  request.plan = &plan;
  const TimelineLayout layout = LayoutTimeline(request);
  const LinkRequest links{
      .request = &request, .layout = &layout, .shown = Links::kAll, .hover = {}};
  for (auto _ : state) benchmark::DoNotOptimize(LayoutLinks(links));
}

void Links_All(benchmark::State& state) {
  LayOutAllLinks(state, Request(Negotiated(Events(state))));
}
BENCHMARK(Links_All)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

void Links_AllOfMonth(benchmark::State& state) {
  const Dossier& dossier = Negotiated(Events(state));
  LayOutAllLinks(state, Request(dossier, Month(dossier)));
}
BENCHMARK(Links_AllOfMonth)->Apply(Sizes)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace demarche

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  demarche::GrowthReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
