#include "core/graph/graph_node.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/plane.h"
#include "core/graph/graph_labels.h"

namespace demarche {
namespace {

constexpr float kMaxLabelPx = 120, kMaxCodePx = 92;
constexpr float kBoxPadPx = 11;

// An official whom the source does not name is called "Senior US official (unnamed)".
bool IsUnnamed(const Dossier& dossier, const Actor& actor) {
  return dossier.In(actor.name, "en").ends_with("(unnamed)");
}

std::string_view WithoutParenthesis(std::string_view name) {
  const size_t open = name.rfind(" (");
  return name.ends_with(")") && open != std::string_view::npos ? name.substr(0, open) : name;
}

struct Names {
  std::string_view full, brief;  // brief is never empty where full is not
};

void FillState(const GraphRequest& request, const Names& names, std::string_view code,
               NodeWeight weight, GraphNode& node) {
  const GraphMetrics& metrics = request.metrics;
  node.code = std::string(code.empty() ? names.brief : code);
  node.r_px = weight == NodeWeight::kBusy ? metrics.busy_state_r_px : metrics.state_r_px;
  node.code = Elided(node.code, *request.measurer, Face::kSemiBold, metrics.state_code_px,
                     1.7f * node.r_px);
  const bool fits =
      request.measurer->WidthPx(names.full, Face::kRegular, metrics.label_px) <= kMaxLabelPx;
  const std::string_view label = fits ? names.full : names.brief;
  if (label != node.code) {
    node.label = Elided(label, *request.measurer, Face::kRegular, metrics.label_px, kMaxLabelPx);
  }
  node.box_px.w = node.box_px.h = 2 * node.r_px;
}

void FillBox(const GraphRequest& request, const Names& names, std::string_view code,
             GraphNode& node) {
  const GraphMetrics& metrics = request.metrics;
  const auto width = [&](std::string_view text) {
    return request.measurer->WidthPx(text, Face::kSemiBold, metrics.box_code_px);
  };
  std::string_view inside = names.brief;
  if (width(inside) > kMaxCodePx && !code.empty()) {
    node.label = Elided(inside, *request.measurer, Face::kRegular, metrics.label_px, kMaxLabelPx);
    inside = code;
  }
  node.code = Elided(inside, *request.measurer, Face::kSemiBold, metrics.box_code_px, kMaxCodePx);
  node.box_px.w = std::max(metrics.box_w_px, width(node.code) + 2 * kBoxPadPx);
  node.box_px.h = metrics.box_h_px;
  node.r_px = node.box_px.w / 2;
}

void FillPerson(const GraphRequest& request, const Names& names, GraphNode& node) {
  const GraphMetrics& metrics = request.metrics;
  node.r_px = metrics.person_r_px;
  node.label = Elided(WithoutParenthesis(names.brief), *request.measurer, Face::kRegular,
                      metrics.person_label_px, kMaxLabelPx);
  node.box_px.w = node.box_px.h = 2 * node.r_px;
}

}  // namespace

GraphNode MakeNode(const GraphRequest& request, Index actor, NodeWeight weight) {
  const Actor& data = request.dossier->actors()[actor];
  Names names{request.dossier->In(data.name, request.lang),
              request.dossier->In(data.short_name, request.lang)};
  if (names.brief.empty()) names.brief = names.full;
  GraphNode node;
  node.actor = actor;
  node.kind = data.kind;
  switch (data.kind) {
    case ActorKind::kState:
      FillState(request, names, data.code, weight, node);
      break;
    case ActorKind::kPerson:
      FillPerson(request, names, node);
      node.unnamed = IsUnnamed(*request.dossier, data);
      break;
    case ActorKind::kOrganisation:
    case ActorKind::kBody:
    case ActorKind::kGroup:
      FillBox(request, names, data.code, node);
      break;
  }
  return node;
}

void LabelMembers(const GraphRequest& request, uint32_t members, GraphNode& node) {
  node.label = MakeNode(request, node.actor, NodeWeight::kOrdinary).label;
  if (members == 0) return;
  if (!node.label.empty()) node.label += ", ";
  node.label += std::to_string(members) + (members == 1 ? " member" : " members");
}

bool IsBox(const GraphNode& node) {
  return node.kind != ActorKind::kState && node.kind != ActorKind::kPerson;
}

float DistanceToNode(const GraphNode& node, Point p) {
  if (!IsBox(node)) return Distance(p, node.centre_px) - node.r_px;
  const float outside = DistanceTo(node.box_px, p);
  if (outside > 0) return outside;
  const Rect& box = node.box_px;
  return -std::min({p.x - box.x, box.right() - p.x, p.y - box.y, box.bottom() - p.y});
}

float OutlineReach(const GraphNode& node, Point direction) {
  if (!IsBox(node)) return node.r_px;
  const float x = direction.x < 0 ? -direction.x : direction.x;
  const float y = direction.y < 0 ? -direction.y : direction.y;
  const float half_w = node.box_px.w / 2, half_h = node.box_px.h / 2;
  return x * half_h > y * half_w ? half_w / x : half_h / y;
}

GraphTie TieBetween(const GraphNode& at, const GraphNode& tied) {
  const Point towards = Unit(tied.centre_px - at.centre_px);
  return {at.centre_px + towards * OutlineReach(at, towards),
          tied.centre_px - towards * OutlineReach(tied, towards)};
}

}  // namespace demarche
