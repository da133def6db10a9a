// Pointer, touch, wheel and keyboard of the canvas, with manners: the page keeps its scroll. The wheel
// zooms with Ctrl or Cmd, or after a click activated the canvas (Esc gives it back); a finger that moves
// along the page's scroll belongs to the page until then, unless it took hold of the playhead or of the
// brush; keys act only while the canvas has the focus.

/** @import {Engine} from "./engine.js" */

const linePx = 16;
const wheelStep = 0.0016;
const tapSlopPx = 8;
const longPressMs = 500;

export class CanvasInput {
  #canvas;
  #engine;
  #request;
  #vertical;
  /** @type {Map<number, {x: number, y: number}>} */
  #touches = new Map();
  #moved = false;
  /** Whether the one finger drags what it took hold of: the engine follows it like a mouse. */
  #gripped = false;
  #longPress = 0;
  #pressedLong = false;
  /** Of a trackpad's pinch, so far. */
  #scale = 1;
  #active = false;
  #keyboard = false;
  #ends = new AbortController();
  /** Whether the page would scroll under the canvas; if not, drags need no activation. */
  pageScrolls = true;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Engine} engine
   * @param {() => void} request asks for a frame
   * @param {() => boolean} vertical whether time runs down
   */
  constructor(canvas, engine, request, vertical) {
    this.#canvas = canvas;
    this.#engine = engine;
    this.#request = request;
    this.#vertical = vertical;
    const listen = (/** @type {string} */ type, /** @type {(event: any) => void} */ handle) =>
      canvas.addEventListener(type, handle, { signal: this.#ends.signal, passive: false });
    listen("pointerdown", (e) => this.#down(e));
    listen("pointermove", (e) => this.#move(e));
    listen("pointerup", (e) => this.#up(e));
    listen("pointercancel", (e) => this.#up(e));
    // Onto the tooltip the pointer stays where it was.
    listen("pointerleave", (e) => {
      if (e.pointerType !== "touch" && !e.relatedTarget?.closest?.(".dm-tip")) this.leave();
    });
    // Where time runs down, what is gripped moves the way the page would scroll.
    listen("touchstart", (e) => { if (this.#gripped && this.#vertical()) e.preventDefault(); });
    // The sheet that a long press opens is under the finger then: no click on it.
    listen("touchend", (e) => { if (this.#pressedLong) e.preventDefault(); });
    listen("contextmenu", (e) => { if (this.#touches.size) e.preventDefault(); });  // of a long press
    listen("wheel", (e) => this.#wheel(e));
    listen("gesturestart", (e) => this.#gesture(e));
    listen("gesturechange", (e) => this.#gesture(e));
    listen("keydown", (e) => this.#key(e));
    listen("focus", () => { this.#keyboard = canvas.matches(":focus-visible"); this.#request(); });
    listen("blur", () => {
      this.#keyboard = false;
      engine.releaseAll();
      this.setActive(false);
      this.#request();
    });
    this.setActive(false);
  }

  /** Whether the focus ring is due. */
  get showsFocus() { return this.#keyboard; }

  destroy() {
    clearTimeout(this.#longPress);
    this.#ends.abort();
  }

  /** Whether wheel and drags belong to the canvas rather than to the page. @param {boolean} active */
  setActive(active) {
    this.#active = active;
    this.updateTouchAction();
  }

  updateTouchAction() {
    this.#canvas.style.touchAction = this.#ownsUprightDrags ? "none" : "pan-y";
  }

  get #ownsUprightDrags() { return this.#active || !this.pageScrolls; }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    const at = this.#at(event);
    this.#canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch") {
      this.#touches.set(event.pointerId, at);
      this.#touched(at);
    } else {
      this.setActive(true);
      this.#engine.pointer(at.x, at.y, false);
      this.#engine.button(true);
    }
    this.#request();
  }

  /** One more finger. @param {{x: number, y: number}} at */
  #touched(at) {
    clearTimeout(this.#longPress);
    if (this.#touches.size > 1) return this.#letGo();
    this.#moved = this.#pressedLong = false;
    this.#gripped = this.#engine.hasGrip(at.x, at.y);
    if (this.#gripped) {
      this.#engine.pointer(at.x, at.y, true);
      this.#engine.button(true);
    }
    this.#longPress = setTimeout(() => {
      this.#moved = this.#pressedLong = true;  // no tap any more
      this.#letGo();
      this.#engine.longPress(at.x, at.y);
      this.#request();
    }, longPressMs);
  }

  /** Lets go of what is gripped, which then was not clicked. */
  #letGo() {
    if (!this.#gripped) return;
    this.#gripped = false;
    this.#engine.releaseAll();
    this.#engine.pointerLeave();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const at = this.#at(event);
    if (event.pointerType !== "touch") {
      this.#engine.pointer(at.x, at.y, false);
      return this.#request();
    }
    const before = this.#touches.get(event.pointerId);
    if (!before) return;
    if (this.#touches.size === 1) {
      const distance = Math.hypot(at.x - before.x, at.y - before.y);
      if (!this.#moved && distance < tapSlopPx) return;
      clearTimeout(this.#longPress);
      const upright = Math.abs(at.y - before.y) > Math.abs(at.x - before.x);
      const scrolls = !this.#moved && upright && !this.#ownsUprightDrags;
      if (this.#gripped && !(scrolls && !this.#vertical())) {
        this.#moved = true;
        this.#engine.pointer(at.x, at.y, true);
        return this.#request();
      }
      if (scrolls) {
        this.#letGo();
        this.#touches.delete(event.pointerId);  // the page scrolls from here on
        return;
      }
      this.#moved = true;
      this.#engine.pan(this.#vertical() ? at.y - before.y : at.x - before.x);
    } else {
      this.#moved = true;
      this.#pinch(event.pointerId, before, at);
    }
    this.#touches.set(event.pointerId, at);
    this.#request();
  }

  /** @param {number} id @param {{x: number, y: number}} before @param {{x: number, y: number}} at */
  #pinch(id, before, at) {
    const other = [...this.#touches].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const span = Math.hypot(before.x - other.x, before.y - other.y);
    const now = Math.hypot(at.x - other.x, at.y - other.y);
    if (span < 1 || now < 1) return;
    this.#engine.zoom(now / span, (at.x + other.x) / 2, (at.y + other.y) / 2);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const at = this.#at(event);
    if (event.pointerType === "touch") {
      clearTimeout(this.#longPress);
      const ends = this.#touches.delete(event.pointerId) && event.type === "pointerup";
      if (ends && !this.#moved) {
        this.#canvas.focus({ preventScroll: true });
        this.setActive(true);
        this.#engine.pointer(at.x, at.y, true);
        if (!this.#gripped) this.#engine.button(true);
        this.#gripped = true;
      }
      if (ends && this.#gripped) {
        this.#gripped = false;
        this.#engine.button(false);
        this.#engine.pointerLeave();
      }
      this.#letGo();
    } else {
      this.#engine.pointer(at.x, at.y, false);
      this.#engine.button(false);
    }
    this.#request();
  }

  /** The pointer is no longer here. */
  leave() {
    this.#engine.pointerLeave();
    this.#request();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const wanted = event.ctrlKey || event.metaKey;
    if (!wanted && !this.#active) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? linePx : 1;
    const dx = event.deltaX * unit, dy = event.deltaY * unit;
    const at = this.#at(event);
    const sideways = Math.abs(dx) > Math.abs(dy) || event.shiftKey;
    if (sideways && !wanted) {
      this.#engine.pan(-(dx || dy));
    } else {
      // A trackpad's pinch arrives as Ctrl and small steps.
      const step = event.ctrlKey && Math.abs(dy) < 30 ? wheelStep * 6 : wheelStep;
      this.#engine.zoom(Math.exp(-dy * step), at.x, at.y);
    }
    this.#request();
  }

  /** A trackpad's pinch in Safari, which has an event of its own; with fingers on the canvas those tell.
   * @param {MouseEvent & {scale: number}} event */
  #gesture(event) {
    if (this.#touches.size) return;
    event.preventDefault();
    if (event.type === "gesturechange") {
      const at = this.#at(event);
      this.#engine.zoom(event.scale / this.#scale, at.x, at.y);
      this.#request();
    }
    this.#scale = event.scale;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // The browser's and the system's shortcuts stay theirs; with Option a Mac types brackets.
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.altKey && !/[[\]]/.test(event.key)) return;
    if (!this.#engine.key(event.key, event.shiftKey, event.repeat)) return;
    this.#keyboard = true;
    if (event.key === "Escape") this.setActive(false);
    event.preventDefault();
    this.#request();
  }

  /** @param {MouseEvent} event */
  #at(event) {
    const box = this.#canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}
