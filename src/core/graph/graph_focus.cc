#include "core/graph/graph_focus.h"

#include <algorithm>
#include <utility>

#include "core/dates/civil.h"
#include "core/dates/edtf_words.h"

namespace demarche {
namespace {

// Actors in the order in which they are added, each once.
class ActorList {
 public:
  explicit ActorList(const Dossier& dossier) : listed_(dossier.actors().size()) {}
  void Add(Index actor) {
    if (!listed_[actor]) actors_.push_back(actor);
    listed_[actor] = true;
  }
  std::vector<Index> Take() { return std::move(actors_); }

 private:
  std::vector<bool> listed_;
  std::vector<Index> actors_;
};

EdtfDate WithoutTime(EdtfDate date) {
  if (date.precision > Precision::kDay) date.precision = Precision::kDay;
  date.zone = Zone::kNone;
  return date;
}

bool EndsWithYear(std::string_view text) {
  return text.size() > 5 && text[text.size() - 5] == ' ' &&
         std::all_of(text.end() - 4, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "10 Jan", "Jan", "2014".
std::string DayAndMonth(const DateText& date) {
  Result<Edtf> parsed = ParseEdtf(date.edtf);
  if (!parsed.ok()) return {};
  Edtf edtf = parsed.value();
  edtf.start.date = WithoutTime(edtf.start.date);
  edtf.end.date = WithoutTime(edtf.end.date);
  std::string text = ShortWords(edtf);
  if (EndsWithYear(text)) text.resize(text.size() - 5);
  return text;
}

}  // namespace

std::vector<Index> AskedFor(const Dossier& dossier, Ref focus) {
  ActorList asked(dossier);
  switch (focus.kind) {
    case ItemKind::kActor:
      asked.Add(focus.index);
      for (Index m : dossier.MovesOfActor(focus.index)) {
        // The voices of a move are its side's, so these are the actor's own.
        const std::span<const Index> by = dossier.moves()[m].by;
        if (std::find(by.begin(), by.end(), focus.index) == by.end()) continue;
        for (Index actor : by) asked.Add(actor);
      }
      break;
    case ItemKind::kEvent:
      for (const Participant& participant : dossier.events()[focus.index].actors) {
        if (participant.role != kJoining) asked.Add(participant.actor);
      }
      for (Index m : dossier.MovesOfEvent(focus.index)) {
        for (Index actor : dossier.moves()[m].by) asked.Add(actor);
      }
      break;
    case ItemKind::kMove:
      for (Index actor : dossier.moves()[focus.index].by) asked.Add(actor);
      for (Index actor : dossier.moves()[focus.index].to) asked.Add(actor);
      break;
    default:
      break;
  }
  return asked.Take();
}

std::vector<Index> TableOf(const Dossier& dossier, Index event, const std::vector<Index>& sides) {
  const std::span<const Participant> participants = dossier.events()[event].actors;
  const bool any_party = std::any_of(participants.begin(), participants.end(),
                                     [](const Participant& p) { return p.role == "party"; });
  ActorList table(dossier);
  for (const Participant& p : participants) {
    const bool sits = any_party ? p.role == "party"
                                : p.role != "subject" && p.role != "host" && p.role != kJoining;
    if (sits) table.Add(sides[p.actor]);
  }
  return table.Take();
}

std::string TableLabel(const Dossier& dossier, Index event, std::string_view lang) {
  const Event& at = dossier.events()[event];
  std::string label;
  if (at.place != kNone)
    label = std::string(dossier.In(dossier.data().places[at.place].name, lang));
  const std::string day = DayAndMonth(at.date);
  if (!label.empty() && !day.empty()) label += ", ";
  return label + day;
}

std::string EmptyNote(Seconds as_of_s, const Lens& lens) {
  const std::string nothing = lens ? "Nothing of this recorded" : "Nothing recorded";
  if (as_of_s <= kTimeMin || as_of_s >= kTimeMax) return nothing;
  const CivilDate civil = CivilFromDays(FloorDiv(as_of_s, kSecondsPerDay));
  Edtf edtf;
  edtf.start.date = {.year = civil.year,
                     .precision = Precision::kDay,
                     .month = static_cast<uint8_t>(civil.month),
                     .day = static_cast<uint8_t>(civil.day)};
  return nothing + " up to " + InWords(edtf, Weekdays::kOmit);
}

}  // namespace demarche
