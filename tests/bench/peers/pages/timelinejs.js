// TimelineJS3: a slide above, the time below. It zooms by its buttons and pans by dragging. Its default typefaces come
// from its own server and are left out.

import { Timeline } from "@knight-lab/timelinejs";
import "@knight-lab/timelinejs/dist/css/timeline.css";
import { drawn, events, middleOf, view } from "./bench.js";

const data = await events();
/** @type {Timeline} */
const timeline = await new Promise((done) => {
  const made = new Timeline(view, data, { font: null, hash_bookmark: false });
  made.on("loaded", () => done(made));
});

await drawn({
  range: () => {
    const slider = /** @type {HTMLElement} */ (view.querySelector(".tl-timenav-slider"));
    return [slider.style.left, slider.style.width, slider.getBoundingClientRect().x, slider.scrollWidth];
  },
  hands: () => {
    const [zoomIn, zoomOut] = view.querySelectorAll(".tl-menubar-button");
    const { x, y } = middleOf(/** @type {Element} */ (view.querySelector(".tl-timenav")));
    return { zoom: { by: "buttons", in: middleOf(zoomIn), out: middleOf(zoomOut) }, pan: { by: "drag", x, y: y - 40 } };
  },
});
