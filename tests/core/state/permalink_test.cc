#include "core/state/permalink.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/percent.h"
#include "core/state/state_names.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

AppState Start() { return InitialState(Sample()); }
AppState Open(std::string_view link) { return ApplyPermalink(Sample(), Start(), link); }
std::string LinkOf(const AppState& state) { return PermalinkOf(Sample(), state); }

// Links that say a state the way it is said: opened and written again, they are the same.
TEST(PermalinkTest, RoundTrips) {
  for (const std::string_view link : {
           "",
           "view=split&focus=geneva",
           "links=all&focus=act",
           "axis=linear&links=none",
           "view=timeline&axis=linear&range=2022-01-09/2022-01-14&as-of=2022-01-10&focus=ru",
           "range=2022-01-09",
           "range=2022-01-09T10:00:00Z/2022-01-14T23:59:59Z",
           "range=2014-01-01/..",
           "range=../1997-12-31",
           "range=-0044-03-15/0014-08-19",
           "range=Y-170000/1997-12-31",
           "as-of=..",
           "as-of=2022-01-10T12:34:56Z",
           "as-of=1997-05-27&focus=act&edge=us~ru~3",
           "focus=ask",
           "focus=missiles",
           "edge=nato~us~1",
           "story=week&step=1",
           "story=week&step=2&theme=dark",
           "as-of=..&focus=act&story=week&step=2",
           "range=&focus=&story=week&step=1",
           "theme=light&lang=de-AT&controls=none&tab=list&q=caf%C3%A9+%26+%3D&group=Background",
           "zone=local",
           "zone=America/Argentina/Buenos_Aires",
           "lanes=courts,talks",
           "lanes=streets&fold=Background",
           "group=Background&fold=Diplomacy,Background",
           "lens=topic:missiles",
           "lens=pair:us,ru&people=folded",
           "focus=act&lens=meeting:act&members=folded",
           "lens=actor:nato&people=folded&members=shown",
           "camera=0.4,0.55,3.25",
           "camera=0.123456,0.9,40&pins=us:0.25:0.125,ru:1:0",
       }) {
    EXPECT_EQ(LinkOf(Open(link)), link);
    EXPECT_EQ(Open("#" + std::string(link)), Open(link));
    EXPECT_EQ(Open("?" + std::string(link)), Open(link));
  }
}

TEST(PermalinkTest, ARangeOfDaysHoldsItsLastDay) {
  const AppState state = Open("range=2022-01-09/2022-01-14");
  EXPECT_EQ(IsoUtc(state.range.earliest), "2022-01-09T00:00:00Z");
  EXPECT_EQ(IsoUtc(state.range.latest), "2022-01-14T23:59:59Z");
}

TEST(PermalinkTest, SaysLongWaysInShort) {
  const struct {
    std::string_view link, same;
  } kCases[] = {
      {"range=2022-01", "range=2022-01-01/2022-01-31"},
      {"range=2014~/2015", "range=2014-01-01/2015-12-31"},
      {"as-of=2022-01-09", ""},
      {"as-of=2021-12", "as-of=2021-12-31"},
      {"view=auto&axis=adaptive&links=focus&tab=event", ""},
      {"story=week", "story=week&step=1"},
      {"focus=call&story=week", "story=week&step=1"},
      {"focus=us&focus=ru", "focus=ru"},
      {"range=2022%2D01", "range=2022-01-01/2022-01-31"},
      {"zone=place", ""},
      {"lanes=talks,wires,streets,courts", ""},
      {"lanes=courts%2Ctalks", "lanes=courts,talks"},
      {"lanes=courts,nowhere,talks,,courts", "lanes=courts,talks"},
      {"fold=Background,Nobody,Diplomacy,Background", "fold=Diplomacy,Background"},
      {"lens=pair:nato,us&members=voices&people=shown", "lens=pair:us,nato"},
      {"lens=actor%3Aus", "lens=actor:us"},
      {"focus=geneva&&x&=y&utm_source=z", "focus=geneva"},
  };
  for (const auto& c : kCases) EXPECT_EQ(LinkOf(Open(c.link)), c.same) << c.link;
}

TEST(PermalinkTest, AnEmptyValueResetsItsField) {
  AppState state = Open(
      "view=graph&axis=linear&links=all&range=2014&as-of=2014&focus=act&edge=us~ru~1&theme=dark&"
      "lang=de&controls=none&tab=list&q=x&group=Background&zone=utc&lanes=talks&fold=Background&"
      "camera=0.5,0.5,2&pins=us:0:1&lens=pair:us,ru&people=folded&members=shown");
  for (const std::string_view key :
       {"view",  "axis", "links",    "range",  "as-of",   "focus",  "edge",
        "theme", "lang", "controls", "tab",    "q",       "group",  "zone",
        "lanes", "fold", "lens",     "people", "members", "camera", "pins"}) {
    state = ApplyPermalink(Sample(), state, std::string(key) + "=");
  }
  EXPECT_EQ(state, Start());
  EXPECT_EQ(ApplyPermalink(Sample(), Open("story=week&step=2"), "story=").story, kNone);
}

TEST(PermalinkTest, ActsOnThePresentState) {
  AppState state = Open("tab=list&q=talks&edge=us~ru~3");
  state = ApplyPermalink(Sample(), state, "focus=act");
  EXPECT_EQ(LinkOf(state), "focus=act&q=talks");  // a selection opens its card and lets the edge go
  state = ApplyPermalink(Sample(), Open("story=week&step=1"), "step=3");
  EXPECT_EQ(state, Open("story=week&step=3"));
  state = ApplyPermalink(Sample(), Open("story=week&step=3"), "story=week");
  EXPECT_EQ(state.step, 3u);
}

TEST(PermalinkTest, HostileValuesChangeNothing) {
  const std::string long_value(5000, 'a');
  const std::string links[] = {
      "view=SPLIT",
      "view=split%00",
      "view=%",
      "view=%4",
      "view=%zz",
      "axis=linear'%20or%201=1",
      "links=ALL",
      "links=focus%20all",
      "range=yesterday",
      "range=2022-01-14/2022-01-09",
      "range=2022-01-09T10:00:00Z",
      "range=../..",
      "range=999999999999999999999",
      "as-of=1e9",
      "as-of=-1",
      "focus=nowhere",
      "focus=S1",
      "focus=week",
      "focus=act%00",
      "focus=%C3%28",
      "focus=<script>",
      "edge=us",
      "edge=us~ru",
      "edge=us~ru~0",
      "edge=us~ru~5",
      "edge=us~ru~11",
      "edge=us~nobody~1",
      "edge=~~1",
      "edge=~~~~~~~~~~1",
      "story=nowhere&step=1",
      "step=2",
      "theme=purple",
      "lang=../../etc",
      "lang=%F0%9F%92%A3",
      "controls=-1",
      "tab=event%20",
      "q=%0d%0aSet-Cookie:x",
      "q=\xff\xfe",
      "q=" + long_value,
      "group=Nobody",
      "zone=<b>",
      "zone=Europe/Ky iv",
      "zone=" + std::string(65, 'a'),
      "lanes=nowhere",
      "lanes=,,,",
      "lanes=TALKS",
      "lanes=act,us,S1",
      "lanes=talks%00",
      "lanes=" + std::string(4096, ',') + "%zz",
      "lanes=talks," + std::string(9000, 'a'),
      "fold=Nobody",
      "fold=,,",
      "fold=Back%C3ground",
      "fold=Background," + std::string(9000, ','),
      "lens=all",
      "lens=all:us",
      "lens=us",
      "lens=:us",
      "lens=topic:",
      "lens=topic:us",
      "lens=topic:missiles,borders",
      "lens=TOPIC:missiles",
      "lens=topic:missiles%00",
      "lens=pair:us",
      "lens=pair:us,us",
      "lens=pair:us,ru,nato",
      "lens=pair:us,nobody",
      "lens=meeting:ask",
      "lens=actor:" + long_value,
      "people=FOLDED",
      "people=voices",
      "members=all",
      "camera=1",
      "camera=0.5,0.5,0.2",
      "camera=0.5,0.5,1",
      "camera=nan,0.5,2",
      "camera=0.5,-0.5,2",
      "camera=0.5,0.5,1e9",
      "camera=0.5,0.5,99999999",
      "camera=0.5,0.5,2,2",
      "camera=,,",
      "pins=us",
      "pins=us:0.5",
      "pins=us:0.5:",
      "pins=:0.5:0.5",
      "pins=nobody:0.5:0.5",
      "pins=act:0.5:0.5",
      "pins=us:inf:0.5",
      "pins=,,:,::",
      "__proto__=x",
      "=",
      "&&&&",
      "#",
      std::string(100000, '&') + "view=split",
      std::string("view=\0split", 11),
  };
  for (const std::string& link : links) EXPECT_EQ(Open(link), Start()) << link.substr(0, 80);
}

TEST(PermalinkTest, AWrongStepLeavesTheStoryWhereItIs) {
  for (const std::string_view step : {"0", "4", "-1", "99999999999999999999", "2x", "+2"}) {
    const std::string link = "step=" + std::string(step);
    EXPECT_EQ(Open("story=week&" + link).step, 1u) << step;
    EXPECT_EQ(ApplyPermalink(Sample(), Open("story=week&step=2"), link), Open("story=week&step=2"))
        << step;
  }
}

TEST(PermalinkTest, OneWrongValueSpoilsNoOther) {
  EXPECT_EQ(LinkOf(Open("view=cube&focus=act&range=x&theme=dark")), "focus=act&theme=dark");
}

TEST(PermalinkTest, IdsMayHoldAnything) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
    "actors": [{"id": "a~b", "name": "A", "kind": "state"}, {"id": "c&d=1 é", "name": "C", "kind": "state"}]})");
  AppState state = Reduce(dossier, InitialState(dossier), Select{{ItemKind::kActor, 1}});
  state = Reduce(dossier, state, PinEdge{{0, 1, QuadClass::kMaterialConflict}});
  const std::string link = PermalinkOf(dossier, state);
  EXPECT_EQ(link, "focus=c%26d%3D1+%C3%A9&edge=a~b~c%26d%3D1+%C3%A9~4");
  EXPECT_EQ(ApplyPermalink(dossier, InitialState(dossier), link), state);
}

TEST(PermalinkTest, ALensIsOfIdsThatHoldAnything) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
    "actors": [{"id": "a,b", "name": "A", "kind": "state"}, {"id": "c:%2C", "name": "C", "kind": "state"}]})");
  const AppState state = Reduce(dossier, InitialState(dossier), SetLens{{LensKind::kPair, 1, 0}});
  EXPECT_EQ(LensText(dossier, state.scope.lens), "pair:a%2Cb,c:%252C");
  const std::string link = PermalinkOf(dossier, state);
  EXPECT_EQ(ApplyPermalink(dossier, InitialState(dossier), link), state);
  EXPECT_EQ(link, LensLink(dossier, state.scope.lens));
}

TEST(PermalinkTest, ListsHoldNamesWithCommasAndPercents) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [
    {"id": "one", "name": "One", "group": "War, peace & 100 % %2C"},
    {"id": "two,2C", "name": "Two", "group": "Peace"},
    {"id": "three", "name": "Three", "group": "Peace"}]})");
  AppState state = Reduce(dossier, InitialState(dossier), SetLanes{{2, 1}});
  for (const char* group : {"War, peace & 100 % %2C", "Peace"})
    state = Reduce(dossier, state, FoldGroup{group, Fold::kFolded});
  ASSERT_EQ(state.folded.size(), 2u);
  const std::string link = PermalinkOf(dossier, state);
  EXPECT_EQ(link, "lanes=three,two%252C2C&fold=War%252C+peace+%26+100+%2525+%25252C,Peace");
  EXPECT_EQ(ApplyPermalink(dossier, InitialState(dossier), link), state);
  EXPECT_EQ(ApplyPermalink(dossier, state, "fold=Peace").folded, std::vector<std::string>{"Peace"});
}

TEST(PermalinkTest, GroupsWithinGroupsAreNamedByTheirPaths) {
  AppState state = InitialState(NestedTalks());
  for (const char* group : {"Talks / Multilateral", "Positions"})
    state = Reduce(NestedTalks(), state, FoldGroup{group, Fold::kFolded});
  state = Reduce(NestedTalks(), state, SetGroup{"Talks / Bilateral"});
  const std::string link = PermalinkOf(NestedTalks(), state);
  EXPECT_EQ(link, "group=Talks+/+Bilateral&fold=Talks+/+Multilateral,Positions");
  EXPECT_EQ(ApplyPermalink(NestedTalks(), InitialState(NestedTalks()), link), state);
  // As it was written when "Talks / Multilateral" was a name like any other.
  EXPECT_EQ(ApplyPermalink(NestedTalks(), InitialState(NestedTalks()),
                           "fold=Talks%20%2F%20Multilateral,Multilateral,Talks%20%2F%20")
                .folded,
            std::vector<std::string>{"Talks / Multilateral"});
}

TEST(PermalinkTest, ManyTracksFitIntoALink) {
  std::string json =
      R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [)";
  for (int i = 0; i < 300; ++i) {
    const std::string id = "a-track-with-a-name-" + std::to_string(i);
    json += std::string(i > 0 ? "," : "") + R"({"id": ")" + id + R"(", "name": "T", "group": "G"})";
  }
  const Dossier dossier = ReadValid(json + "]}");
  AppState state = InitialState(dossier);
  for (Index track = 300; track-- > 1;) state.lanes.push_back(track);
  const std::string link = PermalinkOf(dossier, state);
  EXPECT_EQ(ApplyPermalink(dossier, InitialState(dossier), link), state);
}

TEST(PermalinkTest, TheDossiersOwnLanguageIsTheDefault) {
  EXPECT_EQ(LinkOf(Open("lang=uk")), "lang=uk");
  EXPECT_EQ(LinkOf(Open("lang=en")), "");
}

TEST(PermalinkTest, TheFullOneNamesEveryKeyAndOpensAsTheSameState) {
  const Dossier dossier = ReadValid(
      R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "as_of": "2022-01-09",
    "actors": [{"id": "us", "name": "US", "kind": "state"}]})");
  const AppState initial = InitialState(dossier);
  EXPECT_EQ(FullPermalinkOf(dossier, initial),
            "view=auto&axis=adaptive&links=focus&range=&as-of=2022-01-09&focus=&edge=&story=&step=&"
            "theme=auto&lang=&controls=full&tab=event&q=&group=&zone=&lanes=&fold=&camera=&pins=&"
            "lens=&people=shown&members=voices");
  const AppState state = Reduce(dossier, initial, Select{{ItemKind::kActor, 0}});
  EXPECT_EQ(ApplyPermalink(dossier, initial, FullPermalinkOf(dossier, state)), state);
}

TEST(PercentTest, EncodesAndDecodes) {
  const struct {
    std::string_view text, encoded;
  } kCases[] = {
      {"", ""},
      {"2022-01-09/2022-01-14", "2022-01-09/2022-01-14"},
      {"a b+c", "a+b%2Bc"},
      {"100%", "100%25"},
      {"é", "%C3%A9"},
      {"<\"'>", "%3C%22%27%3E"},
  };
  for (const auto& c : kCases) {
    std::string encoded;
    AppendPercentEncoded(c.text, &encoded);
    EXPECT_EQ(encoded, c.encoded);
    EXPECT_EQ(PercentDecoded(c.encoded), c.text);
  }
  for (const std::string_view bad : {"%", "%1", "%g0", "a%0", "%00", "%1F", "%7f", "%80", "%C3"}) {
    EXPECT_EQ(PercentDecoded(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace demarche
