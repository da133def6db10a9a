// What the comparison with the peers computes by itself: events, gesture, frames, table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { forms, plainOf, spanOf } from "./peers/data.mjs";
import { frameCosts } from "./peers/frames.mjs";
import { gesture_ms, gestureOf } from "./peers/gesture.mjs";
import { digits, median, quantile, spread, tableOf } from "./peers/table.mjs";

/** @param {string} edtf */
const span = (edtf) => {
  const { start, end, interval } = spanOf(edtf);
  return [new Date(start).toISOString(), new Date(end).toISOString(), interval];
};

test("a date is as wide as it is in Demarche", () => {
  for (const [edtf, start, end, interval] of /** @type {[string, string, string, boolean][]} */ ([
    ["2014", "2014-01-01", "2015-01-01", false],
    ["2019-12?", "2019-12-01", "2020-01-01", false],
    ["2020-02-29~", "2020-02-29", "2020-03-01", false],
    ["2020-01-30/2020-02-02", "2020-01-30", "2020-02-03", true],
    ["[2020-01-30..2020-02-02]", "2020-01-30", "2020-02-03", false],
    ["2020-01-30/..", "2020-01-30", "2022-01-01", true],
  ])) {
    assert.deepEqual(span(edtf), [`${start}T00:00:00.000Z`, `${end}T00:00:00.000Z`, interval], edtf);
  }
  assert.deepEqual(span("2020-01-30T09:30+02:00"), ["2020-01-30T07:30:00.000Z", "2020-01-30T07:31:00.000Z", false]);
  assert.throws(() => spanOf("soon"), /soon/);
});

test("every peer gets every event, in its lane", () => {
  const plains = plainOf({
    tracks: [{ id: "l1", name: "Talks", group: "A" }, { id: "l2", name: "Votes", group: "A" }, { id: "l3", name: "Courts", group: "B" }],
    events: [{ title: "One", track: "l3", date: "2001-02-03" }, { title: "Two", track: "l1", date: "2001-02-03/2001-02-05" }],
  });
  const vis = forms["vis-timeline"](plains);
  assert.deepEqual(vis.items.map(({ content, group, end }) => [content, group, end !== undefined]), [["One", "l3", false], ["Two", "l1", true]]);
  assert.deepEqual(forms.timelinejs(plains).events[1], { start_date: { year: 2001, month: 2, day: 3 },
    end_date: { year: 2001, month: 2, day: 6 }, text: { headline: "Two" }, group: "Talks" });
  assert.deepEqual(forms["timelines-chart"](plains).map(({ group, data }) => [group, data.map(({ label, data: own }) => [label, own.length])]),
    [["A", [["Talks", 1], ["Votes", 0]]], ["B", [["Courts", 1]]]]);
  const gravity = forms.gravity(plains);
  assert.deepEqual(gravity.events.map(({ axisId }) => axisId), ["l3", "l1"]);
  assert.equal(gravity.start, Date.UTC(2001, 1, 3));
});

test("the gesture is as long for all, and lets go of what it pressed", () => {
  const at = { x: 600, y: 400 };
  for (const [zoom, pan] of /** @type {[import("./peers/gesture.mjs").Hand, import("./peers/gesture.mjs").Hand][]} */ ([
    [{ by: "wheel", ...at }, { by: "drag", ...at }],
    [{ by: "wheel", ...at }, { by: "sideways wheel", ...at }],
    [{ by: "buttons", in: { x: 9, y: 9 }, out: { x: 9, y: 40 } }, { by: "drag", ...at }],
    [{ by: "handle", ...at, length: 500 }, { by: "drag", ...at }],
  ])) {
    const inputs = gestureOf(zoom, pan);
    const times = inputs.map(({ at_ms }) => at_ms);
    assert.deepEqual(times, [...times].sort((a, b) => a - b));
    assert.equal(times[0], 0);
    assert.ok(times[times.length - 1] < gesture_ms && times[times.length - 1] > gesture_ms * 0.85, String(times[times.length - 1]));
    const buttons = inputs.map(({ params }) => params.type).filter((type) => /Pressed|Released/.test(type));
    buttons.forEach((type, i) => assert.equal(type, i % 2 ? "mouseReleased" : "mousePressed"));
    assert.equal(buttons.length % 2, 0);
    const turned = inputs.reduce((sum, { params }) => sum + Number(params.deltaY ?? 0), 0);
    assert.ok(zoom.by === "wheel" ? turned < 0 : turned === 0, "in by more than out again");
  }
});

test("a frame costs all the main thread did since the frame before", () => {
  const of = { pid: 1, tid: 1 };
  const task = (/** @type {number} */ ts, /** @type {number} */ dur, /** @type {number} */ tdur) => ({ name: "RunTask", ph: "X", ...of, ts, dur, tdur });
  const commit = (/** @type {number} */ ts) => ({ name: "Commit", ph: "X", ...of, ts, dur: 10, tdur: 10 });
  const named = (/** @type {number} */ pid, /** @type {string} */ name) => ({ name: "thread_name", ph: "M", pid, tid: 1, ts: 0, args: { name } });
  const trace = [
    named(1, "CrRendererMain"), named(2, "CrRendererMain"), named(3, "Compositor"),
    task(5000, 4000, 3000), commit(8000), task(0, 2000, 2000), task(3000, 1000, 500), // 5.5 ms to the first frame
    task(6000, 500, 500), // within a task: counted there
    task(20000, 1000, 1000), // no frame: part of the next
    task(30000, 1000, 700), commit(30100), task(40000, 100, 100),
    { name: "RunTask", ph: "X", pid: 2, tid: 1, ts: 0, dur: 900, tdur: 900 }, // a spare renderer
    { name: "RunTask", ph: "X", pid: 3, tid: 1, ts: 0, dur: 99000, tdur: 99000 },
  ];
  assert.deepEqual(frameCosts(trace), [5.5, 1.7]);
  assert.deepEqual(frameCosts([]), []);
});

test("medians, quantiles, ranges", () => {
  assert.equal(quantile([3, 1, 2], 0.5), 2);
  assert.equal(quantile([4, 1, 3, 2], 0.75), 3);
  assert.equal(median([4, 1, 30, 2]), 3);
  assert.equal(median([4, 1, 30]), 4);
  assert.equal(quantile([5, 4, 3, 2, 1], 0.95), 5);
  assert.equal(quantile([7], 0.95), 7);
  assert.deepEqual([0, 0.0123, 1.234, 12.34, 1234].map(digits), ["0", "0.01", "1.23", "12.3", "1234"]);
  assert.equal(spread([3, 1, 2]), "2.00 (1.00 to 3.00)");
  assert.equal(spread([1, 2]), "1.50 (1.00 to 2.00)");
  assert.equal(spread([2, 2]), "2.00");
  assert.equal(spread([NaN]), "–");
});

test("the table has a row for each tool and says why one has no numbers", () => {
  const run = { codeKb: 100, dataKb: 1, firstCpu: 500, firstWhole: 900, firstWall: 800, gestureCpu: 200, gestureWhole: 300,
    frames: [1, 2, 30], idleCpu: 0, memoryMb: 10, moved: true };
  const lines = tableOf([
    { tool: "A", runs: [run, { ...run, gestureCpu: 220 }] },
    { tool: "B", runs: [{ ...run, moved: false }], failure: "script error: a | b\nc" },
    { tool: "C", runs: [], failure: "not tried" },
  ]).split("\n");
  const [head, rule, a, b, c] = lines;
  for (const line of [rule, a, b.replace("\\|", ""), c]) assert.equal(line.split("|").length, head.split("|").length, line);
  assert.match(a, /^\| A \| .*210 \(200 to 220\).*\| 2\.00 \| 30\.0 \|/);
  assert.match(b, /^\| B, \*\*failed\*\*, \*did not move\* \| 100 \|/);
  assert.match(c, /^\| C, \*\*failed\*\* \| – \|/);
  assert.ok(lines.includes("- **B: failed after 1 good**: script error: a \\| b c."), lines.join("\n"));
  assert.ok(lines.includes("- **C: failed**: not tried."));
});
