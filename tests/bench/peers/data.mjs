// The same events for every tool: Demarche's synthetic dossier, and what the peers need of it (date, title, lane) in
// the form that each takes, made before anything is measured.

import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const day_ms = 86_400_000;
/** Where the generator's events end; what has no end ends there. */
const horizon_ms = Date.UTC(2022, 0, 1);

/** First and last millisecond of one date as the generator writes it. @param {string} edtf */
function dateSpan(edtf) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.+)?)?)?$/.exec(edtf.replace(/[~?%[\]]/g, ""));
  if (!found) throw new Error(`not a date the generator writes: ${edtf}`);
  const [, year, month, day, time] = found;
  if (time) {
    const at = Date.parse(edtf);
    return { start: at, end: at + 60_000 };
  }
  const y = Number(year), m = Number(month ?? 1) - 1, d = Number(day ?? 1);
  const end = day ? Date.UTC(y, m, d) + day_ms : month ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1);
  return { start: Date.UTC(y, m, d), end };
}

/** @typedef {{title: string, lane: string, start: number, end: number, interval: boolean}} Plain milliseconds */

/** @param {string} edtf */
export function spanOf(edtf) {
  const [first, last] = edtf.split(/\/|\.\.(?=\d)/);
  const span = dateSpan(first);
  if (last === "..") return { start: span.start, end: horizon_ms, interval: true };
  return last === undefined ? { ...span, interval: false }
    : { start: span.start, end: dateSpan(last).end, interval: edtf.includes("/") };
}

/** @param {any} dossier */
export function plainOf(dossier) {
  /** @type {Plain[]} */
  const events = dossier.events.map((/** @type {any} */ { title, track, date }) =>
    ({ title, lane: track, ...spanOf(date) }));
  const lanes = /** @type {{id: string, name: string, group: string}[]} */ (dossier.tracks);
  const start = events.reduce((least, event) => Math.min(least, event.start), Infinity);
  return { events, lanes, start, end: horizon_ms };
}

/** @typedef {ReturnType<typeof plainOf>} Plains */

const utc = (/** @type {number} */ ms) => {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** By the name of a form: what the tool's documentation says its data is. */
export const forms = {
  "vis-timeline": (/** @type {Plains} */ { events, lanes, start, end }) => ({
    start, end,
    groups: lanes.map(({ id, name }) => ({ id, content: name })),
    items: events.map((event, id) => ({ id, content: event.title, group: event.lane, start: event.start,
      ...(event.interval ? { end: event.end, type: "range" } : {}) })),
  }),
  "timelinejs": (/** @type {Plains} */ { events, lanes }) => {
    const names = new Map(lanes.map(({ id, name }) => [id, name]));
    return { events: events.map((event) => ({ start_date: utc(event.start), ...(event.interval ? { end_date: utc(event.end) } : {}),
      text: { headline: event.title }, group: names.get(event.lane) })) };
  },
  "timelines-chart": (/** @type {Plains} */ { events, lanes }) => {
    const groups = [...new Set(lanes.map(({ group }) => group))];
    const byLane = groupByLane(events);
    return groups.map((group) => ({ group, data: lanes.filter((lane) => lane.group === group).map(({ id, name }) => ({
      label: name,
      data: (byLane.get(id) ?? []).map(({ title, start, end, interval }) =>
        ({ timeRange: [start, end], val: interval ? "interval" : "point", labelVal: title })),
    })) }));
  },
  "gravity": (/** @type {Plains} */ { events, lanes, start, end }) => ({
    start, end,
    axes: lanes.map(({ id }, i) => ({ id, tracksCount: 1, top: 40 * i, height: 20 })),
    events: events.map((event, id) => ({ id: String(id), axisId: event.lane, trackIndex: 0, from: event.start, to: event.end })),
    markers: [],
    sections: [],
  }),
};

/** @param {Plain[]} events */
function groupByLane(events) {
  /** @type {Map<string, Plain[]>} */
  const lanes = new Map();
  for (const event of events) {
    const lane = lanes.get(event.lane);
    if (lane) lane.push(event); else lanes.set(event.lane, [event]);
  }
  return lanes;
}

/**
 * Writes <count>.json, the dossier, and <count>.<form>.json for the forms asked for into the folder.
 * @param {string} folder @param {string} cli the demarche program @param {number} count @param {string[]} names
 */
export async function prepare(folder, cli, count, names) {
  const dossier = join(folder, `${count}.json`);
  const generator = spawn(cli, ["generate", "--events", String(count), "--actors", "50", "--seed", "1"],
    { stdio: ["ignore", "pipe", "inherit"] });
  await pipeline(generator.stdout, createWriteStream(dossier));
  if (names.length === 0) return;
  const plains = plainOf(JSON.parse(await readFile(dossier, "utf8")));
  for (const name of names) {
    const form = forms[/** @type {keyof forms} */ (name)](plains);
    await writeFile(join(folder, `${count}.${name}.json`), JSON.stringify(form));
  }
}
