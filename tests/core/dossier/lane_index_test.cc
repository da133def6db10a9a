// The index against plain search over dossiers of all kinds of dates.
#include "core/dossier/lane_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "core/dossier/as_of.h"
#include "core/dossier/dossier.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

std::string AnyDate(TestRandom* random) {
  const std::string year = std::to_string(random->Between(1990, 2020));
  const std::string month = random->Between(0, 1) == 0 ? "-03" : "-11";
  switch (random->Between(0, 11)) {
    case 0:
      return year;
    case 1:
      return year + month;
    case 2:
      return year + month + "-01/" + year + month + "-20";
    case 3:
      return year + "/..";
    case 4:
      return "../" + year;
    case 5:
      return "/" + year + month;
    case 6:
      return year.substr(0, 3) + "X";
    case 7:
      return year + month + "-07T23:30" + (random->Between(0, 1) == 0 ? "" : "-05:00");
    case 8:
      return year + month + "-07T08:00:00Z/" + year + month + "-20";
    case 9:
      return "/" + year + month + "-08T08:00Z";
    default:
      return year + month + (random->Between(0, 1) == 0 ? "-07" : "-21");
  }
}

Dossier AnyDossier(TestRandom* random) {
  TimelineSketch sketch;
  const auto tracks = static_cast<Index>(random->Between(1, 4));
  for (Index i = 0; i < tracks; ++i) sketch.AddTrack("Track");
  const int64_t count = random->Between(0, 300);
  for (int64_t i = 0; i < count; ++i) {
    const std::string date = AnyDate(random);
    const std::string reported = std::to_string(random->Between(1985, 2025));
    sketch.AddEvent(static_cast<Index>(random->Between(0, tracks - 1)),
                    {.date = date,
                     .importance = static_cast<float>(random->Between(1, 4)),
                     .reported = random->Between(0, 2) == 0 ? reported : ""});
  }
  for (int64_t i = random->Between(0, 20); i > 0; --i) sketch.AddMove("Says", AnyDate(random));
  return sketch.Build();
}

const When& WhenOf(const Dossier& dossier, uint32_t entry) {
  const Index item = dossier.lanes().item(entry);
  return entry < dossier.lanes().Events().end ? dossier.events()[item].date.when
                                              : dossier.moves()[item].date.when;
}
Seconds ReportedOf(const Dossier& dossier, uint32_t entry) {
  const Index item = dossier.lanes().item(entry);
  return entry < dossier.lanes().Events().end ? dossier.events()[item].reported_s
                                              : dossier.moves()[item].reported_s;
}

TEST(PointOf, IsTheMiddleOfWhatTheStartMayCover) {
  EXPECT_EQ(PointOf(DateOf("2021-01-01")), FirstOf("2021-01-01T12:00Z") - 1);
  EXPECT_EQ(PointOf(DateOf("2021-01-01/2021-02")), FirstOf("2021-01-01T12:00Z") - 1);
  EXPECT_EQ(PointOf(DateOf("/2021-01")), LastOf("2021-01"));
  EXPECT_EQ(PointOf(DateOf("../2021-01")), kTimeMin);
  EXPECT_EQ(PointOf(DateOf("[2021..]")), FirstOf("2021"));
}

TEST(PointOf, NamesADayOrIsAnInstant) {
  const struct {
    std::string_view date;
    PointKind kind;
  } cases[] = {{"2021", PointKind::kDay},
               {"2021-12-30", PointKind::kDay},
               {"2021-12-30T23:35", PointKind::kDay},  // of which nobody says the zone
               {"2021-12-30T23:35Z", PointKind::kInstant},
               {"2021-12-30T18:35-05:00", PointKind::kInstant},
               {"2021-12-30T23:35Z/2022-01-10", PointKind::kInstant},
               {"2021-12-30/2022-01-10T10:00Z", PointKind::kDay},
               {"../2022-01-10T10:00Z", PointKind::kInstant},
               {"/2022-01-10T10:00Z", PointKind::kInstant},
               {"2021-12-30T23:35Z/", PointKind::kInstant}};
  for (const auto& c : cases) EXPECT_EQ(KindOfPoint(DateOf(c.date)), c.kind) << c.date;
}

TEST(LaneIndex, HasEachThingOnceInItsLaneInTime) {
  TestRandom random(1);
  for (int round = 0; round < 60; ++round) {
    const Dossier dossier = AnyDossier(&random);
    const LaneIndex& lanes = dossier.lanes();
    ASSERT_EQ(lanes.lane_count(), dossier.tracks().size() + 1);
    ASSERT_EQ(lanes.size(), dossier.events().size() + dossier.moves().size());
    for (uint32_t lane = 0; lane < lanes.lane_count(); ++lane) {
      const EntryRange range = lanes.LaneAt(lane);
      for (uint32_t entry = range.first; entry < range.end; ++entry) {
        if (lane < dossier.tracks().size()) {
          ASSERT_EQ(dossier.events()[lanes.item(entry)].track, lane);
        }
        ASSERT_EQ(lanes.point_s(entry), PointOf(WhenOf(dossier, entry)));
        ASSERT_EQ(lanes.EntryOf(range, lanes.point_s(entry), lanes.item(entry)), entry);
      }
      uint32_t next = range.first;
      for (const LanePart& part : lanes.PartsOf(range)) {
        ASSERT_EQ(part.range.first, next);
        next = part.range.end;
        for (uint32_t entry = part.range.first; entry < part.range.end; ++entry) {
          ASSERT_EQ(KindOfPoint(WhenOf(dossier, entry)), part.kind);
          ASSERT_EQ(lanes.KindOf(entry), part.kind);
          if (entry == part.range.first) continue;
          ASSERT_LE(lanes.point_s(entry - 1), lanes.point_s(entry));
          ASSERT_NE(lanes.item(entry - 1), lanes.item(entry));
        }
      }
      ASSERT_EQ(next, range.end);
      ASSERT_EQ(lanes.EntryOf(range, FirstOf("1800"), 0), range.end);
    }
  }
}

TEST(LaneIndex, WindowsAreWhatPlainSearchFinds) {
  TestRandom random(2);
  for (int round = 0; round < 60; ++round) {
    const Dossier dossier = AnyDossier(&random);
    const LaneIndex& lanes = dossier.lanes();
    for (uint32_t lane = 0; lane < lanes.lane_count(); ++lane) {
      const EntryRange range = lanes.PartsOf(lanes.LaneAt(lane))[round % 2].range;
      for (int i = 0; i < 20; ++i) {
        const Seconds t0 = FirstOf(AnyDate(&random)), t1 = LastOf(AnyDate(&random));
        const auto before = [&](Seconds t) {
          uint32_t count = 0;
          for (uint32_t e = range.first; e < range.end; ++e) count += lanes.point_s(e) < t;
          return range.first + count;
        };
        const EntryRange found = lanes.Between(range, t0, t1);
        ASSERT_EQ(found.first, before(t0));
        ASSERT_EQ(found.end, std::max(before(t0), before(t1)));
        ASSERT_EQ(lanes.FirstFrom(range, t0), before(t0));
      }
    }
  }
}

TEST(LaneIndex, WhatIsKnownAndBegunIsWhatPlainSearchFinds) {
  TestRandom random(3);
  for (int round = 0; round < 200; ++round) {
    const Dossier dossier = AnyDossier(&random);
    const LaneIndex& lanes = dossier.lanes();
    const Seconds as_of_s = round % 10 == 0 ? kTimeMax : LastOf(AnyDate(&random));
    const RankBits known = lanes.ReportedBy(as_of_s);
    const RankBits begun = lanes.BegunBy(as_of_s, known);
    TimeSpan span{kTimeMax, kTimeMin};
    for (uint32_t entry = 0; entry < lanes.size(); ++entry) {
      const When& when = WhenOf(dossier, entry);
      const bool is_known = KnownAt(ReportedOf(dossier, entry), as_of_s);
      ASSERT_EQ(known.Has(entry), is_known);
      ASSERT_EQ(begun.Has(entry), is_known && when.earliest() <= as_of_s);
      for (const Seconds t : {when.start.earliest, when.end.earliest}) {
        if (!is_known || t <= kTimeMin || t >= kTimeMax) continue;
        span = {std::min(span.earliest, t), std::max(span.latest, t)};
      }
    }
    ASSERT_EQ(lanes.SpanOf(known), span.earliest > span.latest ? (TimeSpan{0, 0}) : span) << round;
  }
}

TEST(LaneIndex, TheTopIsTheFirstOfWhatIsLeft) {
  TestRandom random(4);
  for (int round = 0; round < 60; ++round) {
    const Dossier dossier = AnyDossier(&random);
    const LaneIndex& lanes = dossier.lanes();
    const RankBits known = lanes.ReportedBy(LastOf(AnyDate(&random)));
    for (int i = 0; i < 40; ++i) {
      const auto a = static_cast<uint32_t>(random.Between(0, lanes.size()));
      const auto b = static_cast<uint32_t>(random.Between(0, lanes.size()));
      const EntryRange range{std::min(a, b), std::max(a, b)};
      uint32_t expected = range.end;
      for (uint32_t e = range.first; e < range.end; ++e) {
        if (!known.Has(e)) continue;
        if (expected == range.end || lanes.GoesBefore(e, expected)) expected = e;
      }
      ASSERT_EQ(lanes.TopOf(range, known), expected);
      if (expected == range.end) continue;
      ASSERT_FALSE(lanes.GoesBefore(expected, expected));
    }
  }
}

TEST(LaneIndex, MoreImportantEventsGoFirst) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  for (int i = 0; i < 200; ++i) {
    sketch.AddEvent(track, {.date = "2001-01-01", .importance = i == 77 ? 2.0f : 1.0f});
  }
  const Dossier dossier = sketch.Build();
  const RankBits all = dossier.lanes().ReportedBy(kTimeMax);
  const uint32_t top = dossier.lanes().TopOf({0, 200}, all);
  EXPECT_EQ(dossier.lanes().item(top), 77u);
}

TEST(LaneIndex, SaysUntilWhenAnIntervalLastsOnlyIfThatIsKnownToTheDay) {
  struct Case {
    std::string_view date;
    std::string_view last;  // empty: nobody knows, or it goes on
    Status status = Status::kOccurred;
  };
  const Case cases[] = {
      {"2010-03-01/2010-03-03", "2010-03-03"},
      {"2010-03-01T10:00Z/2010-03-03T12:30Z", "2010-03-03T12:30Z"},
      {"{2010-03-01,2010-03-05}", "2010-03-05"},
      {"2010-03-01/2010-03-03", "", Status::kOngoing},
      {"2010-03/2010-03-03", ""},
      {"2010-03-01/2011", ""},
      {"2010-03-01~/2010-03-03", ""},
      {"2010-03-01/2010-03-03?", ""},
      {"2010-03-XX/2010-04-02", ""},
      {"2010-03-01/..", ""},
      {"2010-03-01/", ""},
      {"../2010-03-01", ""},
      {"/2010-03-01", ""},
  };
  TimelineSketch sketch;
  for (const Case& c : cases) {
    const Index track = sketch.AddTrack("Track");
    sketch.AddEvent(track, {.date = "2009-01-01"});
    sketch.AddEvent(track, {.date = c.date, .status = c.status});
  }
  const Dossier dossier = sketch.Build();
  const LaneIndex& lanes = dossier.lanes();
  for (uint32_t lane = 0; lane < std::size(cases); ++lane) {
    const Case& c = cases[lane];
    const std::span<const IntervalEntry> intervals = lanes.IntervalsOf(lanes.LaneAt(lane));
    ASSERT_EQ(intervals.size(), 1u) << c.date << ": days are none";
    EXPECT_EQ(lanes.item(intervals[0].entry), 2 * lane + 1);
    EXPECT_EQ(lanes.begins_s(intervals[0].entry), FirstOf(c.date));
    EXPECT_EQ(intervals[0].until_s, c.last.empty() ? kTimeMax : LastOf(c.last) + 1) << c.date;
  }
}

TEST(LaneIndex, IntervalsOfAPartAreThoseInIt) {
  TestRandom random(6);
  for (int round = 0; round < 60; ++round) {
    const Dossier dossier = AnyDossier(&random);
    const LaneIndex& lanes = dossier.lanes();
    const auto a = static_cast<uint32_t>(random.Between(0, lanes.size()));
    const auto b = static_cast<uint32_t>(random.Between(a, lanes.size()));
    std::vector<uint32_t> expected, found;
    for (uint32_t entry = a; entry < b; ++entry) {
      const When& when = WhenOf(dossier, entry);
      if (when.Has(kInterval) || when.Has(kAllOf)) expected.push_back(entry);
    }
    for (const IntervalEntry& interval : lanes.IntervalsOf({a, b})) found.push_back(interval.entry);
    ASSERT_EQ(found, expected);
  }
}

TEST(LaneIndex, EntriesNameEventsAndAfterThemMoves) {
  TestRandom random(7);
  for (int round = 0; round < 30; ++round) {
    const Dossier dossier = AnyDossier(&random);
    const LaneIndex& lanes = dossier.lanes();
    size_t events = 0;
    for (uint32_t entry = 0; entry < lanes.size(); ++entry) {
      const Ref ref = lanes.RefOf(entry);
      ASSERT_TRUE(dossier.Holds(ref));
      ASSERT_EQ(PointOf(dossier.WhenOf(ref)), lanes.point_s(entry));
      events += ref.kind == ItemKind::kEvent;
    }
    ASSERT_EQ(events, dossier.events().size());
  }
}

TEST(LaneIndex, OfAnEmptyDossierIsEmpty) {
  for (const int tracks : {0, 2}) {
    TimelineSketch sketch;
    for (int i = 0; i < tracks; ++i) sketch.AddTrack("Track");
    const Dossier dossier = sketch.Build();
    const LaneIndex& lanes = dossier.lanes();
    EXPECT_EQ(lanes.size(), 0u);
    EXPECT_EQ(lanes.lane_count(), uint32_t(tracks) + 1);
    const RankBits known = lanes.ReportedBy(kTimeMax);
    EXPECT_EQ(known.count(), 0u);
    EXPECT_EQ(lanes.BegunBy(0, known).count(), 0u);
    EXPECT_EQ(lanes.SpanOf(known), (TimeSpan{0, 0}));
    EXPECT_EQ(lanes.TopOf({0, 0}, known), 0u);
  }
}

}  // namespace
}  // namespace demarche
