// The canvas of the real dossier with the hands of the harness, for the tests of what a reader does
// with it.
#pragma once

#include <cmath>
#include <string>

#include "core/state/permalink.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/views/harness.h"

namespace demarche {

using nlohmann::json;

inline constexpr TimeSpan kEverything{kTimeMin, kTimeMax};
inline constexpr Seconds kDay = 86400;

class CanvasTest : public testing::Test {
 protected:
  explicit CanvasTest(float width_px = 920, float height_px = 748)
      : CanvasTest(ReadTalks(), width_px, height_px) {}
  CanvasTest(Dossier dossier, float width_px, float height_px)
      : canvas(std::move(dossier), width_px, height_px) {
    canvas.Settle();
    canvas.all_actions.clear();
  }

  json Inspect() { return json::parse(canvas.view->Inspect(canvas.state), nullptr, false); }
  json Items() { return Inspect()["items"]; }
  json Nodes() { return Inspect()["graph"]["nodes"]; }
  json Ticks() { return Inspect()["axis"]["ticks"]; }

  void Go(const std::string& permalink) {
    canvas.state = ApplyPermalink(canvas.dossier, canvas.state, permalink);
    canvas.Settle();
    canvas.all_actions.clear();
  }

  Ref Find(std::string_view id) const { return canvas.dossier.Find(id); }

  /// The item's entry in inspect().
  json Item(const std::string& id) {
    for (const json& item : Items())
      if (item["id"] == id) return item;
    ADD_FAILURE() << "not on the canvas: " << id;
    return {};
  }
  Point MiddleOf(const json& box) {
    if (!box.is_object()) return {};
    return {box.value("x", 0.0f) + box.value("w", 0.0f) / 2,
            box.value("y", 0.0f) + box.value("h", 0.0f) / 2};
  }
  Point NodeAt(const std::string& id) {
    for (const json& node : Nodes())
      if (node["id"] == id) return {node["x"].get<float>(), node["y"].get<float>()};
    ADD_FAILURE() << "not in the graph: " << id;
    return {};
  }
  /// Somewhere in the lanes where nothing is.
  Point EmptyLane() {
    const json items = Items();
    const float playhead = PlayheadX();
    for (int row = 140; row < 440; row += 3) {
      for (int column = 300; column < 700; column += 3) {
        const Point at{static_cast<float>(column), static_cast<float>(row)};
        bool free = std::abs(at.x - playhead) > 30;
        for (const json& item : items) {
          const float left = item["x"].get<float>() - 30,
                      right = left + item["w"].get<float>() + 60;
          const float top = item["y"].get<float>() - 14, bottom = top + item["h"].get<float>() + 28;
          if (at.x > left && at.x < right && at.y > top && at.y < bottom) free = false;
        }
        if (free) return at;
      }
    }
    ADD_FAILURE() << "every place is taken";
    return {};
  }
  /// The end of the 9th, where the day cell of the 10th begins.
  float PlayheadX() {
    for (const json& tick : Ticks())
      if (tick["date"] == "2022-01-10") return tick["x"].get<float>();
    return -1000;
  }

  CanvasHarness canvas;
};

}  // namespace demarche
