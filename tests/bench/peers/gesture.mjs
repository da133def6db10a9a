// The same gesture for every tool: three seconds of zooming in, panning, and zooming half out again, as a mouse with a
// wheel would send them (20 notches and 60 moves a second). A tool that takes no wheel or no dragging is zoomed or panned by what it
// has instead (its buttons, its overview), in the same time and at the same rate.

export const gesture_ms = 3000;
const steps = 60; // of each of the three parts
const step_ms = gesture_ms / 3 / steps;
// A fast turn of the wheel is 20 notches a second. Chromium calls each wheel event of the protocol one notch (wheelDelta
// 120) whatever its pixels; tools read the one or the other, so both say the same here.
const notch_px = 120;
const stepsANotch = { in: 3, out: 6 };
const stepsAClick = { in: 20, out: 40 };
const pan_px = 5, sideways_px = 16; // a step; each tool pans by about a quarter of its width
const handle_px = 5; // of an overview's brush

/**
 * How a tool is zoomed or panned. x and y are CSS px.
 * wheel, drag, sideways wheel: with the pointer there. buttons: by clicks. handle: by dragging the handles of an
 * overview's brush, of which the right one lies at x.
 * @typedef {{by: "wheel" | "drag" | "sideways wheel", x: number, y: number}
 *   | {by: "buttons", in: {x: number, y: number}, out: {x: number, y: number}}
 *   | {by: "handle", x: number, y: number, length: number}} Hand
 *
 * An event of CDP's Input.dispatchMouseEvent and when it is due.
 * @typedef {{at_ms: number, params: {type: string, x: number, y: number, [key: string]: unknown}}} Input
 */

/** @param {number} x @param {number} y */
const moved = (x, y, buttons = 0) => ({ type: "mouseMoved", x, y, button: buttons ? "left" : "none", buttons });
/** @param {string} type @param {number} x @param {number} y */
const button = (type, x, y) => ({ type, x, y, button: "left", buttons: type === "mousePressed" ? 1 : 0, clickCount: 1 });
/** @param {number} x @param {number} y @param {number} deltaX @param {number} deltaY */
const wheel = (x, y, deltaX, deltaY) => ({ type: "mouseWheel", x, y, deltaX, deltaY });

/** A drag of `steps` moves: pressed with the first, let go with the last.
 * @param {number} x @param {number} y @param {number} by_px a step */
function drag(x, y, by_px) {
  return Array.from({ length: steps }, (_, i) => {
    const at = x + by_px * i;
    if (i === 0) return [moved(at, y), button("mousePressed", at, y)];
    if (i === steps - 1) return [moved(at, y, 1), button("mouseReleased", at, y)];
    return [moved(at, y, 1)];
  });
}

/** Something at every so many of the steps. @param {number} every @param {() => Input["params"][]} make */
const repeat = (every, make) => Array.from({ length: steps }, (_, i) => i % every === 0 ? make() : []);

/** @param {Hand} hand @param {"in" | "pan" | "out"} part */
function partOf(hand, part) {
  const way = part === "in" ? "in" : "out";
  switch (hand.by) {
    case "wheel": {
      const { x, y } = hand;
      return repeat(stepsANotch[way], () => [wheel(x, y, 0, way === "in" ? -notch_px : notch_px)]);
    }
    case "sideways wheel": {
      const { x, y } = hand;
      return repeat(1, () => [wheel(x, y, sideways_px, 0)]);
    }
    case "drag": return drag(hand.x, hand.y, pan_px);
    case "buttons": {
      const { x, y } = hand[way];
      return repeat(stepsAClick[way], () => [moved(x, y), button("mousePressed", x, y), button("mouseReleased", x, y)]);
    }
    case "handle": {
      // In: from the right edge. The pan took the brush there, so out: the left handle, half of the way back.
      return part === "in" ? drag(hand.x, hand.y, -handle_px)
        : drag(hand.x - hand.length + pan_px * (steps - 1), hand.y, -handle_px / 2);
    }
  }
}

/** @param {Hand} zoom @param {Hand} pan @returns {Input[]} in the order of time */
export function gestureOf(zoom, pan) {
  return [...partOf(zoom, "in"), ...partOf(pan, "pan"), ...partOf(zoom, "out")]
    .flatMap((inputs, i) => inputs.map((params) => ({ at_ms: i * step_ms, params })));
}

/** Sends each event when it is due, whatever became of those before, as a hand would.
 * @param {import("playwright-core").CDPSession} cdp @param {Input[]} inputs
 * @returns {Promise<void>} when the page has taken the last one */
export async function play(cdp, inputs) {
  const start = performance.now();
  const sent = [];
  for (const { at_ms, params } of inputs) {
    const early_ms = start + at_ms - performance.now();
    if (early_ms > 0) await new Promise((due) => setTimeout(due, early_ms));
    const taken = cdp.send("Input.dispatchMouseEvent", /** @type {any} */ (params));
    taken.catch(() => {}); // told below
    sent.push(taken);
  }
  await Promise.all(sent);
}
