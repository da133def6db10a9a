// A large graph as pixels: the thin lines of a selected actor among all others, and the dots.
#include <algorithm>
#include <cmath>

#include "core/base/plane.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/views/canvas_fixture.h"
#include "tests/views/raster.h"

namespace demarche {
namespace {

class GraphLines : public CanvasTest {
 protected:
  GraphLines() : CanvasTest(MovesOfChance(9, 50, 4000, false), 390, 700) { Go("view=graph"); }
};

float Luminance(uint32_t rgb) {
  const auto linear = [](uint32_t channel) {
    const float share = static_cast<float>(channel & 0xFF) / 255;
    return share <= 0.04045f ? share / 12.92f : std::pow((share + 0.055f) / 1.055f, 2.4f);
  };
  return 0.2126f * linear(rgb >> 16) + 0.7152f * linear(rgb >> 8) + 0.0722f * linear(rgb);
}

// Of the darkest pixel there against white paper (WCAG 2.2).
float ContrastAt(const Picture& picture, Point at) {
  float darkest = 1;
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx)
      darkest = std::min(
          darkest, Luminance(picture.At(static_cast<int>(at.x) + dx, static_cast<int>(at.y) + dy)));
  return 1.05f / (darkest + 0.05f);
}

bool IsFree(const GraphLayout& graph, Point at) {
  return std::none_of(graph.nodes.begin(), graph.nodes.end(), [at](const GraphNode& node) {
    return Inflated(node.box_px, 4).Contains(at) || Inflated(node.label_box_px, 4).Contains(at);
  });
}

TEST_F(GraphLines, OfASelectedActorStandOut) {
  canvas.state.focus = {ItemKind::kActor, 0};
  canvas.Settle();
  const Picture picture = Rasterise(canvas.drawn);
  const GraphLayout& graph = *canvas.view->graph();
  size_t own = 0, seen = 0, dimmed = 0;
  for (const GraphLine& line : graph.lines) {
    dimmed += line.dimmed;
    const Point middle = Mix(line.from_px, line.to_px, 0.5f);
    if (line.dimmed || !IsFree(graph, middle)) continue;
    ++own;
    seen += ContrastAt(picture, middle) >= 3;
  }
  ASSERT_GT(own, 20u);
  ASSERT_GT(dimmed, 10 * own);
  EXPECT_GE(seen, own * 9 / 10);
}

class GraphDots : public CanvasTest {
 protected:
  GraphDots() : CanvasTest(CrowdsDossier(600), 390, 700) { Go("view=graph&camera=0.4,0.4,2"); }
};

TEST_F(GraphDots, ThoseOnTheCanvasAreDrawn) {
  canvas.Settle();
  const Picture picture = Rasterise(canvas.drawn);
  const GraphLayout& graph = *canvas.view->graph();
  size_t dots = 0, seen = 0, beyond = 0;
  for (const GraphDot& dot : graph.dots) {
    const bool here = Inflated(graph.area_px, -2).Contains(dot.centre_px);
    beyond += !here;
    if (!here || !IsFree(graph, dot.centre_px)) continue;
    ++dots;
    seen += ContrastAt(picture, dot.centre_px) >= 3;
  }
  ASSERT_GT(dots, 50u);
  ASSERT_GT(beyond, 50u);
  EXPECT_GE(seen, dots * 19 / 20) << "but for some under badges";
}

}  // namespace
}  // namespace demarche
