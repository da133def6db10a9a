// vis-timeline, with lanes (?lanes) or without. What its documentation and examples offer for many items: a DataSet
// filled at once, start and end given, a fixed height, points without boxes, no stacking. Not its clusters: with them
// the first view stays empty until something moves, and the gesture takes longer.

import { DataSet } from "vis-data/peer";
import { Timeline } from "vis-timeline/peer";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import { drawn, events, middleOf, parameters, view } from "./bench.js";

const { items, groups, start, end } = await events();
/** @type {Timeline} */
const timeline = await new Promise((done) => {
  /** @type {import("vis-timeline/peer").TimelineOptions} */
  const options = { start, end, height: "800px", type: "point", stack: false, showCurrentTime: false,
    onInitialDrawComplete: () => done(made) };
  const made = parameters.has("lanes")
    ? new Timeline(view, new DataSet(items), new DataSet(groups), options)
    : new Timeline(view, new DataSet(items), options);
});

await drawn({
  range: () => timeline.getWindow(),
  hands: () => {
    const { x, y } = middleOf(/** @type {Element} */ (view.querySelector(".vis-center")));
    return { zoom: { by: "wheel", x, y }, pan: { by: "drag", x, y } };
  },
});
