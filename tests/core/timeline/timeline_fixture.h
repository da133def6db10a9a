// Dossiers of tracks and events for the tests of the timeline, put together without the reader, and
// requests for them.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/timeline/timeline_items.h"
#include "core/timeline/timeline_layout.h"
#include "tests/core/base/fake_measurer.h"

namespace demarche {

inline const FakeMeasurer kFakeMeasurer;

inline When DateOf(std::string_view edtf) {
  const Result<When> when = ResolveEdtf(edtf);
  EXPECT_TRUE(when.ok()) << edtf;
  return when.ok() ? when.value() : When();
}
inline Seconds FirstOf(std::string_view edtf) { return DateOf(edtf).earliest(); }
inline Seconds LastOf(std::string_view edtf) { return DateOf(edtf).latest(); }

struct EventSketch {
  std::string_view title = "Event";
  std::string_view date = "";
  Status status = Status::kOccurred;
  float importance = 1;
  int joining = 0;
  std::string_view reported = "";  // empty: as date
};

class TimelineSketch {
 public:
  TimelineSketch() { data_.lang = "en"; }

  Index AddTrack(std::string_view name, std::string_view group = "Group") {
    Track track;
    track.id = arena_.Copy("track-" + std::to_string(data_.tracks.size()));
    track.name = Words(name);
    track.group = Words(group);
    data_.tracks.push_back(track);
    return static_cast<Index>(data_.tracks.size() - 1);
  }
  Index AddActor() {
    Actor actor;
    actor.id = arena_.Copy("actor-" + std::to_string(data_.actors.size()));
    data_.actors.push_back(actor);
    return static_cast<Index>(data_.actors.size() - 1);
  }
  Index AddEvent(Index track, const EventSketch& sketch, std::vector<Index> actors = {}) {
    Event event;
    event.id = arena_.Copy("event-" + std::to_string(data_.events.size()));
    event.title = Words(sketch.title);
    event.date = {arena_.Copy(sketch.date), SharedWhen(DateOf(sketch.date), &arena_)};
    event.reported_s =
        sketch.reported.empty() ? event.date.when.earliest() : FirstOf(sketch.reported);
    event.track = track;
    event.status = sketch.status;
    event.importance = sketch.importance;
    std::vector<Participant> participants;
    for (const Index actor : actors) participants.push_back({actor, "party"});
    for (int i = 0; i < sketch.joining; ++i) participants.push_back({AddActor(), "joining"});
    event.actors = arena_.Copy(std::span<const Participant>(participants));
    data_.events.push_back(event);
    return static_cast<Index>(data_.events.size() - 1);
  }
  Index AddMove(std::string_view summary, std::string_view date, Index event = kNone) {
    Move move;
    move.id = arena_.Copy("move-" + std::to_string(data_.moves.size()));
    move.summary = Words(summary);
    move.date = {arena_.Copy(date), SharedWhen(DateOf(date), &arena_)};
    move.reported_s = move.date.when.earliest();
    move.event = event;
    data_.moves.push_back(move);
    return static_cast<Index>(data_.moves.size() - 1);
  }
  Index AddReply(std::vector<Index> answered, PloverType type, std::string_view date,
                 Index event = kNone) {
    const Index move = AddMove("Reply", date, event);
    data_.moves[move].type = type;
    data_.moves[move].replies_to = arena_.Copy(std::span<const Index>(answered));
    return move;
  }
  void AddBand(std::string_view edtf) { data_.bands.push_back({FirstOf(edtf), LastOf(edtf)}); }

  Dossier Build() { return Dossier(std::move(data_), std::move(arena_), {}); }

 private:
  Text Words(std::string_view text) {
    const LangString words[] = {{{}, text}};
    return Text(words, &arena_);
  }

  DossierData data_;
  Arena arena_;
};

inline constexpr std::string_view kTalksBands[] = {"1997/2013",
                                                   "2014",
                                                   "2015/2020",
                                                   "2021-01/2021-11",
                                                   "2021-12-01/2022-01-07",
                                                   "2022-01-08/2022-01-13"};

/// A desktop of the size of design/desktop-light.png.
inline TimelineRequest DesktopRequest(const Dossier& dossier, std::string_view as_of = "") {
  TimelineRequest request;
  request.dossier = &dossier;
  request.measurer = &kFakeMeasurer;
  request.area_px = {0, 0, 920, 457};
  request.metrics = MetricsForDesktop();
  if (!as_of.empty()) request.as_of_s = LastOf(as_of);
  return request;
}

/// What a request's lanes hold; of dense lanes nothing.
inline TimelineItems ItemsOf(const TimelineRequest& request) {
  const RankBits known = request.dossier->lanes().ReportedBy(request.as_of_s);
  RankBits visible = known;
  visible.KeepOnly(MatchingEntries(*request.dossier, request.query, request.group));
  return CollectLanes(request, known, visible, {});
}

inline const Mark* MarkOf(const TimelineLayout& layout, Ref item) {
  for (const Mark& mark : layout.marks) {
    if (mark.item == item) return &mark;
  }
  return nullptr;
}
inline const Mark* MarkOf(const TimelineLayout& layout, Index event) {
  return MarkOf(layout, {ItemKind::kEvent, event});
}
/// The mark that an event is drawn by or in.
inline const Mark* MarkWith(const TimelineLayout& layout, Index event) {
  const Ref item{ItemKind::kEvent, event};
  for (const Mark& mark : layout.marks) {
    for (const Ref member : mark.members) {
      if (member == item) return &mark;
    }
    if (mark.members.empty() && mark.item == item) return &mark;
  }
  return nullptr;
}
/// The extent of a mark's label; empty without one.
inline Rect LabelBox(const Mark& mark, const TimelineMetrics& metrics) {
  if (mark.label.empty()) return {};
  const bool vertical_bar = mark.shape == MarkShape::kBar && mark.bar_px.h > mark.bar_px.w;
  const bool small = mark.side == LabelSide::kInside || vertical_bar;
  const float size = small ? metrics.meta_size_px : metrics.label_size_px;
  const float w = kFakeMeasurer.WidthPx(mark.label, mark.face, size);
  return {mark.label_px.x, mark.label_px.y - 6, w, 12};
}

/// Numbers from a seed, the same on every machine (SplitMix64; Steele, Lea, Flood 2014).
class TestRandom {
 public:
  explicit TestRandom(uint64_t seed) : state_(seed) {}
  int64_t Between(int64_t low, int64_t high) {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return low + static_cast<int64_t>((z ^ (z >> 31)) % static_cast<uint64_t>(high - low + 1));
  }
  double Unit() { return static_cast<double>(Between(0, 1 << 30)) / (1 << 30); }

 private:
  uint64_t state_;
};

}  // namespace demarche
