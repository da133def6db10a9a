#include "pane/story.h"

#include <algorithm>

#include "pane/pane.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

constexpr size_t kMostSourcesNamed = 3;

std::span<const Citation> SourcesOf(const Dossier& dossier, Ref focus) {
  if (focus.kind == ItemKind::kEvent) return dossier.events()[focus.index].sources;
  if (focus.kind == ItemKind::kMove) return dossier.moves()[focus.index].sources;
  return {};
}

void SayRightChoices(PaneWriter& w, const Step& step) {
  bool is_first = true;
  for (const Choice& choice : step.choices) {
    if (!choice.correct) continue;
    if (!is_first) w.Put(", ");
    is_first = false;
    w.Open("b");
    w.Say(choice.text);
    w.Close();
  }
  if (!is_first) w.Put(". ");
}

void WriteChoices(PaneWriter& w, const Step& step, uint32_t number) {
  const std::string name = "dm-choice-" + std::to_string(number);
  w.Open("div", {{"class", "dm-choices"}});
  for (size_t i = 0; i < step.choices.size(); ++i) {
    const Choice& choice = step.choices[i];
    const std::string id = name + "-" + std::to_string(i + 1);
    w.Void("input", {{"type", "radio"}, {"class", "dm-sr"}, {"name", name}, {"id", id}});
    w.Open("label",
           {{"for", id}, {"class", choice.correct ? "dm-choice dm-choice-right" : "dm-choice"}});
    w.Say(choice.text);
    w.Close();
  }
  w.Close();
}

std::string ActOf(const PaneWriter& w, Index story, size_t step) {
  return "story=" + PercentEncoded(w.dossier().data().stories[story].id) +
         "&step=" + std::to_string(step);
}

void WriteControls(PaneWriter& w, const Story& story) {
  const AppState& state = w.state();
  w.Open("nav", {{"class", "dm-story-controls"}, {"aria-label", "Steps"}});
  if (state.step > 1) w.Button("dm-button", ActOf(w, state.story, state.step - 1), "Back");
  if (state.step < story.steps.size()) {
    const std::string act = ActOf(w, state.story, state.step + 1);
    w.Open("button",
           {{"type", "button"}, {"class", "dm-button dm-button-next"}, {"data-act", act}});
    w.Put("Next: ");
    w.Say(story.steps[state.step].title);
    w.Close();
  }
  w.Open("ol", {{"class", "dm-dots"}, {"role", "list"}});
  for (size_t step = 1; step <= story.steps.size(); ++step) {
    w.Open("li");
    const std::string act = ActOf(w, state.story, step);
    const std::string label =
        "Step " + std::to_string(step) + ": " + std::string(w.Words(story.steps[step - 1].title));
    w.Leaf("button",
           {{"type", "button"},
            {"class", step < state.step ? "dm-dot dm-dot-done" : "dm-dot"},
            {"data-act", act},
            {"aria-label", label},
            {"aria-current", step == state.step ? "step" : kNoAttr}},
           "");
    w.Close();
  }
  w.Close();
  w.Button("dm-button dm-button-exit", "story=", "Exit");
  w.Close();
}

}  // namespace

void WriteQuestion(PaneWriter& w, const Step& step, uint32_t number, AnswerStyle style) {
  if (w.Words(step.question).empty()) return;
  const bool is_open = style == AnswerStyle::kOpen;
  if (is_open) {
    w.Open("div", {{"class", "dm-question"}});
    w.Open("p");
    w.Say(step.question);
    w.Close();
    w.Open("ul");
    for (const Choice& choice : step.choices) {
      w.Open("li");
      w.Say(choice.text);
      w.Close();
    }
    w.Close();
    w.Open("p", {{"class", "dm-answer"}});
    w.Put("Answer: ");
  } else {
    w.Open("fieldset", {{"class", "dm-question"}});
    w.Open("legend");
    w.Leaf("span", {{"class", "dm-check"}}, "Check yourself");
    w.Say(step.question);
    w.Close();
    WriteChoices(w, step, number);
    w.Open("details", {{"class", "dm-reveal"}});
    w.Leaf("summary", {}, "Show the answer");
    w.Open("p", {{"class", "dm-answer"}});
  }
  SayRightChoices(w, step);
  w.Say(step.explanation);
  w.Close();
  if (!is_open) w.Close();
  w.Close();
}

void WriteStepSources(PaneWriter& w, const Step& step) {
  const std::span<const Citation> citations = SourcesOf(w.dossier(), step.focus);
  if (citations.empty()) return;
  std::vector<std::string> named;
  w.Open("p", {{"class", "dm-story-source"}});
  for (const Citation& citation : citations) {
    const Source& source = w.dossier().data().sources[citation.source];
    std::string name(w.Words(source.publisher));
    if (!source.published.empty())
      name += ", " + PaneWriter::DateWords(source.published, DateStyle::kShort);
    if (std::find(named.begin(), named.end(), name) != named.end()) continue;
    w.Put(name + ". ");
    named.push_back(std::move(name));
    if (named.size() == kMostSourcesNamed) break;
  }
  w.Close();
}

std::string RenderStory(const Dossier& dossier, const AppState& state) {
  if (state.story >= dossier.data().stories.size()) return {};
  const Story& story = dossier.data().stories[state.story];
  if (state.step < 1 || state.step > story.steps.size()) return {};
  const Step& step = story.steps[state.step - 1];
  PaneWriter w(dossier, state);
  w.Open("article", {{"class", "dm-story-card"}, {"aria-live", "polite"}});
  w.Leaf("p", {{"class", "dm-story-step"}},
         "Step " + std::to_string(state.step) + " of " + std::to_string(story.steps.size()));
  w.Open("h2", {{"class", "dm-story-title"}});
  w.Say(step.title);
  w.Close();
  w.Open("p", {{"class", "dm-story-text"}});
  w.Say(step.text);
  w.Close();
  WriteStepSources(w, step);
  WriteQuestion(w, step, state.step, AnswerStyle::kHidden);
  w.Close();
  WriteControls(w, story);
  return w.Take();
}

}  // namespace demarche
