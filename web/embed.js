// The page inside a newsroom's frame: names and values of the element's attributes as query parameters,
// the height told to the parent in the forms that newsrooms listen for, and no message obeyed but the
// parent's own, of the documented form.

import { heightMessages } from "./heights.js";

/** @import {DemarcheTimeline} from "./demarche.js" */

const query = new URLSearchParams(location.search);
const element = /** @type {DemarcheTimeline} */ (document.createElement("demarche-timeline"));
const { observedAttributes: names } = /** @type {typeof DemarcheTimeline} */ (element.constructor);

for (const name of names) {
  const value = query.get(name);
  if (value !== null) element.setAttribute(name, value);
}
if (!query.has("src")) element.setAttribute("src", document.body.dataset.dossier ?? "");
if (!query.has("controls")) element.setAttribute("controls", "compact");
element.setAttribute("data-page", new URL("./", location.href).href);
document.body.prepend(element);
if (location.hash) {
  element.state = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

/** The height the frame should have for a width, CSS px (design: embed 720 by 460).
 * @param {number} width */
function wantedHeight(width) {
  return width < 480 ? 620 : 460;
}

let told = 0;
function tellHeight() {
  const height = wantedHeight(innerWidth);
  document.documentElement.style.setProperty("--dm-height", `${height}px`);
  if (height === told || parent === window) return;
  told = height;
  for (const message of heightMessages(height, query)) parent.postMessage(message, "*");
}

addEventListener("resize", tellHeight);
if (parent !== window) parent.postMessage({ sentinel: "amp", type: "embed-ready" }, "*");
tellHeight();

// `{"demarche": {focus: "geneva-2022"}}` from the parent changes the state; anything else is ignored.
addEventListener("message", (event) => {
  if (event.source !== parent || parent === window) return;
  const change = event.data?.demarche;
  if (typeof change !== "object" || change === null || Array.isArray(change)) return;
  const known = Object.entries(change).filter(([name, value]) =>
    names.includes(name) && name !== "src" && ["string", "number"].includes(typeof value));
  element.state = Object.fromEntries(known);
});
