import { describe, expect, test } from 'vitest';
import type { RuleDialogue, RuleHop, Rules } from '../api/rules.js';
import { freshTalkWhen, isComplete, newDialogue, talkWhenOf, writtenWhen } from '../plan/dialogue-rules.js';
import { moved, whoOf, withWho, type Who } from '../plan/report-rules.js';
import {
  newId,
  said,
  whoseIs,
  withOne,
  withOneBack,
  withoutOne,
  withText,
  withWhose,
} from '../plan/rule-file.js';
import { namesAt } from '../plan/rule-place.js';

const file = { organisation: {}, window: { from: '', until: '' }, bodies: [] };
const budget = { id: 'budget', name: 'Budget', route: [{ body: 'ks' }] };
const rules: Rules = {
  text: '',
  file,
  whole: { ...file, reports: [budget] },
  template: { reports: [budget, { id: 'june', off: true, name: 'Juni' }] },
  laws: [],
  guides: [],
  etag: '',
};

describe('a report', () => {
  test('of the template is changed, taken away and taken back by what the file says of it', () => {
    expect(withOne(rules, 'reports', { ...budget, name: 'Årsbudget' }, budget).reports).toEqual([
      { id: 'budget', name: 'Årsbudget' },
    ]);
    expect(withOne(rules, 'reports', budget, budget)).toEqual(file);
    expect(withoutOne(rules, 'reports', 'budget').reports).toEqual([{ id: 'budget', off: true }]);
    expect(withOneBack(rules, 'reports', 'june').reports).toEqual([{ id: 'june', off: false }]);
    const without = { ...rules, file: withoutOne(rules, 'reports', 'budget') };
    expect(withOneBack(without, 'reports', 'budget')).toEqual(file);
  });

  test('of one’s own is added whole and goes for good', () => {
    const own = { id: 'klimat', name: 'Klimat', route: [{ bodies: 'ks' }] };
    const now = { ...rules, file: withOne(rules, 'reports', own) };
    expect(now.file.reports).toEqual([own]);
    expect(withoutOne(now, 'reports', 'klimat')).toEqual(file);
  });

  const hops: [Who, RuleHop][] = [
    ['body:ks', { bodies: 'ks' }],
    ['kind:committee', { bodies: { kind: 'committee' } }],
    ['party', { party: '', takes: { days: 14 } }],
  ];
  test.each(hops)('has a hop that is %s', (who, written) => {
    expect(withWho({ body: 'kf' }, who)).toEqual(written);
    expect(whoOf(written)).toBe(who);
  });

  test('has hops of several, which change places', () => {
    const several = withWhose<RuleHop>({ body: 'kf', does: 'x' }, { ids: ['ks'], kinds: ['committee'] });
    expect(several).toEqual({ does: 'x', bodies: [{ kind: 'committee' }, 'ks'] });
    expect([whoOf(several), whoseIs(several)]).toEqual(['several', { ids: ['ks'], kinds: ['committee'] }]);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  });
});

describe('when a talk is', () => {
  const written: unknown[] = [
    { meeting: 'every', n: 3, place: 'inside' },
    { meeting: 'every', n: 5, days: 7 },
    { meeting: 'last', of: 'term', place: 'before' },
    { meeting: 'decides', report: 'budget', days: -7 },
    { term: 'months-after-start', months: 2, weekday: 'TU' },
    { term: 'middle', 'within-days': 60, weekday: 'TH' },
    { term: 'election-year', day: '--03-22' },
    { weeks: [10], weekday: 'TU' },
  ];
  test.each(written)('%j is read and written alike', (when) => {
    expect(talkWhenOf(when).form).not.toBe('kept');
    expect(writtenWhen(talkWhenOf(when))).toEqual(when);
  });

  test.each([
    [
      [
        { meeting: 'every', n: 5 },
        { meeting: 'last', of: 'year' },
      ],
    ],
    [{ meeting: 'every', n: 3, from: 'kf/meeting' }],
    [{ term: 'end' }],
    [undefined],
  ])('%j is kept as it is', (when) => expect(talkWhenOf(when)).toEqual({ form: 'kept' }));

  test('a talk needs a name, somebody and its weeks', () => {
    const talk: RuleDialogue = { ...newDialogue('x'), name: 'Samtal', bodies: 'ks' };
    expect(isComplete(talk, freshTalkWhen('every', ''))).toBe(true);
    expect(isComplete(newDialogue('x'), freshTalkWhen('every', ''))).toBe(false);
    expect(isComplete(talk, freshTalkWhen('weeks', ''))).toBe(false);
  });
});

describe('things of the file', () => {
  test.each([
    ['Budgetsamtal i juni', [], 'budgetsamtal-i-juni'],
    ['Äldre & yngre – ömt', [], 'aldre-yngre-omt'],
    ['BUN', ['bun'], 'bun-2'],
    ['BUN', ['bun', 'bun-2'], 'bun-3'],
    ['2027', [], 'ny-2027'],
    ['', [], 'ny'],
  ])('%j beside %j is known as %s', (name, taken, id) => expect(newId(name, taken)).toBe(id));

  test('texts have a second language only where it is written', () => {
    expect(withText('Möte', 'en', 'Meeting')).toEqual({ sv: 'Möte', en: 'Meeting' });
    expect(withText({ sv: 'Möte', en: 'Meeting' }, 'en', '')).toBe('Möte');
  });

  test('keep what the file says besides', () => {
    expect(said({ id: 'x', a: 1, c: 3 }, { id: 'x', a: 1, b: 2, c: 3 }, { id: 'x', a: 1, b: 4 })).toEqual({
      id: 'x',
      a: 1,
      b: 4,
    });
  });

  test('have names where a mistake is told', () => {
    const bodies = [{ id: 'ks', series: [{ id: 'meeting' }] }];
    const whole = {
      ...file,
      bodies: [{ id: 'ks', name: 'Kommunstyrelsen', series: [{ id: 'meeting', name: 'Sammanträde' }] }],
    };
    expect(namesAt({ ...file, bodies }, whole, '/bodies/0/series/0/at').map(({ sv }) => sv)).toEqual([
      'Kommunstyrelsen',
      'Sammanträde',
    ]);
    expect(namesAt({ ...file, reports: [{ id: 'budget' }] }, rules.whole, '/reports/0/route')).toEqual([
      { sv: 'Budget' },
    ]);
    expect(namesAt(file, file, '/window/from')).toEqual([]);
  });
});
