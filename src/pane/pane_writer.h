// What every part of the pane needs to say: the dossier's texts in the reader's language, names,
// dates, links to things, and footnotes that lead to the sources.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dates/reader_calendar.h"
#include "core/state/state.h"
#include "pane/html_writer.h"
#include "pane/source_table.h"

namespace demarche {

/// The language of the pane's own words. Texts in another one are marked with theirs.
inline constexpr std::string_view kPaneLang = "en";

/// Where links to things lead: to a state of the pane, or to a place on the same static page.
enum class LinkForm : uint8_t { kState, kAnchors };

enum class DateStyle : uint8_t {
  kFull,   // "Monday 10 January 2022"; said by itself, it begins with a capital
  kPlain,  // "10 January 2022"
  kDay,    // the same without its time of day
  kShort,  // "10 Jan 2022"
};
enum class NameStyle : uint8_t { kShort, kLong };
enum class GroupStyle : uint8_t { kName, kPath };

class PaneWriter : public HtmlWriter {
 public:
  PaneWriter(const Dossier& dossier, const AppState& state) : dossier_(dossier), state_(state) {}
  /// A static page: links are anchors, footnotes have the numbers of `sources`, which outlives it.
  PaneWriter(const Dossier& dossier, const AppState& state, const SourceTable* sources);

  const Dossier& dossier() const { return dossier_; }
  const AppState& state() const { return state_; }
  LinkForm links() const { return links_; }
  bool Knows(Seconds reported_s) const;
  /// The event that is selected, or that the selected move belongs to; kNone if there is none.
  Index SelectedEvent() const;
  /// Whom each actor speaks for (SidesOf in graph_layout.h), found once.
  std::span<const Index> sides();
  /// The calendar of the canvas; null where there is none.
  const ReaderCalendar* calendar() const { return calendar_; }
  void ShowZoneOf(const ReaderCalendar& calendar) { calendar_ = &calendar; }
  /// From here on the reader stands at that date.
  void StandAt(Seconds as_of_s) { state_.as_of_s = as_of_s; }

  // ---- Texts of the dossier ----

  /// The text in the reader's language; in a <span lang> where it is not the pane's.
  void Say(Text text);
  /// Of a group's name (group_path.h) what names the group of a level: by itself, or with those
  /// around it.
  void SayGroup(Text group, size_t level, GroupStyle style);
  std::string_view GroupWords(Text group, size_t level, GroupStyle style) const;
  std::string_view Words(Text text) const { return dossier_.In(text, state_.lang); }
  void SayName(Index actor, NameStyle style);
  std::string_view NameOf(Index actor, NameStyle style) const;

  /// A <time> where the date is one that machines read, else its words alone.
  void SayDate(std::string_view edtf, DateStyle style);
  static std::string DateWords(std::string_view edtf, DateStyle style);

  // ---- Links ----

  /// "#focus=geneva-2022", or "#geneva-2022" on a static page.
  std::string HrefOf(Ref item) const;
  /// The id under which a thing stands on a static page; in the pane none.
  std::string AnchorOf(Ref item) const;
  void OpenLink(Ref item, std::string_view css_class = kNoAttr);
  /// One that selects and leaves the tab open.
  void OpenLinkFromTab(Ref item);
  void LinkActor(Index actor, NameStyle style);
  void LinkActors(std::span<const Index> actors, NameStyle style);
  /// A button that changes the state as a permalink would: `act` is "tab=list".
  void Button(Literal css_class, std::string_view act, std::string_view label);

  // ---- Footnotes ----

  /// Superscript numbers, one a source, that lead to it.
  void Cite(std::span<const Citation> citations);
  /// The sources cited so far, in the order of their numbers, under a heading.
  void WriteNotes();
  /// Title, author, publisher, date, and the places in it that were cited so far.
  void SaySource(Index source);

 private:
  struct Note {
    Index source = kNone;
    std::vector<const Citation*> places;  // those with a locator or a quote
  };
  uint32_t NumberOf(const Citation& citation);
  void WriteMark(uint32_t number, Index source);
  std::span<const Citation* const> PlacesIn(Index source) const;
  LangString WordingOf(Text text, std::string_view words) const;
  void SayWording(LangString wording);
  Text NameTextOf(Index actor, NameStyle style) const;

  const Dossier& dossier_;
  AppState state_;
  LinkForm links_ = LinkForm::kState;
  const ReaderCalendar* calendar_ = nullptr;
  const SourceTable* table_ = nullptr;
  std::vector<Index> sides_;
  std::vector<Note> notes_;  // note n at n - 1
};

/// A value for a permalink, "Talks & more" as "Talks+%26+more".
std::string PercentEncoded(std::string_view value);

}  // namespace demarche
