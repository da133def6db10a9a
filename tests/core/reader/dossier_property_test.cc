// What must hold for every dossier, looked at in generated ones: indexes against the plain search
// through everything, places against the parser's pointers, links against the states they stand
// for.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/id_index.h"
#include "core/base/random.h"
#include "core/dates/civil.h"
#include "core/dossier/as_of.h"
#include "core/dossier/generate.h"
#include "core/dossier/stats.h"
#include "core/reader/dossier_reader.h"
#include "core/reader/json_place.h"
#include "core/reader/json_token.h"
#include "core/state/permalink.h"
#include "core/state/query.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

std::string GeneratedJson(uint64_t seed) {
  std::string json;
  GenerateDossier({.events = 400, .actors = 25, .seed = seed},
                  [&json](std::string_view piece) { json += piece; });
  return json;
}

const Dossier& Generated() {
  static const Dossier dossier = ReadValid(GeneratedJson(11));
  return dossier;
}

bool Has(std::span<const Index> list, Index index) {
  return std::find(list.begin(), list.end(), index) != list.end();
}

// Whether `row` is what `belongs` says of each of `all`, in the same order.
template <class Belongs>
void ExpectRow(std::span<const Index> row, std::span<const Index> all, const Belongs& belongs) {
  std::vector<Index> expected;
  for (const Index index : all) {
    if (belongs(index)) expected.push_back(index);
  }
  EXPECT_EQ(std::vector<Index>(row.begin(), row.end()), expected);
}

TEST(DossierPropertyTest, RowsHoldWhatBelongsToThem) {
  const Dossier& d = Generated();
  const auto events = d.EventsByTime(), moves = d.MovesByTime();
  for (Index track = 0; track < d.tracks().size(); ++track) {
    ExpectRow(d.EventsOfTrack(track), events,
              [&](Index e) { return d.events()[e].track == track; });
  }
  for (Index actor = 0; actor < d.actors().size(); ++actor) {
    ExpectRow(d.MovesOfActor(actor), moves,
              [&](Index m) { return Has(d.moves()[m].by, actor) || Has(d.moves()[m].to, actor); });
  }
  for (Index event = 0; event < d.events().size(); ++event) {
    ExpectRow(d.MovesOfEvent(event), moves, [&](Index m) { return d.moves()[m].event == event; });
  }
  for (Index move = 0; move < d.moves().size(); ++move) {
    ExpectRow(d.RepliesTo(move), moves,
              [&](Index m) { return Has(d.moves()[m].replies_to, move); });
  }
}

TEST(DossierPropertyTest, TimeOrderIsAnOrder) {
  const Dossier& d = Generated();
  std::vector<Index> seen(d.EventsByTime().begin(), d.EventsByTime().end());
  for (size_t i = 1; i < seen.size(); ++i) {
    const When& before = d.events()[seen[i - 1]].date.when;
    const When& after = d.events()[seen[i]].date.when;
    EXPECT_LE(before.earliest(), after.earliest());
  }
  std::sort(seen.begin(), seen.end());
  for (Index i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
}

TEST(DossierPropertyTest, EveryIdFindsItsThing) {
  const Dossier& d = Generated();
  for (Index i = 0; i < d.events().size(); ++i) {
    EXPECT_EQ(d.Find(d.events()[i].id), (Ref{ItemKind::kEvent, i}));
  }
  for (Index i = 0; i < d.moves().size(); ++i) {
    EXPECT_EQ(d.Find(d.moves()[i].id), (Ref{ItemKind::kMove, i}));
  }
  for (Index i = 0; i < d.actors().size(); ++i) {
    EXPECT_EQ(d.Find(ItemKind::kActor, d.actors()[i].id), i);
  }
}

TEST(DossierPropertyTest, BetweenTwoChangesNothingChanges) {
  const Dossier& d = Generated();
  const auto picture = [&d](Seconds t) {
    std::string text;
    for (const Event& event : d.events()) {
      const bool known = KnownAt(event.reported_s, t);
      // Ends are no changes: that something goes on until it is over says nothing new.
      text += !known ? '-' : StatusAt(event, t) == Status::kScheduled ? 's' : 'o';
    }
    for (const Move& move : d.moves()) text += KnownAt(move.reported_s, t) ? 'k' : '-';
    for (const Tie& tie : d.data().ties) {
      const TimeSpan holds = HoldsIn(tie);
      text += holds.earliest <= t && t < holds.latest ? 't' : '-';
    }
    return text;
  };
  const std::span<const Seconds> days = d.ChangeDays();
  ASSERT_GT(days.size(), 200u);
  for (size_t i = 1; i < days.size(); i += 7) {
    ASSERT_LT(days[i - 1], days[i]);
    EXPECT_EQ(picture(days[i - 1]), picture(days[i] - kSecondsPerDay));
    EXPECT_NE(picture(days[i - 1]), picture(days[i]));
  }
}

TEST(DossierPropertyTest, StepsVisitEveryDayOfChangeOnceEachWay) {
  const Dossier& d = Generated();
  const std::vector<Seconds> days(d.ChangeDays().begin(), d.ChangeDays().end());
  std::vector<Seconds> forward, back;
  for (auto t = NextChangeDay(d, kTimeMin); t; t = NextChangeDay(d, *t)) forward.push_back(*t);
  for (auto t = PreviousChangeDay(d, kTimeMax); t; t = PreviousChangeDay(d, *t)) back.push_back(*t);
  std::reverse(back.begin(), back.end());
  EXPECT_EQ(forward, days);
  EXPECT_EQ(back, days);
}

TEST(DossierPropertyTest, AWalkMeetsEveryVisibleEventOnce) {
  const Dossier& d = Generated();
  AppState state = InitialState(d);
  const std::vector<Index> visible = VisibleEvents(d, FilterOf(state));
  std::vector<Index> walked;
  for (size_t i = 0; i <= visible.size(); ++i) {
    const AppState next = Reduce(d, state, WalkEvents{i == 0 ? Walk::kFirst : Walk::kNext});
    if (next == state) break;
    state = next;
    walked.push_back(state.focus.index);
  }
  EXPECT_EQ(walked, visible);
}

TEST(DossierPropertyTest, LanesAreLeftUpwardsAndDownwards) {
  const Dossier& d = Generated();
  AppState state = Reduce(d, InitialState(d), WalkEvents{Walk::kLast});
  for (const Walk walk : {Walk::kTrackAbove, Walk::kTrackBelow}) {
    for (Index steps = 0;; ++steps) {
      ASSERT_LE(steps, d.tracks().size());
      const AppState next = Reduce(d, state, WalkEvents{walk});
      if (next == state) break;
      const Index from = d.events()[state.focus.index].track;
      const Index to = d.events()[next.focus.index].track;
      EXPECT_TRUE(walk == Walk::kTrackAbove ? to < from : to > from);
      state = next;
    }
  }
  EXPECT_EQ(d.events()[state.focus.index].track, d.tracks().size() - 1);
}

TEST(DossierPropertyTest, StatsAddUp) {
  const Dossier& d = Generated();
  uint32_t out = 0, in = 0, by = 0, to = 0;
  for (const Degree& degree : StatsOf(d).degrees) {
    out += degree.TotalOut();
    in += degree.TotalIn();
  }
  for (const Move& move : d.moves()) {
    by += static_cast<uint32_t>(move.by.size());
    to += static_cast<uint32_t>(move.to.size());
  }
  EXPECT_EQ(out, by);
  EXPECT_EQ(in, to);
}

// ---- Places ----

TEST(DossierPropertyTest, PlacesAreThoseOfTheParser) {
  const std::string text = Json::parse(GeneratedJson(2), nullptr, false).dump(2);
  const Json json = Json::parse(text, nullptr, false);
  std::vector<size_t> offsets;
  std::vector<std::string> values;
  for (JsonToken token = NextJsonToken(text, 0); token.begin < token.end;
       token = NextJsonToken(text, token.end)) {
    const std::string value = text.substr(token.begin, token.end - token.begin);
    const JsonToken next = NextJsonToken(text, token.end);
    const bool is_key = next.begin < text.size() && text[next.begin] == ':';
    if (is_key || value.find_first_of("{}[],:") == 0) continue;
    offsets.push_back(token.begin);
    values.push_back(value);
  }
  ASSERT_GT(offsets.size(), 5000u);
  const std::vector<JsonPlace> places = LocateAll(text, offsets);
  uint32_t line = 1;
  size_t line_begin = 0, at = 0;
  for (size_t i = 0; i < places.size(); ++i) {
    for (; at < offsets[i]; ++at) {
      if (text[at] != '\n') continue;
      ++line;
      line_begin = at + 1;
    }
    ASSERT_EQ(json.at(Json::json_pointer(places[i].pointer)).dump(), values[i]);
    ASSERT_EQ(places[i].line, line);
    ASSERT_EQ(places[i].column, offsets[i] - line_begin + 1);
  }
}

// ---- States and links ----

// Some action or other, often one that makes no sense.
Action AnyAction(const Dossier& d, Random& random) {
  const auto index = [&](size_t size) {
    return static_cast<Index>(random.Below(size + size / 10 + 2));
  };
  const auto time = [&] {
    return static_cast<Seconds>(random.Below(40u * 366 * 86400)) + 631152000;
  };
  switch (random.Below(14)) {
    case 0:
      return Select{{ItemKind::kEvent, index(d.events().size())}};
    case 1:
      return Select{{static_cast<ItemKind>(random.Below(kItemKindCount)), index(25)}};
    case 2:
      return PinEdge{{index(25), index(25), static_cast<QuadClass>(random.Below(4))}};
    case 3:
      return SetView{static_cast<View>(random.Below(5))};
    case 4:
      return SetAxis{static_cast<AxisKind>(random.Below(2))};
    case 5:
      return SetRange{{time(), time()}};
    case 6:
      return SetAsOf{random.Percent(10) ? kTimeMax : time()};
    case 7:
      return StepAsOf{static_cast<AsOfStep>(random.Below(4))};
    case 8:
      return WalkEvents{static_cast<Walk>(random.Below(6))};
    case 9:
      return SetTab{static_cast<PaneTab>(random.Below(4))};
    case 10:
      return SetQuery{random.Percent(50) ? "" : "talks é + % & = #"};
    case 11:
      return SetGroup{random.Percent(50) ? "" : "Positions"};
    case 12:
      return OpenStory{index(1), static_cast<uint32_t>(random.Below(5))};
    default:
      return StepStory{static_cast<int>(random.Below(3)) - 1};
  }
}

void ExpectLinksToHold(const Dossier& dossier, uint64_t seed) {
  Random random(seed);
  AppState state = InitialState(dossier);
  for (int i = 0; i < 1500; ++i) {
    const Action action = AnyAction(dossier, random);
    state = Reduce(dossier, state, action);
    ASSERT_TRUE(!state.focus || dossier.Holds(state.focus));
    ASSERT_LT(state.range.earliest, state.range.latest);
    const std::string link = PermalinkOf(dossier, state);
    ASSERT_EQ(ApplyPermalink(dossier, InitialState(dossier), link), state) << link;
    ASSERT_EQ(link.find_first_of(" \"'<>\n"), std::string::npos) << link;
  }
}

TEST(DossierPropertyTest, LinksLeadBackToTheirStates) {
  ExpectLinksToHold(Generated(), 1);
  ExpectLinksToHold(Sample(), 2);
}

// ---- Ids ----

TEST(DossierPropertyTest, IdsAreFoundAsInAMap) {
  struct Thing {
    std::string id;
  };
  Random random(5);
  std::vector<Thing> things;
  std::map<std::string, uint32_t> expected;
  IdIndex ids;
  for (uint32_t i = 0; i < 3000; ++i) {
    std::string id;
    for (uint64_t letters = 1 + random.Below(3); letters > 0; --letters) {
      id += static_cast<char>('a' + random.Below(26));
    }
    things.push_back({id});
    expected.emplace(id, i);
    ids.Add(things, i);
  }
  for (const auto& [id, position] : expected) EXPECT_EQ(ids.Find(things, id), position);
  for (const char* absent : {"", "abcd", "A", "zz9"}) {
    EXPECT_EQ(ids.Find(things, absent), IdIndex::kAbsent);
  }
}

}  // namespace
}  // namespace demarche
