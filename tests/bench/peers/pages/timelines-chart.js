// timelines-chart: zooms and pans by the brush of its overview, and draws when the brush is let go. Animations are off,
// which its documentation offers.

import TimelinesChart from "timelines-chart";
import { drawn, events, view } from "./bench.js";

const chart = new TimelinesChart(view)
  .width(1280).maxHeight(700).maxLineHeight(50).useUtc(true).zQualitative(true).enableAnimations(false)
  .data(await events());

await drawn({
  range: () => (chart.zoomX() ?? []).map(Number),
  hands: () => {
    const brush = /** @type {Element} */ (view.querySelector(".brusher .overlay")).getBoundingClientRect();
    const y = brush.y + brush.height / 2;
    return { zoom: { by: "handle", x: brush.right, y, length: brush.width }, pan: { by: "drag", x: brush.x + brush.width / 3, y } };
  },
});
