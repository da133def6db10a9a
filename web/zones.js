// Time zones for the canvas, from the browser's own rules: the table that src/core/dates/zone_table.h
// reads, with the changes of a zone's clocks within the dossier's span.

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

/** @type {Map<string, string>} */
const known = new Map();

/**
 * Lines of a table; empty for UTC and for what is no zone.
 * @param {string} iana name of the zone, empty for the reader's own @param {string} label for people
 * @param {number} fromS @param {number} toS seconds since 1970
 */
export function zoneTable(iana, label, fromS, toS) {
  const changes = memoised(`${iana} ${fromS} ${toS}`, () => changesOf(iana, fromS, toS));
  return changes && `${label}\n${changes}`;
}

/** @param {string} key @param {() => string} make */
function memoised(key, make) {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The first offset and the changes. @param {string} iana @param {number} fromS @param {number} toS */
function changesOf(iana, fromS, toS) {
  const clock = clockOf(iana || new Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (!clock) return "";
  const endMs = Math.min(Math.max(toS * 1000, oldestMs) + yearMs, newestMs);
  let atMs = Math.max(Math.min(fromS * 1000, newestMs) - yearMs, oldestMs);
  atMs -= atMs % minuteMs;
  let offset = offsetAt(clock, atMs);
  const lines = [String(offset)];
  while (atMs < endMs) {
    const nextMs = atMs + stepMs, next = offsetAt(clock, nextMs);
    if (next !== offset) lines.push(`${changeBetween(clock, atMs, nextMs, offset) / 1000} ${next}`);
    atMs = nextMs;
    offset = next;
  }
  return lines.length === 1 && offset === 0 ? "" : lines.join("\n");
}

/** The minute from which on the offset is no longer `before`.
 * @param {Intl.DateTimeFormat} clock @param {number} lowMs @param {number} highMs @param {number} before */
function changeBetween(clock, lowMs, highMs, before) {
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
