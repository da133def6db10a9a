// The graph of the dossier that Demarche ships: what its readers see at turning points, and its
// whole layout as text (DEMARCHE_UPDATE_GOLDEN=1 writes it anew).
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_places.h"
#include "core/graph/graph_routing.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

const FixedMeasurer kMeasurer;
constexpr Rect kDesktop{0, 0, 526, 290}, kWide{0, 0, 756, 290}, kEmbed{0, 0, 720, 300},
    kPhone{0, 0, 390, 420};
const char* const kDates[] = {"1997-06-01", "2008-04-30", "2014-04-01",
                              "2021-12-20", "2022-01-09", "2022-01-13"};

class GraphTalks : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    dossier = &Talks();
    places = PlaceActors(GraphEvidence(*dossier));
  }

  static GraphLayout Layout(const Rect& area, const char* date, const char* focus = "") {
    GraphRequest request;
    request.dossier = dossier;
    request.measurer = &kMeasurer;
    request.places = places;
    request.area_px = area;
    if (area.w < 480) request.metrics = GraphMetricsForPhone();
    request.as_of_s = Day(date);
    request.focus = dossier->Find(focus);
    request.lang = "en";
    return LayoutGraph(request);
  }
  static const GraphNode* NodeOf(const GraphLayout& layout, const char* id) {
    const Index actor = dossier->Find(id).index;
    for (const GraphNode& node : layout.nodes) {
      if (node.actor == actor) return &node;
    }
    return nullptr;
  }

  static const Dossier* dossier;
  static std::vector<Point> places;
};
const Dossier* GraphTalks::dossier = nullptr;
std::vector<Point> GraphTalks::places;

TEST_F(GraphTalks, StandAsTheirAuthorPinnedThem) {
  for (const Rect& area : {kDesktop, kWide, kEmbed, kPhone}) {
    const GraphLayout layout = Layout(area, "2022-01-09");
    const GraphNode *us = NodeOf(layout, "us"), *russia = NodeOf(layout, "russia"),
                    *ukraine = NodeOf(layout, "ukraine"), *nato = NodeOf(layout, "nato");
    ASSERT_TRUE(us && russia && ukraine && nato);
    EXPECT_NEAR(us->centre_px.y, russia->centre_px.y, 1);
    EXPECT_GT(russia->centre_px.x - us->centre_px.x, area.w / 2);
    EXPECT_LT(nato->centre_px.y, us->centre_px.y);
    EXPECT_GT(ukraine->centre_px.y, us->centre_px.y);
  }
}

TEST_F(GraphTalks, NodesStayWhereTheyAreFrom1997To2022) {
  for (const Rect& area : {kDesktop, kWide, kEmbed, kPhone}) {
    const GraphLayout now = Layout(area, "2022-01-13");
    for (const char* date : kDates) {
      for (const GraphNode& node : Layout(area, date).nodes) {
        const GraphNode* later = NodeOf(now, std::string(dossier->actors()[node.actor].id).c_str());
        ASSERT_TRUE(later);
        EXPECT_EQ(node.centre_px, later->centre_px) << date;
      }
    }
  }
}

TEST_F(GraphTalks, BadgesLieOnNoNode) {
  for (const Rect& area : {kDesktop, kWide, kEmbed, kPhone}) {
    for (const char* date : kDates) {
      const GraphLayout layout = Layout(area, date);
      for (const GraphEdge& edge : layout.edges) {
        for (const GraphNode& node : layout.nodes) {
          EXPECT_GT(DistanceToNode(node, edge.badge_px), edge.box_px.h / 2 - 1)
              << date << " at " << area.w << " px: " << edge.count << " on " << node.code
              << node.label;
        }
      }
    }
  }
}

TEST_F(GraphTalks, BadgesDoNotLieOnEachOtherAtDesktopSize) {
  for (const Rect& area : {kDesktop, kWide, kEmbed}) {
    for (const char* date : kDates) {
      const GraphLayout layout = Layout(area, date);
      for (size_t i = 0; i < layout.edges.size(); ++i) {
        for (size_t j = i + 1; j < layout.edges.size(); ++j) {
          EXPECT_FALSE(layout.edges[i].box_px.Overlaps(layout.edges[j].box_px))
              << date << " at " << area.w << " px: edges " << i << " and " << j;
        }
      }
    }
  }
}

TEST_F(GraphTalks, EdgesRunThroughNoNode) {
  for (const Rect& area : {kDesktop, kWide, kEmbed, kPhone}) {
    for (const char* date : kDates) {
      const GraphLayout layout = Layout(area, date);
      for (const GraphEdge& edge : layout.edges) {
        for (const GraphNode& node : layout.nodes) {
          if (node.kind == ActorKind::kPerson) continue;
          for (int i = 2; i <= 38; ++i) {
            EXPECT_GT(DistanceToNode(node, CurveOf(edge).At(i / 40.0f)), 0)
                << date << " at " << area.w << " px, through " << node.code;
          }
        }
      }
    }
  }
}

TEST_F(GraphTalks, EverythingIsInTheArea) {
  for (const Rect& area : {kDesktop, kWide, kEmbed, kPhone}) {
    for (const char* date : kDates) {
      const GraphLayout layout = Layout(area, date);
      const auto inside = [&area](const Rect& box) {
        return box.x >= area.x && box.y >= area.y && box.right() <= area.right() &&
               box.bottom() <= area.bottom();
      };
      for (const GraphNode& node : layout.nodes) {
        EXPECT_TRUE(inside(node.box_px)) << node.code << node.label;
        EXPECT_TRUE(node.label.empty() || inside(node.label_box_px)) << node.label;
      }
      for (const GraphEdge& edge : layout.edges) EXPECT_TRUE(inside(edge.box_px)) << date;
    }
  }
}

TEST_F(GraphTalks, TheEarlyYearsAreNearlyEmpty) {
  const GraphLayout layout = Layout(kDesktop, "1990-01-01");
  EXPECT_TRUE(layout.edges.empty());
  EXPECT_TRUE(NodeOf(layout, "us") && NodeOf(layout, "nato"));
  EXPECT_EQ(layout.empty_note, "Nothing recorded up to 1 January 1990");
}

TEST_F(GraphTalks, WhoMeetsSitsAtTheTable) {
  struct Case {
    const char *event, *a, *b, *label;
  };
  const Case cases[] = {{"geneva-2022", "us", "russia", "Geneva, 10 Jan"},
                        {"brussels-nrc-2022", "nato", "russia", "Brussels, 12 Jan"}};
  for (const Case& c : cases) {
    const GraphLayout layout = Layout(kWide, "2022-01-09", c.event);
    ASSERT_EQ(layout.tables.size(), 1u) << c.event;
    EXPECT_EQ(layout.tables[0].label, c.label);
    for (const GraphNode& node : layout.nodes) {
      EXPECT_EQ(node.at_table, &node == NodeOf(layout, c.a) || &node == NodeOf(layout, c.b));
    }
  }
}

TEST_F(GraphTalks, MovesReportedLaterAreNotShownEarlier) {
  const auto total = [](const GraphLayout& layout) {
    uint32_t sum = 0;
    for (const GraphEdge& edge : layout.edges) sum += edge.count;
    return sum;
  };
  uint32_t before = 0;
  for (const char* date : kDates) {
    const uint32_t now = total(Layout(kWide, date));
    EXPECT_GE(now, before) << date;
    before = now;
  }
  EXPECT_GT(total(Layout(kWide, "2022-03-05")), before) << "what is reported after the talks";
}

// ---- Golden ----

std::string Rounded(Point p) {
  return std::to_string(std::lround(p.x)) + "," + std::to_string(std::lround(p.y));
}

std::string TextOf(const GraphLayout& layout, const Dossier& dossier) {
  std::string text;
  const auto id = [&dossier](Index actor) { return std::string(dossier.actors()[actor].id); };
  for (const GraphNode& node : layout.nodes) {
    text += "node " + id(node.actor) + " at " + Rounded(node.centre_px);
    if (!node.code.empty()) text += " [" + node.code + "]";
    if (!node.label.empty()) text += " \"" + node.label + "\" at " + Rounded(node.label_px);
    if (node.at_table) text += " at the table";
    if (node.unnamed) text += " unnamed";
    text += "\n";
  }
  for (const GraphEdge& edge : layout.edges) {
    text += "edge " + id(edge.key.from) + " -> " + id(edge.key.to) + ": " +
            std::to_string(edge.count) + " " + std::string(NameOf(edge.key.quad)) + ", " +
            Rounded(edge.from_px) + " by " + Rounded(edge.control_px) + " to " +
            Rounded(edge.to_px) + ", badge " + Rounded(edge.badge_px) + "\n";
  }
  for (const TableBand& band : layout.tables) {
    text += "table \"" + band.label + "\" " + Rounded(band.from_px) + " to " + Rounded(band.to_px) +
            ", label " + Rounded(band.label_px) + "\n";
  }
  return text;
}

TEST_F(GraphTalks, LookAsInTheGolden) {
  std::string text;
  for (const auto& [area, date, focus] :
       {std::tuple{kDesktop, "2022-01-09", "geneva-2022"}, std::tuple{kPhone, "2014-04-01", ""}}) {
    text +=
        std::string("== as of ") + date + ", " + std::to_string(std::lround(area.w)) + " px wide\n";
    text += TextOf(Layout(area, date, focus), *dossier);
  }
  ExpectGolden("tests/core/graph/golden/graph-talks.txt", text);
}

}  // namespace
}  // namespace demarche
