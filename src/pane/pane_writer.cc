#include "pane/pane_writer.h"

#include <algorithm>
#include <utility>

#include "core/base/language_tag.h"
#include "core/base/percent.h"
#include "core/dates/edtf_words.h"
#include "core/dossier/as_of.h"
#include "core/dossier/dossier_items.h"
#include "core/dossier/group_path.h"
#include "core/graph/graph_layout.h"
#include "core/state/state_names.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

// The value of <time datetime>: only where the date says no more than its author does, and no less.
std::string MachineDate(const Edtf& edtf) {
  const EdtfDate& date = edtf.start.date;
  const bool is_plain = edtf.kind == EdtfKind::kDate && date.qualifier == Qualifier::kNone &&
                        date.unspecified == Unspecified::kNone && date.year >= 1 &&
                        date.year <= 9999;
  if (!is_plain || date.precision < Precision::kYear || date.precision == Precision::kSeason)
    return {};
  if (date.hour == 24 || date.zone == Zone::kHours) return {};
  return ToString(edtf);
}

std::string WordsOf(const Edtf& edtf, DateStyle style) {
  if (style == DateStyle::kDay && edtf.kind == EdtfKind::kDate &&
      edtf.start.date.precision > Precision::kDay) {
    Edtf day = edtf;
    day.start.date.precision = Precision::kDay;
    return WordsOf(day, style);
  }
  switch (style) {
    case DateStyle::kFull:
      return InWords(edtf);
    case DateStyle::kDay:
    case DateStyle::kPlain:
      return InWords(edtf, Weekdays::kOmit);
    case DateStyle::kShort:
      break;
  }
  return ShortWords(edtf);
}

bool IsWebAddress(std::string_view url) {
  return url.substr(0, 8) == "https://" || url.substr(0, 7) == "http://";
}

std::string_view PrimaryLanguage(std::string_view tag) { return tag.substr(0, tag.find('-')); }

constexpr std::string_view kRel = "noopener noreferrer external";

}  // namespace

std::string PercentEncoded(std::string_view value) {
  std::string out;
  AppendPercentEncoded(value, &out);
  return out;
}

PaneWriter::PaneWriter(const Dossier& dossier, const AppState& state, const SourceTable* sources)
    : dossier_(dossier), state_(state), links_(LinkForm::kAnchors), table_(sources) {
  notes_.resize(sources->cited().size());
}

bool PaneWriter::Knows(Seconds reported_s) const { return KnownAt(reported_s, state_.as_of_s); }

Index PaneWriter::SelectedEvent() const {
  const Ref focus = state_.focus;
  if (!dossier_.Holds(focus)) return kNone;
  if (focus.kind == ItemKind::kEvent) return focus.index;
  return focus.kind == ItemKind::kMove ? dossier_.moves()[focus.index].event : kNone;
}

std::span<const Index> PaneWriter::sides() {
  if (sides_.empty()) sides_ = SidesOf(dossier_);
  return sides_;
}

// ---- Texts of the dossier ----

LangString PaneWriter::WordingOf(Text text, std::string_view words) const {
  for (const LangString& wording : text) {
    if (wording.text.data() == words.data() && !wording.lang.empty()) return wording;
  }
  return {dossier_.data().lang, words};
}

void PaneWriter::Say(Text text) { SayWording(WordingOf(text, Words(text))); }

void PaneWriter::SayGroup(Text group, size_t level, GroupStyle style) {
  LangString wording = WordingOf(group, GroupIn(dossier_, group, state_.lang));
  wording.text = GroupWords(group, level, style);
  SayWording(wording);
}

std::string_view PaneWriter::GroupWords(Text group, size_t level, GroupStyle style) const {
  const GroupPath path(GroupIn(dossier_, group, state_.lang));
  return style == GroupStyle::kName ? path.Name(level) : path.Group(level);
}

void PaneWriter::SayWording(LangString wording) {
  if (SameLanguageTag(PrimaryLanguage(wording.lang), kPaneLang)) {
    Put(wording.text);
  } else {
    Leaf("span", {{"lang", wording.lang}, {"dir", "auto"}}, wording.text);
  }
}

Text PaneWriter::NameTextOf(Index actor, NameStyle style) const {
  const Actor& who = dossier_.actors()[actor];
  if (style == NameStyle::kLong || Words(who.short_name).empty()) return who.name;
  // A long name in the reader's language before a short one in another.
  const std::string_view wanted = state_.lang.empty() ? dossier_.data().lang : state_.lang;
  const auto is_wanted = [&](Text text) {
    return SameLanguageTag(PrimaryLanguage(WordingOf(text, Words(text)).lang),
                           PrimaryLanguage(wanted));
  };
  return !is_wanted(who.short_name) && is_wanted(who.name) ? who.name : who.short_name;
}

std::string_view PaneWriter::NameOf(Index actor, NameStyle style) const {
  return Words(NameTextOf(actor, style));
}

void PaneWriter::SayName(Index actor, NameStyle style) { Say(NameTextOf(actor, style)); }

void PaneWriter::SayDate(std::string_view edtf, DateStyle style) {
  const Result<Edtf> date = ParseEdtf(edtf);
  if (!date.ok()) return;
  const std::string machine = MachineDate(date.value());
  std::string words = WordsOf(date.value(), style);
  if (style == DateStyle::kFull) words = Capitalised(words);
  if (machine.empty()) {
    Put(words);
  } else {
    Leaf("time", {{"datetime", machine}}, words);
  }
}

std::string PaneWriter::DateWords(std::string_view edtf, DateStyle style) {
  const Result<Edtf> date = ParseEdtf(edtf);
  return date.ok() ? WordsOf(date.value(), style) : std::string();
}

// ---- Links ----

std::string PaneWriter::HrefOf(Ref item) const {
  std::string href = links_ == LinkForm::kAnchors ? "#" : "#focus=";
  AppendPercentEncoded(links_ == LinkForm::kAnchors ? AnchorOf(item) : dossier_.IdOf(item), &href);
  return href;
}

std::string PaneWriter::AnchorOf(Ref item) const {
  const std::string_view id = dossier_.IdOf(item);
  // Things of several kinds may share an id; a page has each of its ids once.
  if (dossier_.Find(id) == item) return std::string(id);
  return std::string(NounOf(item.kind)) + "-" + std::string(id);
}

void PaneWriter::OpenLink(Ref item, std::string_view css_class) {
  Open("a", {{"class", css_class}, {"href", HrefOf(item)}});
}

void PaneWriter::OpenLinkFromTab(Ref item) {
  const bool is_state = links_ == LinkForm::kState;
  Open("a", {{"href", HrefOf(item) +
                          (is_state ? "&tab=" + std::string(demarche::NameOf(state_.tab)) : "")}});
}

void PaneWriter::LinkActor(Index actor, NameStyle style) {
  OpenLink({ItemKind::kActor, actor});
  SayName(actor, style);
  Close();
}

void PaneWriter::LinkActors(std::span<const Index> actors, NameStyle style) {
  for (size_t i = 0; i < actors.size(); ++i) {
    if (i > 0) Put(", ");
    LinkActor(actors[i], style);
  }
}

void PaneWriter::Button(Literal css_class, std::string_view act, std::string_view label) {
  Leaf("button", {{"type", "button"}, {"class", css_class.view()}, {"data-act", act}}, label);
}

// ---- Footnotes ----

uint32_t PaneWriter::NumberOf(const Citation& citation) {
  uint32_t number = 0;
  if (table_ != nullptr) {
    number = table_->NumberOf(citation.source);
  } else {
    while (number < notes_.size() && notes_[number].source != citation.source) ++number;
    ++number;
  }
  if (number > notes_.size()) notes_.resize(number);
  Note& note = notes_[number - 1];
  note.source = citation.source;
  const std::string_view locator = Words(citation.locator()), quote = Words(citation.quote());
  const auto says_the_same = [&](const Citation* place) {
    return Words(place->locator()) == locator && Words(place->quote()) == quote;
  };
  const bool is_told = std::any_of(note.places.begin(), note.places.end(), says_the_same);
  if (!is_told && !(locator.empty() && quote.empty())) note.places.push_back(&citation);
  return number;
}

void PaneWriter::Cite(std::span<const Citation> citations) {
  if (citations.empty()) return;
  std::vector<std::pair<uint32_t, Index>> marks;  // number, source
  for (const Citation& citation : citations)
    marks.emplace_back(NumberOf(citation), citation.source);
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  Open("sup", {{"class", "dm-ref"}});
  for (size_t i = 0; i < marks.size(); ++i) {
    if (i > 0) Put(" ");
    WriteMark(marks[i].first, marks[i].second);
  }
  Close();
}

void PaneWriter::WriteMark(uint32_t number, Index index) {
  const Source& source = dossier_.data().sources[index];
  const std::string digits = std::to_string(number);
  if (links_ == LinkForm::kAnchors) {
    Leaf("a", {{"href", HrefOf({ItemKind::kSource, index})}}, digits);
  } else if (IsWebAddress(source.url)) {
    const std::string label = "Source " + digits + ": " + std::string(Words(source.publisher));
    Leaf("a", {{"href", source.url}, {"target", "_blank"}, {"rel", kRel}, {"aria-label", label}},
         digits);
  } else {
    Put(digits);
  }
}

std::span<const Citation* const> PaneWriter::PlacesIn(Index source) const {
  if (table_ != nullptr) {
    const uint32_t number = table_->NumberOf(source);
    return number > 0 ? notes_[number - 1].places : std::span<const Citation* const>();
  }
  for (const Note& note : notes_) {
    if (note.source == source) return note.places;
  }
  return {};
}

void PaneWriter::SaySource(Index index) {
  const Source& source = dossier_.data().sources[index];
  if (IsWebAddress(source.url)) {
    const bool is_page = links_ == LinkForm::kAnchors;
    Open("a", {{"href", source.url}, {"target", is_page ? kNoAttr : "_blank"}, {"rel", kRel}});
    Say(source.title);
    Close();
  } else {
    Say(source.title);
  }
  for (const Text& part : {source.author, source.publisher}) {
    if (Words(part).empty()) continue;
    Put(", ");
    Say(part);
  }
  if (!source.published.empty()) {
    Put(", ");
    SayDate(source.published, DateStyle::kShort);
  }
  for (const Citation* place : PlacesIn(index)) {
    if (!Words(place->locator()).empty()) {
      Put(", ");
      Say(place->locator());
    }
    if (!Words(place->quote()).empty()) {
      Put(": “");
      Say(place->quote());
      Put("”");
    }
  }
}

void PaneWriter::WriteNotes() {
  if (notes_.empty()) return;
  Leaf("h3", {{"class", "dm-sec"}}, notes_.size() == 1 ? "Source" : "Sources");
  Open("ol", {{"class", "dm-notes"}, {"role", "list"}});
  for (size_t i = 0; i < notes_.size(); ++i) {
    Open("li");
    Leaf("span", {{"class", "dm-number"}}, std::to_string(i + 1));
    Open("span");
    SaySource(notes_[i].source);
    Close();
    Close();
  }
  Close();
}

}  // namespace demarche
