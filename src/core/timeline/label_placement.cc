#include "core/timeline/label_placement.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace demarche {
namespace {

constexpr double kClearPx = 6;     // between a label and what follows it
constexpr double kLabelGapPx = 5;  // from a mark to its label
constexpr double kPlayheadClearPx = 4;
constexpr double kSmallGapPx = 12;
constexpr double kInsidePadPx = 7, kFoldPadPx = 11;  // from a bar's end, a fold in it, to its label
// What must remain of a shortened text, in code points, and which words must not end it ("of",
// "the").
constexpr size_t kMinKeptLetters = 8, kMinLastLetters = 4;
constexpr double kMinKeptShare = 0.4;
constexpr std::string_view kEllipsis = "…";

// Without the spaces and the punctuation that make no sense before an ellipsis.
std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" ,;:.-").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

// How far a label may reach on each side of its mark.
struct Reach {
  double left_px, right_px;
};

Reach ReachOf(const LabelField& field, const RowSpace& row, const LabelWish& wish) {
  const double right = row.FreeRightOf(wish.mark1_px, field.x1_px + kClearPx);
  const double left = row.FreeLeftOf(wish.mark0_px, field.x0_px - kClearPx);
  return {std::max(left + kClearPx, field.x0_px + kLabelEdgePx),
          std::min(right - kClearPx, field.x1_px - kLabelEdgePx)};
}

Reach BeforePlayhead(const LabelField& field, const LabelWish& wish, Reach reach) {
  if (field.playhead_px >= wish.right_px - kPlayheadClearPx) {
    reach.right_px = std::min(reach.right_px, field.playhead_px - kPlayheadClearPx);
  }
  if (field.playhead_px <= wish.left_px + kPlayheadClearPx) {
    reach.left_px = std::max(reach.left_px, field.playhead_px + kPlayheadClearPx);
  }
  return reach;
}

LabelSpot SpotAt(LabelSide side, std::string text, double width_px, const LabelWish& wish) {
  const double x0 = side == LabelSide::kRight ? wish.right_px : wish.left_px - width_px;
  return {side, std::move(text), x0, x0 + width_px};
}

std::optional<LabelSpot> SpotWithin(const LabelField& field, const LabelWish& wish, Reach reach) {
  const double room_right_px = reach.right_px - wish.right_px;
  const double room_left_px = wish.left_px - reach.left_px;
  std::string whole(wish.title);
  whole += wish.suffix;
  const double whole_px = field.measurer->WidthPx(whole, wish.face, field.size_px);
  if (whole_px <= room_right_px) return SpotAt(LabelSide::kRight, whole, whole_px, wish);
  if (whole_px <= room_left_px) return SpotAt(LabelSide::kLeft, whole, whole_px, wish);
  for (const LabelSide side : {LabelSide::kRight, LabelSide::kLeft}) {
    const double room_px = side == LabelSide::kRight ? room_right_px : room_left_px;
    std::string cut =
        Shortened(wish.title, wish.suffix, *field.measurer, wish.face, field.size_px, room_px);
    if (cut.empty()) continue;
    const double width_px = field.measurer->WidthPx(cut, wish.face, field.size_px);
    return SpotAt(side, std::move(cut), width_px, wish);
  }
  return std::nullopt;
}

}  // namespace

void RowSpace::Take(double x0_px, double x1_px) {
  auto first = std::lower_bound(taken_.begin(), taken_.end(), x0_px,
                                [](const Stretch& stretch, double x) { return stretch.x1_px < x; });
  auto last = first;
  for (; last != taken_.end() && last->x0_px <= x1_px; ++last) {
    x0_px = std::min(x0_px, last->x0_px);
    x1_px = std::max(x1_px, last->x1_px);
  }
  first = taken_.erase(first, last);
  taken_.insert(first, {x0_px, x1_px});
}

double RowSpace::FreeRightOf(double x_px, double limit_px) const {
  const auto next =
      std::upper_bound(taken_.begin(), taken_.end(), x_px,
                       [](double x, const Stretch& stretch) { return x < stretch.x1_px; });
  if (next == taken_.end()) return limit_px;
  return std::min(limit_px, std::max(x_px, next->x0_px));
}

double RowSpace::FreeLeftOf(double x_px, double limit_px) const {
  auto next = std::lower_bound(taken_.begin(), taken_.end(), x_px,
                               [](const Stretch& stretch, double x) { return stretch.x0_px < x; });
  if (next == taken_.begin()) return limit_px;
  --next;
  return std::max(limit_px, std::min(x_px, next->x1_px));
}

double RowSpace::EndOfTaken(double x_px) const {
  for (const Stretch& stretch : taken_) {
    if (stretch.x1_px > x_px && stretch.x0_px <= x_px + kSmallGapPx) x_px = stretch.x1_px;
  }
  return x_px;
}

double RowSpace::BeginOfTaken(double x_px) const {
  for (auto stretch = taken_.rbegin(); stretch != taken_.rend(); ++stretch) {
    if (stretch->x0_px < x_px && stretch->x1_px >= x_px - kSmallGapPx) x_px = stretch->x0_px;
  }
  return x_px;
}

std::string Shortened(std::string_view text, std::string_view suffix, const TextMeasurer& measurer,
                      Face face, float size_px, double max_px) {
  std::string candidate(text);
  candidate += suffix;
  if (measurer.WidthPx(candidate, face, size_px) <= max_px) return candidate;
  for (size_t end = text.rfind(' '); end != std::string_view::npos && end > 0;
       end = text.rfind(' ', end - 1)) {
    const std::string_view kept = Trimmed(text.substr(0, end));
    const size_t letters = CountCharacters(kept);
    if (letters < kMinKeptLetters) break;
    if (static_cast<double>(letters) < kMinKeptShare * static_cast<double>(CountCharacters(text)))
      break;
    if (CountCharacters(kept.substr(kept.rfind(' ') + 1)) < kMinLastLetters) continue;
    candidate = kept;
    candidate += kEllipsis;
    candidate += suffix;
    if (measurer.WidthPx(candidate, face, size_px) <= max_px) return candidate;
  }
  return {};
}

LabelWish WishBeside(double x_px, double half_px, std::string_view title, Face face) {
  LabelWish wish;
  wish.title = title;
  wish.face = face;
  wish.mark0_px = x_px - half_px;
  wish.mark1_px = x_px + half_px;
  wish.left_px = wish.mark0_px - kLabelGapPx;
  wish.right_px = wish.mark1_px + kLabelGapPx;
  return wish;
}

std::string AndMore(size_t count) { return ", " + std::to_string(count - 1) + " more"; }

std::optional<LabelSpot> FindSpot(const LabelField& field, const RowSpace& row,
                                  const LabelWish& wish) {
  const Reach across = ReachOf(field, row, wish);
  const Reach before = BeforePlayhead(field, wish, across);
  std::optional<LabelSpot> spot = SpotWithin(field, wish, before);
  const bool playhead_limits =
      before.left_px != across.left_px || before.right_px != across.right_px;
  if (!spot && playhead_limits) spot = SpotWithin(field, wish, across);
  return spot;
}

LabelSpot ForceSpot(const LabelField& field, const LabelWish& wish) {
  const Reach all{field.x0_px + kLabelEdgePx, field.x1_px - kLabelEdgePx};
  if (const auto spot = SpotWithin(field, wish, all)) return *spot;
  // Not even a shortened one: as it is, on the side with more room.
  std::string whole(wish.title);
  whole += wish.suffix;
  const double width_px = field.measurer->WidthPx(whole, wish.face, field.size_px);
  const bool right = all.right_px - wish.right_px >= wish.left_px - all.left_px;
  return SpotAt(right ? LabelSide::kRight : LabelSide::kLeft, whole, width_px, wish);
}

bool CutAtEdge(const LabelField& field, const LabelWish& wish, LabelSpot* spot) {
  const double from = field.x0_px, to = field.x1_px;
  if (spot->x0_px >= from && spot->x1_px <= to) return true;
  const bool right = spot->side == LabelSide::kRight;
  if (right ? spot->x0_px < from : spot->x1_px > to) return false;
  const double room_px = right ? to - spot->x0_px : spot->x1_px - from;
  std::string text = Shortened(wish.title, wish.suffix, *field.measurer, wish.face, field.size_px,
                               std::min(room_px, spot->x1_px - spot->x0_px));
  if (text.empty()) return false;
  const double width_px = field.measurer->WidthPx(text, wish.face, field.size_px);
  spot->text = std::move(text);
  (right ? spot->x1_px : spot->x0_px) = right ? spot->x0_px + width_px : spot->x1_px - width_px;
  return true;
}

std::optional<LabelSpot> FindInside(const LabelField& field, std::span<const double> folds_px,
                                    std::string_view title, Face face, Cut cut) {
  double begin = field.x0_px, pad_px = kInsidePadPx;
  const auto in_part = [&](double end, double end_pad_px) -> std::optional<LabelSpot> {
    const double x0 = begin + pad_px, room_px = end - x0 - end_pad_px;
    std::string text(title);
    if (cut == Cut::kAllowed) {
      text = Shortened(title, {}, *field.measurer, face, field.size_px, room_px);
    }
    const double width_px = field.measurer->WidthPx(text, face, field.size_px);
    if (text.empty() || width_px > room_px) return std::nullopt;
    return LabelSpot{LabelSide::kInside, std::move(text), x0, x0 + width_px};
  };
  for (const double fold : folds_px) {
    if (fold <= field.x0_px || fold >= field.x1_px) continue;
    if (auto spot = in_part(fold, kFoldPadPx)) return spot;
    begin = fold;
    pad_px = kFoldPadPx;
  }
  return in_part(field.x1_px, kInsidePadPx);
}

}  // namespace demarche
