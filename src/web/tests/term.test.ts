import { describe, expect, test } from 'vitest';
import { electionDay, termOf } from '../plan/term.js';
import { body, item, report } from './plan-values.js';

describe('the term of office', () => {
  test.each([
    [2022, '2022-09-11'],
    [2026, '2026-09-13'],
    [2030, '2030-09-08'],
    [2034, '2034-09-10'],
    [2027, undefined],
  ])('elections of %i: %s', (year, day) => expect(electionDay(year)).toBe(day));

  const talk = (of: string, day: string, title: string, origin = title) =>
    item(`${of}.${origin}.${day}`, of, day, { kind: 'dialogue', origin, title: { sv: title } });
  const years = termOf({
    window: { from: '2026-10-15', until: '2027-12-31' },
    bodies: [
      body('kf', 'council'),
      body('bun', 'committee'),
      body('soc', 'committee', { from: '2027-01-01' }),
    ],
    talks: [
      talk('bun', '2027-03-09', 'Planeringsdag'),
      talk('soc', '2027-03-11', 'Planeringsdag'),
      ...['2027-01-20', '2027-02-20', '2027-03-20'].map((day) => talk('bun', day, 'Tio minuter')),
    ],
    councilMeetings: [
      item('kf1', 'kf', '2027-11-29', {
        business: [
          { report: 'budget', period: '2028', decides: true },
          { report: 'budget', period: '2029', decides: false },
        ],
      }),
    ],
    reports: [report('budget', 'Budget')],
  });

  test('has a row for each year', () =>
    expect(years.map(({ year, election }) => [year, election])).toEqual([
      [2026, true],
      [2027, false],
    ]));

  test('tells the same talk of several bodies once, and not what comes at every meeting', () => {
    const march = years[1]?.months[2] ?? [];
    expect(march).toMatchObject([
      { kind: 'talk', day: '2027-03-09', last: '2027-03-11', bodies: [{ id: 'bun' }, { id: 'soc' }] },
    ]);
  });

  test('tells elections, bodies that begin, and what the council decides', () => {
    expect(years[0]?.months[8]).toEqual([{ kind: 'election', day: '2026-09-13' }]);
    expect(years[1]?.months[0]).toMatchObject([{ kind: 'begins', body: { id: 'soc' } }]);
    expect(years[1]?.months[10]).toMatchObject([{ kind: 'decision', reports: [{ id: 'budget' }] }]);
  });
});
