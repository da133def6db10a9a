// What holds for every entry of the dossier: references resolve, lengths, languages, wording.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dossier, earliest, entry, latest } from './dossier.mjs';

const words = (text) => text.trim().split(/\s+/).length;
const kinds = ['events', 'moves', 'actors', 'topics', 'tracks', 'places', 'stories', 'glossary',
               'sources'];

test('ids are unique over all kinds', () => {
  const seen = new Map();
  for (const kind of kinds) {
    for (const { id } of dossier[kind]) {
      assert.ok(!seen.has(id), `${id} is in ${kind} and ${seen.get(id)}`);
      seen.set(id, kind);
    }
  }
});

test('every reference names an entry of its kind', () => {
  const must = (kind, id, where) => assert.ok(entry(`${kind}:${id}`), `${where}: no ${kind} ${id}`);
  for (const event of dossier.events) {
    must('track', event.track, event.id);
    if (event.place) must('place', event.place, event.id);
    for (const { id } of event.actors ?? []) must('actor', id, event.id);
    for (const id of event.topics ?? []) must('topic', id, event.id);
  }
  for (const move of dossier.moves) {
    for (const id of [...move.by, ...move.to]) must('actor', id, move.id);
    must('event', move.event, move.id);
    if (move.topic) must('topic', move.topic, move.id);
    for (const id of [move.replies_to ?? []].flat()) must('move', id, move.id);
  }
  for (const { from, to } of dossier.ties) must('actor', from, to), must('actor', to, from);
  for (const { steps } of dossier.stories) {
    for (const { focus, title } of steps) {
      const shown = ['event', 'move', 'actor', 'topic'].some((kind) => entry(`${kind}:${focus}`));
      assert.ok(shown, `${title}: nothing to focus with the id ${focus}`);
    }
  }
});

test('every claim has a source, every source is used', () => {
  const cited = new Set();
  for (const kind of ['events', 'moves', 'ties', 'glossary']) {
    for (const item of dossier[kind]) {
      assert.ok(item.sources.length > 0, item.id ?? `${item.from}>${item.to}`);
      for (const { id } of item.sources) {
        assert.ok(entry(`source:${id}`), `${item.id}: no source ${id}`);
        cited.add(id);
      }
    }
  }
  assert.deepEqual(dossier.sources.map(({ id }) => id).filter((id) => !cited.has(id)), []);
});

test('every date resolves', () => {
  const dates = [
    ...[...dossier.events, ...dossier.moves].flatMap(({ date, reported }) => [date, reported]),
    ...dossier.ties.flatMap(({ since, until }) => [since, until]),
    ...dossier.sources.map(({ published }) => published),
    ...dossier.stories.flatMap(({ steps }) => steps).flatMap((step) => [step.range, step.as_of]),
    ...dossier.axis.bands, dossier.as_of, dossier.updated,
  ];
  for (const date of dates) if (date) assert.ok(earliest(date) <= latest(date), date);
});

test('the bands of the axis adjoin', () => {
  const { bands } = dossier.axis;
  for (let i = 1; i < bands.length; ++i) {
    assert.equal(earliest(bands[i]), latest(bands[i - 1]) + 1, `${bands[i - 1]} | ${bands[i]}`);
  }
});

test('texts keep to their length', () => {
  for (const { id, title, summary } of dossier.events) {
    assert.ok([...title].length <= 30, `${id}: ${title}`);
    assert.ok(words(summary) <= 60, id);
  }
  for (const { id, summary, quote = '' } of dossier.moves) {
    assert.ok(words(summary) <= 25, id);
    assert.ok(words(quote) <= 25, id);
  }
  for (const { title, text } of dossier.stories[0].steps) assert.ok(words(text) <= 70, title);
});

test('names are in five languages', () => {
  for (const kind of ['actors', 'places', 'tracks', 'topics']) {
    for (const { id, name } of dossier[kind]) {
      assert.deepEqual(Object.keys(name), ['en', 'uk', 'ru', 'fr', 'de'], id);
      for (const text of Object.values(name)) assert.ok(text.length > 1, id);
    }
  }
});

test('a quote belongs to a voice: a person, a body or an organisation', () => {
  for (const { id, by, quote } of dossier.moves) {
    if (!quote) continue;
    const { kind } = entry(`actor:${by.at(-1)}`);
    assert.ok(kind !== 'state' || id === 'russia-no-constructive-response', id);
  }
});

test('what both sides do alike is of one type', () => {
  const alike = [
    ['us-inf-accusation', 'russia-inf-accusation'],
    ['nato-suspends-cooperation', 'nato-withdraws-accreditation', 'russia-suspends-mission'],
    ['us-names-dates', 'nato-invites-russia', 'ryabkov-confirms-dates'],
    ['biden-measures-2021-12-07', 'putin-military-technical', 'putin-rupture-warning'],
    ['us-no-offensive-missiles', 'ryabkov-no-intention'],
    ['nato-deescalate-2022', 'russia-1997-line'],
    ['blinken-gun-2022-01-09', 'ryabkov-signals'],
    ['carpenter-drumbeat', 'rau-risk-of-war', 'grushko-warning'],
    ['us-written-reply', 'nato-written-reply'],
  ];
  for (const ids of alike) {
    const types = new Set(ids.map((id) => entry(`move:${id}`).type));
    assert.equal(types.size, 1, `${ids}: ${[...types]}`);
  }
});

test('every person represents somebody', () => {
  for (const { id, kind } of dossier.actors) {
    if (kind !== 'person') continue;
    assert.ok(dossier.ties.some((tie) => tie.from === id && tie.kind === 'represents'), id);
  }
});

test('the wording is the agreed one', () => {
  const { events, moves, topics, stories } = dossier;
  const texts = [...events, ...moves, ...topics, ...stories.flatMap(({ steps }) => steps)].map(
    ({ title = '', summary = '', text = '' }) => `${title} ${summary} ${text}`);
  for (const text of texts) {
    assert.doesNotMatch(text, /\bKiev\b/);
    assert.doesNotMatch(text, /western powers|\bthe West\b/i);
    assert.doesNotMatch(text, /(?<!“)special military operation/i);
    assert.doesNotMatch(text, /[<>"]|\*\*/);
  }
});
