// A step of a story as text; the pane's card and the static page share it.
#pragma once

#include "pane/pane_writer.h"

namespace demarche {

enum class AnswerStyle : uint8_t {
  kHidden,  // choices to pick from, the answer behind a <details>
  kOpen,    // a list and the answer below it: for print and pages without script
};

/// The question with its choices; nothing where the step has none. `number` makes ids unique.
void WriteQuestion(PaneWriter& w, const Step& step, uint32_t number, AnswerStyle style);

/// "The Irish Times, 9 Jan 2022. ABC News, 9 Jan 2022.": what the step's focus rests on.
void WriteStepSources(PaneWriter& w, const Step& step);

}  // namespace demarche
