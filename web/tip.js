// The tooltip of the mark under a resting pointer: HTML from the engine beside the mark. As WCAG 1.4.13 asks,
// the pointer can move onto it, Escape sends it away, and it stays until the pointer leaves.

/** @import {Engine} from "./engine.js" */

const marginPx = 6;

export class Tip {
  #place;
  #canvas;
  #engine;
  /** What was sent away with Escape. */
  #dismissed = "";

  /** @param {HTMLElement} place the tooltip's element, over the canvas and its size
   * @param {HTMLElement} canvas @param {Engine} engine @param {AbortSignal} signal ends it */
  constructor(place, canvas, engine, signal) {
    this.#place = place;
    this.#canvas = canvas;
    this.#engine = engine;
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || place.hidden) return;
      this.#dismissed = place.innerHTML;
      place.hidden = true;
      event.stopPropagation();
    }, { signal, capture: true });
  }

  /** Shows what the engine has to say of the mark under the pointer, or nothing. */
  update() {
    const { box, html } = this.#engine.tip;
    this.#place.hidden = html === "" || html === this.#dismissed;
    if (html === "") this.#dismissed = "";
    if (this.#place.hidden) return;
    this.#place.innerHTML = html;
    const { offsetWidth: width, offsetHeight: height } = this.#place;
    const { clientWidth, clientHeight } = this.#canvas;
    const below = box.y + box.h;
    const top = below + height <= clientHeight ? below : Math.max(0, box.y - height);
    const left = Math.max(marginPx, Math.min(box.x, clientWidth - width - marginPx));
    this.#place.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
