import { describe, expect, test } from 'vitest';
import type { RuleFile } from '../api/rules.js';
import type { Item } from '../api/types.js';
import { chainPatch, chainSteps, inGeneral } from '../plan/chain-rules.js';
import { draftOf, patched, recurrenceOf, seriesIn, seriesPatch, whenOf } from '../plan/rules.js';

describe('when a series meets', () => {
  const written: unknown[] = [
    { rrule: 'FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,2,3,8' },
    { rrule: 'FREQ=MONTHLY;BYDAY=-1MO' },
    {
      rrule: 'FREQ=WEEKLY;INTERVAL=4;BYDAY=WE',
      anchor: '2027-01-20',
      restart: [{ after: 'recess', 'iso-week': 34 }],
    },
    { weeks: [5, 9, 14], weekday: 'TU' },
    { from: 'kf/meeting', weeks: -2, weekday: 'WE' },
    { dates: ['2027-02-03', '2027-03-03'] },
  ];
  test.each(written)('%j reads as a sentence and is written as it was', (when) => {
    expect(recurrenceOf(when).form).not.toBe('kept');
    expect(whenOf(recurrenceOf(when))).toEqual(when);
  });

  const other: unknown[] = [
    undefined,
    [{ weeks: [5], weekday: 'TU' }, { dates: [] }],
    { rrule: 'FREQ=YEARLY;BYMONTH=12;BYDAY=2MO' },
    { dates: ['2027-02-03'], decided: true },
    { from: 'kf/meeting', days: -14 },
    { term: 'end' },
    { weeks: [5], weekday: 'TU', until: '2027-06-30' },
  ];
  test.each(other)('%j is kept as it is', (when) => expect(recurrenceOf(when)).toEqual({ form: 'kept' }));
});

describe('a change to a series', () => {
  const file = {
    organisation: {},
    window: { from: '', until: '' },
    bodies: [{ id: 'kf' }, { id: 'ks', series: [{ id: 'meeting', place: 'salen' }] }],
  } as RuleFile;
  const now = { at: '13:30', lasts: 'PT3H', place: 'salen' };
  const seen = draftOf(seriesIn(file, 'ks', 'meeting'), now);

  test('writes only what differs, where it stands', () => {
    expect(seriesPatch(file, 'ks', 'meeting', seen, seen)).toEqual([]);
    expect(
      seriesPatch(file, 'ks', 'meeting', { ...seen, at: '09:00', policies: { recess: 'skip' } }, seen),
    ).toEqual([
      { op: 'add', path: '/bodies/1/series/0/at', value: '09:00' },
      { op: 'add', path: '/bodies/1/series/0/on', value: { recess: 'skip' } },
    ]);
  });

  test('adds the series where the file leaves it to the template', () => {
    const steps = seriesPatch(file, 'kf', 'meeting', { ...seen, at: '09:00' }, seen);
    expect(patched(file, steps).bodies[0]).toEqual({ id: 'kf', series: [{ id: 'meeting', at: '09:00' }] });
    const more = seriesPatch(file, 'ks', 'extra', { ...seen, at: '09:00' }, seen);
    expect(patched(file, more).bodies[1]?.series).toEqual([
      { id: 'meeting', place: 'salen' },
      { id: 'extra', at: '09:00' },
    ]);
    expect(file.bodies[1]?.series).toHaveLength(1);
  });
});

describe('a chain', () => {
  const meeting = { id: 'o.ks.meeting.2027-05-19', day: '2027-05-19' } as Item;
  const step = (id: string, sv: string): Item => ({
    id: `o.ks.meeting.2027-05-19.${id}`,
    parent: 'o.ks.meeting.2027-05-19',
    kind: 'step',
    body: 'ks',
    origin: '',
    day: '2027-05-12',
    title: { sv: id },
    status: 'regular',
    for: [],
    why: [{ pointer: '', words: { sv } }],
  });

  test('is told in general, not of one day', () => {
    expect(
      inGeneral({
        sv: '3 arbetsdagar efter Justering ons 28 april: mån 3 maj',
        en: '3 working days after Minutes approved Wed 28 Apr: Mon 3 May',
      }),
    ).toEqual({ sv: '3 arbetsdagar efter Justering', en: '3 working days after Minutes approved' });
    expect(inGeneral({ sv: 'onsdagen två veckor före Kommunfullmäktiges sammanträde: ons 19 maj' }).sv).toBe(
      'onsdagen två veckor före Kommunfullmäktiges sammanträde',
    );
  });

  test('has steps with their number of days, and changes are written into one’s own', () => {
    const steps = chainSteps(
      [
        step('notice', '7 dagar före mötet ons 19 maj: ons 12 maj'),
        step('dispatch', 'tre arbetsdagar efter Justering ons 28 april: mån 3 maj'),
        step('au', 'sista mötet före'),
      ],
      [meeting],
    );
    expect(steps.map(({ count }) => count)).toEqual([
      { days: -7, working: false },
      { days: 3, working: true },
      undefined,
    ]);
    const file = {
      organisation: {},
      window: { from: '', until: '' },
      bodies: [],
      chains: { board: [{ id: 'notice', name: 'Kallelse', days: -8 }] },
    } as RuleFile;
    expect(
      chainPatch(
        file,
        'board',
        new Map([
          ['notice', -10],
          ['dispatch', 2],
        ]),
        new Set(['au']),
        steps,
      ),
    ).toEqual([
      {
        op: 'add',
        path: '/chains/board',
        value: [
          { id: 'notice', name: 'Kallelse', days: -10 },
          { id: 'dispatch', 'working-days': 2 },
          { id: 'au', off: true },
        ],
      },
    ]);
  });
});
