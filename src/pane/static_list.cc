// Everything of a dossier as one page of text, for readers without script, for print and for search
// engines. It stands at the as-of date, and what was reported later comes behind a divider.
#include "core/dossier/as_of.h"
#include "pane/cards.h"
#include "pane/event_context.h"
#include "pane/event_list.h"
#include "pane/moves.h"
#include "pane/negotiation.h"
#include "pane/pane.h"
#include "pane/phrases.h"
#include "pane/story.h"

namespace demarche {
namespace {

class StaticList {
 public:
  StaticList(const Dossier& dossier, const AppState& state, const SourceTable& table)
      : dossier_(dossier), as_of_s_(state.as_of_s), table_(table), w_(dossier, state, &table) {
    entries_ = EntriesByTime();
    stances_ = NegotiationAt(dossier, w_.sides(), as_of_s_);
  }

  std::string Render() {
    w_.Open("article", {{"class", "dm-static"}, {"lang", kPaneLang}});
    WriteHeader();
    WriteContents();
    WriteEvents();
    WritePositions();
    WriteAfterwards();
    WriteStories();
    WriteActors();
    WriteTopicList();
    WriteGlossary();
    WriteSources();
    WriteFooter();
    w_.Close();
    return w_.Take();
  }

 private:
  const DossierData& data() const { return dossier_.data(); }

  // An entry of the page is an event, or a move that belongs to none.
  const DateText& DateOf(Ref entry) const {
    return entry.kind == ItemKind::kEvent ? dossier_.events()[entry.index].date
                                          : dossier_.moves()[entry.index].date;
  }
  bool IsKnown(Ref entry) const {
    return KnownAt(entry.kind == ItemKind::kEvent ? dossier_.events()[entry.index].reported_s
                                                  : dossier_.moves()[entry.index].reported_s,
                   as_of_s_);
  }
  bool IsAhead(Ref entry) const { return DateOf(entry).when.earliest() > as_of_s_; }

  std::vector<Ref> EntriesByTime() const {
    std::vector<Ref> entries;
    const std::span<const Index> moves = dossier_.MovesByTime();
    size_t next_move = 0;
    const auto add_moves_before = [&](Seconds time_s) {
      for (; next_move < moves.size(); ++next_move) {
        const Ref move{ItemKind::kMove, moves[next_move]};
        if (DateOf(move).when.earliest() > time_s) return;
        if (dossier_.moves()[move.index].event == kNone) entries.push_back(move);
      }
    };
    for (const Index event : dossier_.EventsByTime()) {
      add_moves_before(dossier_.events()[event].date.when.earliest() - 1);
      entries.push_back({ItemKind::kEvent, event});
    }
    add_moves_before(kTimeMax);
    return entries;
  }

  std::vector<Index> LaterMovesOf(Index event) const {
    std::vector<Index> moves;
    for (const Index move : dossier_.MovesOfEvent(event)) {
      if (!KnownAt(dossier_.moves()[move].reported_s, as_of_s_)) moves.push_back(move);
    }
    return moves;
  }

  bool HasAfterwards() const {
    for (const Event& event : data().events) {
      if (!KnownAt(event.reported_s, as_of_s_)) return true;
    }
    for (const Move& move : data().moves) {
      if (!KnownAt(move.reported_s, as_of_s_)) return true;
    }
    return false;
  }

  void OpenSection(Literal id, std::string_view heading) {
    w_.Open("section", {{"class", "dm-section"}, {"id", id.view()}});
    w_.Leaf("h2", {}, heading);
  }

  void OpenEntry(Literal tag, Ref item) {
    w_.Open(tag, {{"class", "dm-entry"}, {"id", w_.AnchorOf(item)}});
  }

  void Paragraph(Literal css_class, Text text, std::span<const Citation> citations = {}) {
    if (w_.Words(text).empty()) return;
    w_.Open("p", {{"class", css_class.view()}});
    w_.Say(text);
    w_.Cite(citations);
    w_.Close();
  }

  void Name(Literal tag, Text text) {
    w_.Open(tag);
    w_.Say(text);
    w_.Close();
  }

  // ---- Head and foot ----

  void WriteHeader() {
    w_.Open("header");
    Name("h1", data().title);
    Paragraph("dm-lead", data().summary);
    std::string line;
    if (const std::string moment = MomentWithWeekday(as_of_s_); !moment.empty())
      line = "As of " + moment + ". ";
    line += Counted(data().events.size(), "event", "events") + ", " +
            Counted(data().moves.size(), "statement or act", "statements and acts") + ", " +
            Counted(table_.cited().size(), "source", "sources") + ".";
    w_.Leaf("p", {{"class", "dm-by"}}, line);
    w_.Close();
  }

  void ContentsLink(Literal href, std::string_view words, bool is_there = true) {
    if (!is_there) return;
    w_.Open("li");
    w_.Leaf("a", {{"href", href.view()}}, words);
    w_.Close();
  }

  void WriteContents() {
    w_.Open("nav", {{"class", "dm-contents"}, {"aria-label", "Contents"}});
    w_.Open("ul", {{"role", "list"}});
    ContentsLink("#dm-events", "Events");
    ContentsLink("#dm-scheduled", "Scheduled", HasScheduled());
    ContentsLink("#dm-positions", "Positions", !stances_.empty());
    ContentsLink("#dm-afterwards", "Afterwards", HasAfterwards());
    ContentsLink("#dm-stories", "Step by step", !data().stories.empty());
    ContentsLink("#dm-actors", "Actors", !data().actors.empty());
    ContentsLink("#dm-topics", "Topics", !data().topics.empty());
    ContentsLink("#dm-glossary", "Glossary", !data().glossary.empty());
    ContentsLink("#dm-sources", "Sources", !table_.cited().empty());
    w_.Close();
    w_.Close();
  }

  void WriteFooter() {
    w_.Open("footer", {{"class", "dm-by"}});
    w_.Open("p");
    bool is_first = true;
    for (const Text& author : data().authors) {
      w_.Put(is_first ? "By " : ", ");
      w_.Say(author);
      is_first = false;
    }
    if (!is_first) w_.Put(". ");
    if (!data().license.empty()) w_.Put("Licence: " + std::string(data().license) + ". ");
    if (!data().updated.empty()) {
      w_.Put("Updated ");
      w_.SayDate(data().updated, DateStyle::kPlain);
      w_.Put(".");
    }
    w_.Close();
    w_.Close();
  }

  // ---- Events ----

  bool HasScheduled() const {
    for (const Ref entry : entries_) {
      if (IsKnown(entry) && IsAhead(entry)) return true;
    }
    return false;
  }

  void WriteEvents() {
    const std::string moment = MomentWithWeekday(as_of_s_);
    OpenSection("dm-events", moment.empty() ? "Events" : "Up to " + moment);
    WriteEntries([this](Ref entry) { return IsKnown(entry) && !IsAhead(entry); });
    w_.Close();
    if (!HasScheduled()) return;
    OpenSection("dm-scheduled", "Scheduled");
    WriteEntries([this](Ref entry) { return IsKnown(entry) && IsAhead(entry); });
    w_.Close();
  }

  template <class Belongs>
  void WriteEntries(const Belongs& belongs) {
    std::string period;
    for (const Ref entry : entries_) {
      if (!belongs(entry)) continue;
      WritePeriod(entry, &period);
      WriteEntry(entry);
    }
  }

  void WritePeriod(Ref entry, std::string* period) {
    std::string next = PeriodOf(DateOf(entry));
    if (next == *period) return;
    w_.Leaf("h3", {{"class", "dm-period"}}, next);
    *period = std::move(next);
  }

  void WriteEntry(Ref entry) {
    if (entry.kind == ItemKind::kMove) return WriteMoveList({entry.index}, {});
    const Event& event = dossier_.events()[entry.index];
    OpenEntry("article", entry);
    Name("h4", event.title);
    WriteStatus(w_, event);
    WriteWhen(w_, event.date, event.place);
    Paragraph("dm-text", event.summary, event.sources);
    WriteSeatingLine(w_, event);
    WriteTopics(w_, event.topics);
    std::vector<Index> moves;
    for (const Index move : dossier_.MovesOfEvent(entry.index)) {
      if (w_.Knows(dossier_.moves()[move].reported_s)) moves.push_back(move);
    }
    WriteMoveList(moves, event.date.edtf);
    w_.Close();
  }

  void WriteMoveList(const std::vector<Index>& moves, std::string_view known_date) {
    if (moves.empty()) return;
    w_.Open("ol", {{"class", "dm-moves"}, {"role", "list"}});
    for (const Index move : moves) WriteMove(w_, move, known_date);
    w_.Close();
  }

  void WritePositions() {
    if (stances_.empty()) return;
    OpenSection("dm-positions", "What each side demands, offers and refuses");
    WriteStances(w_, stances_);
    w_.Close();
  }

  void WriteAfterwards() {
    if (!HasAfterwards()) return;
    const std::string moment = MomentWithWeekday(as_of_s_);
    w_.Open("section", {{"class", "dm-section dm-afterwards"}, {"id", "dm-afterwards"}});
    w_.Leaf("h2", {}, "Afterwards");
    w_.Leaf("p", {{"class", "dm-lead"}},
            "Reported after " + moment + ", and no part of what was known then.");
    w_.StandAt(kTimeMax);
    std::string period;
    for (const Ref entry : entries_) {
      if (!IsKnown(entry)) {
        WritePeriod(entry, &period);
        WriteEntry(entry);
      } else if (entry.kind == ItemKind::kEvent) {
        const std::vector<Index> later = LaterMovesOf(entry.index);
        if (later.empty()) continue;
        WritePeriod(entry, &period);
        WriteLater(entry.index, later);
      }
    }
    w_.Close();
  }

  void WriteLater(Index event, const std::vector<Index>& later) {
    w_.Open("article", {{"class", "dm-entry"}});
    w_.Open("h4");
    w_.OpenLink({ItemKind::kEvent, event});
    w_.Say(dossier_.events()[event].title);
    w_.Close();
    w_.Close();
    WriteWhen(w_, dossier_.events()[event].date, dossier_.events()[event].place);
    WriteMoveList(later, dossier_.events()[event].date.edtf);
    w_.Close();
  }

  // ---- The other lists ----

  void WriteStories() {
    if (data().stories.empty()) return;
    OpenSection("dm-stories", "Step by step");
    for (Index index = 0; index < data().stories.size(); ++index) {
      OpenEntry("article", {ItemKind::kStory, index});
      Name("h3", data().stories[index].title);
      w_.Open("ol", {{"class", "dm-story-steps"}});
      for (const Step& step : data().stories[index].steps) {
        w_.Open("li");
        Name("h4", step.title);
        Paragraph("dm-text", step.text);
        WriteQuestion(w_, step, 0, AnswerStyle::kOpen);
        w_.Close();
      }
      w_.Close();
      w_.Close();
    }
    w_.Close();
  }

  void WriteActors() {
    if (data().actors.empty()) return;
    OpenSection("dm-actors", "Actors");
    for (Index index = 0; index < data().actors.size(); ++index) {
      const Actor& actor = data().actors[index];
      OpenEntry("article", {ItemKind::kActor, index});
      Name("h3", actor.name);
      w_.Open("p", {{"class", "dm-by"}});
      w_.Put(WordOf(actor.kind));
      if (!w_.Words(actor.role).empty()) {
        w_.Put(" · ");
        w_.Say(actor.role);
      }
      w_.Close();
      WriteTies(w_, index);
      w_.Close();
    }
    w_.Close();
  }

  void WriteTopicList() {
    if (data().topics.empty()) return;
    OpenSection("dm-topics", "Topics");
    w_.Open("dl", {{"class", "dm-terms"}});
    for (Index index = 0; index < data().topics.size(); ++index) {
      const Topic& topic = data().topics[index];
      WriteTerm({ItemKind::kTopic, index}, topic.name, topic.summary, {});
    }
    w_.Close();
    w_.Close();
  }

  void WriteGlossary() {
    if (data().glossary.empty()) return;
    OpenSection("dm-glossary", "Glossary");
    w_.Open("dl", {{"class", "dm-terms"}});
    for (Index index = 0; index < data().glossary.size(); ++index) {
      const Term& term = data().glossary[index];
      WriteTerm({ItemKind::kTerm, index}, term.term, term.definition, term.sources);
    }
    w_.Close();
    w_.Close();
  }

  void WriteTerm(Ref item, Text term, Text definition, std::span<const Citation> citations) {
    w_.Open("dt", {{"id", w_.AnchorOf(item)}});
    w_.Say(term);
    w_.Close();
    w_.Open("dd");
    w_.Say(definition);
    w_.Cite(citations);
    w_.Close();
  }

  void WriteSources() {
    if (table_.cited().empty()) return;
    OpenSection("dm-sources", "Sources");
    bool in_list = false;
    SourceKind kind = SourceKind::kReference;
    for (const CitedSource& cited : table_.cited()) {
      const Source& source = data().sources[cited.source];
      if (!in_list || source.kind != kind) {
        if (in_list) w_.Close();
        kind = source.kind;
        w_.Leaf("h3", {}, HeadingOf(kind));
        w_.Open("ol", {{"class", "dm-notes"}, {"role", "list"}});
        in_list = true;
      }
      w_.Open("li", {{"id", w_.AnchorOf({ItemKind::kSource, cited.source})}});
      w_.Leaf("span", {{"class", "dm-number"}}, std::to_string(cited.number));
      w_.Open("span");
      w_.SaySource(cited.source);
      w_.Close();
      w_.Close();
    }
    w_.Close();
    w_.Close();
  }

  const Dossier& dossier_;
  Seconds as_of_s_;
  std::vector<Ref> entries_;  // by time
  std::vector<TopicStances> stances_;
  const SourceTable& table_;
  PaneWriter w_;
};

}  // namespace

std::string RenderStaticList(const Dossier& dossier, const AppState& state) {
  const SourceTable table(dossier, kTimeMax);
  return StaticList(dossier, state, table).Render();
}

}  // namespace demarche
