// Long work in parts: what is short is done at once, what is long lets the page come in between.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { inParts } from "../../web/tasks.js";

/** @param {number} steps @returns {Generator<void, number>} */
function* count(steps) {
  let done = 0;
  for (; done < steps; ++done) yield;
  return done;
}

// A millisecond passes with each look at the clock.
function slowClock() {
  let now = 0;
  mock.method(performance, "now", () => ++now);
}

test("what takes no longer than a part is there at once", () => {
  slowClock();
  assert.equal(inParts(count(5)), 5);
  mock.restoreAll();
});

test("longer work lets the page come in after every few steps", async () => {
  slowClock();
  const tasks = mock.method(globalThis, "setTimeout");
  const result = inParts(count(100));
  assert.ok(result instanceof Promise);
  assert.equal(await result, 100);
  const pauses = tasks.mock.callCount();
  mock.restoreAll();
  assert.ok(pauses >= 10 && pauses <= 20, `${pauses} pauses in 100 ms`);
});
