#include "views/text.h"

#include <cmath>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace demarche {
namespace {

// Of Inter, in em. Its capitals are 0.727 high: half of that below the middle of a line is its
// baseline. Dear ImGui sizes a font from ascender to descender, CSS by its em.
constexpr float kBaselineBelowCentre = 0.36f;
constexpr float kLineHeight = (1984 + 494) / 2048.0f;

// The glyphs of a font at a size, and the factor from their units to CSS px.
struct SizedFont {
  ImFontBaked* baked = nullptr;
  float scale = 1;
};

SizedFont FontAt(Face face, float size_px) {
  ImFont* font = FontOf(face);
  const float line_px = size_px * kLineHeight;
  const float whole_px = ImGui::GetRoundedFontSize(line_px);
  font->CurrentRasterizerDensity = PixelRatio() * line_px / whole_px;
  return {font->GetFontBaked(whole_px), line_px / whole_px};
}

// The next code point of `text`, which it takes off; U+FFFD for a byte that is not UTF-8.
ImWchar TakeCodePoint(std::string_view* text) {
  unsigned int c = static_cast<unsigned char>(text->front());
  int bytes = 1;
  if (c >= 0x80) bytes = ImTextCharFromUtf8(&c, text->data(), text->data() + text->size());
  text->remove_prefix(static_cast<size_t>(bytes > 0 ? bytes : 1));
  return static_cast<ImWchar>(c);
}

float WidthIn(const SizedFont& font, std::string_view text) {
  float width = 0;
  while (!text.empty()) width += font.baked->GetCharAdvance(TakeCodePoint(&text));
  return width * font.scale;
}

void DrawGlyph(ImDrawList* list, const ImFontGlyph& glyph, ImVec2 origin, float scale,
               Rgba colour) {
  const ImVec2 top_left(origin.x + glyph.X0 * scale, origin.y + glyph.Y0 * scale);
  const ImVec2 bottom_right(origin.x + glyph.X1 * scale, origin.y + glyph.Y1 * scale);
  list->PrimReserve(6, 4);
  list->PrimRectUV(top_left, bottom_right, ImVec2(glyph.U0, glyph.V0), ImVec2(glyph.U1, glyph.V1),
                   colour);
}

}  // namespace

ImFont* AddCanvasFont(Face face, ImFontConfig config) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const int index = static_cast<int>(face);
  config.OversampleH = 4;
  config.MergeMode = index < atlas.Fonts.Size;
  if (!config.MergeMode) return atlas.AddFont(&config);
  // Dear ImGui 1.92.2 merges into the font that was added last, whatever DstFont says.
  ImFont*& last = atlas.Fonts.back();
  std::swap(atlas.Fonts[index], last);
  ImFont* added = atlas.AddFont(&config);
  std::swap(atlas.Fonts[index], last);
  // Characters that the font did not have so far are baked as question marks.
  ImFontAtlasFontDiscardBakes(&atlas, added, 0);
  return added;
}

ImFont* FontOf(Face face) {
  const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
  const int wanted = static_cast<int>(face);
  return fonts[wanted < fonts.Size ? wanted : 0];
}

float PixelRatio() {
  const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
  return ratio > 0 ? ratio : 1;
}

float TextWidthPx(std::string_view text, Face face, float size_px) {
  return WidthIn(FontAt(face, size_px), text);
}

void DrawText(ImDrawList* list, Point at, std::string_view text, const TextStyle& style,
              Align align) {
  if (text.empty()) return;
  const SizedFont font = FontAt(style.face, style.size_px);
  // Loads every glyph first: a glyph that makes the atlas grow moves those that are loaded.
  const float width = WidthIn(font, text);
  const float ratio = PixelRatio();
  const float baseline = std::round((at.y + kBaselineBelowCentre * style.size_px) * ratio) / ratio;
  float x = at.x;
  if (align == Align::kCentre) x -= width / 2;
  if (align == Align::kRight) x -= width;
  const float top = baseline - std::round(font.baked->Ascent) * font.scale;

  const ImVec2 clip_min = list->GetClipRectMin(), clip_max = list->GetClipRectMax();
  if (x > clip_max.x || x + width < clip_min.x) return;
  if (top > clip_max.y || top + 2 * style.size_px < clip_min.y) return;
  while (!text.empty()) {
    const ImFontGlyph* glyph = font.baked->FindGlyph(TakeCodePoint(&text));
    if (glyph->Visible) DrawGlyph(list, *glyph, ImVec2(x, top), font.scale, style.colour);
    x += glyph->AdvanceX * font.scale;
  }
}

}  // namespace demarche
