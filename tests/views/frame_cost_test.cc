// A steady frame allocates nothing, and what is drawn is sound: inside the canvas, finite, in one
// draw list of few commands.
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>
#include <utility>

#include "core/state/permalink.h"
#include "gtest/gtest.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/views/harness.h"

namespace {
std::atomic<size_t> allocations{0}, allocated_bytes{0};
}  // namespace

// Counts what the program takes from the heap; Dear ImGui is given CountedAlloc below.
void* operator new(size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  allocated_bytes += size;
  return std::malloc(size);
}
void* operator new(size_t size) {
  if (void* at = operator new(size, std::nothrow)) return at;
  std::abort();
}
void operator delete(void* at) noexcept { std::free(at); }
void operator delete(void* at, size_t) noexcept { std::free(at); }
void operator delete(void* at, const std::nothrow_t&) noexcept { std::free(at); }

namespace demarche {
namespace {

void* CountedAlloc(size_t size, void*) {
  ++allocations;
  return std::malloc(size);
}
void CountedFree(void* at, void*) { std::free(at); }

struct Page {
  const char* name;
  float width_px, height_px, pixel_ratio;
  const char* permalink;
  uint64_t events = 0;  // of a synthetic dossier; 0: the talks
  uint32_t actors = 0;  // CrowdsDossier()
};

constexpr Page kPages[] = {
    {"desktop", 920, 748, 1, "focus=geneva-2022"},
    {"desktop, linear", 920, 748, 2, "axis=linear"},
    {"desktop, an actor", 920, 748, 1.5f, "focus=us"},
    {"desktop, all replies", 920, 748, 1, "focus=russia-draft-treaties&links=all"},
    {"phone, all replies", 390, 500, 2, "links=all"},
    {"embed", 720, 356, 2, ""},
    {"phone", 390, 500, 3, "focus=geneva-2022"},
    {"phone, graph", 390, 430, 3, "view=graph"},
    {"phone, graph zoomed", 390, 430, 3, "view=graph&camera=0.4,0.5,2"},
    {"ten thousand actors", 1280, 800, 1, "view=graph", 0, 10'000},
    {"ten thousand actors, zoomed", 1280, 800, 1, "view=graph&camera=0.4,0.5,9", 0, 10'000},
    {"a hundred thousand events", 1280, 800, 1, "view=timeline&focus=e777", 100'000},
    {"a hundred thousand on a phone", 390, 650, 2, "view=timeline&focus=e777", 100'000},
};

class FrameCost : public testing::TestWithParam<Page> {
 protected:
  FrameCost() {
    ImGui::SetAllocatorFunctions(CountedAlloc, CountedFree);
    const Page& page = GetParam();
    canvas_ = std::make_unique<CanvasHarness>(page.actors > 0   ? CrowdsDossier(page.actors)
                                              : page.events > 0 ? ReadGenerated(page.events)
                                                                : ReadTalks(),
                                              page.width_px, page.height_px);
    canvas_->pixel_ratio = page.pixel_ratio;
    canvas_->state = ApplyPermalink(canvas_->dossier, canvas_->state, page.permalink);
    canvas_->Settle();
    for (int i = 0; i < 5; ++i) canvas_->Frame();
  }

  std::unique_ptr<CanvasHarness> canvas_;
};

TEST_P(FrameCost, ASteadyFrameAllocatesNothing) {
  const size_t before = allocations;
  EXPECT_GT(before, 100u);  // the counter counts
  canvas_->Frame();
  canvas_->Frame();
  EXPECT_EQ(allocations - before, 0u);
}

TEST_P(FrameCost, DrawDataIsFiniteAndInsideTheCanvas) {
  const ImDrawData* data = canvas_->drawn;
  ASSERT_TRUE(data->Valid);
  ASSERT_GT(data->TotalVtxCount, 500);
  EXPECT_LT(data->TotalVtxCount, 400000);
  const Page& page = GetParam();
  for (const ImDrawList* list : data->CmdLists) {
    EXPECT_LT(list->CmdBuffer.Size, 64);
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      ASSERT_TRUE(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y));
    }
    for (const ImDrawCmd& command : list->CmdBuffer) {
      EXPECT_GE(command.ClipRect.x, 0);
      EXPECT_GE(command.ClipRect.y, 0);
      EXPECT_LE(command.ClipRect.z, page.width_px);
      EXPECT_LE(command.ClipRect.w, page.height_px);
    }
  }
}

// Of ten times as many events a window is laid out with about as much memory: what it holds follows
// what one sees, which is not the same of both.
TEST(WindowCost, IsThatOfThePixels) {
  ImGui::SetAllocatorFunctions(CountedAlloc, CountedFree);
  for (const float width_px : {390.0f, 1280.0f}) {
    size_t bytes[2] = {};
    for (const uint64_t events : {10'000u, 100'000u}) {
      CanvasHarness canvas(ReadGenerated(events), width_px, 650);
      canvas.input.reduced_motion = true;  // or the window before would count, too
      const char* windows[] = {"view=timeline&range=1990/2030", "view=timeline&range=1991/2031"};
      for (const char* window : windows) {
        canvas.state = ApplyPermalink(canvas.dossier, canvas.state, window);
        canvas.Settle();
      }
      canvas.state = ApplyPermalink(canvas.dossier, canvas.state, windows[0]);
      const size_t before = allocated_bytes;
      canvas.Frame();
      bytes[events > 10'000] = allocated_bytes - before;
    }
    EXPECT_GT(bytes[0], 10'000u) << "it was laid out";
    EXPECT_LT(bytes[1], bytes[0] * 3) << width_px;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, FrameCost, testing::ValuesIn(kPages),
                         [](const auto& info) { return "Page" + std::to_string(info.index); });

}  // namespace
}  // namespace demarche
