// What holds of the permalink of any state that a reader can come to.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/dates/civil.h"
#include "core/state/lanes.h"
#include "core/state/permalink.h"
#include "core/state/query.h"
#include "core/state/state_names.h"
#include "core/state/zone.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

// Goes anywhere, by actions and by links, by right values and by wrong ones.
class Wanderer {
 public:
  explicit Wanderer(uint64_t seed) : random_(seed), state_(InitialState(Sample())) {}

  const AppState& state() const { return state_; }

  AppState Go() {
    state_ = random_.Percent(80) ? Reduce(Sample(), state_, AnyAction())
                                 : ApplyPermalink(Sample(), state_, AnyLink());
    return state_;
  }

  // Keys and values that belong together and such as do not, some of them broken.
  std::string AnyLink() {
    std::string link;
    for (uint64_t fields = 1 + random_.Below(4); fields > 0; --fields) {
      link +=
          Pick({"view",   "axis", "links",    "range",  "as-of",   "focus", "edge", "story", "step",
                "theme",  "lang", "controls", "tab",    "q",       "group", "zone", "lanes", "fold",
                "camera", "pins", "lens",     "people", "members", "x",     ""});
      link += Pick({"=", "=", "=", "=", "", "=="});
      link += Pick({"split",
                    "linear",
                    "all",
                    "2022-01-09/2022-01-14",
                    "2022-01-10",
                    "..",
                    "../..",
                    "2014~",
                    "Y-170000/1997",
                    "2022-01-14/2022-01-09",
                    "act",
                    "ask",
                    "us",
                    "week",
                    "us~ru~3",
                    "0.3,0.4,7.5",
                    "us:0.2:0.3",
                    "us~ru~9",
                    "ru~ru~1",
                    "2",
                    "99",
                    "dark",
                    "uk",
                    "en",
                    "de-AT",
                    "compact",
                    "list",
                    "Background",
                    "courts,talks",
                    "talks,nowhere,talks",
                    "Background,Diplomacy",
                    "utc",
                    "place",
                    "Europe/Kyiv",
                    "folded",
                    "shown",
                    "topic:missiles",
                    "pair:ru,us",
                    "pair:ru,ru",
                    "meeting:act",
                    "actor:nato",
                    "actor:missiles",
                    "%",
                    "%41",
                    "",
                    "%C3%A9+%26",
                    "%00",
                    "<b>"});
      link += '&';
    }
    return link;
  }

 private:
  std::string Pick(const std::vector<std::string>& words) {
    return words[random_.Below(words.size())];
  }
  template <class Enum>
  Enum Any(uint64_t count) {
    return static_cast<Enum>(random_.Below(count));
  }
  Ref AnyRef() { return {Any<ItemKind>(kItemKindCount), static_cast<Index>(random_.Below(9))}; }
  Index AnyActor() { return static_cast<Index>(random_.Below(4)); }
  // Of the years of four digits, at the borders of days as often as elsewhere.
  Seconds AnyTime() {
    const Seconds t = static_cast<Seconds>(random_.Below(600'000'000'000)) - 370'000'000'000;
    const Seconds day = t / kSecondsPerDay * kSecondsPerDay;
    return random_.Percent(30) ? t : random_.Percent(50) ? day : day + kSecondsPerDay - 1;
  }

  float AnyShare() { return static_cast<float>(random_.Below(33)) / 32; }

  Action AnyAction() {
    switch (random_.Below(23)) {
      case 0:
        return Select{AnyRef()};
      case 18:
        // To as many decimals as a link has.
        return SetCamera{{AnyShare(), AnyShare(), static_cast<float>(1u << random_.Below(4))}};
      case 19:
        return PinNodes{{{AnyActor(), {AnyShare(), AnyShare()}}, {AnyActor(), {0, 1}}}};
      case 1:
        return PinEdge{{AnyActor(), AnyActor(), Any<QuadClass>(kQuadClassCount)}};
      case 2:
        return Hover{AnyRef()};
      case 3:
        return SetView{Any<View>(std::size(kViewNames))};
      case 4:
        return SetAxis{Any<AxisKind>(std::size(kAxisNames))};
      case 5:
        return SetLinks{Any<Links>(std::size(kLinksNames))};
      case 6:
        return SetRange{{random_.Percent(10) ? kTimeMin : AnyTime(),
                         random_.Percent(10) ? kTimeMax : AnyTime()}};
      case 7:
        return SetAsOf{random_.Percent(10) ? kTimeMax : AnyTime()};
      case 8:
        return StepAsOf{Any<AsOfStep>(4)};
      case 9:
        return WalkEvents{Any<Walk>(6)};
      case 10:
        return SetTab{Any<PaneTab>(std::size(kTabNames))};
      case 11:
        return SetQuery{Pick({"", "geneva", "50 % & more", "a=b#c?d", "Женева", "+", "~/:,"})};
      case 12:
        return SetGroup{Pick({"", "Background", "Diplomacy", "Nobody"})};
      case 13:
        return SetZone{random_.Percent(50) ? NextZone(state_) : "America/Port-au-Prince"};
      case 14:
        return OpenStory{random_.Percent(20) ? kNone : static_cast<Index>(random_.Below(2)),
                         static_cast<uint32_t>(random_.Below(5))};
      case 15: {
        std::vector<Index> tracks;
        for (uint64_t left = random_.Below(7); left > 0; --left)
          tracks.push_back(static_cast<Index>(random_.Below(6)));
        return SetLanes{std::move(tracks)};
      }
      case 16:
        return FoldGroup{Pick({"", "Background", "Diplomacy", "Nobody"}), Any<Fold>(2)};
      case 17:
        return SetLens{{Any<LensKind>(std::size(kLensNames)), AnyActor(), AnyActor()}};
      case 20:
        return SetPeople{Any<People>(std::size(kPeopleNames))};
      case 21:
        return SetMembers{Any<Members>(std::size(kMembersNames))};
      default:
        return StepStory{static_cast<int>(random_.Below(5)) - 2};
    }
  }

  Random random_;
  AppState state_;
};

AppState WithoutHover(AppState state) {
  state.hover = {};
  return state;
}

TEST(AnyPermalink, OpensAsTheStateItWasTakenOf) {
  for (uint64_t seed = 0; seed < 60; ++seed) {
    Wanderer reader(seed);
    for (int step = 0; step < 40; ++step) {
      const AppState state = WithoutHover(reader.Go());
      const std::string link = PermalinkOf(Sample(), state);
      const AppState opened = ApplyPermalink(Sample(), InitialState(Sample()), link);
      ASSERT_EQ(PermalinkOf(Sample(), opened), link) << "seed " << seed;
      ASSERT_TRUE(opened == state)
          << "seed " << seed << ": " << link << "\nis " << FullPermalinkOf(Sample(), state)
          << "\nopens as " << FullPermalinkOf(Sample(), opened);
      const std::string full = FullPermalinkOf(Sample(), state);
      ASSERT_TRUE(ApplyPermalink(Sample(), InitialState(Sample()), full) == state) << full;
    }
  }
}

// The page's address is only ASCII that needs no escaping in a fragment or an attribute.
TEST(AnyPermalink, IsPlainText) {
  for (uint64_t seed = 500; seed < 520; ++seed) {
    Wanderer reader(seed);
    for (int step = 0; step < 40; ++step) {
      const std::string link = PermalinkOf(Sample(), reader.Go());
      constexpr std::string_view kPlain =
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:,%+=&";
      ASSERT_EQ(link.find_first_not_of(kPlain), std::string::npos) << link;
      ASSERT_LT(link.size(), 400u);
    }
  }
}

// Whatever the link says, the state stays one that the dossier can show.
TEST(AnyPermalink, LeadsToNothingThatIsNot) {
  const Dossier& dossier = Sample();
  for (uint64_t seed = 1000; seed < 1100; ++seed) {
    Wanderer reader(seed);
    for (int step = 0; step < 20; ++step) {
      const AppState state = ApplyPermalink(dossier, reader.Go(), reader.AnyLink());
      ASSERT_TRUE(!state.focus || dossier.Holds(state.focus));
      ASSERT_LT(state.range.earliest, state.range.latest);
      ASSERT_TRUE(!state.edge || std::max(state.edge.from, state.edge.to) < 3u);
      ASSERT_EQ(state.story == kNone, state.step == 0);
      ASSERT_TRUE(state.story == kNone || (state.story == 0 && state.step <= 3));
      ASSERT_TRUE(IsZoneText(state.zone)) << state.zone;
      ASSERT_NE(state.group, "Nobody");
      ASSERT_EQ(NormalLanes(dossier, state.lanes), state.lanes);
      for (const std::string& group : state.folded) ASSERT_TRUE(HasGroup(dossier, group)) << group;
      ASSERT_EQ(state.query.find('\0'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace demarche
