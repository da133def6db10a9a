// What lies on what in the graph of the shipped dossier: edges on members, on names, on the label
// of a table.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/graph/graph_node.h"
#include "core/graph/graph_routing.h"
#include "core/state/permalink.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

// Beside and without the timeline at 1280x800, an embed, a phone.
constexpr Rect kAreas[] = {
    {0, 0, 526, 290}, {0, 0, 526, 700}, {0, 0, 886, 580}, {0, 0, 390, 420}, {0, 0, 390, 600}};
const char* const kDates[] = {"1997-12-31", "2008-06-01", "2014-04-01",
                              "2021-12-20", "2022-01-09", "2022-01-13"};

GraphLayout Layout(const Rect& area, const std::string& permalink) {
  static GraphRequest whole = WholeRequest(Talks(), area);
  whole.area_px = area;
  return LayoutAt(whole, ApplyPermalink(Talks(), InitialState(Talks()), permalink));
}

// Whether a curve runs through what `holds` says of its points.
template <class Holds>
bool Runs(const GraphEdge& edge, const Holds& holds) {
  for (int i = 0; i <= 100; ++i)
    if (holds(CurveOf(edge).At(static_cast<float>(i) / 100))) return true;
  return false;
}

std::string NameOf(const GraphEdge& edge) {
  return std::string(Talks().actors()[edge.key.from].id) + '>' +
         std::string(Talks().actors()[edge.key.to].id);
}

TEST(GraphLegible, EdgesRunThroughNoMember) {
  for (const Rect& area : kAreas) {
    for (const std::string date : kDates) {
      const GraphLayout layout = Layout(area, "members=shown&as-of=" + date);
      size_t members = 0;
      for (const GraphNode& node : layout.nodes) {
        if (!node.small) continue;
        ++members;
        for (const GraphEdge& edge : layout.edges) {
          const bool through =
              edge.key.from != node.actor && edge.key.to != node.actor &&
              Runs(edge, [&](Point p) { return DistanceToNode(node, p) < edge.width_px / 2; });
          EXPECT_FALSE(through) << NameOf(edge) << " through " << node.code << node.label << " on "
                                << date << " at " << area.w << 'x' << area.h;
        }
      }
      // The United States stand elsewhere.
      EXPECT_EQ(members, date < std::string("1999")   ? 15u
                         : date < std::string("2009") ? 25u
                         : date < std::string("2017") ? 27u
                                                      : 29u);
    }
  }
}

// A name that stands where fans meet has no way around it.
TEST(GraphLegible, HardlyAnEdgeRunsThroughAName) {
  int all = 0;
  for (const Rect& area : kAreas) {
    for (const std::string level : {"", "&members=shown"}) {
      for (const std::string date : kDates) {
        const GraphLayout layout = Layout(area, "as-of=" + date + level);
        int here = 0;
        for (const GraphNode& node : layout.nodes) {
          if (node.label.empty()) continue;
          for (const GraphEdge& edge : layout.edges)
            here += Runs(edge, [&](Point p) { return node.label_box_px.Contains(p); });
        }
        EXPECT_LE(here, 1) << date << level << " at " << area.w << 'x' << area.h;
        all += here;
      }
    }
  }
  EXPECT_LE(all, 4);
}

struct Meeting {
  const char* event;
  size_t seats;
  const char* label;
};
constexpr Meeting kMeetings[] = {{"vienna-osce-2022", 3, "Vienna, 13 Jan"},
                                 {"minsk-2", 5, "Minsk, 12 Feb"},
                                 {"budapest-1994", 4, "Budapest, 5 Dec"}};

TEST(GraphLegible, SeveralMeetInTheMiddleOfTheirTable) {
  for (const Rect& area : kAreas) {
    const bool low = area.h < 450;
    for (const Meeting& meeting : kMeetings) {
      for (const std::string way : {"focus=", "lens=meeting:", "members=shown&focus="}) {
        const GraphLayout layout = Layout(area, way + meeting.event + "&as-of=2022-01-13");
        SCOPED_TRACE(way + meeting.event + " at " + std::to_string(static_cast<int>(area.w)) + 'x' +
                     std::to_string(static_cast<int>(area.h)));
        // The lowest areas have no room for all.
        ASSERT_GE(layout.tables.size(), std::min<size_t>(meeting.seats, low ? 3 : 5));
        const TableBand& first = layout.tables[0];
        EXPECT_EQ(first.label, meeting.label);
        const Rect& label = first.label_box_px;
        EXPECT_TRUE(label.x >= area.x && label.y >= area.y && label.right() <= area.right() &&
                    label.bottom() <= area.bottom());
        size_t seats = 0;
        for (const GraphNode& node : layout.nodes) {
          EXPECT_FALSE(label.Overlaps(node.box_px)) << node.code << node.label;
          EXPECT_FALSE(!node.label.empty() && label.Overlaps(node.label_box_px)) << node.label;
          seats += node.at_table;
          if (!node.at_table) continue;
          EXPECT_TRUE(std::any_of(layout.tables.begin(), layout.tables.end(), [&](const auto& b) {
            return std::abs(DistanceToNode(node, b.from_px)) < 1;
          })) << node.code;
        }
        EXPECT_EQ(seats, layout.tables.size());
        for (const TableBand& band : layout.tables) {
          EXPECT_EQ(band.to_px, first.label_px);
          EXPECT_TRUE(&band == &first || band.label.empty());
        }
        // Nor for every badge.
        for (const GraphEdge& edge : layout.edges) {
          EXPECT_TRUE(low || !label.Overlaps(edge.box_px)) << "the badge of " << NameOf(edge);
        }
      }
    }
  }
}

}  // namespace
}  // namespace demarche
