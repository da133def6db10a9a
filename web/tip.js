// The tooltip of the mark under a resting pointer: HTML from the engine beside the mark. As WCAG 1.4.13 asks,
// the pointer can move onto it, Escape sends it away, and it stays until the pointer leaves.

/** @import {Engine} from "./engine.js" */

const besidePx = 6;

export class Tip {
  #place;
  #canvas;
  #engine;
  /** What Escape sent away. */
  #dismissed = "";
  #ends = new AbortController();

  /** @param {HTMLElement} place an element over the canvas @param {HTMLElement} canvas
   * @param {Engine} engine @param {() => void} leave called when the pointer leaves the tooltip for elsewhere */
  constructor(place, canvas, engine, leave) {
    this.#place = place;
    this.#canvas = canvas;
    this.#engine = engine;
    const { signal } = this.#ends;
    place.addEventListener("pointerleave", (event) => { if (event.relatedTarget !== canvas) leave(); }, { signal });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || place.hidden) return;
      this.#dismissed = place.innerHTML;
      place.hidden = true;
      event.stopPropagation();
    }, { signal, capture: true });
  }

  destroy() {
    this.#ends.abort();
    this.#place.hidden = true;
  }

  /** Tells of the mark that the pointer rests on now, or of nothing. */
  update() {
    const { box, html } = this.#engine.tip;
    const place = this.#place;
    place.innerHTML = html;
    if (place.innerHTML !== this.#dismissed) this.#dismissed = "";
    place.hidden = html === "" || this.#dismissed !== "";
    if (place.hidden) return;
    const below = box.y + box.h;
    const above = box.y - place.offsetHeight;
    const left = Math.min(box.x, this.#canvas.clientWidth - place.offsetWidth - besidePx);
    const top = below + place.offsetHeight > this.#canvas.clientHeight && above >= 0 ? above : below;
    place.style.translate = `${Math.max(besidePx, left)}px ${top}px`;
  }
}
