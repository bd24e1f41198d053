import { describe, expect, test } from 'vitest';
import type { RuleFile, Rules } from '../api/rules.js';
import { withoutSeries } from '../plan/body-rules.js';
import { draftOf, isComplete, newSeries, recurrenceOf, seriesIn, whenOf, withSeries } from '../plan/rules.js';

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
  const file: RuleFile = {
    organisation: {},
    window: { from: '', until: '' },
    bodies: [{ id: 'kf' }, { id: 'ks', series: [{ id: 'meeting', place: 'salen' }] }],
  };
  const meeting = {
    id: 'meeting',
    name: 'Sammanträde',
    at: '13:30',
    lasts: 'PT3H',
    when: { weeks: [5], weekday: 'TU' },
  };
  const rules: Rules = {
    text: '',
    file,
    whole: {
      ...file,
      bodies: [
        { id: 'kf', kind: 'council', series: [meeting] },
        { id: 'ks', kind: 'executive-board', series: [{ ...meeting, place: 'salen' }] },
      ],
    },
    template: { bodies: [{ id: 'kf', series: [{ id: 'meeting', when: meeting.when }] }] },
    laws: [],
    guides: [],
    etag: '',
  };
  const seen = draftOf(seriesIn(rules.whole, 'ks', 'meeting'), seriesIn(file, 'ks', 'meeting'));

  test('writes only what differs, where it stands', () => {
    expect(withSeries(rules, 'ks', 'meeting', seen, seen)).toEqual(file);
    const changed = { ...seen, at: '09:00', place: '', policies: { recess: 'skip' } };
    expect(withSeries(rules, 'ks', 'meeting', changed, seen).bodies[1]?.series).toEqual([
      { id: 'meeting', at: '09:00', on: { recess: 'skip' } },
    ]);
  });

  test('adds the series where the file leaves it to the template, or where it is new', () => {
    expect(withSeries(rules, 'kf', 'meeting', { ...seen, at: '09:00' }, seen).bodies[0]).toEqual({
      id: 'kf',
      series: [{ id: 'meeting', at: '09:00' }],
    });
    const fresh = {
      ...newSeries(rules, 'ks'),
      name: 'Samråd',
      recurrence: { form: 'weeks', weekday: 'WE', weeks: '7, 9' } as const,
    };
    expect([isComplete(newSeries(rules, 'ks')), isComplete(fresh)]).toEqual([false, true]);
    expect(withSeries(rules, 'ks', 'samrad', fresh).bodies[1]?.series?.[1]).toEqual({
      id: 'samrad',
      name: 'Samråd',
      when: { weeks: [7, 9], weekday: 'WE' },
      at: '13:00',
      lasts: 'PT2H',
    });
    expect(file.bodies[1]?.series).toHaveLength(1);
  });

  test('takes the template’s series away by name, and one’s own for good', () => {
    expect(withoutSeries(rules, 'kf', 'meeting').bodies[0]).toEqual({
      id: 'kf',
      series: [{ id: 'meeting', off: true }],
    });
    expect(withoutSeries(rules, 'ks', 'meeting').bodies[1]).toEqual({ id: 'ks' });
  });
});
