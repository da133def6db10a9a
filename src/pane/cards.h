// The cards of the pane: one for each kind of thing that can be selected, and what shows when
// nothing is. Each writes an <article> with an <h2>.
#pragma once

#include "pane/pane_writer.h"

namespace demarche {

void WriteEventCard(PaneWriter& w, Index event);
void WriteMoveCard(PaneWriter& w, Index move);
void WriteActorCard(PaneWriter& w, Index actor);
void WriteTopicCard(PaneWriter& w, Index topic);
/// The dossier itself: what it is, what is coming up, where to begin.
void WriteOverview(PaneWriter& w);

// ---- Parts that several of them share ----

/// The line over the title with its mark: "Scheduled, as reported 9 January 2022".
void WriteStatus(PaneWriter& w, const Event& event);
/// The title, marked as selected.
void WriteTitle(PaneWriter& w, Text title);
/// The date in words, the place, and what is known of the date.
void WriteWhen(PaneWriter& w, const DateText& date, Index place);
/// Of an event, or of a move without one, that the timeline does not show: a button that shows it.
void WriteHiddenLane(PaneWriter& w, Ref item);
/// What the graph is kept to, with the way back; nothing without a lens.
void WriteLensNote(PaneWriter& w);
/// A button that keeps the graph to a lens; nothing where it is that already.
void WriteLensButton(PaneWriter& w, const Lens& lens);
/// The participants as chips under their headings.
void WriteSeating(PaneWriter& w, const Event& event);
/// The same as one line of text: "At the table: US, Russia. Under discussion: Ukraine."
void WriteSeatingLine(PaneWriter& w, const Event& event);
/// A link to an event: its date, without a time of day, and its title.
void LinkEvent(PaneWriter& w, Index event);
/// "Topics: Missiles, Exercises", as links.
void WriteTopics(PaneWriter& w, std::span<const Index> topics);
/// The bonds of an actor known at the as-of date, with their dates, as a list.
void WriteTies(PaneWriter& w, Index actor);

}  // namespace demarche
