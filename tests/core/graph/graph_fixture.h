// Small dossiers of actors, ties, moves and events for the tests of the graph, and letters of one
// width.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text_measurer.h"
#include "core/dossier/dossier.h"
#include "core/graph/graph_evidence.h"
#include "core/graph/graph_places.h"
#include "core/state/state.h"

namespace demarche {

/// Every character is 0.55 of the size of type wide.
class FixedMeasurer : public TextMeasurer {
 public:
  float WidthPx(std::string_view text, Face, float size_px) const override {
    float characters = 0;
    for (char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return characters * 0.55f * size_px;
  }
};

inline Seconds Day(std::string_view edtf) { return ResolveEdtf(edtf).value().latest(); }

class DossierSketch {
 public:
  DossierSketch() { data_.lang = "en"; }

  Index State(std::string_view code, std::string_view name) {
    return AddActor(ActorKind::kState, code, name, "");
  }
  Index Organisation(std::string_view name) {
    return AddActor(ActorKind::kOrganisation, "", name, name);
  }
  Index AddActor(ActorKind kind, std::string_view code, std::string_view name,
                 std::string_view short_name) {
    Actor actor;
    actor.id = arena_.Copy("actor-" + std::to_string(data_.actors.size()));
    actor.kind = kind;
    actor.code = arena_.Copy(code);
    actor.name = Words(name);
    actor.short_name = short_name.empty() ? Text{} : Words(short_name);
    data_.actors.push_back(actor);
    return static_cast<Index>(data_.actors.size() - 1);
  }
  /// A person who represents `side`; kNone: nobody.
  Index Person(std::string_view name, Index side) {
    const Index person = AddActor(ActorKind::kPerson, "", name, "");
    if (side != kNone) AddTie(person, side, TieKind::kRepresents);
    return person;
  }
  void Pin(Index actor, float x, float y) {
    data_.actors[actor].pin_x = x;
    data_.actors[actor].pin_y = y;
  }
  void AddTie(Index from, Index to, TieKind kind, std::string_view since = "",
              std::string_view until = "") {
    Tie tie;
    tie.from = from, tie.to = to, tie.kind = kind;
    if (!since.empty()) tie.since = Date(since);
    if (!until.empty()) tie.until = Date(until);
    data_.ties.push_back(tie);
  }
  Index AddTopic(std::string_view name) {
    Topic topic;
    topic.id = arena_.Copy("topic-" + std::to_string(data_.topics.size()));
    topic.name = Words(name);
    data_.topics.push_back(topic);
    return static_cast<Index>(data_.topics.size() - 1);
  }
  void MoveIsAbout(Index move, Index topic) { data_.moves[move].topic = topic; }
  Index AddMove(std::initializer_list<Index> by, std::initializer_list<Index> to, PloverType type,
                std::string_view date, std::string_view reported = "") {
    Move move;
    move.id = arena_.Copy("move-" + std::to_string(data_.moves.size()));
    move.by = arena_.Copy(std::span(by.begin(), by.size()));
    move.to = arena_.Copy(std::span(to.begin(), to.size()));
    move.type = type;
    move.date = Date(date);
    move.reported_s =
        reported.empty() ? move.date.when.earliest() : ResolveEdtf(reported).value().earliest();
    data_.moves.push_back(move);
    return static_cast<Index>(data_.moves.size() - 1);
  }
  Index AddEvent(std::string_view place, std::string_view date,
                 std::initializer_list<std::pair<Index, std::string_view>> actors) {
    Event event;
    event.id = arena_.Copy("event-" + std::to_string(data_.events.size()));
    event.title = Words("An event");
    event.date = Date(date);
    event.reported_s = event.date.when.earliest();
    if (!place.empty()) {
      event.place = static_cast<Index>(data_.places.size());
      Place at;
      at.id = arena_.Copy("place-" + std::to_string(data_.places.size()));
      at.name = Words(place);
      data_.places.push_back(at);
    }
    std::vector<Participant> participants;
    for (const auto& [actor, role] : actors) participants.push_back({actor, arena_.Copy(role)});
    event.actors = arena_.Copy(std::span<const Participant>(participants));
    data_.events.push_back(event);
    return static_cast<Index>(data_.events.size() - 1);
  }
  void MoveBelongsTo(Index move, Index event) { data_.moves[move].event = event; }

  Dossier Build() { return Dossier(std::move(data_), std::move(arena_), {}); }

 private:
  Text Words(std::string_view text) {
    const LangString words[] = {{{}, text}};
    return Text(words, &arena_);
  }
  DateText Date(std::string_view edtf) {
    return {arena_.Copy(edtf), SharedWhen(ResolveEdtf(edtf).value(), &arena_)};
  }

  DossierData data_;
  Arena arena_;
};

/// Everything there is in an area, in English.
inline GraphRequest WholeRequest(const Dossier& dossier, const Rect& area,
                                 Seconds as_of_s = kTimeMax) {
  static const FixedMeasurer measurer;
  GraphRequest request;
  request.dossier = &dossier;
  request.measurer = &measurer;
  request.places = PlaceActors(GraphEvidence(dossier));
  request.area_px = area;
  request.as_of_s = as_of_s;
  request.lang = "en";
  return request;
}

/// The graph of a WholeRequest() as a reader sees it in that state.
inline GraphLayout LayoutAt(GraphRequest whole, const AppState& state) {
  if (whole.area_px.w < 480) whole.metrics = GraphMetricsForPhone();
  whole.as_of_s = state.as_of_s;
  whole.focus = state.focus;
  whole.scope = state.scope;
  whole.pins = state.pins;
  return LayoutGraph(whole);
}

/// Null where an actor has none.
inline const GraphNode* NodeOf(const GraphLayout& layout, Index actor) {
  for (const GraphNode& node : layout.nodes) {
    if (node.actor == actor) return &node;
  }
  return nullptr;
}

/// Numbers of chance for small dossiers, the same each time.
class Chance {
 public:
  explicit Chance(uint32_t seed) : state_(seed) {}
  uint32_t Below(uint32_t bound) {
    state_ = state_ * 22695477u + 12345u;
    return static_cast<uint32_t>((uint64_t{state_ >> 8} * bound) >> 24);
  }

 private:
  uint32_t state_;
};

/// A dossier of `actors` states and organisations in crowds of about forty, each around one that is
/// in much of what happens, with three moves for each actor, most of them within a crowd.
inline Dossier CrowdsDossier(uint32_t actors, uint32_t seed = 1) {
  constexpr uint32_t kCrowd = 40, kMovesEach = 3;
  DossierSketch sketch;
  Chance chance(seed);
  for (uint32_t i = 0; i < actors; ++i) {
    if (i % 4 == 3) {
      sketch.Organisation("ORG" + std::to_string(i));
    } else {
      sketch.State("S" + std::to_string(i), "State of number " + std::to_string(i));
    }
  }
  for (uint32_t i = 0; i < actors; ++i) {
    const uint32_t hub = i / kCrowd * kCrowd;
    const uint32_t crowd = std::min(kCrowd, actors - hub);
    for (uint32_t m = 0; m < kMovesEach; ++m) {
      uint32_t to = m == 0 ? hub : hub + chance.Below(crowd);
      // Crowds know each other along a line, and some afar.
      if (i == hub) to = m == 0 ? (hub + kCrowd) % actors / kCrowd * kCrowd : chance.Below(actors);
      if (to >= actors || to == i) continue;
      const auto type = static_cast<PloverType>(chance.Below(kPloverTypeCount));
      sketch.AddMove({i}, {to}, type, std::to_string(1990 + chance.Below(30)));
    }
  }
  return sketch.Build();
}

/// Actors and moves of chance; some are pinned.
inline Dossier MovesOfChance(uint32_t seed, uint32_t actors, uint32_t moves, bool pins) {
  DossierSketch sketch;
  Chance chance(seed);
  for (uint32_t i = 0; i < actors; ++i) {
    const std::string name = "Actor number " + std::to_string(i);
    const Index actor = i % 3 == 2 ? sketch.Organisation("ORG" + std::to_string(i))
                                   : sketch.State("A" + std::to_string(i), name);
    if (pins && i < 4) sketch.Pin(actor, 0.1f + 0.8f * (i % 2), 0.1f + 0.8f * (i / 2));
  }
  for (uint32_t m = 0; m < moves; ++m) {
    const std::string year = std::to_string(1990 + chance.Below(30));
    sketch.AddMove({chance.Below(actors)}, {chance.Below(actors)},
                   static_cast<PloverType>(chance.Below(kPloverTypeCount)), year);
  }
  return sketch.Build();
}

}  // namespace demarche
