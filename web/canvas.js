// The canvas and its frames: sharp at every pixel ratio, drawn only when something changed and someone
// can see it, and the same again after a lost WebGL context.

import { Frame } from "./engine.js";

/** @import {Engine} from "./engine.js" */

/** Safari has no exact box, and its ratio leaves out how far the reader zoomed the page: the window tells of that. */
function ratioWithZoom() {
  const zoom = window.top === window ? outerWidth / (innerWidth * (visualViewport?.scale ?? 1)) : 1;
  return devicePixelRatio * Math.max(1, zoom);
}

export class CanvasHost {
  #canvas;
  #engine;
  #onFrame;
  #scheduled = 0;
  #visible = true;
  #lost = false;
  #drawing = false;
  #width = 0;
  #height = 0;
  #ratio = 1;
  #inset = 0;
  /** @type {(() => void)[]} */
  #idle = [];
  #ends = new AbortController();
  #observers;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Engine} engine
   * @param {(bits: number) => void} onFrame what a frame asks for, bits of Frame
   */
  constructor(canvas, engine, onFrame) {
    this.#canvas = canvas;
    this.#engine = engine;
    this.#onFrame = onFrame;
    const { signal } = this.#ends;
    const resized = new ResizeObserver((entries) => this.#measure(entries[entries.length - 1]));
    try {
      resized.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      resized.observe(canvas);  // Safari: the ratio is computed
    }
    const seen = new IntersectionObserver((entries) => {
      const visible = entries[entries.length - 1].isIntersecting;
      if (visible === this.#visible) return;  // it also tells where one starts
      this.#visible = visible;
      this.request();
    });
    seen.observe(canvas);
    this.#observers = [resized, seen];
    document.addEventListener("visibilitychange", () => this.request(), { signal });
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.#lost = true;
      engine.stopDrawing();
    }, { signal });
    canvas.addEventListener("webglcontextrestored", () => {
      this.#lost = false;
      this.#drawing = engine.startDrawing(canvas);
      this.request();
    }, { signal });
  }

  /** Readies WebGL 2; false where there is none. */
  start() {
    this.#drawing = this.#engine.startDrawing(this.#canvas);
    return this.#drawing;
  }

  /** CSS pixels at the foot of the canvas that something covers. @param {number} inset */
  setBottomInset(inset) {
    if (inset === this.#inset) return;
    this.#inset = inset;
    this.#resize();
  }

  /** Draws soon, if anyone can see it. */
  request() {
    if (this.#scheduled || this.#ends.signal.aborted) return;
    if (document.hidden || !this.#visible) return this.#settle();
    this.#scheduled = requestAnimationFrame(() => this.#frame());
  }

  /** Resolves when no frame is due. */
  whenIdle() {
    if (!this.#scheduled && !this.#awaitsSize) return Promise.resolve();
    return /** @type {Promise<void>} */ (new Promise((done) => this.#idle.push(done)));
  }

  /** Shown, but not yet measured: that comes with the next layout, and then a frame. */
  get #awaitsSize() {
    const { clientWidth, clientHeight } = this.#canvas;
    return this.#visible && !document.hidden && this.#width * this.#height === 0 && clientWidth * clientHeight > 0;
  }

  destroy() {
    this.#ends.abort();
    for (const observer of this.#observers) observer.disconnect();
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    this.#engine.stopDrawing();  // the canvas may be drawn on again, by another engine
    this.#settle();
  }

  #frame() {
    this.#scheduled = 0;
    if (this.#awaitsSize) return;
    if (this.#lost || (this.#drawing && this.#width * this.#height === 0)) return this.#settle();
    const bits = this.#engine.frame();
    this.#canvas.style.cursor = this.#engine.cursor;
    this.#onFrame(bits);
    if (bits & Frame.again) this.request();
    if (!this.#scheduled) this.#settle();
  }

  #settle() {
    for (const done of this.#idle.splice(0)) done();
  }

  /** @param {ResizeObserverEntry} entry */
  #measure(entry) {
    const { width, height } = entry.contentRect;
    const box = entry.devicePixelContentBoxSize?.[0];
    const ratio = box ? devicePixelRatio : ratioWithZoom();
    const rounded = { w: Math.round(width * ratio), h: Math.round(height * ratio) };
    // The box is exact where zoom makes fractions, but an emulated ratio (developer tools) is not in it.
    const exact = box && Math.abs(box.inlineSize - rounded.w) <= 1;
    const device = exact ? { w: box.inlineSize, h: box.blockSize } : rounded;
    this.#width = width;
    this.#height = height;
    this.#ratio = width > 0 ? device.w / width : ratio;
    if (this.#canvas.width !== device.w || this.#canvas.height !== device.h) {
      this.#canvas.width = device.w;
      this.#canvas.height = device.h;
    }
    this.#resize();
  }

  #resize() {
    this.#engine.resize(this.#width, this.#height, this.#ratio, this.#inset);
    this.request();
  }
}
