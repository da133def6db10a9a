#include "core/reader/dossier_draft.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

// Adds a topic as the reader does: filled, then made known.
void AddTopic(Draft* draft, std::string_view id, size_t at, FindingLog* log) {
  draft->id_at = at;
  Topic topic;
  topic.id = draft->arena.Copy(id);
  draft->data.topics.push_back(topic);
  DefineLast(*draft, ItemKind::kTopic, log);
}

void AddActor(Draft* draft, std::string_view id, size_t at, FindingLog* log) {
  draft->id_at = at;
  Actor actor;
  actor.id = draft->arena.Copy(id);
  draft->data.actors.push_back(actor);
  DefineLast(*draft, ItemKind::kActor, log);
}

std::string FindingsOf(FindingLog* log) { return FindingsText(log->Finish("[0,1,2,3,4]", "f")); }

TEST(DossierDraftTest, RefersBackAtOnce) {
  Draft draft;
  FindingLog log;
  AddTopic(&draft, "a", 1, &log);
  AddTopic(&draft, "b", 3, &log);
  EXPECT_EQ(Refer(draft, Target::kTopic, "b", 5), 1u);
  EXPECT_TRUE(draft.forward.empty());
  ResolveReferences(draft, &log);
  EXPECT_TRUE(log.ok());
}

TEST(DossierDraftTest, RefersForwardInTheEnd) {
  Draft draft;
  FindingLog log;
  Move move;
  const Index by[] = {Refer(draft, Target::kActor, "us", 1), Refer(draft, Target::kActor, "ru", 3)};
  move.by = draft.arena.Copy(std::span<const Index>(by));
  move.topic = Refer(draft, Target::kTopic, "a", 5);
  draft.data.moves.push_back(move);
  EXPECT_EQ(draft.forward.size(), 3u);
  AddActor(&draft, "ru", 7, &log);
  AddActor(&draft, "us", 7, &log);
  AddTopic(&draft, "a", 9, &log);
  ResolveReferences(draft, &log);
  EXPECT_EQ(draft.data.moves[0].by[0], 1u);
  EXPECT_EQ(draft.data.moves[0].by[1], 0u);
  EXPECT_EQ(draft.data.moves[0].topic, 0u);
  EXPECT_EQ(draft.data.moves[0].event, kNone);  // what was not given stays so
  EXPECT_TRUE(log.ok());
}

TEST(DossierDraftTest, ResolvesEveryKindOfReference) {
  Draft draft;
  FindingLog log;
  const auto topic = [&] { return Refer(draft, Target::kTopic, "t", 1); };
  const auto actor = [&] { return Refer(draft, Target::kActor, "us", 1); };
  const auto list = [&](auto entry) {
    return draft.arena.Copy(std::span<const decltype(entry)>(&entry, 1));
  };
  Event event;
  event.topics = list(topic());
  event.actors = list(Participant{actor(), {}});
  draft.data.events.push_back(event);
  Tie tie;
  tie.from = actor();
  tie.to = actor();
  draft.data.ties.push_back(tie);
  Step step;
  step.focus = ReferToFocus(draft, "us", 1);
  Story story;
  story.steps = list(step);
  draft.data.stories.push_back(story);
  AddActor(&draft, "ru", 1, &log);
  AddActor(&draft, "us", 1, &log);
  AddTopic(&draft, "t", 1, &log);
  ResolveReferences(draft, &log);
  EXPECT_EQ(draft.data.events[0].topics[0], 0u);
  EXPECT_EQ(draft.data.events[0].actors[0].actor, 1u);
  EXPECT_EQ(draft.data.ties[0].from, 1u);
  EXPECT_EQ(draft.data.ties[0].to, 1u);
  EXPECT_EQ(draft.data.stories[0].steps[0].focus, (Ref{ItemKind::kActor, 1}));
  EXPECT_TRUE(log.ok());
}

TEST(DossierDraftTest, ReportsWhatNamesNothing) {
  Draft draft;
  FindingLog log;
  AddTopic(&draft, "missiles", 1, &log);
  AddActor(&draft, "us", 1, &log);
  Refer(draft, Target::kTopic, "misiles", 3);
  Refer(draft, Target::kActor, "missiles", 5);  // there is one, but of another kind
  ReferToFocus(draft, "missile", 7);
  ResolveReferences(draft, &log);
  EXPECT_EQ(
      FindingsOf(&log),
      "f:1:4: error E-REF-UNKNOWN at /1: There is no topic with the id \"misiles\". Did you "
      "mean \"missiles\"? Name the id of a topic of this dossier.\n"
      "f:1:6: error E-REF-UNKNOWN at /2: There is no actor with the id \"missiles\". Name the "
      "id of an actor of this dossier.\n"
      "f:1:8: error E-REF-UNKNOWN at /3: There is no event, move, actor or topic with the id "
      "\"missile\". Did you mean \"missiles\"? Name the id of an event, move, actor or topic "
      "of this dossier.\n");
}

TEST(DossierDraftTest, KnowsEachIdOncePerKind) {
  Draft draft;
  FindingLog log;
  AddTopic(&draft, "a", 1, &log);
  AddTopic(&draft, "a", 3, &log);
  AddActor(&draft, "a", 5, &log);
  EXPECT_EQ(
      FindingsOf(&log),
      "f:1:4: error E-ID-DUPLICATE at /1: The id \"a\" is already that of another topic. Give "
      "each topic an id of its own.\n"
      "f:1:6: warning W-ID-SHARED at /2: The id \"a\" is also that of the topic \"a\", so that "
      "a link to it can mean only one of the two. Give events, moves, actors and topics "
      "different ids.\n");
  EXPECT_EQ(Refer(draft, Target::kTopic, "a", 0), 0u);
}

TEST(DossierDraftTest, TellsWhetherTwoReferencesAreTheSame) {
  Draft draft;
  FindingLog log;
  AddTopic(&draft, "a", 1, &log);
  const Index a = Refer(draft, Target::kTopic, "a", 1);
  const Index b = Refer(draft, Target::kTopic, "b", 1),
              b_again = Refer(draft, Target::kTopic, "b", 3);
  const Index c = Refer(draft, Target::kTopic, "c", 1);
  EXPECT_TRUE(IsSameReference(draft, a, a));
  EXPECT_NE(b, b_again);
  EXPECT_TRUE(IsSameReference(draft, b, b_again));
  EXPECT_FALSE(IsSameReference(draft, b, c));
  EXPECT_FALSE(IsSameReference(draft, a, b));
}

}  // namespace
}  // namespace demarche
