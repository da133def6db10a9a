// The canvas of a graph that a lens or a level keeps to a part: what is drawn, and the way back.
#include <map>
#include <string>

#include "gtest/gtest.h"
#include "tests/views/canvas_fixture.h"

namespace demarche {
namespace {

class GraphScopeView : public CanvasTest {
 protected:
  json Graph() { return Inspect()["graph"]; }
  json Node(const std::string& id) {
    for (const json& node : Nodes())
      if (node["id"] == id) return node;
    return {};
  }
  // By "from>to", the moves of all classes.
  std::map<std::string, int> Counts() {
    std::map<std::string, int> counts;
    const json graph = Graph();
    for (const json& edge : graph["edges"]) {
      const std::string key = edge["from"].get<std::string>() + '>' + edge["to"].get<std::string>();
      counts[key] += edge["count"].get<int>();
    }
    return counts;
  }
};

TEST_F(GraphScopeView, ALensIsTakenBackOnTheCanvas) {
  const json before = Nodes();
  EXPECT_TRUE(Graph()["lens"].is_null());
  Go("lens=topic:missiles");
  EXPECT_EQ(Graph()["lens"], "topic:missiles");
  for (const auto& [edge, count] : Counts()) EXPECT_GT(count, 0) << edge;
  EXPECT_EQ(Node("eu"), json()) << "it has said nothing of missiles";
  EXPECT_EQ(Node("russia")["x"], NodeAt("russia").x);
  const float legend_px = 164;
  canvas.Click({legend_px + 30, 748 - 190});
  EXPECT_FALSE(Last<SetLens>(canvas.all_actions)) << "beside the note";
  // The note stands in the corner of the graph.
  bool found = false;
  for (float y = 300; y < 740 && !found; y += 8) {
    canvas.Click({legend_px + 24, y});
    found = Last<SetLens>(canvas.all_actions) != nullptr;
  }
  EXPECT_TRUE(found);
  canvas.Settle();
  EXPECT_EQ(Nodes().size(), before.size());
}

TEST_F(GraphScopeView, ALensLeavesTheTimelineAlone) {
  const json items = Items();
  Go("lens=pair:nato,russia&people=folded");
  EXPECT_EQ(Items(), items);
  for (const auto& [edge, count] : Counts())
    EXPECT_TRUE(edge == "nato>russia" || edge == "russia>nato") << edge << count;
}

TEST_F(GraphScopeView, NatoHasTheEdgesAndTheNumberOfItsMembersOfTheDate) {
  const std::map<std::string, int> open = Counts();
  Go("members=folded");
  const std::map<std::string, int> folded = Counts();
  EXPECT_EQ(Node("us"), json());
  ASSERT_TRUE(folded.contains("nato>russia"));
  int from_members = 0;
  for (const auto& [edge, count] : open) {
    if (edge == "nato>russia" || edge == "us>russia") from_members += count;
  }
  EXPECT_GE(folded.at("nato>russia"), from_members);
  for (const auto& [date, members] :
       {std::pair{"1997-06-01", 16}, {"2008-04-30", 26}, {"2014-04-01", 28}, {"2022-01-09", 30}}) {
    Go(std::string("members=folded&as-of=") + date);
    EXPECT_EQ(Node("nato")["members"], members) << date;
  }
  Go("members=voices&as-of=2022-01-09");
  EXPECT_FALSE(Node("nato").contains("members"));
}

TEST_F(GraphScopeView, AllMembersAreShownAsOfTheDate) {
  Go("members=shown&view=graph");
  EXPECT_NE(Node("latvia"), json());
  EXPECT_EQ(Node("latvia")["kind"], "state");
  const Point latvia = NodeAt("latvia");
  canvas.Click(latvia);
  EXPECT_EQ(canvas.state.focus, Find("latvia"));
  Go("focus=&as-of=2004-01-01");
  EXPECT_EQ(Node("latvia"), json());
  EXPECT_NE(Node("belgium"), json());
}

}  // namespace
}  // namespace demarche
