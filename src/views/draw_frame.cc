#include "views/draw_frame.h"

#include "imgui_internal.h"

namespace demarche {
namespace {

// Round to the eye at every pixel ratio; in CSS px.
constexpr float kCircleErrorPx = 0.3f;

}  // namespace

DrawFrame::DrawFrame() : list_(ImGui::GetDrawListSharedData()) {}

ImDrawList* DrawFrame::Begin(float width_px, float height_px, float pixel_ratio) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplayFramebufferScale = ImVec2(pixel_ratio, pixel_ratio);
  const ImFontAtlasBuilder* builder = io.Fonts->Builder;
  ImFontAtlasUpdateNewFrame(io.Fonts, builder ? builder->FrameCount + 1 : 1, true);

  ImDrawListSharedData& shared = *ImGui::GetDrawListSharedData();
  shared.FontAtlas = io.Fonts;
  shared.ClipRectFullscreen = ImVec4(0, 0, width_px, height_px);
  shared.CurveTessellationTol = ImGui::GetStyle().CurveTessellationTol;
  shared.SetCircleTessellationMaxError(kCircleErrorPx / pixel_ratio);
  shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                        ImDrawListFlags_AntiAliasedFill;
  if (io.BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset)
    shared.InitialFlags |= ImDrawListFlags_AllowVtxOffset;
  shared.InitialFringeScale = 1 / pixel_ratio;  // edges are smoothed over one physical pixel
  ImFontAtlasUpdateDrawListsSharedData(io.Fonts);

  list_._ResetForNewFrame();
  list_.PushTexture(io.Fonts->TexRef);
  list_.PushClipRect(ImVec2(0, 0), ImVec2(width_px, height_px));
  return &list_;
}

ImDrawData* DrawFrame::End() {
  const ImGuiIO& io = ImGui::GetIO();
  // Those that a renderer lets go of when it ends.
  ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;
  textures.resize(0);
  for (ImTextureData* texture : io.Fonts->TexList) {
    texture->RefCount = static_cast<unsigned short>(io.Fonts->RefCount);
    textures.push_back(texture);
  }
  data_.Clear();
  data_.Valid = true;
  data_.DisplaySize = ImVec2(list_._Data->ClipRectFullscreen.z, list_._Data->ClipRectFullscreen.w);
  data_.FramebufferScale = io.DisplayFramebufferScale;
  data_.Textures = &textures;
  data_.AddDrawList(&list_);
  return &data_;
}

}  // namespace demarche
