// What every page of the comparison shares: it fetches its events, as its readers would, and tells the harness when
// its tool says that everything is drawn.

export const parameters = new URLSearchParams(location.search);
export const view = /** @type {HTMLElement} */ (document.getElementById("view"));
export const events = () => fetch(/** @type {string} */ (parameters.get("events"))).then((answer) => answer.json());

/** Two frames after the typefaces have come, what was asked for is on the screen. */
async function painted() {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/**
 * @typedef {{x: number, y: number}} Point in CSS px
 * @typedef {object} Tool
 * @property {() => unknown} range what part of time is shown; differs after a pan or zoom
 * @property {() => {zoom: import("../gesture.mjs").Hand, pan: import("../gesture.mjs").Hand, first?: Point}} hands how
 *   it is zoomed and panned; first: where a click wakes it
 */

/** @param {Tool} tool */
export async function drawn(tool) {
  await painted();
  /** @type {any} */ (window).bench.drawn(tool);
}

/** The middle of an element. @param {Element} element @returns {Point} */
export function middleOf(element) {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
