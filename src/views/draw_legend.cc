// The graph's key, in its gutter.
#include "views/badge.h"
#include "views/draw_graph.h"
#include "views/stroke.h"

namespace demarche {
namespace {

constexpr float kSampleWidthPx = 2.2f, kBadgePx = 5, kBadgeHalfPx = 6.6f;
struct CountSample {
  std::string_view statements;
  float width_px;
};
constexpr CountSample kCountSamples[3] = {{"1", 1.7f}, {"3", 2.94f}, {"5", 4.18f}};

void DrawSample(const Painter& p, const Rect& r, QuadClass quad) {
  const Rgba hue = IsDiamond(quad) ? p.theme->conf : p.theme->coop;
  const Point from{r.x, r.centre().y}, to{r.right(), r.centre().y};
  DrawQuadStroke(p, SampledCurve(from, r.centre(), to), quad, kSampleWidthPx, hue);
  const Point at{r.x + 13, r.centre().y};
  DrawBadge(p, at, quad, {kBadgePx, kBadgeHalfPx, 1.8f, hue, p.theme->gutter});
}

void DrawKinds(const Painter& p, const LegendLayout& at, const TextStyle& meta) {
  const Palette& theme = *p.theme;
  p.Disc(at.state, 6.5f, theme.paper);
  p.Ring(at.state, 6.5f, theme.ink, 1.5f);
  p.Text(at.state_text, "State", meta);
  const Rect box{at.organisation.x - 8, at.organisation.y - 6.5f, 16, 13};
  p.Frame(box, theme.ink, 1.5f, 3.5f);
  p.Text(at.organisation_text, "Organisation", meta);
  p.Disc(at.person, 4.5f, theme.ink2);
  p.Text(at.person_text, "Person", meta);
  p.DashedRing(at.unnamed, 4.5f, theme.ink2, 1.5f);
  p.Text(at.unnamed_text, "Unnamed", meta);
}

}  // namespace

void DrawLegend(const Painter& p, const Rect& gutter_px) {
  const Palette& theme = *p.theme;
  const LegendLayout at = LayoutLegend(gutter_px);
  constexpr float kMetaPx = 11;
  const TextStyle meta{Face::kRegular, kMetaPx, theme.ink2};
  p.Fill(gutter_px, theme.gutter);
  p.RuleDown(gutter_px.right() - 1, gutter_px.y, gutter_px.bottom(), theme.line_strong);
  p.Text(at.title, "Who said or did what", {Face::kSemiBold, 12.5f, theme.ink});
  p.Text(at.subtitle, "up to the playhead", {Face::kRegular, kMetaPx, theme.ink3});
  for (size_t i = 0; i < at.texts.size(); ++i) {
    const QuadClass quad = static_cast<QuadClass>(i);
    DrawSample(p, at.samples_px[i], quad);
    p.Text(at.texts[i], NameOf(quad), {Face::kRegular, kMetaPx, theme.ink});
  }
  if (at.shows_counts) {
    p.Text(at.counts_title, "Coded statements", meta);
    size_t i = 0;
    for (const CountSample& sample : kCountSamples) {
      const Rect& line = at.count_lines_px[i];
      p.Line({line.x, line.y}, {line.right(), line.y}, theme.ink2, sample.width_px);
      p.Text(at.count_texts[i++], sample.statements, meta);
    }
  }
  if (at.shows_kinds) DrawKinds(p, at, meta);
}

}  // namespace demarche
