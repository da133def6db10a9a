// The full page: the state lives in the URL fragment, and the page follows the element's theme.

/** @import {DemarcheTimeline} from "./demarche.js" */

const element = /** @type {DemarcheTimeline} */ (document.querySelector("demarche-timeline"));
let written = "";

function restore() {
  const fragment = location.hash.slice(1);
  if (fragment === written) return;
  written = fragment;
  // What the address does not name is as on a fresh page.
  const unnamed = Object.keys(element.state).map((name) => [name, ""]);
  element.state = Object.fromEntries([...unnamed, ...new URLSearchParams(fragment)]);
}

if (location.hash) restore();
addEventListener("hashchange", restore);

/** @type {number | undefined} */
let timer;
element.addEventListener("demarche-statechange", (event) => {
  // Browsers refuse more than some hundred history changes in a row, and panning makes many.
  clearTimeout(timer);
  const { permalink } = /** @type {CustomEvent} */ (event).detail;
  timer = setTimeout(() => {
    written = permalink;
    history.replaceState(null, "", permalink ? `#${permalink}` : location.pathname + location.search);
  }, 120);
});
