// Time zones for the canvas, from the browser's own rules: the table that src/core/dates/zone_table.h
// reads, with the changes of a zone's clocks within the dossier's span. To look at two centuries takes up
// to 140 ms, so it is done in parts.

import { inParts } from "./tasks.js";

const dayMs = 86400e3;
const yearMs = 365.25 * dayMs;
// Between two looks no zone changes twice: the shortest summer time of late, around Ramadan in Morocco,
// leaves four weeks.
const stepMs = 21 * dayMs;
const minuteMs = 60e3;  // clocks change at a full one
// Beyond these years tzdata knows no rules, or they are the same every year.
const oldestMs = Date.UTC(1900, 0), newestMs = Date.UTC(2101, 0);

// Names that older browsers know by their former spelling only.
/** @type {Record<string, string>} */
const formerNames = { "Europe/Kyiv": "Europe/Kiev" };

/** Also what is being made. @type {Map<string, string | Promise<string>>} */
const known = new Map();

/**
 * Lines of a table; empty for UTC and for what is no zone. At once where it is known or quickly made.
 * @param {string} iana name of the zone, empty for the reader's own @param {string} label for people
 * @param {number} fromS @param {number} toS seconds since 1970
 * @returns {string | Promise<string>}
 */
export function zoneTable(iana, label, fromS, toS) {
  const changes = changesBetween(iana, fromS, toS);
  const labelled = (/** @type {string} */ lines) => lines && `${label}\n${lines}`;
  return typeof changes === "string" ? labelled(changes) : changes.then(labelled);
}

/** @param {string} iana @param {number} fromS @param {number} toS */
function changesBetween(iana, fromS, toS) {
  const key = `${iana} ${fromS} ${toS}`;
  let changes = known.get(key);
  if (changes === undefined) {
    changes = inParts(changesOf(iana, fromS, toS));
    known.set(key, changes);
    if (typeof changes !== "string") changes.then((lines) => known.set(key, lines));
  }
  return changes;
}

/** The first offset and the changes. @param {string} iana @param {number} fromS @param {number} toS
 * @returns {Generator<void, string>} */
function* changesOf(iana, fromS, toS) {
  const clock = clockOf(iana || new Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (!clock) return "";
  const endMs = Math.min(Math.max(toS * 1000, oldestMs) + yearMs, newestMs);
  let atMs = Math.max(Math.min(fromS * 1000, newestMs) - yearMs, oldestMs);
  atMs -= atMs % minuteMs;
  let offset = offsetAt(clock, atMs);
  const lines = [String(offset)];
  while (atMs < endMs) {
    const nextMs = atMs + stepMs, next = offsetAt(clock, nextMs);
    if (next !== offset) lines.push(`${momentOfChange(clock, atMs, nextMs, offset) / 1000} ${next}`);
    atMs = nextMs;
    offset = next;
    yield;
  }
  return lines.length === 1 && offset === 0 ? "" : lines.join("\n");
}

/** The minute from which on the offset is no longer `before`.
 * @param {Intl.DateTimeFormat} clock @param {number} lowMs @param {number} highMs @param {number} before */
function momentOfChange(clock, lowMs, highMs, before) {
  while (highMs - lowMs > minuteMs) {
    const middleMs = Math.floor((lowMs + highMs) / 2 / minuteMs) * minuteMs;
    if (offsetAt(clock, middleMs) === before) lowMs = middleMs;
    else highMs = middleMs;
  }
  return highMs;
}

/** @param {string} zone */
function clockOf(zone) {
  for (const timeZone of [zone, formerNames[zone]]) {
    try {
      if (timeZone) {
        return new Intl.DateTimeFormat("en-US", {
          timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
          hour: "numeric", minute: "numeric", second: "numeric",
        });
      }
    } catch { /* no such zone here */ }
  }
  return undefined;
}

/** Seconds that a zone's clock is ahead of UTC. @param {Intl.DateTimeFormat} clock @param {number} ms whole seconds */
function offsetAt(clock, ms) {
  const [month, day, year, hour, minute, second] = clock.format(ms).split(/\D+/).map(Number);
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - ms) / 1000);
}
