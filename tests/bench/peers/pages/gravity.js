// @gravity-ui/timeline without React, which its documentation describes. One axis a lane. Its wheel zooms, turned
// sideways it pans; it has no dragging.

import { Timeline } from "@gravity-ui/timeline";
import { drawn, events, middleOf, view } from "./bench.js";

const canvas = document.createElement("canvas");
canvas.style.cssText = "display: block; width: 1280px; height: 800px";
view.append(canvas);
const timeline = new Timeline({ settings: await events() });
timeline.init(canvas);

await drawn({
  range: () => timeline.api.getInterval(),
  hands: () => {
    const { x, y } = middleOf(canvas);
    return { zoom: { by: "wheel", x, y }, pan: { by: "sideways wheel", x, y } };
  },
});
