// The dossier under test, and what a test asks of it: entries by kind and id, dates as instants.
import { readFileSync } from 'node:fs';
import edtf from 'edtf';

const root = new URL('../../', import.meta.url);
export const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
export const dossier = readJson('assets/dossiers/ukraine-talks-2022.json');

const lists = {
  event: dossier.events, move: dossier.moves, actor: dossier.actors, topic: dossier.topics,
  track: dossier.tracks, place: dossier.places, story: dossier.stories, term: dossier.glossary,
  source: dossier.sources,
};

/** The entry that "event:geneva-2022" or "tie:ryabkov>russia" names; undefined if there is none. */
export function entry(name) {
  const [kind, id] = name.split(/:(.*)/s);
  if (kind !== 'tie') return lists[kind]?.find((item) => item.id === id);
  const [from, to] = id.split('>');
  return dossier.ties.find((tie) => tie.from === from && tie.to === to);
}

/** What a regular expression is held against: strings, in English; of lists, each element. */
export function wordings(value) {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(wordings);
  if (typeof value !== 'object') return [String(value)];
  if (value.id) return [value.role ? `${value.id}:${value.role}` : value.id];
  return [value[dossier.lang]];
}

/** First and last millisecond that a date may cover; an open end is infinite. */
export const earliest = (date) => bound(edtf(date).min, -Infinity);
export const latest = (date) => bound(edtf(date).max, Infinity);
const bound = (ms, open) => (Number.isFinite(ms) ? ms : open);

/** When an event or move became known. */
export const known = (item) => earliest(item.reported ?? item.date);
