import assert from "node:assert/strict";
import { test } from "node:test";
import { stayMs } from "../../web/playing.js";

test("a stop stays the longer, the more days follow until the next, within bounds", () => {
  const days = [1, 2, 7, 30, 365, 5000];
  for (const speed of [0.5, 1, 2]) {
    const stays = days.map((count) => stayMs(count, speed));
    assert.deepEqual(stays, stays.toSorted((a, b) => a - b));
    assert.equal(stays[5], 1600 / speed);
    // Safari refuses more than 100 changes of the address in 30 seconds.
    assert.ok(stays[0] >= 400, String(stays[0]));
  }
});
