// The schema takes the dossier, refuses what the format refuses, lets newer keys pass, and
// describes every property.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { dossier, readJson } from './dossier.mjs';

const schema = readJson('assets/schema/dossier-1.schema.json');
const ajv = new Ajv2020.default({ allErrors: true, strict: true, strictRequired: true });
const validate = ajv.compile(schema);

const minimal = () => ({
  format: 'demarche/1', id: 'small', title: 'Small', lang: 'en',
  sources: [{ id: 'S1', title: 'T', publisher: 'P', kind: 'press' }],
  places: [{ id: 'rome', name: 'Rome', lat: 41.9, lon: 12.5, tz: 'Europe/Rome' }],
  actors: [{ id: 'us', name: { en: 'US', 'de-AT': 'USA' }, kind: 'state' },
           { id: 'russia', name: 'Russia', kind: 'state' }],
  ties: [{ from: 'us', to: 'russia', kind: 'partner', sources: [{ id: 'S1' }] }],
  topics: [{ id: 'arms', name: 'Arms' }],
  tracks: [{ id: 'talks', name: 'Talks' }],
  events: [{ id: 'call', title: 'Call', date: '2021-12~', track: 'talks', status: 'occurred',
             sources: [{ id: 'S1', locator: 'p. 1' }] }],
  moves: [{ id: 'ask', by: ['us'], to: [], type: 'REQUEST', date: '2021-12-07', summary: 'Asks.',
            confidence: 'confirmed', sources: [{ id: 'S1' }], replies_to: ['ask'] }],
  stories: [{ id: 'walk', title: 'Walk', steps: [{ title: 'One', text: 'Text.', view: 'list' }] }],
  glossary: [{ id: 'nrc', term: 'NRC', definition: 'A council.' }],
});

test('the dossier is valid', () => {
  assert.ok(validate(dossier), JSON.stringify(validate.errors, null, 1));
});

test('a small dossier is valid', () => {
  assert.ok(validate(minimal()), JSON.stringify(validate.errors, null, 1));
});

const refused = {
  'another format': (d) => { d.format = 'demarche/2'; },
  'no title': (d) => { delete d.title; },
  'an id with capitals': (d) => { d.events[0].id = 'Call'; },
  'an empty date': (d) => { d.events[0].date = ''; },
  'a date in words': (d) => { d.events[0].date = 'last spring'; },
  'an event without a track': (d) => { delete d.events[0].track; },
  'an event without a source': (d) => { d.events[0].sources = []; },
  'an unknown status': (d) => { d.events[0].status = 'happened'; },
  'a negative importance': (d) => { d.events[0].importance = -1; },
  'a move by nobody': (d) => { d.moves[0].by = []; },
  'a type that PLOVER has not': (d) => { d.moves[0].type = 'DEMAND'; },
  'an unknown confidence': (d) => { d.moves[0].confidence = 'sure'; },
  'a move without a target list': (d) => { delete d.moves[0].to; },
  'an unknown tie': (d) => { d.ties[0].kind = 'friend'; },
  'a tie without a source': (d) => { delete d.ties[0].sources; },
  'a latitude past the pole': (d) => { d.places[0].lat = 91; },
  'a pin outside the graph': (d) => { d.actors[0].pin = { x: 2, y: 0 }; },
  'an address that is a script': (d) => { d.sources[0].url = 'javascript:alert(1)'; },
  'an unknown kind of source': (d) => { d.sources[0].kind = 'rumour'; },
  'a text that is a number': (d) => { d.title = 7; },
  'a text in no language': (d) => { d.title = {}; },
  'a question with one answer': (d) => {
    d.stories[0].steps[0].question = { text: '?', choices: [{ text: 'Yes' }] };
  },
  'a story without steps': (d) => { d.stories[0].steps = []; },
  'a view that does not exist': (d) => { d.stories[0].steps[0].view = 'map'; },
};
for (const [what, spoil] of Object.entries(refused)) {
  test(`refused: ${what}`, () => {
    const spoilt = minimal();
    spoil(spoilt);
    assert.ok(!validate(spoilt));
  });
}

test('unknown keys and x- keys pass', () => {
  const newer = minimal();
  newer.weather = 'mild';
  newer.events[0].mood = 'tense';
  newer.moves[0]['x-note'] = 'mine';
  assert.ok(validate(newer), JSON.stringify(validate.errors, null, 1));
});

test('every property has a description', () => {
  const bare = [];
  const walk = (node, path) => {
    if (node === null || typeof node !== 'object') return;
    for (const group of ['properties', 'patternProperties', '$defs']) {
      for (const [name, sub] of Object.entries(node[group] ?? {})) {
        if (!sub.description) bare.push(`${path}/${group}/${name}`);
      }
    }
    for (const [key, sub] of Object.entries(node)) walk(sub, `${path}/${key}`);
  };
  walk(schema, '');
  assert.deepEqual(bare, []);
});
