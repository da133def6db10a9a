#include "views/stamps.h"

#include <algorithm>
#include <cmath>

#include "core/base/plane.h"

namespace demarche {
namespace {

constexpr int kMaxTexels = 144;  // a side
constexpr size_t kMaxStamps = 128;
constexpr float kPerPx = 16;

float Px(uint16_t size) { return static_cast<float>(size) / kPerPx; }

// The signed distances of a point from a shape's outline, negative within; `p` is relative to the
// middle of the shape.
float ToDash(const StampKey& key, Point p) {
  const float r = Px(key.radius), around = 2 * 3.14159265f * r;
  const int dashes = std::max(3, static_cast<int>(around / Px(key.dash + key.gap)));
  const float turn = 2 * 3.14159265f / static_cast<float>(dashes);
  const float half_dash = turn / 2 * Px(key.dash) / Px(key.dash + key.gap);
  float nearest = kMaxTexels;
  for (int i = 0; i < dashes; ++i) {
    const float middle = turn * static_cast<float>(i) + half_dash;
    const Point out{std::cos(middle), std::sin(middle)};
    const float along = std::abs(Dot(p, Left(out))) - half_dash * r;
    const float across = std::abs(Dot(p, out) - r) - Px(key.line) / 2;
    nearest = std::min(nearest, std::max(along, across));
  }
  return nearest;
}

// Corners lie `aside` to either side of a line down the middle.
float ToZigzag(const StampKey& key, Point p) {
  const float half_length = Px(key.step) * key.length / 2;
  float nearest = kMaxTexels;
  for (int i = 0; i < key.length; ++i) {
    const float aside = i % 2 == 0 ? Px(key.aside) : -Px(key.aside);
    const float from = Px(key.step) * static_cast<float>(i) - half_length;
    nearest = std::min(nearest, DistanceToSegment(p, {aside, from}, {-aside, from + Px(key.step)}));
  }
  return std::max(nearest - Px(key.line) / 2, std::abs(p.y) - half_length);
}

float DistanceTo(const StampKey& key, Point p) {
  switch (key.shape) {
    case StampShape::kDisc:
      return Length(p) - Px(key.radius);
    case StampShape::kRing:
      return std::abs(Length(p) - Px(key.radius)) - Px(key.line) / 2;
    case StampShape::kDashedRing:
      return ToDash(key, p);
    case StampShape::kZigzagDown:
      return ToZigzag(key, p);
    case StampShape::kZigzagAcross:
      return ToZigzag(key, {p.y, p.x});
  }
  return 0;
}

// With a pixel to either side for the soft edge.
int TexelsFor(float px) { return kStampTexels * (static_cast<int>(std::ceil(px - 0.01f)) + 2); }

struct TexelSize {
  int w = 0, h = 0;
};
TexelSize SizeOf(const StampKey& key) {
  if (key.length > 0) {
    const int across = TexelsFor(2 * Px(key.aside) + Px(key.line));
    const int along = TexelsFor(Px(key.step) * key.length);
    return key.shape == StampShape::kZigzagDown ? TexelSize{across, along}
                                                : TexelSize{along, across};
  }
  const int side = TexelsFor(2 * Px(key.radius) + Px(key.line));
  return {side, side};
}

void Rasterise(const StampKey& key, const ImFontAtlasRect& at, ImTextureData* texture) {
  for (int y = 0; y < at.h; ++y) {
    auto* texel = static_cast<uint8_t*>(texture->GetPixelsAt(at.x, at.y + y));
    for (int x = 0; x < at.w; ++x, texel += texture->BytesPerPixel) {
      const Point p{(static_cast<float>(x) + 0.5f - static_cast<float>(at.w) / 2) / kStampTexels,
                    (static_cast<float>(y) + 0.5f - static_cast<float>(at.h) / 2) / kStampTexels};
      const float covered = std::clamp(0.5f - DistanceTo(key, p), 0.0f, 1.0f);
      std::fill_n(texel, texture->BytesPerPixel, uint8_t{255});
      texel[texture->BytesPerPixel - 1] = static_cast<uint8_t>(covered * 255 + 0.5f);
    }
  }
}

}  // namespace

uint16_t StampSize(float physical_px) {
  return static_cast<uint16_t>(std::clamp(physical_px * kPerPx + 0.5f, 0.0f, 65535.0f));
}

Stamps::~Stamps() {
  if (!ImGui::GetCurrentContext()) return;
  for (const Entry& entry : entries_) ImGui::GetIO().Fonts->RemoveCustomRect(entry.id);
}

const ImFontAtlasRect* Stamps::Find(const StampKey& key) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& of) { return of.key == key; });
  if (entry != entries_.end()) return atlas.GetCustomRect(entry->id, &found_) ? &found_ : nullptr;
  const TexelSize size = SizeOf(key);
  if (size.w > kMaxTexels || size.h > kMaxTexels || entries_.size() == kMaxStamps) return nullptr;
  const ImFontAtlasRectId id = atlas.AddCustomRect(size.w, size.h, &found_);
  if (id == ImFontAtlasRectId_Invalid) return nullptr;
  Rasterise(key, found_, atlas.TexData);
  entries_.push_back({key, id});
  return &found_;
}

}  // namespace demarche
