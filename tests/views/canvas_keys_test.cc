// The keyboard on the canvas (CONTRACT.md section 4, design/DESIGN.md section 9).
#include "views/canvas_keys.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/random.h"
#include "tests/views/canvas_fixture.h"

namespace demarche {
namespace {

using CanvasKeysTest = CanvasTest;

struct KeyCase {
  const char* name;
  const char* permalink;
  ImGuiKey key;
  bool shift;
  const char* expected;  // the permalink that applying the key's action gives; null: unchanged
  PageRequest page;
};

const KeyCase kKeys[] = {
    {"Right", "focus=geneva-2022", ImGuiKey_RightArrow, false, "focus=brussels-nrc-2022",
     PageRequest::kNone},
    {"Enter", "focus=geneva-2022", ImGuiKey_Enter, false, nullptr, PageRequest::kOpenPane},
    {"slash", "", ImGuiKey_Slash, false, nullptr, PageRequest::kSearch},
    {"slash, above the 7", "", ImGuiKey_Slash, true, nullptr, PageRequest::kSearch},
    {"question mark", "", ImGuiKey_F1, true, nullptr, PageRequest::kHelp},
    {"P", "", ImGuiKey_P, false, nullptr, PageRequest::kPlay},
    {"L", "", ImGuiKey_L, false, "axis=linear", PageRequest::kNone},
    {"L again", "axis=linear", ImGuiKey_L, false, "axis=adaptive", PageRequest::kNone},
    {"A", "", ImGuiKey_A, false, "links=all", PageRequest::kNone},
    {"A again", "links=all", ImGuiKey_A, false, "links=none", PageRequest::kNone},
    {"A once more", "links=none", ImGuiKey_A, false, "links=focus", PageRequest::kNone},
    {"zero", "range=2022-01-08/2022-01-12", ImGuiKey_0, false, "range=", PageRequest::kNone},
    {"Escape clears", "focus=geneva-2022", ImGuiKey_Escape, false, "focus=", PageRequest::kNone},
    {"Escape leaves", "", ImGuiKey_Escape, false, nullptr, PageRequest::kLeave},
    {"bracket, a day on", "", ImGuiKey_RightBracket, true, "as-of=2022-01-10", PageRequest::kNone},
    {"bracket, a day back", "", ImGuiKey_LeftBracket, true, "as-of=2022-01-08", PageRequest::kNone},
    {"G where both are", "view=split", ImGuiKey_G, false, nullptr, PageRequest::kNone},
    {"G from the timeline", "view=timeline", ImGuiKey_G, false, "view=graph", PageRequest::kNone},
    {"T from the graph", "view=graph", ImGuiKey_T, false, "view=timeline", PageRequest::kNone},
    {"a letter without use", "", ImGuiKey_Q, false, nullptr, PageRequest::kNone},
};

TEST_F(CanvasKeysTest, KeysDoWhatTheTableSays) {
  const AppState initial = canvas.state;
  for (const KeyCase& c : kKeys) {
    SCOPED_TRACE(c.name);
    canvas.state = initial;
    Go(c.permalink);
    canvas.view->TakePageRequest();
    const AppState before = canvas.state;
    canvas.Key(c.key, c.shift);
    AppState expected = before;
    if (c.expected) expected = ApplyPermalink(canvas.dossier, before, c.expected);
    EXPECT_EQ(PermalinkOf(canvas.dossier, canvas.state), PermalinkOf(canvas.dossier, expected));
    EXPECT_EQ(canvas.view->TakePageRequest(), c.page);
  }
}

TEST_F(CanvasKeysTest, PlusAndMinusAreEachOthersInverse) {
  canvas.Key(ImGuiKey_Equal);
  EXPECT_NE(canvas.state.range, kEverything);
  canvas.Key(ImGuiKey_Minus);
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasKeysTest, ShiftAndAnArrowPan) {
  Go("range=2022-01-08/2022-01-10");
  const Seconds before = canvas.state.range.earliest;
  canvas.Key(ImGuiKey_RightArrow, true);
  EXPECT_GT(canvas.state.range.earliest, before);
  EXPECT_FALSE(canvas.state.focus);
}

TEST_F(CanvasKeysTest, HomeAndEndSelectTheFirstAndTheLastEvent) {
  canvas.Key(ImGuiKey_Home);
  const Ref first = canvas.state.focus;
  canvas.Key(ImGuiKey_End);
  const Ref last = canvas.state.focus;
  ASSERT_EQ(first.kind, ItemKind::kEvent);
  ASSERT_EQ(last.kind, ItemKind::kEvent);
  EXPECT_NE(first, last);
}

TEST_F(CanvasKeysTest, InTheGraphArrowsWalkFromActorToActor) {
  canvas.Key(ImGuiKey_G);
  Go("focus=us");
  canvas.Key(ImGuiKey_RightArrow);
  ASSERT_EQ(canvas.state.focus.kind, ItemKind::kActor);
  EXPECT_NE(canvas.state.focus, Find("us"));
  const Point from = NodeAt("us");
  const Point to = NodeAt(std::string(canvas.dossier.IdOf(canvas.state.focus)));
  EXPECT_GT(to.x, from.x);
  canvas.Key(ImGuiKey_T);
  canvas.Key(ImGuiKey_RightArrow);
  EXPECT_EQ(canvas.state.focus.kind, ItemKind::kEvent);
}

// ---- Each node and each edge of a graph ----

constexpr Point kDirections[] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};

GraphLayout NodesAt(const std::vector<Point>& points) {
  GraphLayout graph;
  for (const Point point : points) {
    GraphNode& node = graph.nodes.emplace_back();
    node.actor = static_cast<Index>(graph.nodes.size() - 1);
    node.centre_px = point;
  }
  return graph;
}

size_t CountReached(const GraphLayout& graph, Index from) {
  std::set<Index> reached = {from};
  std::vector<Index> next = {from};
  while (!next.empty()) {
    const Index at = next.back();
    next.pop_back();
    for (const Point direction : kDirections) {
      const Index to = ActorInDirection(graph, at, direction);
      if (to != kNone && reached.insert(to).second) next.push_back(to);
    }
  }
  return reached.size();
}

void ExpectArrowsReachAll(const GraphLayout& graph) {
  for (const GraphNode& node : graph.nodes)
    ASSERT_EQ(CountReached(graph, node.actor), graph.nodes.size()) << "from " << node.actor;
}

TEST(GraphKeys, ArrowsReachEveryNodeFromEveryOther) {
  Random random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<Point> points;
    const uint64_t count = 2 + random.Below(30);
    // Some lie on few rows and columns, so that many are equally far.
    const uint64_t cells = round % 3 == 0 ? 4 + count : 4000;
    while (points.size() < count) {
      const Point point{static_cast<float>(random.Below(cells)) * 10,
                        static_cast<float>(random.Below(cells)) * 7};
      if (std::find(points.begin(), points.end(), point) == points.end()) points.push_back(point);
    }
    ExpectArrowsReachAll(NodesAt(points));
  }
}

TEST(GraphKeys, AnArrowGoesOnWhereAnybodyIsLeftInItsDirection) {
  const GraphLayout graph = NodesAt({{0, 0}, {30, 100}, {60, 10}, {-20, 0}});
  EXPECT_EQ(ActorInDirection(graph, 0, {1, 0}), 2u);
  EXPECT_EQ(ActorInDirection(graph, 0, {0, 1}), 1u);
  EXPECT_EQ(ActorInDirection(graph, 0, {-1, 0}), 3u);
  EXPECT_EQ(ActorInDirection(graph, 0, {0, -1}), kNone);
  EXPECT_EQ(ActorInDirection(graph, 3, {0, 1}), 1u) << "further aside than 45 degrees";
}

TEST_F(CanvasKeysTest, ArrowsAndEReachEverythingThatTheGraphShows) {
  for (const char* as_of : {"1997-06-01", "2014-04-01", "2022-01-09", "2022-01-13"}) {
    Go("view=graph&as-of=" + std::string(as_of));
    const json graph = Inspect()["graph"];
    std::set<std::string> nodes = {graph["nodes"][0]["id"].get<std::string>()};
    std::vector<std::string> next(nodes.begin(), nodes.end());
    std::set<std::tuple<Index, Index, QuadClass>> edges;
    while (!next.empty()) {
      const std::string at = next.back();
      next.pop_back();
      for (ImGuiKey key :
           {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) {
        Go("edge=&focus=" + at);
        canvas.Key(key);
        const std::string to(canvas.dossier.IdOf(canvas.state.focus));
        if (nodes.insert(to).second) next.push_back(to);
      }
      Go("edge=&focus=" + at);
      for (const json& edge : graph["edges"]) {
        if (edge["from"] != at && edge["to"] != at) continue;
        canvas.Key(ImGuiKey_E);
        const EdgeKey& named = canvas.state.edge;
        edges.insert({named.from, named.to, named.quad});
      }
    }
    // Who is selected may bring others with it.
    for (const json& node : graph["nodes"])
      EXPECT_TRUE(nodes.count(node["id"].get<std::string>())) << as_of << ' ' << node["id"];
    EXPECT_EQ(edges.size(), graph["edges"].size()) << as_of;
  }
}

TEST_F(CanvasKeysTest, ENamesTheEdgesOfAnActorInTurn) {
  Go("focus=osce");
  canvas.Key(ImGuiKey_E);
  const EdgeKey first = canvas.state.edge;
  ASSERT_TRUE(first);
  EXPECT_TRUE(first.from == Find("osce").index || first.to == Find("osce").index);
  canvas.Key(ImGuiKey_E, true);
  canvas.Key(ImGuiKey_E);
  EXPECT_EQ(canvas.state.edge, first);
}

TEST_F(CanvasKeysTest, EOnAPersonNamesTheEdgesOfWhomItStandsBy) {
  Go("focus=ryabkov");
  canvas.Key(ImGuiKey_E);
  ASSERT_TRUE(canvas.state.edge);
  EXPECT_TRUE(canvas.state.edge.from == Find("russia").index ||
              canvas.state.edge.to == Find("russia").index);
}

TEST_F(CanvasKeysTest, AKeyHeldDownRepeatsOnlyWhatIsAStep) {
  Go("focus=us&links=focus");
  canvas.queue.Key({.key = ImGuiKey_A, .repeats = true});
  canvas.Settle();
  EXPECT_EQ(canvas.state.links, Links::kFocus);
  const Ref before = canvas.state.focus;
  canvas.queue.Key({.key = ImGuiKey_RightArrow, .repeats = true});
  canvas.Settle();
  EXPECT_NE(canvas.state.focus, before);
}

TEST_F(CanvasKeysTest, EscapeTakesBackTheEdgeThenTheSelectionThenLeaves) {
  Go("focus=us");
  canvas.Key(ImGuiKey_E);
  ASSERT_TRUE(canvas.state.edge);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_FALSE(canvas.state.edge);
  EXPECT_TRUE(canvas.state.focus);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_FALSE(canvas.state.focus);
  EXPECT_EQ(canvas.view->TakePageRequest(), PageRequest::kNone);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_EQ(canvas.view->TakePageRequest(), PageRequest::kLeave);
}

TEST_F(CanvasKeysTest, InAStoryArrowsPageKeysAndSpaceStep) {
  ASSERT_FALSE(canvas.dossier.data().stories.empty());
  canvas.state = Reduce(canvas.dossier, canvas.state, OpenStory{0, 1});
  canvas.Settle();
  uint32_t step = 1;
  for (ImGuiKey key : {ImGuiKey_RightArrow, ImGuiKey_PageDown, ImGuiKey_Space}) {
    canvas.Key(key);
    EXPECT_EQ(canvas.state.step, ++step);
  }
  for (ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_PageUp}) {
    canvas.Key(key);
    EXPECT_EQ(canvas.state.step, --step);
  }
  canvas.Key(ImGuiKey_4);
  EXPECT_EQ(canvas.state.step, 4u);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_EQ(canvas.state.story, kNone);
}

}  // namespace
}  // namespace demarche
