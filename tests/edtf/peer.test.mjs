// Our dates beside those of npm `edtf`: a few thousand generated strings through both. Where they
// differ the specification decides; every kind of difference stands in the table below with the
// paragraph that decides it, and a difference of no kind fails. So does a kind that no longer
// occurs.
//
// "LoC" is the EDTF specification of the Library of Congress, 4 February 2019. Native code comes in
// by way of edtf_probe, found below $DEMARCHE_BUILD (default build/dev).

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import edtf from 'edtf'

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const BUILD = path.resolve(ROOT, process.env.DEMARCHE_BUILD ?? 'build/dev')
const PROBE = path.join(BUILD, 'tests', 'edtf', 'edtf_probe')

const STRINGS = 6000
const TIME_MAX = 4611686018427387903n // kTimeMax of core/dates/edtf.h: open or unknown
const ECMASCRIPT_MAX_S = 8640000000000 // what a Date holds: 100,000,000 days either side of 1970

// ---- Strings from a seed ----

/** Whole numbers below n from a seed: mulberry32. */
function random(seed) {
  return n => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}

function* strings(count, seed) {
  const below = random(seed)
  const one = list => list[below(list.length)]
  const pad = (n, width = 2) => String(n).padStart(width, '0')
  const sometimes = (n, text) => (below(n) === 0 ? text : '')

  const year = () => sometimes(10, '-') + pad(below(10) === 0 ? below(1000) : 1000 + below(1100), 4)
  const month = () => pad(1 + below(below(20) === 0 ? 14 : 12))
  const day = () => pad(1 + below(below(4) === 0 ? 31 : 28))
  const leapDay = () => sometimes(20, `${year()}-02-29`)
  const plain = () =>
    leapDay() || one([year, () => `${year()}-${month()}`, () => `${year()}-${month()}-${day()}`])()
  const unspecified = () =>
    one([
      () => year().slice(0, -1) + 'X',
      () => year().slice(0, -2) + 'XX',
      () => year() + '-XX',
      () => `${year()}-${month()}-XX`,
      () => year() + '-XX-XX'
    ])()
  const season = () => `${year()}-2${1 + below(4)}`
  const longYear = () => 'Y' + sometimes(2, '-') + (10000 + below(999999) * (below(3) + 1) ** 12)
  const qualified = text => text + sometimes(2, one(['?', '~', '%']))
  const zone = () =>
    one([
      '', 'Z', '+00:00', '-00:00',
      one(['+', '-']) + pad(below(16)),
      one(['+', '-']) + pad(below(15)) + ':' + pad(below(60))
    ])
  const time = () =>
    `${year()}-${month()}-${day()}T` +
    one([
      `${pad(below(25))}:${pad(below(60))}`,
      `${pad(below(24))}:${pad(below(60))}:${pad(below(61))}`,
      '24:00'
    ]) + zone()
  const date = () =>
    one([
      () => qualified(plain()), () => qualified(plain()), () => qualified(plain()),
      () => sometimes(5, season()) || qualified(unspecified()),
      () => qualified(season()),
      () => qualified(longYear()),
      time
    ])()
  const interval = () =>
    one([
      () => date() + '/..', () => '../' + date(), () => date() + '/', () => '/' + date(),
      () => [date(), date()].sort().join('/'),
      () => [plain(), plain()].sort().join('/'),
      () => [qualified(plain()), qualified(plain())].sort().join('/'),
      () => { const d = plain(); return `${d}/${d.slice(0, one([4, 7, 10]))}` },
      () => one(['/', '../..', '/..', '../'])
    ])()
  const range = () => {
    const first = plain()
    const later = first.replace(/\d{4}/, y => pad(Number(y) + below(90), 4))
    return `${first}..${below(3) === 0 ? plain() : later}`
  }
  const member = () => one([plain, plain, plain, plain, range, () => date()])()
  const set = () => {
    const members = Array.from({ length: 1 + below(4) }, member)
    const text = sometimes(6, '..') + members.join(one([',', ',', ',', ', '])) + sometimes(6, '..')
    return below(2) === 0 ? `[${text}]` : `{${text}}`
  }
  const level2 = () =>
    one([
      () => year() + 'S' + (1 + below(4)),
      () => `Y${1 + below(99)}E${1 + below(6)}`,
      () => `${year()}-${25 + below(17)}`,
      () => `${year()}?-${month()}-${day()}`,
      () => `${year()}-~${month()}`,
      () => `${year().slice(0, -1)}X-${month()}-${day()}`,
      () => `1XXX-${month()}`, () => 'XXXX', () => year() + '-1X',
      () => `${year()}-XX-${day()}`
    ])()
  const iso8601 = () =>
    one([
      () => pad(below(100)), () => pad(below(1000), 3),
      () => time() + '.' + pad(below(1000), 3), () => time().replace(/:(\d\d)$/, '$1'),
      () => plain().replaceAll('-', ''), () => `${year()}-W${month()}`
    ])()
  const broken = () => {
    const text = one([date, interval, set])()
    const at = below(text.length + 1)
    const letter = '0123456789-/.,[]{}XYTZ?~%: +'[below(28)]
    return one([
      () => text.slice(0, at) + letter + text.slice(at),
      () => text.slice(0, at) + letter + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(at + 1)
    ])()
  }
  for (let i = 0; i < count; ++i)
    yield one([date, date, date, interval, interval, set, level2, iso8601, broken])()
}

// ---- Both sides as { valid, earliest, latest, code }, in seconds ----

function ours(lines) {
  const run = spawnSync(PROBE, { input: lines.join('\n') + '\n', maxBuffer: 1 << 26 })
  assert.equal(run.status, 0, `${PROBE} did not run: ${run.error ?? run.stderr}`)
  const results = run.stdout.toString().trimEnd().split('\n')
  assert.equal(results.length, lines.length)
  return results.map(line => {
    const [word, earliest, latest] = line.split(' ')
    if (word !== 'valid') return { valid: false, code: word }
    const seconds = text => {
      const value = BigInt(text)
      if (value === TIME_MAX) return Infinity
      return value === -TIME_MAX ? -Infinity : Number(value)
    }
    return { valid: true, earliest: seconds(earliest), latest: seconds(latest) }
  })
}

function peers(text) {
  try {
    const date = edtf(text)
    const { min, max } = date
    const seconds = (ms, unknown) => (ms === null ? unknown : Math.floor(ms / 1000))
    return { valid: true, earliest: seconds(min, -Infinity), latest: seconds(max, Infinity) }
  } catch {
    return { valid: false }
  }
}

const isSame = (a, b) =>
  a.valid === b.valid && (!a.valid || (a.earliest === b.earliest && a.latest === b.latest))

// ---- What may differ ----

const SEASON = /\d{4}-2[1-4]/
const isSet = text => /^[[{]/.test(text)
const isInterval = text => !isSet(text) && text.includes('/')
const both = ({ our, peer }) => our.valid && peer.valid
const onlyWe = ({ our, peer }) => our.valid && !peer.valid
const onlyPeer = ({ our, peer }, code) => !our.valid && peer.valid && our.code === code

// In this order: a string counts for the first kind it is of.
const DIFFERENCES = [
  {
    name: 'Level 2 that the dossier format leaves out',
    paragraph: 'CONTRACT.md section 1: Levels 0 and 1, and of Level 2 the sets',
    is: c => onlyPeer(c, 'E-DATE-LEVEL')
  },
  {
    name: 'a year that no ECMAScript Date holds',
    paragraph: 'LoC Level 1, Letter-prefixed calendar year; ours have up to 11 digits (edtf.h)',
    is: ({ text, our, peer }) =>
      /Y/.test(text) && Number.isNaN(peer.earliest) &&
      (our.valid ? Math.abs(our.earliest) > ECMASCRIPT_MAX_S : our.code === 'E-DATE-RANGE')
  },
  {
    name: 'a Y year with a qualifier, or as an end of an interval or a set',
    paragraph: 'LoC Level 1, Qualification of a date (complete): "apply to the entire date"; ' +
      'Extended Interval: "the start or end date"',
    is: c => onlyWe(c) && /Y-?\d{5}/.test(c.text) &&
      (isInterval(c.text) || isSet(c.text) || /[?~%]$/.test(c.text))
  },
  {
    name: 'a season is three months from March, the peer has quarters of the year',
    paragraph: 'LoC Level 1, Seasons: 21 to 24 are spring, summer, autumn and winter; Level 2, ' +
      'Sub-year groupings: quarters are 33 to 36',
    is: c => both(c) && /^-?\d{4}-2[1-4]$/.test(c.text)
  },
  {
    name: 'a season with a qualifier, or as an end of an interval or a set',
    paragraph: 'LoC Level 1, Seasons: "in place of a month value"; npm edtf calls it its Level 3',
    is: c => onlyWe(c) && SEASON.test(c.text)
  },
  {
    name: 'a date with X and a qualifier',
    paragraph: 'LoC Level 1, Qualification of a date (complete): "apply to the entire date"',
    is: c => onlyWe(c) && /X[?~%]/.test(c.text)
  },
  {
    name: 'a date with X and a qualified date in one interval',
    paragraph: 'LoC Level 1, Extended Interval: "A modifier may appear at the end of the date"',
    is: c => onlyWe(c) && isInterval(c.text) && /X/.test(c.text) && /[?~%]/.test(c.text)
  },
  {
    name: 'a qualifier on a year in a set',
    paragraph: 'LoC Level 1, Qualification of a date (complete): "at the end of the date string"',
    is: c => onlyWe(c) && isSet(c.text) && /\d[?~%]/.test(c.text)
  },
  {
    name: 'a time to the minute lasts the minute',
    paragraph: 'ISO 8601-1, time of day with reduced precision; CONTRACT.md section 1: ' +
      '"never a false instant"',
    is: c => both(c) && /T\d\d:\d\d(?!:)/.test(c.text) && c.our.earliest === c.peer.earliest &&
      c.our.latest === c.peer.latest + 59
  },
  {
    name: 'an interval whose end begins no later than its start',
    paragraph: 'LoC Level 0, Time Interval: "beginning sometime in" the one "and ending sometime ' +
      'in" the other, so 2005/2005 and 2005-06/2005 have room',
    is: c => onlyWe(c) && isInterval(c.text) &&
      peers(c.text.split('/')[1]).earliest <= peers(c.text.split('/')[0]).earliest
  },
  {
    name: 'a set reaches from its earliest member to its latest, the peer from first to last',
    paragraph: 'LoC Level 2, Set representation, rules 1, 2 and 5: "all the values between the ' +
      'two values", in no order',
    is: c => both(c) && isSet(c.text) && c.our.earliest <= c.peer.earliest &&
      c.our.latest >= c.peer.latest
  },
  {
    name: 'a range in a set that ends before it starts',
    paragraph: 'LoC Level 2, Set representation, rule 5: there is nothing between the two',
    is: c => onlyPeer(c, 'E-DATE-RANGE') && /\d\.\.-?\d/.test(c.text)
  },
  {
    name: 'a set open at both ends of its only member',
    paragraph: 'LoC Level 2, Set representation, rule 6: "on or before" or "on or after"',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && /^[[{]\.\.[^,]*\.\.[\]}]$/.test(c.text)
  },
  {
    name: 'spaces in a set',
    paragraph: 'LoC Level 2, Set representation, rule 4: "No spaces are allowed"',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && isSet(c.text) && c.text.includes(' ')
  },
  {
    name: 'two dots on both sides of one member of a set',
    paragraph: 'LoC Level 2, Set representation, rules 5 and 6: two dots stand between two dates ' +
      'or at an end of the list',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && isSet(c.text) && /\.\.[^,]*\.\./.test(c.text)
  },
  {
    name: 'a century or a decade as two or three digits',
    paragraph: 'LoC Level 0, Date: year, year and month, or year, month and day',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && /^-?\d{2,3}[?~%]?$/.test(c.text)
  },
  {
    name: 'digits without hyphens, of which the peer makes a number',
    paragraph: 'LoC, Extended format: "hyphen between calendar components"',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && /^-?\d{5,}[?~%]?$/.test(c.text)
  },
  {
    name: 'a time zone without a colon',
    paragraph: 'LoC, Extended format: "colon between clock components"',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && /T[\d:.]+[+-]\d{4}/.test(c.text)
  },
  {
    name: 'a fraction of a second',
    paragraph: 'LoC Level 0, Date and Time: complete representations to the second',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && /T\d\d:\d\d:\d\d\.\d/.test(c.text)
  },
  {
    name: '29 February of a common year, of which the peer makes 1 March',
    paragraph: 'LoC Level 0, Date: "the calendar date", which there is none of',
    is: c => onlyPeer(c, 'E-DATE-RANGE') && /-02-29/.test(c.text)
  },
  {
    name: 'a time zone west of -12:00',
    paragraph: 'LoC Level 0, Date and Time: "timeshift in hours", without a bound to the west',
    is: c => onlyWe(c) && /T[\d:]+-1[234]/.test(c.text)
  },
  {
    name: 'an X for the month or the day of a negative year, where the peer takes wrong ends',
    paragraph: 'LoC Level 1, Unspecified digit(s) from the right; Negative calendar year',
    is: c => both(c) && /(^|\/)-\d{4}-(XX|\d\d-XX)/.test(c.text)
  },
  {
    name: 'an interval with neither end',
    paragraph: 'LoC Level 1, Extended Interval: "a null string ... for the start or end date"',
    is: c => onlyPeer(c, 'E-DATE-SYNTAX') && c.text === '/'
  }
]

test('dates agree with npm edtf, or differ as the specification says', () => {
  const lines = [...strings(STRINGS, 2022)]
  const seen = new Map(DIFFERENCES.map(d => [d.name, 0]))
  const unlisted = []
  let same = 0
  ours(lines).forEach((our, i) => {
    const c = { text: lines[i], our, peer: peers(lines[i]) }
    if (isSame(c.our, c.peer)) return void ++same
    const kind = DIFFERENCES.find(d => d.is(c))
    if (kind) seen.set(kind.name, seen.get(kind.name) + 1)
    else unlisted.push(c)
  })
  console.log(`${lines.length} strings, ${same} the same`)
  for (const [name, count] of seen) console.log(`${String(count).padStart(6)}  ${name}`)
  assert.deepEqual(unlisted, [], 'differences that are not in the table')
  assert.deepEqual([...seen].filter(([, count]) => count === 0), [], 'kinds that no longer occur')
  assert.ok(same > lines.length / 2, 'most strings agree')
})
