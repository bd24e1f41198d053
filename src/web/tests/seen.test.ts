import { expect, test } from 'vitest';
import type { Item } from '../api/types.js';
import { byMonth, counts, hiddenFrom } from '../plan/seen.js';

const item = (id: string, kind: Item['kind'], day: string): Item => ({
  id,
  kind,
  day,
  body: '',
  origin: '',
  title: { sv: id },
  status: 'regular',
  for: [],
});

test('a reader sees some, and the rest is counted by kind', () => {
  const all = [
    item('a', 'meeting', '2027-01-20'),
    item('b', 'step', '2027-01-13'),
    item('c', 'dialogue', '2027-03-01'),
    item('d', 'step', '2027-02-01'),
  ];
  const seen = all.slice(0, 1);
  expect(counts(seen)).toEqual([['meeting', 1]]);
  expect(counts(hiddenFrom(all, seen))).toEqual([
    ['step', 2],
    ['dialogue', 1],
  ]);
  expect(byMonth(all).map(([month, items]) => [month, items.length])).toEqual([
    [1, 2],
    [2, 1],
    [3, 1],
  ]);
});
