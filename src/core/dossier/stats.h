// How much of what a dossier holds, who acts towards whom how often, and over what time.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dossier/dossier.h"

namespace demarche {

/// The moves of one actor. A move counts once for each of those it is by, and once for each it is
/// to.
struct Degree {
  Index actor = kNone;
  std::array<uint32_t, kQuadClassCount> out{};  // moves by the actor, by QuadClass
  std::array<uint32_t, kQuadClassCount> in{};   // moves to the actor

  uint32_t TotalOut() const { return out[0] + out[1] + out[2] + out[3]; }
  uint32_t TotalIn() const { return in[0] + in[1] + in[2] + in[3]; }
};

struct Stats {
  std::vector<Degree> degrees;  // most moves first, then as in the file
  /// Of all events and moves; of open ends the finite one; nothing where there are none.
  std::optional<TimeSpan> span;
};

/// Costs O(actors log actors + moves).
Stats StatsOf(const Dossier& dossier);

/// As tables for people.
std::string StatsText(const Dossier& dossier, const Stats& stats);
/// `{id, title, counts: {events, …}, span: {earliest, latest} or null, degree: [{id, name, out, in,
/// out_by_quad: [4], in_by_quad: [4]}]}`, times in ISO 8601 UTC, both ends included.
std::string StatsJson(const Dossier& dossier, const Stats& stats);

}  // namespace demarche
