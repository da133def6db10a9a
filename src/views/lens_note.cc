#include "views/lens_note.h"

#include <algorithm>

#include "core/graph/graph_labels.h"

namespace demarche {
namespace {

constexpr float kTextPx = 11.5f, kMarginPx = 8, kPadPx = 9, kGapPx = 10, kHeightPx = 22;
constexpr std::string_view kShowAll = "Show all";

}  // namespace

LensNote LayoutLensNote(const Rect& area_px, std::string_view words, const TextMeasurer& measurer) {
  LensNote note;
  if (words.empty()) return note;
  note.show_all_w_px = measurer.WidthPx(kShowAll, Face::kSemiBold, kTextPx);
  const float room_px = area_px.w - 2 * (kMarginPx + kPadPx) - kGapPx - note.show_all_w_px;
  note.text = Elided("Only " + std::string(words), measurer, Face::kRegular, kTextPx,
                     std::max(0.0f, room_px));
  const float text_w_px = measurer.WidthPx(note.text, Face::kRegular, kTextPx);
  note.box_px = {area_px.x + kMarginPx, area_px.y + kMarginPx,
                 2 * kPadPx + text_w_px + kGapPx + note.show_all_w_px, kHeightPx};
  note.text_px = {note.box_px.x + kPadPx, note.box_px.centre().y};
  note.show_all_px = {note.text_px.x + text_w_px + kGapPx, note.text_px.y};
  return note;
}

void DrawLensNote(const Painter& p, const LensNote& note, Hovered hovered) {
  const Palette& theme = *p.theme;
  constexpr float kRadiusPx = 6, kUnderPx = 6;
  p.Fill(note.box_px, hovered == Hovered::kYes ? theme.hl_soft : theme.paper, kRadiusPx);
  p.Frame(note.box_px, theme.line_strong, 1, kRadiusPx);
  p.Text(note.text_px, note.text, {Face::kRegular, kTextPx, theme.ink2});
  p.Text(note.show_all_px, kShowAll, {Face::kSemiBold, kTextPx, theme.ink});
  p.RuleAcross(note.show_all_px.x, note.show_all_px.x + note.show_all_w_px,
               note.show_all_px.y + kUnderPx, theme.line_strong);
}

}  // namespace demarche
