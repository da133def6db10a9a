#include "tests/views/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace demarche {
namespace {

struct Colour {
  float r, g, b, a;
};
Colour Unpacked(ImU32 c) {
  return {static_cast<float>(c & 255), static_cast<float>(c >> 8 & 255),
          static_cast<float>(c >> 16 & 255), static_cast<float>(c >> 24)};
}

// Bilinear, clamped at the edges.
Colour Sampled(const ImTextureData& texture, float u, float v) {
  const float x = u * static_cast<float>(texture.Width) - 0.5f;
  const float y = v * static_cast<float>(texture.Height) - 0.5f;
  const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
  const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
  Colour sum{0, 0, 0, 0};
  for (int dy = 0; dy < 2; ++dy) {
    for (int dx = 0; dx < 2; ++dx) {
      const int px = std::clamp(x0 + dx, 0, texture.Width - 1);
      const int py = std::clamp(y0 + dy, 0, texture.Height - 1);
      const uint8_t* t = texture.Pixels + 4 * (static_cast<size_t>(py) * texture.Width + px);
      const float w = (dx ? fx : 1 - fx) * (dy ? fy : 1 - fy);
      sum.r += w * t[0], sum.g += w * t[1], sum.b += w * t[2], sum.a += w * t[3];
    }
  }
  return sum;
}

struct Target {
  Picture* picture;
  int x0, y0, x1, y1;  // scissor

  void Blend(int x, int y, const Colour& c) const {
    uint8_t* at = &picture->rgba[4 * (static_cast<size_t>(y) * picture->width + x)];
    const float a = c.a / 255;
    at[0] = static_cast<uint8_t>(c.r * a + at[0] * (1 - a) + 0.5f);
    at[1] = static_cast<uint8_t>(c.g * a + at[1] * (1 - a) + 0.5f);
    at[2] = static_cast<uint8_t>(c.b * a + at[2] * (1 - a) + 0.5f);
  }
};

// Twice the signed area of a triangle, and whether a pixel on this edge belongs to it (top-left
// rule).
float Area(ImVec2 a, ImVec2 b, ImVec2 c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
bool Owns(ImVec2 a, ImVec2 b, float area) {
  if (area != 0) return area > 0;
  return (a.y == b.y && b.x > a.x) || b.y < a.y;
}

void Fill(const Target& target, const ImTextureData& texture, std::array<ImDrawVert, 3> v) {
  float area = Area(v[0].pos, v[1].pos, v[2].pos);
  if (area == 0) return;
  if (area < 0) std::swap(v[1], v[2]), area = -area;
  const auto [left, right] = std::minmax({v[0].pos.x, v[1].pos.x, v[2].pos.x});
  const auto [top, bottom] = std::minmax({v[0].pos.y, v[1].pos.y, v[2].pos.y});
  const int x0 = std::max(target.x0, static_cast<int>(left)),
            y0 = std::max(target.y0, static_cast<int>(top));
  const int x1 = std::min(target.x1, static_cast<int>(right) + 1);
  const int y1 = std::min(target.y1, static_cast<int>(bottom) + 1);
  const Colour c0 = Unpacked(v[0].col), c1 = Unpacked(v[1].col), c2 = Unpacked(v[2].col);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const ImVec2 p(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
      const float a0 = Area(v[1].pos, v[2].pos, p), a1 = Area(v[2].pos, v[0].pos, p);
      const float a2 = Area(v[0].pos, v[1].pos, p);
      if (!Owns(v[1].pos, v[2].pos, a0) || !Owns(v[2].pos, v[0].pos, a1) ||
          !Owns(v[0].pos, v[1].pos, a2))
        continue;
      const float w0 = a0 / area, w1 = a1 / area, w2 = a2 / area;
      const Colour t = Sampled(texture, w0 * v[0].uv.x + w1 * v[1].uv.x + w2 * v[2].uv.x,
                               w0 * v[0].uv.y + w1 * v[1].uv.y + w2 * v[2].uv.y);
      target.Blend(x, y,
                   {(w0 * c0.r + w1 * c1.r + w2 * c2.r) * t.r / 255,
                    (w0 * c0.g + w1 * c1.g + w2 * c2.g) * t.g / 255,
                    (w0 * c0.b + w1 * c1.b + w2 * c2.b) * t.b / 255,
                    (w0 * c0.a + w1 * c1.a + w2 * c2.a) * t.a / 255});
    }
  }
}

void DrawList(const ImDrawList& list, ImVec2 scale, Picture* picture) {
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImTextureData* texture = command.TexRef._TexData;
    const ImVec4& clip = command.ClipRect;
    const Target target{picture, std::max(0, static_cast<int>(clip.x * scale.x)),
                        std::max(0, static_cast<int>(clip.y * scale.y)),
                        std::min(picture->width, static_cast<int>(clip.z * scale.x)),
                        std::min(picture->height, static_cast<int>(clip.w * scale.y))};
    for (unsigned int i = 0; i < command.ElemCount; i += 3) {
      std::array<ImDrawVert, 3> corners;
      for (unsigned int k = 0; k < 3; ++k) {
        const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
        corners[k] = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
        corners[k].pos = ImVec2(corners[k].pos.x * scale.x, corners[k].pos.y * scale.y);
      }
      Fill(target, *texture, corners);
    }
  }
}

// ---- PNG (ISO/IEC 15948), its data stored uncompressed ----

void Append32(std::vector<uint8_t>* out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out->push_back(static_cast<uint8_t>(value >> shift));
}

void AppendChunk(std::vector<uint8_t>* out, const char* type, const std::vector<uint8_t>& data) {
  Append32(out, static_cast<uint32_t>(data.size()));
  const size_t start = out->size();
  out->insert(out->end(), type, type + 4);
  out->insert(out->end(), data.begin(), data.end());
  uint32_t crc = 0xffffffffu;
  for (size_t i = start; i < out->size(); ++i) {
    crc ^= (*out)[i];
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
  }
  Append32(out, ~crc);
}

std::vector<uint8_t> Stored(const std::vector<uint8_t>& raw) {
  std::vector<uint8_t> out{0x78, 0x01};
  uint32_t a = 1, b = 0;
  for (size_t at = 0; at < raw.size(); at += 65535) {
    const size_t n = std::min<size_t>(65535, raw.size() - at);
    out.push_back(at + n == raw.size());
    for (size_t length : {n, ~n}) {
      out.push_back(static_cast<uint8_t>(length));
      out.push_back(static_cast<uint8_t>(length >> 8));
    }
    out.insert(out.end(), raw.begin() + static_cast<long>(at),
               raw.begin() + static_cast<long>(at + n));
  }
  for (uint8_t byte : raw) a = (a + byte) % 65521, b = (b + a) % 65521;
  Append32(&out, b << 16 | a);
  return out;
}

}  // namespace

uint32_t Picture::At(int x, int y) const {
  const uint8_t* at = &rgba[4 * (static_cast<size_t>(y) * width + x)];
  return static_cast<uint32_t>(at[0]) << 16 | static_cast<uint32_t>(at[1]) << 8 | at[2];
}

Picture Rasterise(ImDrawData* data) {
  for (ImTextureData* texture : *data->Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
  const ImVec2 scale = data->FramebufferScale;
  Picture picture;
  picture.width = static_cast<int>(data->DisplaySize.x * scale.x);
  picture.height = static_cast<int>(data->DisplaySize.y * scale.y);
  picture.rgba.assign(4 * static_cast<size_t>(picture.width) * picture.height, 0);
  for (size_t i = 3; i < picture.rgba.size(); i += 4) picture.rgba[i] = 255;
  for (const ImDrawList* list : data->CmdLists) DrawList(*list, scale, &picture);
  return picture;
}

bool WritePng(const Picture& picture, const std::string& path) {
  std::vector<uint8_t> raw, header, out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  const size_t row = 4 * static_cast<size_t>(picture.width);
  for (int y = 0; y < picture.height; ++y) {
    raw.push_back(0);
    const auto from = picture.rgba.begin() + static_cast<long>(row * static_cast<size_t>(y));
    raw.insert(raw.end(), from, from + static_cast<long>(row));
  }
  Append32(&header, static_cast<uint32_t>(picture.width));
  Append32(&header, static_cast<uint32_t>(picture.height));
  header.insert(header.end(), {8, 6, 0, 0, 0});
  AppendChunk(&out, "IHDR", header);
  AppendChunk(&out, "IDAT", Stored(raw));
  AppendChunk(&out, "IEND", {});
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool written = std::fwrite(out.data(), 1, out.size(), file) == out.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace demarche
