import { describe, expect, test } from 'vitest';
import { lettersOf } from '../plan/letters.js';
import {
  everything,
  freeIn,
  freeOn,
  inMonth,
  marksByDay,
  rowsOf,
  weeksOf,
  yearOfPlan,
} from '../plan/year.js';
import { report, source } from './plan-values.js';

const year = yearOfPlan(source(), everything);
const row = (id: string) => rowsOf(year).find(({ body }) => body.id === id);
const ids = (of: string) => row(of)?.marks.map(({ item }) => item.id);

describe('the year', () => {
  test('has a row for each body that lives in it, those that decide first', () => {
    expect(year.groups.map(({ id, rows }) => [id, rows.map(({ body }) => body.id)])).toEqual([
      ['deciding', ['kf', 'ks']],
      ['preparing', ['ksau']],
    ]);
  });

  test('holds meetings by day, and talks that hang on none', () =>
    expect(ids('ks')).toEqual(['ks1', 'ks2', 't2', 'ks3']));

  test('shows a joint meeting in the row of each body', () =>
    expect(ids('kf')).toEqual(['kf1', 'kf2', 'ks3', 'kf3']));

  test('tells the usual weekday, and marks another', () => {
    expect(row('kf')?.usual).toEqual({ weekday: 1, at: '13:30' });
    expect(
      row('kf')
        ?.marks.filter(({ unusual }) => unusual)
        .map(({ item }) => item.id),
    ).toEqual(['kf2', 'ks3']);
  });

  test('hangs talks, reports and findings on their meeting, a report once', () => {
    const [first] = row('ks')?.marks ?? [];
    expect(first?.talks.map(({ id }) => id)).toEqual(['t1']);
    expect(first?.reports.map(({ id }) => id)).toEqual(['budget']);
    expect(row('ks')?.marks.at(-1)?.findings).toHaveLength(1);
  });

  test('knows what is free', () => {
    expect(row('ks')?.marks.find(({ item }) => item.id === 'ks2')?.free?.name.sv).toBe('Sportlov');
    expect(freeOn('2027-07-14', year.free)?.kind).toBe('recess');
    expect(freeIn(year.free, 2027, 7)).toMatchObject([{ from: 1, until: 31 }]);
    expect(freeIn(year.free, 2027, 6)).toMatchObject([{ from: 28, until: 30 }]);
  });

  test('needs no words for a holiday on a weekend', () =>
    expect(freeIn(year.free, 2027, 5).map(({ from }) => from)).toEqual([6]));

  test('is the same by month as by day', () => {
    const byMonth = rowsOf(year).flatMap(({ marks }) =>
      Array.from({ length: 12 }, (_, index) => inMonth(marks, index + 1)).flat(),
    );
    expect(byMonth.map(({ key }) => key).sort()).toEqual(
      marksByDay(year)
        .map(({ key }) => key)
        .sort(),
    );
  });

  test('names the weeks of a month', () => expect(weeksOf(2027, 1)).toEqual([53, 4]));

  test('leaves out what is not chosen', () => {
    const some = yearOfPlan(source(), {
      hidden: new Set(['kf']),
      reports: false,
      talks: false,
      free: false,
      onlyFindings: true,
    });
    expect(rowsOf(some).map(({ body, marks }) => [body.id, marks.map(({ item }) => item.id)])).toEqual([
      ['ks', ['ks3']],
      ['ksau', []],
    ]);
    expect(some.free).toEqual([]);
    expect(some.reports).toEqual([]);
  });
});

describe('letters of reports', () => {
  test('are one where it is free, else two; the shortest name first', () => {
    const letters = lettersOf([
      report('conditions', 'Budgetförutsättningar'),
      report('budget', 'Budget'),
      report('year', 'Årsredovisning'),
    ]);
    expect([...letters].sort()).toEqual([
      ['budget', 'B'],
      ['conditions', 'Bu'],
      ['year', 'Å'],
    ]);
  });

  test('are never alike', () => {
    const letters = lettersOf(Array.from({ length: 20 }, (_, index) => report(`r${index}`, 'Aa')));
    expect(new Set(letters.values()).size).toBe(20);
  });
});
