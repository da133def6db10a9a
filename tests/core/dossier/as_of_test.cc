#include "core/dossier/as_of.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "core/dates/civil.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

TEST(AsOfTest, IsKnownFromTheSecondOfItsReport) {
  EXPECT_TRUE(KnownAt(100, 100));
  EXPECT_FALSE(KnownAt(101, 100));
  EXPECT_TRUE(KnownAt(kTimeMin, kTimeMin));
}

TEST(AsOfTest, StatusIsThatOfTheDay) {
  const struct {
    std::string_view id, as_of;
    Status status;
  } kCases[] = {
      {"geneva", "2022-01-09", Status::kScheduled},   {"geneva", "2022-01-10", Status::kOccurred},
      {"protests", "2013-11-20", Status::kScheduled}, {"protests", "2013-11-21", Status::kOngoing},
      {"protests", "2014-02-21", Status::kOngoing},   {"protests", "2014-02-22", Status::kOccurred},
      {"ruling", "2022-01-09", Status::kCancelled},   {"ruling", "2022-02-01", Status::kCancelled},
      {"strike", "2022-01-04", Status::kScheduled},   {"strike", "2022-01-05", Status::kOngoing},
      {"strike", "2050", Status::kOngoing},
  };
  for (const auto& c : kCases) {
    const Event& event = Sample().events()[Named(c.id).index];
    EXPECT_EQ(StatusAt(event, EndOf(c.as_of)), c.status) << c.id << " on " << c.as_of;
  }
}

TEST(AsOfTest, AnImpreciseDateIsNoDuration) {
  Event event;
  Arena arena;
  event.date.when = SharedWhen(ResolveEdtf("2014").value(), &arena);
  EXPECT_EQ(StatusAt(event, EndOf("2014-06")), Status::kOccurred);
}

TEST(AsOfTest, ChangesAreReportsAndBeginnings) {
  std::string days;
  for (const Seconds t : ChangeDaysOf(Sample().data())) days += IsoUtc(t).substr(0, 11);
  EXPECT_EQ(days,
            "1997-05-27T2013-11-21T2021-12-17T"
            "2021-12-27T"  // two at once
            "2021-12-30T"  // and again at 20:35
            "2022-01-05T2022-01-10T2022-01-12T2022-01-13T2022-01-26T");
}

TEST(AsOfTest, EndsDays) {
  EXPECT_EQ(EndOfDay(0), 86399);
  EXPECT_EQ(EndOfDay(86399), 86399);
  EXPECT_EQ(EndOfDay(86400), 2 * 86400 - 1);
  EXPECT_EQ(EndOfDay(-1), -1);
  EXPECT_EQ(EndOfDay(-86400), -1);
  EXPECT_EQ(EndOfDay(kTimeMax), kTimeMax);
  EXPECT_EQ(EndOfDay(kTimeMin), kTimeMin);
}

TEST(AsOfTest, StepsFromDayToDayOfChange) {
  const struct {
    std::string_view from, previous, next;
  } kCases[] = {
      {"2022-01-09", "2022-01-05", "2022-01-10"},
      {"2021-12-30", "2021-12-27", "2022-01-05"},  // two changes on one day are one stop
      {"1997-05-27", "", "2013-11-21"},
      {"1997-05-26", "", "1997-05-27"},
      {"2022-01-26", "2022-01-13", ""},
      {"2030", "2022-01-26", ""},
  };
  for (const auto& c : kCases) {
    const std::optional<Seconds> previous = PreviousChangeDay(Sample(), EndOf(c.from));
    const std::optional<Seconds> next = NextChangeDay(Sample(), EndOf(c.from));
    EXPECT_EQ(previous, c.previous.empty() ? std::nullopt : std::optional(EndOf(c.previous)))
        << "before " << c.from;
    EXPECT_EQ(next, c.next.empty() ? std::nullopt : std::optional(EndOf(c.next)))
        << "after " << c.from;
  }
}

// Every kind of date with every status, before, within and after it.
TEST(AsOfTest, StatusOfEveryKindOfDate) {
  constexpr Status kAll[] = {Status::kScheduled, Status::kOccurred, Status::kOngoing,
                             Status::kCancelled};
  enum Now { kBefore, kWithin, kAfter };
  const struct {
    const char *date, *as_of;
    Now now;
  } cases[] = {
      {"2022-01-10", "2022-01-09", kBefore},
      {"2022-01-10", "2022-01-10", kAfter},
      {"2022-01-10T10:00Z", "2022-01-10T09:59:59Z", kBefore},
      {"2022-01-10T10:00Z", "2022-01-10T10:00:00Z", kAfter},
      {"2022", "2021", kBefore},
      {"2022", "2022-01-01", kAfter},  // vague, not long
      {"[2022-01-10..2022-01-12]", "2022-01-09", kBefore},
      {"[2022-01-10..2022-01-12]", "2022-01-10", kAfter},
      {"{2022-01-10,2022-01-20}", "2022-01-15", kAfter},
      {"2022-01-10/2022-01-12", "2022-01-09", kBefore},
      {"2022-01-10/2022-01-12", "2022-01-10", kWithin},
      {"2022-01-10/2022-01-12", "2022-01-12T23:59:58Z", kWithin},
      {"2022-01-10/2022-01-12", "2022-01-12", kAfter},
      {"2022-01-10/2022", "2022-06", kWithin},  // it has not certainly ended
      {"2022-01-10/..", "2022-01-09", kBefore},
      {"2022-01-10/..", "9999", kWithin},
      {"2022-01-10/", "9999", kWithin},
      {"../2022-01-12", "-9999", kWithin},
      {"../2022-01-12", "2022-01-12", kAfter},
      {"/2022-01-12", "2022-01-11", kWithin},
  };
  Arena arena;
  for (const auto& c : cases) {
    for (const Status authors : kAll) {
      Event event;
      event.status = authors;
      event.date.when = SharedWhen(ResolveEdtf(c.date).value(), &arena);
      const Status wanted = authors == Status::kCancelled ? Status::kCancelled
                            : c.now == kBefore            ? Status::kScheduled
                            : c.now == kWithin            ? Status::kOngoing
                                                          : authors;
      EXPECT_EQ(StatusAt(event, EndOf(c.as_of)), wanted) << c.date << " on " << c.as_of;
    }
  }
}

// One walks through exactly the days on which something becomes known or begins, there and back.
TEST(AsOfTest, TheStopsAreTheDaysOnWhichThePictureChanges) {
  for (const Dossier* dossier : {&Sample(), &Talks()}) {
    std::set<Seconds> days;
    const auto add = [&days](Seconds reported_s, Seconds begins_s) {
      if (reported_s > kTimeMin) days.insert(EndOfDay(reported_s));
      if (begins_s > reported_s) days.insert(EndOfDay(begins_s));
    };
    for (const Event& e : dossier->events()) add(e.reported_s, e.date.when.earliest());
    for (const Move& m : dossier->moves()) add(m.reported_s, m.date.when.earliest());
    const Seconds first = *days.begin(), last = *days.rbegin();
    for (const Tie& tie : dossier->data().ties) {
      const TimeSpan holds = HoldsIn(tie);
      for (const Seconds t : {holds.earliest, holds.latest})
        if (t >= first && t <= last) days.insert(EndOfDay(t));
    }
    std::vector<Seconds> forward, back;
    for (auto day = NextChangeDay(*dossier, kTimeMin); day; day = NextChangeDay(*dossier, *day))
      forward.push_back(*day);
    for (auto day = PreviousChangeDay(*dossier, kTimeMax); day;
         day = PreviousChangeDay(*dossier, *day))
      back.insert(back.begin(), *day);
    EXPECT_EQ(forward, std::vector<Seconds>(days.begin(), days.end()));
    EXPECT_EQ(back, forward);
    EXPECT_EQ(ChangeDaysOf(dossier->data()), forward);
    // Between two stops nothing is reported and nothing begins.
    for (size_t i = 1; i < forward.size(); ++i) {
      for (const Event& e : dossier->events()) {
        ASSERT_EQ(KnownAt(e.reported_s, forward[i - 1]),
                  KnownAt(e.reported_s, forward[i] - kSecondsPerDay));
        if (!KnownAt(e.reported_s, forward[i - 1]) || e.date.when.Has(kInterval)) continue;
        ASSERT_EQ(StatusAt(e, forward[i - 1]), StatusAt(e, forward[i] - kSecondsPerDay)) << e.id;
      }
    }
  }
}

TEST(AsOfTest, TiesAreStopsWithinTheTimeThatIsTold) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"D","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],
    "tracks":[{"id":"k","name":"K"}],
    "actors":[{"id":"a","name":"A","kind":"state"},{"id":"b","name":"B","kind":"organisation"}],
    "ties":[{"from":"a","to":"b","kind":"member","since":"1949-08-24","until":"2014-02-22",
      "sources":[{"id":"S1"}]},
     {"from":"a","to":"b","kind":"partner","since":"2016","until":"2050","sources":[{"id":"S1"}]}],
    "events":[{"id":"e","title":"E","date":"1997-05-27","track":"k","status":"occurred",
      "sources":[{"id":"S1"}]},{"id":"f","title":"F","date":"2022-01-10","track":"k",
      "status":"occurred","sources":[{"id":"S1"}]}]})");
  std::string days;
  for (const Seconds t : dossier.ChangeDays()) days += IsoUtc(t).substr(0, 11);
  EXPECT_EQ(days, "1997-05-27T2014-02-23T2016-01-01T2022-01-10T");
  const Tie& member = dossier.data().ties[0];
  EXPECT_EQ(HoldsIn(member).latest, EndOf("2014-02-22") + 1);
}

TEST(AsOfTest, NothingChangesWhereNothingIs) {
  const Dossier empty({}, {}, {});
  EXPECT_TRUE(ChangeDaysOf(empty.data()).empty());
  EXPECT_EQ(PreviousChangeDay(empty, 0), std::nullopt);
  EXPECT_EQ(NextChangeDay(empty, 0), std::nullopt);
}

}  // namespace
}  // namespace demarche
