// What the pane shows while nothing is selected: the dossier, what is coming up, where to begin.
#include "core/dossier/as_of.h"
#include "pane/cards.h"
#include "pane/event_list.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

constexpr size_t kMostComing = 5;

std::vector<Index> ComingUp(const PaneWriter& w) {
  std::vector<Index> coming;
  for (const Index index : w.dossier().EventsByTime()) {
    const Event& event = w.dossier().events()[index];
    const bool is_ahead =
        event.date.when.earliest() > w.state().as_of_s && w.Knows(event.reported_s);
    if (is_ahead && event.status != Status::kCancelled) coming.push_back(index);
    if (coming.size() == kMostComing) break;
  }
  return coming;
}

void WriteStories(PaneWriter& w) {
  if (w.dossier().data().stories.empty()) return;
  w.Leaf("h3", {{"class", "dm-sec"}}, "Step by step");
  for (const Story& story : w.dossier().data().stories) {
    if (story.steps.empty()) continue;
    const std::string act = "story=" + PercentEncoded(story.id) + "&step=1";
    w.Open("p");
    w.Open("button",
           {{"type", "button"}, {"class", "dm-button dm-button-solid"}, {"data-act", act}});
    w.Say(story.title);
    w.Close();
    w.Leaf("span", {{"class", "dm-aside"}}, Counted(story.steps.size(), "step", "steps"));
    w.Close();
  }
}

}  // namespace

void WriteOverview(PaneWriter& w) {
  const DossierData& data = w.dossier().data();
  w.Open("article", {{"class", "dm-card"}});
  if (const std::string moment = MomentWithWeekday(w.state().as_of_s); !moment.empty()) {
    w.Leaf("p", {{"class", "dm-status"}}, "As of " + moment);
  }
  w.Open("h2", {{"class", "dm-title"}});
  w.Say(data.title);
  w.Close();
  w.Open("p", {{"class", "dm-text"}});
  w.Say(data.summary);
  w.Close();
  if (const std::vector<Index> coming = ComingUp(w); !coming.empty()) {
    w.Leaf("h3", {{"class", "dm-sec"}}, "Coming up");
    WriteRows(w, coming);
  }
  WriteStories(w);
  if (!data.topics.empty()) {
    w.Leaf("h3", {{"class", "dm-sec"}}, "Topic by topic");
    w.Open("p");
    w.Button("dm-button", "tab=positions", "What each side demands, offers and refuses");
    w.Close();
  }
  w.Leaf("h3", {{"class", "dm-sec"}}, "How to read");
  w.Open("ul", {{"class", "dm-hints"}});
  w.Leaf("li", {}, "Pick a mark, an actor or a line in the drawing, or an event in the List.");
  w.Leaf("li", {}, "Move the as-of date to see what was known on another day.");
  w.Leaf("li", {}, "Small numbers lead to the sources.");
  w.Close();
  w.Close();
}

}  // namespace demarche
