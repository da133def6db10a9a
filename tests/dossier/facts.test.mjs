// Every fact of the article is in the dossier, says what it should, and is known on the as-of date;
// what came later is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dossier, earliest, entry, known, latest, readJson, wordings } from './dossier.mjs';

const facts = readJson('tests/dossier/facts.json');
const numbers = (letter, last) =>
  Array.from({ length: last }, (_, i) => letter + String(i + 1).padStart(2, '0'));

test('the table names every fact once', () => {
  assert.deepEqual(Object.keys(facts.article), numbers('A', 64));
  assert.deepEqual(Object.keys(facts.relations), numbers('R', 46));
  assert.deepEqual(Object.keys(facts.afterwards), numbers('N', 8));
  const leftOut = ['E61', 'E62', 'E63'];
  assert.deepEqual(Object.keys(facts.background),
                   numbers('E', 64).filter((fact) => !leftOut.includes(fact)));
});

for (const part of ['article', 'background', 'relations', 'afterwards']) {
  for (const [fact, { carried_by: names, must = [] }] of Object.entries(facts[part])) {
    test(`${fact} is carried by ${names.join(', ')}`, () => {
      assert.ok(names.length > 0);
      for (const name of names) assert.ok(entry(name), `no ${name} in the dossier`);
      for (const [name, property, pattern] of must) {
        const found = wordings(entry(name)?.[property]);
        assert.ok(found.some((text) => new RegExp(pattern).test(text)),
                  `${name} ${property}: ${JSON.stringify(found)} has no /${pattern}/`);
      }
    });
  }
}

test('each fact of the article is known on the as-of date and cites the article', () => {
  const asOf = latest(dossier.as_of);
  for (const [fact, { carried_by: names }] of Object.entries(facts.article)) {
    const timed = names.filter((name) => /^(event|move):/.test(name)).map(entry);
    for (const item of timed) assert.ok(known(item) <= asOf, `${fact}: ${item.id} is later`);
    if (timed.length === 0) continue;
    const cites = timed.some((item) => item.sources.some((source) => source.id === 'S01'));
    assert.ok(cites, `${fact}: none of ${names} cites S01`);
  }
});

test('the three talks are announced by the as-of date and still to come', () => {
  const asOf = latest(dossier.as_of);
  for (const id of ['geneva-2022', 'brussels-nrc-2022', 'vienna-osce-2022']) {
    const event = entry(`event:${id}`);
    assert.ok(known(event) <= asOf, id);
    assert.ok(earliest(event.date) > asOf, id);
  }
});

test('what is known on the as-of date cites nothing that tells how the talks went', () => {
  const morningAfter = latest('2022-01-10');  // reports of the evening before
  for (const item of [...dossier.events, ...dossier.moves]) {
    if (known(item) > latest(dossier.as_of)) continue;
    for (const { id } of item.sources) {
      const { published } = entry(`source:${id}`);
      if (published) assert.ok(earliest(published) <= morningAfter, `${item.id} cites ${id}`);
    }
  }
});

test('what was said at the talks is known on its day, not before', () => {
  for (const move of dossier.moves) {
    const day = { 'geneva-2022': '2022-01-10', 'brussels-nrc-2022': '2022-01-12',
                  'vienna-osce-2022': '2022-01-13' }[move.event];
    if (!day || /^us-(missile|exercise)-offer$/.test(move.id)) continue;
    assert.ok(move.date.startsWith(day), `${move.id}: ${move.date}`);
    assert.ok(known(move) >= earliest(day), move.id);
  }
});

test('what came after 13 January is reported after it, and nothing earlier refers to it', () => {
  const week = latest('2022-01-13');
  const later = new Set(Object.values(facts.afterwards).flatMap((fact) => fact.carried_by)
    .map((name) => entry(name).id));
  for (const event of dossier.events) {
    assert.equal(known(event) > week, later.has(event.id), event.id);
  }
  for (const move of dossier.moves) {
    assert.equal(known(move) > week, later.has(move.event), move.id);
    for (const id of [move.replies_to ?? []].flat()) {
      assert.ok(known(entry(`move:${id}`)) <= latest(move.reported ?? move.date),
                `${move.id} replies to ${id} before it was known`);
    }
  }
});

test('14 states joined NATO after May 1997, each by an event and a tie of the same day', () => {
  const joined = dossier.events.flatMap((event) =>
    event.actors.filter(({ role }) => role === 'joining').map(({ id }) => [id, event.date]));
  assert.equal(joined.length, 14);
  for (const [id, date] of joined) assert.equal(entry(`tie:${id}>nato`)?.since, date, id);
});

test('NATO has as many members as it says', () => {
  for (const [day, count] of [['1997-05-27', 16], ['1999-12-31', 19], ['2004-12-31', 26],
                              ['2009-12-31', 28], ['2017-12-31', 29], ['2022-01-09', 30]]) {
    const members = dossier.ties.filter(({ to, kind, since }) =>
      to === 'nato' && kind === 'member' && earliest(since) <= latest(day));
    assert.equal(new Set(members.map(({ from }) => from)).size, count, day);
  }
});
