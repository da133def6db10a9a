// Demarche as an article embeds it, header and reading pane included. The as-of date lies after the last event, so
// that it shows as many as the others.

import { drawn, middleOf, parameters, view } from "./bench.js";

const element = /** @type {any} */ (document.createElement("demarche-timeline"));
element.setAttribute("src", parameters.get("events"));
element.setAttribute("view", "timeline");
element.setAttribute("as-of", "2022-01-02");
element.style.height = "800px";
view.append(element);
await customElements.whenDefined("demarche-timeline");
await element.ready;
await element.whenIdle();

await drawn({
  range: () => [element.state.range, element.inspect().axis.ticks],
  hands: () => {
    const canvas = element.shadowRoot.querySelector("canvas");
    const { x, y } = middleOf(canvas);
    // The wheel is the page's until a click; this one meets the ribbons, where there is nothing to select.
    return { zoom: { by: "wheel", x, y }, pan: { by: "drag", x, y }, first: { x, y: canvas.getBoundingClientRect().y + 60 } };
  },
});
