#include "core/state/negotiation.h"

#include <algorithm>

#include "core/dossier/as_of.h"

namespace demarche {
namespace {

SideStances& SideIn(TopicStances* topic, Index side) {
  const auto at =
      std::lower_bound(topic->sides.begin(), topic->sides.end(), side,
                       [](const SideStances& other, Index wanted) { return other.side < wanted; });
  if (at != topic->sides.end() && at->side == side) return *at;
  return *topic->sides.insert(at, SideStances{side, {}});
}

}  // namespace

Stance StanceOf(PloverType type) {
  switch (type) {
    case PloverType::kRequest:
      return Stance::kDemands;
    case PloverType::kAgree:
    case PloverType::kSupport:
    case PloverType::kConcede:
      return Stance::kOffers;
    case PloverType::kReject:
      return Stance::kRefuses;
    case PloverType::kThreaten:
      return Stance::kThreatens;
    case PloverType::kAccuse:
      return Stance::kAccuses;
    case PloverType::kConsult:
      return Stance::kTalks;
    default:
      return Stance::kActs;
  }
}

std::vector<TopicStances> NegotiationAt(const Dossier& dossier, std::span<const Index> sides,
                                        Seconds as_of_s) {
  std::vector<TopicStances> topics(dossier.data().topics.size());
  for (Index i = 0; i < topics.size(); ++i) topics[i].topic = i;
  for (const Index index : dossier.MovesByTime()) {
    const Move& move = dossier.moves()[index];
    if (move.topic == kNone || move.by.empty() || !KnownAt(move.reported_s, as_of_s)) continue;
    SideStances& side = SideIn(&topics[move.topic], sides[move.by[0]]);
    side.moves[static_cast<size_t>(StanceOf(move.type))].push_back(index);
  }
  std::erase_if(topics, [](const TopicStances& topic) { return topic.sides.empty(); });
  return topics;
}

}  // namespace demarche
