// The parts of an event that its card and the static page have in common.
#include <utility>

#include "core/dates/edtf_words.h"
#include "core/dossier/as_of.h"
#include "pane/cards.h"
#include "pane/event_context.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

struct StatusWords {
  Literal mark;  // the class of the mark before it
  std::string words;
};

StatusWords StatusOf(const PaneWriter& w, const Event& event) {
  const Seconds as_of_s = w.state().as_of_s;
  switch (StatusAt(event, as_of_s)) {
    case Status::kCancelled:
      return {"dm-mark dm-mark-cancelled", "Cancelled"};
    case Status::kOngoing: {
      const std::string moment = MomentInWords(as_of_s);
      return {"dm-mark dm-mark-ongoing", moment.empty() ? "Ongoing" : "Ongoing as of " + moment};
    }
    case Status::kScheduled: {
      const bool has_begun = event.date.when.earliest() <= as_of_s;
      if (has_begun)
        return {"dm-mark dm-mark-scheduled",
                "Was scheduled; whether it took place is not reported"};
      if (event.reported.empty()) return {"dm-mark dm-mark-scheduled", "Scheduled"};
      return {"dm-mark dm-mark-scheduled",
              "Scheduled, as reported " + PaneWriter::DateWords(event.reported, DateStyle::kPlain)};
    }
    case Status::kOccurred:
      break;
  }
  if (event.date.when->IsDoubted())
    return {"dm-mark dm-mark-uncertain", "Reported, date uncertain"};
  return {"dm-mark dm-mark-occurred", "Happened"};
}

std::string_view HeadingOf(Seat seat, bool is_talk) {
  switch (seat) {
    case Seat::kAtTheTable:
      return "At the table";
    case Seat::kSpeaking:
      return "Speaking";
    case Seat::kTakingPart:
      return "Taking part";
    case Seat::kJoining:
      return "Joining";
    case Seat::kHost:
      return "Host";
    case Seat::kSubject:
      break;
  }
  return is_talk ? "Under discussion" : "Concerned";
}

bool IsTalk(const std::vector<Seating>& seatings) {
  for (const Seating& seating : seatings) {
    if (seating.seat == Seat::kAtTheTable || seating.seat == Seat::kSpeaking) return true;
  }
  return false;
}

// What the heading does not say already.
bool IsRoleWorthSaying(const Participant& participant, Seat seat) {
  if (seat == Seat::kAtTheTable) return participant.role == "chair";
  return seat == Seat::kTakingPart && participant.role != "party";
}

std::string_view BadgeClass(ActorKind kind) {
  switch (kind) {
    case ActorKind::kState:
      return "dm-badge";
    case ActorKind::kPerson:
      return "dm-badge dm-badge-person";
    default:
      return "dm-badge dm-badge-body";
  }
}

void WriteChip(PaneWriter& w, const Participant& participant, Seat seat) {
  const Actor& actor = w.dossier().actors()[participant.actor];
  w.Open("li");
  w.OpenLink({ItemKind::kActor, participant.actor},
             seat == Seat::kSubject ? "dm-chip dm-chip-subject" : "dm-chip");
  constexpr size_t kLongestCode = 3;
  const bool has_code = actor.kind == ActorKind::kState && actor.code.size() <= kLongestCode;
  w.Leaf("b", {{"class", BadgeClass(actor.kind)}, {"aria-hidden", "true"}},
         has_code ? actor.code : "");
  w.SayName(participant.actor, NameStyle::kShort);
  if (IsRoleWorthSaying(participant, seat)) {
    w.Put(" ");
    w.Leaf("small", {}, participant.role);
  }
  w.Close();
  w.Close();
}

bool IsInstant(const EdtfBound& bound) {
  return bound.kind == BoundKind::kDate && bound.date.precision >= Precision::kMinute &&
         bound.date.zone != Zone::kNone;
}

// "In Moscow: 23:35 – Friday 31 December 2021, 00:25": times of day in the zone that the canvas
// shows, where that is another one than they were written in.
std::string TimeElsewhere(const PaneWriter& w, const Edtf& edtf) {
  const bool interval = edtf.kind == EdtfKind::kInterval;
  if ((edtf.kind != EdtfKind::kDate && !interval) || !w.calendar()) return {};
  if (!IsInstant(edtf.start) || (interval && !IsInstant(edtf.end))) return {};
  const ReaderCalendar& calendar = *w.calendar();
  const Seconds begins = SpanOf(edtf.start.date).earliest;
  const Seconds written_s = Seconds{60} * edtf.start.date.offset_minutes;
  if (calendar.OffsetAt(begins) == written_s) return {};

  std::string text = "UTC";
  if (calendar.zone())
    text = w.state().zone == "local" ? "My time" : "In " + calendar.zone()->name();
  int64_t day = FloorDiv(begins + written_s, kSecondsPerDay);
  const auto add = [&](std::string_view before, const EdtfDate& date) {
    const Seconds t = SpanOf(date).earliest;
    text += before;
    const int64_t shown = FloorDiv(calendar.LocalOf(t), kSecondsPerDay);
    if (std::exchange(day, shown) != shown)
      text += CalendarWords::English().Date(DateForm::kFull, shown) + ", ";
    const bool minutes = date.precision == Precision::kMinute;
    text += calendar.Clock(t, minutes ? ClockPrecision::kMinutes : ClockPrecision::kSeconds);
  };
  add(": ", edtf.start.date);
  if (interval) add(" – ", edtf.end.date);
  return text;
}

}  // namespace

void WriteStatus(PaneWriter& w, const Event& event) {
  const StatusWords status = StatusOf(w, event);
  w.Open("p", {{"class", "dm-status"}});
  w.Leaf("i", {{"class", status.mark.view()}, {"aria-hidden", "true"}}, "");
  w.Put(status.words);
  w.Close();
}

void WriteTitle(PaneWriter& w, Text title) {
  w.Open("h2", {{"class", "dm-title"}});
  w.Open("mark");
  w.Say(title);
  w.Close();
  w.Close();
}

void WriteWhen(PaneWriter& w, const DateText& date, Index place) {
  const Result<Edtf> edtf = ParseEdtf(date.edtf);
  if (!edtf.ok()) return;
  w.Open("p", {{"class", "dm-when"}});
  w.SayDate(date.edtf, DateStyle::kFull);
  if (place < w.dossier().data().places.size()) {
    w.Put(", ");
    w.Say(w.dossier().data().places[place].name);
  }
  w.Put(" ");
  w.Leaf("span", {{"class", "dm-precision"}}, PrecisionNote(edtf.value()));
  const std::string elsewhere = TimeElsewhere(w, edtf.value());
  if (!elsewhere.empty()) {
    w.Put(" ");
    w.Leaf("span", {{"class", "dm-precision dm-zone"}}, elsewhere);
  }
  w.Close();
}

void WriteSeating(PaneWriter& w, const Event& event) {
  const std::vector<Seating> seatings = SeatingOf(w.dossier(), event, w.sides());
  if (seatings.empty()) return;
  w.Open("div", {{"class", "dm-seating"}});
  for (const Seating& seating : seatings) {
    w.Open("div");
    w.Leaf("h3", {{"class", "dm-sec"}}, HeadingOf(seating.seat, IsTalk(seatings)));
    w.Open("ul", {{"class", "dm-chips"}, {"role", "list"}});
    for (const Participant* participant : seating.participants)
      WriteChip(w, *participant, seating.seat);
    w.Close();
    w.Close();
  }
  w.Close();
}

void WriteSeatingLine(PaneWriter& w, const Event& event) {
  const std::vector<Seating> seatings = SeatingOf(w.dossier(), event, w.sides());
  if (seatings.empty()) return;
  w.Open("p", {{"class", "dm-people"}});
  for (const Seating& seating : seatings) {
    w.Leaf("b", {}, HeadingOf(seating.seat, IsTalk(seatings)));
    bool is_first = true;
    for (const Participant* participant : seating.participants) {
      w.Put(is_first ? " " : ", ");
      is_first = false;
      w.LinkActor(participant->actor, NameStyle::kShort);
      if (IsRoleWorthSaying(*participant, seating.seat))
        w.Put(" (" + std::string(participant->role) + ")");
    }
    w.Put(". ");
  }
  w.Close();
}

void LinkEvent(PaneWriter& w, Index index) {
  const Event& event = w.dossier().events()[index];
  w.OpenLink({ItemKind::kEvent, index});
  w.Open("u");
  w.SayDate(event.date.edtf, DateStyle::kDay);
  w.Close();
  w.Put(" ");
  w.Say(event.title);
  w.Close();
}

void WriteTopics(PaneWriter& w, std::span<const Index> topics) {
  if (topics.empty()) return;
  w.Open("p", {{"class", "dm-topics"}});
  w.Leaf("b", {}, topics.size() == 1 ? "Topic" : "Topics");
  for (size_t i = 0; i < topics.size(); ++i) {
    w.Put(i == 0 ? " " : ", ");
    w.OpenLink({ItemKind::kTopic, topics[i]});
    w.Say(w.dossier().data().topics[topics[i]].name);
    w.Close();
  }
  w.Close();
}

}  // namespace demarche
