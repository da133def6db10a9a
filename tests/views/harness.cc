#include "tests/views/harness.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "imgui_internal.h"
#include "views/text.h"

namespace demarche {
namespace {

std::string ReadFile(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) {
    std::perror(path.c_str());
    std::abort();
  }
  std::string text;
  char buffer[65536];
  while (const size_t n = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, n);
  std::fclose(file);
  return text;
}

// ---- A font of boxes ----

constexpr float kAdvanceEm = 0.5f, kAscentEm = 0.75f;

bool HasGlyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool InitBaked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = kAscentEm * baked->Size;
  baked->Descent = -0.25f * baked->Size;
  return true;
}

bool LoadGlyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar c,
               ImFontGlyph* glyph, float* advance) {
  if (advance) {
    *advance = kAdvanceEm * baked->Size;
    return true;
  }
  glyph->Codepoint = c;
  glyph->AdvanceX = kAdvanceEm * baked->Size;
  if (c == ' ') return true;
  const int side = std::max(1, static_cast<int>(baked->Size * baked->RasterizerDensity * 0.4f));
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, side, side);
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  const std::vector<unsigned char> pixels(static_cast<size_t>(side * side), 255);
  const float size = static_cast<float>(side) / baked->RasterizerDensity;
  glyph->X0 = 0, glyph->X1 = size;
  glyph->Y1 = std::round(baked->Ascent), glyph->Y0 = glyph->Y1 - size;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.data(),
                                     ImTextureFormat_Alpha8, side);
  return true;
}

const ImFontLoader* BoxLoader() {
  static ImFontLoader loader;
  loader.Name = "boxes";
  loader.FontSrcContainsGlyph = HasGlyph;
  loader.FontBakedInit = InitBaked;
  loader.FontBakedLoadGlyph = LoadGlyph;
  return &loader;
}

void AddBoxFonts() {
  for (Face face : {Face::kRegular, Face::kSemiBold}) {
    ImFontConfig config;
    config.FontLoader = BoxLoader();
    AddCanvasFont(face, config);
  }
}

void AddInter(const std::string& folder) {
  for (Face face : {Face::kRegular, Face::kSemiBold}) {
    for (const char* script : {"latin", "latin-1", "latin-ext", "cyrillic", "greek"}) {
      const char* weight = face == Face::kRegular ? "-400.ttf" : "-600.ttf";
      std::string bytes = ReadFile(folder + "/inter-" + script + weight);
      ImFontConfig config;
      config.FontData = bytes.data();
      config.FontDataSize = static_cast<int>(bytes.size());
      config.FontDataOwnedByAtlas = false;
      AddCanvasFont(face, config);
    }
  }
}

}  // namespace

CanvasHarness::CanvasHarness(Dossier of, float width_px, float height_px,
                             const std::string& font_folder)
    : dossier(std::move(of)), state(InitialState(dossier)), context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  drawing = std::make_unique<DrawFrame>();
  if (font_folder.empty()) {
    AddBoxFonts();
  } else {
    AddInter(font_folder);
  }
  input.width_px = width_px;
  input.height_px = height_px;
  view = std::make_unique<CanvasView>(dossier);
}

CanvasHarness::~CanvasHarness() {
  view.reset();
  drawing.reset();
  for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

ImDrawList* CanvasHarness::BlankFrame() {
  return drawing->Begin(input.width_px, input.height_px, pixel_ratio);
}

void CanvasHarness::EndFrame() {
  drawn = drawing->End();
  for (ImTextureData* texture : *drawn->Textures) {
    if (texture->Status == ImTextureStatus_OK) continue;
    const bool ends = texture->Status == ImTextureStatus_WantDestroy;
    texture->SetTexID(ends ? ImTextureID_Invalid : 1);
    texture->SetStatus(ends ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

void CanvasHarness::Frame(double dt_s) {
  input.now_s += dt_s;
  queue.Deal(&input);
  actions.clear();
  view->Frame(state, input, BlankFrame(), &actions);
  EndFrame();
  for (const Action& action : actions) {
    state = Reduce(dossier, state, action);
    all_actions.push_back(action);
  }
  input.pan_px = 0;
  input.zoom_factor = 1;
}

void CanvasHarness::Settle() {
  // With sanitizers ten thousand actors take many slices to place.
  for (int i = 0; i < 10'000; ++i) {
    Frame();
    if (actions.empty() && !view->animating() && !queue.waits()) return;
  }
}

void CanvasHarness::MoveTo(Point at) {
  queue.MoveTo(at);
  Frame();
}

void CanvasHarness::Leave() {
  queue.Leave();
  Frame();
}

void CanvasHarness::Click(Point at) {
  MoveTo(at);
  for (bool down : {true, false}) {
    down ? queue.Press() : queue.Release();
    Frame();
  }
}

void CanvasHarness::Tap(Point at) {
  input.touch = true;
  Click(at);
  Leave();
}

void CanvasHarness::DoubleClick(Point at) {
  Click(at);
  Click(at);
}

void CanvasHarness::Drag(Point from, Point to, int steps) {
  MoveTo(from);
  queue.Press();
  Frame();
  for (int i = 1; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps);
    MoveTo({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
  }
  queue.Release();
  Frame();
}

void CanvasHarness::Key(ImGuiKey key, bool shift) {
  queue.Key({.key = key, .shift = shift});
  Frame();
}

}  // namespace demarche
