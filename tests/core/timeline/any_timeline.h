// Timelines of every kind from a seed, for what must hold of all of them: sparse and crowded
// dossiers, one event, everything in one second, nested and open intervals, ten thousand years,
// nothing but doubt; on screens of any size, wherever the reader went, whatever is selected.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/dates/calendar.h"
#include "core/timeline/timeline_items.h"
#include "core/timeline/timeline_plan.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {

inline constexpr TimeSpan kEverything{kTimeMin, kTimeMax};

enum class DossierKind {
  kEmpty,
  kOneEvent,
  kSparse,
  kCrowded,    // most of it within three weeks
  kOneSecond,  // all at the same time
  kNested,     // intervals within intervals
  kOpen,       // intervals without one end, or with an unknown one
  kAges,       // from 4000 BCE to the year 12000
  kVague,      // no date known to the day
  kMixed,      // some of all
  kMany        // tracks with more events than are looked at one by one
};
inline constexpr int kDossierKinds = 11;

/// A day as EDTF; years of five digits have no days.
inline std::string EdtfDay(Seconds t) {
  const CivilDate date = CivilAt(t);
  if (date.year > 9999) return "Y" + std::to_string(date.year);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%s%04d-%02d-%02d", date.year < 0 ? "-" : "",
                static_cast<int>(std::abs(date.year)), date.month, date.day);
  return text.data();
}

class DossierMaker {
 public:
  DossierMaker(DossierKind kind, TestRandom* random) : kind_(kind), random_(*random) {}

  Dossier Make() {
    if (OneIn(2)) AddBands();
    tracks_ = kind_ == DossierKind::kMany ? random_.Between(1, 3) : random_.Between(1, 7);
    for (int64_t i = 0; i < tracks_; ++i) sketch_.AddTrack("Lane", GroupOf(i));
    const Index actors[] = {sketch_.AddActor(), sketch_.AddActor()};
    for (int64_t i = EventCount(); i > 0; --i) AddEvent(actors[random_.Between(0, 1)]);
    if (kind_ == DossierKind::kMixed && OneIn(3)) {
      for (int i = 0; i < 10; ++i) sketch_.AddMove(Words(), EdtfDay(AnyTime()));
    }
    return sketch_.Build();
  }

 private:
  bool OneIn(int64_t n) { return random_.Between(1, n) == 1; }

  // Side by side, or within each other.
  std::string_view GroupOf(int64_t track) const {
    constexpr std::string_view kNested[] = {"Talks / Bilateral",
                                            "Talks / Bilateral",
                                            "Talks / Forums / OSCE / Vienna",
                                            "Talks",
                                            "Positions",
                                            "Positions / West",
                                            "Positions / West"};
    if (tracks_ % 2 == 0) return track < 4 ? "Talks" : "Positions";
    return kNested[track];
  }

  void AddBands() {
    for (const char* band : {"2000/2019", "2020-01-01/2020-12-31", "2021-12-01/2021-12-10"}) {
      sketch_.AddBand(band);
    }
  }

  int64_t EventCount() {
    switch (kind_) {
      case DossierKind::kEmpty:
        return 0;
      case DossierKind::kOneEvent:
        return 1;
      case DossierKind::kSparse:
        return random_.Between(2, 9);
      case DossierKind::kMany:
        return random_.Between(900, 2500);
      default:
        return random_.Between(10, 120);
    }
  }

  Seconds AnyTime() {
    const Seconds start = FirstOf("2000");
    if (kind_ == DossierKind::kOneSecond) return FirstOf("2014-03-18T12:30:15Z");
    if (kind_ == DossierKind::kAges) {
      return random_.Between(FirstOf("-4000"), FirstOf("Y12000"));
    }
    if (kind_ == DossierKind::kCrowded && !OneIn(5)) {
      return FirstOf("2021-12-01") + random_.Between(0, 21 * kSecondsPerDay);
    }
    return start + random_.Between(0, 22 * 365) * kSecondsPerDay;
  }

  std::string Interval(Seconds from) {
    const Seconds length = kSecondsPerDay << random_.Between(0, 12);
    const std::string start = EdtfDay(from), end = EdtfDay(from + length);
    if (kind_ == DossierKind::kNested || !OneIn(3)) return start + '/' + end;
    constexpr const char* kOpenForms[] = {"/..", "/", "~/.."};
    const int64_t form = random_.Between(0, 3);
    return form == 3 ? (OneIn(2) ? "../" : "/") + end : start + kOpenForms[form];
  }

  std::string Vague(Seconds t) {
    const std::string day = EdtfDay(t);
    if (day[0] == 'Y' || day[0] == '-') return day + '~';
    const std::string year = day.substr(0, 4), month = day.substr(0, 7);
    const std::string forms[] = {year,          year + '~',    year.substr(0, 3) + "X",
                                 month,         month + "?",   year + "-22",
                                 month + "-XX", year + "-XX",  "[" + month + "," + day + "]",
                                 day + "%",     month + "/..", "{" + year + "," + day + "}"};
    return forms[random_.Between(0, std::size(forms) - 1)];
  }

  std::string AnyDate() {
    const Seconds t = AnyTime();
    switch (kind_) {
      case DossierKind::kOneSecond:
        return IsoUtc(t);
      case DossierKind::kNested:
      case DossierKind::kOpen:
        return OneIn(5) ? EdtfDay(t) : Interval(t);
      case DossierKind::kVague:
        return Vague(t);
      default:
        return OneIn(6) ? Interval(t) : OneIn(6) ? Vague(t) : EdtfDay(t);
    }
  }

  // Sentences, single words, words that cannot be cut, letters of two and three bytes.
  std::string Words() {
    constexpr const char* kWords[] = {
        "meeting", "of",   "ministers", "in", "Geneva",     "Протокол", "security",        "a",
        "and",     "会談", "statement", "—",  "sanctions,", "2022",     "Donaudampfschiff"};
    std::string text;
    for (int64_t i = random_.Between(1, OneIn(4) ? 18 : 6); i > 0; --i) {
      text += kWords[random_.Between(0, std::size(kWords) - 1)];
      if (i > 1) text += ' ';
    }
    return text;
  }

  void AddEvent(Index actor) {
    const std::string date = AnyDate(), title = Words();
    const bool ongoing = date.ends_with("/..");
    EventSketch event{.title = title,
                      .date = date,
                      .status = ongoing ? Status::kOngoing : Status::kOccurred,
                      .importance = static_cast<float>(random_.Between(1, 5)),
                      .joining = OneIn(12) ? static_cast<int>(random_.Between(1, 12)) : 0};
    if (!OneIn(4)) event.reported = "-9000";
    sketch_.AddEvent(static_cast<Index>(random_.Between(0, tracks_ - 1)), event, {actor});
  }

  const DossierKind kind_;
  TestRandom& random_;
  TimelineSketch sketch_;
  int64_t tracks_ = 0;
};

/// Makes the plan of a request once for all layouts of its scope, as the canvas does: only window
/// and focus may change.
class KeptPlan {
 public:
  explicit KeptPlan(TimelineRequest* request)
      : request_(*request),
        plan_(PlanTimeline(*request,
                           MatchingEntries(*request->dossier, request->query, request->group))) {
    request_.plan = &plan_;
  }
  ~KeptPlan() { request_.plan = nullptr; }
  KeptPlan(const KeptPlan&) = delete;
  KeptPlan& operator=(const KeptPlan&) = delete;

 private:
  TimelineRequest& request_;
  const TimelinePlan plan_;
};

/// A dossier, a screen and where the reader is. The same seed gives the same.
class AnyTimeline {
 public:
  explicit AnyTimeline(uint64_t seed)
      : random(seed),
        kind(static_cast<DossierKind>(seed % kDossierKinds)),
        dossier(DossierMaker(kind, &random).Make()) {
    request = DesktopRequest(dossier);
    TakeScreen();
    if (OneIn(2)) request.axis = AxisKind::kLinear;
    TakeAsOf();
    if (OneIn(2)) Select();
    if (OneIn(3)) return;
    GoSomewhere();
  }

  bool OneIn(int64_t n) { return random.Between(1, n) == 1; }
  bool vertical() const { return request.orientation == Orientation::kVertical; }

  /// A lane with more events than are looked at one by one; a vertical timeline has one lane.
  bool HasDenseLane() const {
    if (vertical()) return dossier.lanes().size() > kMaxSparseEntries;
    for (Index track = 0; track < dossier.tracks().size(); ++track) {
      if (dossier.EventsOfTrack(track).size() > kMaxSparseEntries) return true;
    }
    return false;
  }

  /// Selects an event, or dims what is not of an actor.
  void Select() {
    const auto events = static_cast<int64_t>(dossier.events().size());
    if (events == 0) return;
    request.focus = {ItemKind::kEvent, static_cast<Index>(random.Between(0, events - 1))};
    if (OneIn(5)) request.focus = {ItemKind::kActor, static_cast<Index>(random.Between(0, 1))};
  }

  /// Zooms and pans as a reader does.
  void GoSomewhere() {
    request.range = kEverything;
    const KeptPlan plan(&request);
    for (int64_t steps = random.Between(1, 5); steps > 0; --steps) {
      const TimelineLayout layout = LayoutTimeline(request);
      const double along_px = layout.scale.x0_px() + AxisPx(layout) * random.Unit();
      request.range = ZoomedRange(layout, std::exp2(4 * random.Unit() - 0.5), along_px);
      request.range = PannedRange(LayoutTimeline(request), AxisPx(layout) * (random.Unit() - 0.5));
    }
  }

  static double AxisPx(const TimelineLayout& layout) {
    return layout.scale.x1_px() - layout.scale.x0_px();
  }

  TestRandom random;
  const DossierKind kind;
  const Dossier dossier;
  TimelineRequest request;

 private:
  void TakeScreen() {
    request.area_px = {0, 0, static_cast<float>(random.Between(200, 2560)),
                       static_cast<float>(random.Between(180, 900))};
    if (OneIn(3)) {
      request.metrics = MetricsForPhone();
      request.orientation = Orientation::kVertical;
      request.area_px.w = static_cast<float>(random.Between(280, 480));
    } else if (OneIn(3)) {
      request.metrics = MetricsForEmbed();
    }
  }

  void TakeAsOf() {
    const TimeSpan extent = dossier.extent();
    if (OneIn(2)) request.as_of_s = random.Between(extent.earliest - 1, extent.latest);
  }
};

/// Checks `seeds` timelines; what fails names its seed.
template <class Check>
void ForAnyTimeline(uint64_t first_seed, int seeds, const Check& check) {
  for (uint64_t seed = first_seed; seed < first_seed + static_cast<uint64_t>(seeds); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    AnyTimeline any(seed);
    check(&any);
    if (testing::Test::HasFatalFailure()) return;
  }
}

}  // namespace demarche
