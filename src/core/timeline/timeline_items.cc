#include "core/timeline/timeline_items.h"

#include <algorithm>

#include "core/base/fold.h"
#include "core/dossier/as_of.h"

namespace demarche {
namespace {

constexpr std::string_view kJoining = "joining";

// "Geneva (US–Russia)" is a name and an annotation.
void SplitName(std::string_view full, LaneItems* lane) {
  const size_t open = full.rfind(" (");
  if (open == std::string_view::npos || full.back() != ')') {
    lane->name = full;
    return;
  }
  lane->name = full.substr(0, open);
  lane->annotation = full.substr(open + 2, full.size() - open - 3);
}

// How far dates that name days may lie from where they lie in UTC.
Seconds ZoneReach(const TimelineRequest& request) {
  return request.calendar.zone() ? kSecondsPerDay : 0;
}

class Collector {
 public:
  Collector(const TimelineRequest& request, Seconds window0, Seconds window1)
      : request_(request),
        dossier_(*request.dossier),
        window0_(window0 - ZoneReach(request)),
        window1_(window1 + ZoneReach(request)) {
    FindVisible();
    if (request.focus.kind == ItemKind::kEvent) selected_event_ = request.focus.index;
    if (request.focus.kind == ItemKind::kMove && dossier_.Holds(request.focus)) {
      selected_event_ = dossier_.moves()[request.focus.index].event;
    }
    dims_ = request.focus.kind == ItemKind::kActor || request.focus.kind == ItemKind::kTopic;
  }

  TimelineItems Run() {
    for (Index track = 0; track < dossier_.tracks().size(); ++track) AddTrack(track);
    AddStatements();
    std::sort(items_.talks.begin(), items_.talks.end());
    return std::move(items_);
  }

 private:
  void FindVisible() {
    filters_ = !request_.query.empty() || !request_.group.empty();
    if (!filters_) return;
    visible_.assign(dossier_.events().size(), 0);
    const EventFilter filter{
        .as_of_s = request_.as_of_s, .query = request_.query, .group = request_.group};
    for (const Index event : VisibleEvents(dossier_, filter)) visible_[event] = 1;
  }

  void OpenLane(std::string_view group, bool starts_group) {
    if (starts_group) {
      const auto first = static_cast<uint32_t>(items_.lanes.size());
      items_.groups.push_back({.name = std::string(group), .first_lane = first, .lane_count = 0});
    }
    ++items_.groups.back().lane_count;
    items_.lanes.emplace_back();
  }

  void AddTrack(Index index) {
    const Track& track = dossier_.tracks()[index];
    const std::string_view group = dossier_.In(track.group, request_.lang);
    OpenLane(group, items_.groups.empty() || items_.groups.back().name != group);
    LaneItems& lane = items_.lanes.back();
    lane.track = index;
    SplitName(dossier_.In(track.name, request_.lang), &lane);
    const std::span<const Index> events = dossier_.EventsOfTrack(index);
    lane.dense = events.size() > kMaxItemsToPack;
    for (const Index event : events) AddEvent(event, &lane);
  }

  void AddEvent(Index index, LaneItems* lane) {
    const Event& event = dossier_.events()[index];
    if (!KnownAt(event.reported_s, request_.as_of_s)) return;
    const bool hidden = filters_ && visible_[index] == 0;
    lane->hidden += hidden ? 1 : 0;
    const When& when = event.date.when;
    if (lane->dense && (hidden || when.earliest() >= window1_ || when.latest() < window0_)) return;

    TimelineItem item{.ref = {ItemKind::kEvent, index}, .when = &when};
    item.importance = event.importance;
    item.hidden = hidden;
    item.scheduled = when.earliest() > request_.as_of_s;
    item.ongoing = StatusAt(event, request_.as_of_s) == Status::kOngoing;
    item.selected = index == selected_event_;
    item.dimmed = dims_ && !RelatedTo(dossier_, index, request_.focus);
    for (const Participant& participant : event.actors)
      item.joining += participant.role == kJoining;
    if (item.scheduled && !hidden && event.status != Status::kCancelled) {
      const bool days = NamesDays(when.start_precision, when.start_flags);
      const Seconds begins = when.earliest();
      items_.talks.push_back(days ? request_.calendar.InstantOf(begins) : begins);
    }
    lane->items.push_back(item);
  }

  // Moves that belong to no event get a lane of their own, if there are any.
  void AddStatements() {
    bool has_lane = false;
    const std::string query = Folded(request_.query);
    for (const Index index : dossier_.MovesByTime()) {
      const Move& move = dossier_.moves()[index];
      if (move.event != kNone || !KnownAt(move.reported_s, request_.as_of_s)) continue;
      if (!has_lane) {
        OpenLane({}, true);
        items_.lanes.back().name = "Statements";
        has_lane = true;
      }
      TimelineItem item{.ref = {ItemKind::kMove, index}, .when = &move.date.when};
      const std::string summary = Folded(dossier_.In(move.summary, request_.lang));
      item.hidden = summary.find(query) == std::string::npos || !request_.group.empty();
      item.scheduled = move.date.when.earliest() > request_.as_of_s;
      item.selected = request_.focus == item.ref;
      item.dimmed = dims_ && !IsRelated(move);
      items_.lanes.back().hidden += item.hidden ? 1 : 0;
      items_.lanes.back().items.push_back(item);
    }
    if (has_lane) items_.lanes.back().dense = items_.lanes.back().items.size() > kMaxItemsToPack;
  }

  bool IsRelated(const Move& move) const {
    const Index focus = request_.focus.index;
    if (request_.focus.kind == ItemKind::kTopic) return move.topic == focus;
    return std::find(move.by.begin(), move.by.end(), focus) != move.by.end() ||
           std::find(move.to.begin(), move.to.end(), focus) != move.to.end();
  }

  const TimelineRequest& request_;
  const Dossier& dossier_;
  const Seconds window0_, window1_;
  Index selected_event_ = kNone;
  bool dims_ = false, filters_ = false;
  std::vector<uint8_t> visible_;  // by event, where something is filtered
  TimelineItems items_;
};

}  // namespace

bool ComesBefore(const TimelineItem& a, const TimelineItem& b) {
  if (a.importance != b.importance) return a.importance > b.importance;
  if (a.when->earliest() != b.when->earliest()) return a.when->earliest() > b.when->earliest();
  return a.ref.index < b.ref.index;
}

TimelineItems CollectItems(const TimelineRequest& request, Seconds window0, Seconds window1) {
  return Collector(request, window0, window1).Run();
}

std::string_view TitleOf(const TimelineRequest& request, Ref ref) {
  const Dossier& dossier = *request.dossier;
  const bool is_event = ref.kind == ItemKind::kEvent;
  return dossier.In(
      is_event ? dossier.events()[ref.index].title : dossier.moves()[ref.index].summary,
      request.lang);
}

}  // namespace demarche
