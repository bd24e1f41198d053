import { describe, expect, test } from 'vitest';
import {
  bodyYear,
  byUnit,
  freedBy,
  heaviest,
  itsItems,
  loadOf,
  ofKind,
  quietMonths,
  reportsTo,
  tintOf,
  tintsOf,
  totalOf,
  weeksOf,
} from '../plan/balance.js';
import { hours, hoursShort } from '../words/balance.js';
import { body, item, report } from './plan-values.js';

const ks = body('ks', 'executive-board');
const about = (...reports: string[]) => ({
  business: reports.map((one) => ({ report: one, period: '2027', decides: true })),
});
const talk = (id: string, day: string, at: string, lasts: string) =>
  item(id, 'ks', day, { kind: 'dialogue', at, lasts });
const step = (id: string, day: string, more = {}) =>
  item(id, 'ks', day, { kind: 'step', for: ['official'], ...more });

describe('a body’s year', () => {
  const its = (...items: ReturnType<typeof item>[]) => bodyYear(ks, items, 2027);

  test('is hours in dialogue, in meetings that take up reports, and in the others', () => {
    const { time } = its(
      item('a', 'ks', '2027-01-20'),
      item('b', 'ks', '2027-02-03', about('budget')),
      talk('t', '2027-03-04', '13:00', 'PT4H'),
    );
    expect(time).toEqual({
      dialogue: { items: 1, minutes: 240 },
      reporting: { items: 1, minutes: 180 },
      decisions: { items: 1, minutes: 180 },
    });
  });

  test.each([
    ['in its last ten minutes', '16:20', 'PT10M', 170],
    ['after it', '16:30', 'PT45M', 180],
    ['across its end', '16:00', 'PT1H', 150],
    ['all through it', '13:30', 'PT3H', 0],
    ['before it', '12:00', 'PT1H30M', 180],
  ])('takes a talk off the meeting it is held in: %s', (_, at, lasts, left) => {
    expect(
      its(item('a', 'ks', '2027-01-20'), talk('t', '2027-01-20', at, lasts)).time.decisions.minutes,
    ).toBe(left);
  });

  test.each([
    ['cancelled', { status: 'cancelled' as const }, 0],
    ['held in reserve', { status: 'reserve' as const }, 0],
    ['held if needed', { status: 'if-needed' as const }, 0],
    ['of two days', { days: 2 }, 360],
    ['without a length', { lasts: 'PT0M' }, 0],
  ])('counts a meeting %s', (_, more, minutes) =>
    expect(totalOf(its(item('a', 'ks', '2027-01-20', more)))).toBe(minutes),
  );

  test('holds joint meetings, and no other body’s nor another year’s', () => {
    expect(
      totalOf(
        its(
          item('a', 'kf', '2027-01-20', { with: ['ks'] }),
          item('b', 'kf', '2027-01-21'),
          item('c', 'ks', '2028-01-20'),
        ),
      ),
    ).toBe(180);
  });

  test('knows the months without talks, and those without anything', () => {
    const quiet = quietMonths(
      its(
        item('a', 'ks', '2027-01-20'),
        item('b', 'ks', '2027-02-03'),
        talk('t', '2027-02-03', '16:20', 'PT10M'),
        talk('u', '2027-03-01', '09:00', 'PT1H'),
      ),
    );
    expect(quiet).toEqual({ silent: [1], idle: [4, 5, 6, 7, 8, 9, 10, 11, 12] });
  });

  test('names the reports it is to have', () => {
    const hop = item('o.budget.2027.ks.2', 'ks', '2027-05-01', { kind: 'hop', origin: 'budget' });
    const named = reportsTo(
      'ks',
      [hop, item('o.budget.2027.kf.3', 'kf', '2027-06-01', { kind: 'hop', origin: 'budget' })],
      [report('other', 'Annan'), report('budget', 'Budget')],
      2027,
    );
    expect(named.map(({ report: { id }, hops }) => [id, hops.length])).toEqual([['budget', 1]]);
  });

  test('counts how often each unit hands in', () => {
    const hops = (count: number) =>
      Array.from({ length: count }, (_, at) => item(`h${at}`, 'ks', '2027-05-01', { kind: 'hop' }));
    const from = (id: string, unit?: string) => ({
      ...report(id, id),
      ...(unit ? { unit: { sv: unit, en: unit } } : {}),
    });
    const reported = [
      { report: from('a', 'Skola'), hops: hops(3) },
      { report: from('b', 'Ekonomi'), hops: hops(1) },
      { report: from('c', 'Skola'), hops: hops(1) },
      { report: from('d'), hops: hops(9) },
    ];
    expect(byUnit(reported).map(({ unit, times }) => [unit.sv, times])).toEqual([
      ['Skola', 4],
      ['Ekonomi', 1],
    ]);
  });
});

describe('the year’s weeks', () => {
  test.each([
    ['m.item-deadline', {}, 'deadlines'],
    ['m.notice', {}, 'papers'],
    ['m.dispatch', {}, 'papers'],
    ['m.groups', { for: ['member'] }, undefined],
    ['m.minutes', {}, undefined],
    ['m.posting', {}, undefined],
    ['m.appeal-end', {}, undefined],
    ['m.notice', { status: 'cancelled' }, undefined],
    ['r.1', { kind: 'hop' }, 'reports'],
    ['r.1.feedback', { kind: 'feedback' }, undefined],
  ])('hold %s %o as %s', (id, more, kind) => expect(loadOf(step(id, '2027-05-03', more))).toBe(kind));

  test('are those of ISO 8601, each in the month of its Thursday', () => {
    expect([2026, 2027].map((year) => weeksOf(year, []).length)).toEqual([53, 52]);
    expect(weeksOf(2026, [])[0]).toMatchObject({ monday: '2025-12-29', week: 1, month: 1 });
    expect(weeksOf(2027, []).at(-1)).toMatchObject({ monday: '2027-12-27', week: 52, month: 12 });
  });

  test('are as heavy as what they hold; days of other weeks’ years stay out', () => {
    const weeks = weeksOf(2027, [
      step('m.notice', '2027-01-03'),
      step('m.notice', '2027-05-03'),
      step('m.item-deadline', '2027-05-09'),
      step('m.notice', '2028-01-03'),
    ]);
    expect(weeks.flatMap(({ week, items }) => items.map(() => week))).toEqual([18, 18]);
    expect(heaviest(weeks)?.monday).toBe('2027-05-03');
    expect(weeks.filter((week) => ofKind(week, 'papers') > 0)).toHaveLength(1);
    expect(heaviest(weeksOf(2027, []))).toBeUndefined();
  });

  test('are tinted by number; many bodies together by quarters of the heaviest', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((count) => tintOf(count, tintsOf([], false)))).toEqual([
      0, 1, 1, 2, 3, 4, 4,
    ]);
    const weeks = weeksOf(
      2027,
      Array.from({ length: 40 }, () => step('m.notice', '2027-05-03')),
    );
    expect(tintsOf(weeks, true)).toEqual([1, 11, 21, 31]);
    expect(tintsOf([], true)).toEqual([1, 2, 3, 4]);
  });
});

describe('without a report', () => {
  const items = [
    item('o.budget.2027.ks.2', 'ks', '2027-05-03', { kind: 'hop', origin: 'budget' }),
    item('o.budget.2027.ks.2.feedback', 'ks', '2027-06-01', { kind: 'feedback', origin: 'budget' }),
    item('a', 'ks', '2027-05-19', about('budget')),
    item('b', 'ks', '2027-06-09', about('budget', 'other')),
    talk('t', '2027-05-19', '16:20', 'PT10M'),
    step('m.notice', '2027-06-02'),
  ];

  test('its last days and replies go, weeks are freed, and meetings that take up nothing else', () => {
    const [freed, ...others] = freedBy(
      'budget',
      itsItems('budget', items),
      items,
      [ks, body('kf', 'council')],
      2027,
    );
    expect(others).toEqual([]);
    expect(freed).toMatchObject({ lastDays: 1, replies: 1, meetings: { items: 1, minutes: 170 } });
    expect(freed?.weeks.map(({ week }) => week)).toEqual([18]);
  });
});

test('time is said in hours and minutes, or short', () => {
  expect([0, 10, 60, 100].map(hours)).toEqual(['0 h', '10 min', '1 h', '1 h 40 min']);
  expect([10, 60, 100].map(hoursShort)).toEqual(['10 min', '1 h', '1,7 h']);
});
