import { describe, expect, test } from 'vitest';
import type { Item } from '../api/types.js';
import { dutiesOf, mondayOf } from '../plan/week.js';

const item = (
  id: string,
  kind: Item['kind'],
  body: string,
  day = '2027-05-19',
  more: Partial<Item> = {},
): Item => ({ id, kind, body, day, origin: '', title: { sv: id }, status: 'regular', for: [], ...more });

describe('a week', () => {
  test('begins on Monday', () => {
    expect(['2027-05-17', '2027-05-19', '2027-05-23', '2027-01-01'].map(mondayOf)).toEqual([
      '2027-05-17',
      '2027-05-17',
      '2027-05-17',
      '2026-12-28',
    ]);
  });

  test('is told by what there is to do, of one’s own bodies, joint meetings too', () => {
    const items = [
      item('o.ks.meeting.2027-05-19.taken-down', 'step', 'ks'),
      item('o.ks.meeting.2027-05-26.notice', 'step', 'ks'),
      item('o.ks.meeting.2027-05-19', 'meeting', 'ks'),
      item('o.ks.meeting.2027-06-09.item-deadline', 'step', 'ks'),
      item('o.kf.meeting.2027-05-18', 'meeting', 'kf', '2027-05-18', { with: ['ks'] }),
      item('o.bun.meeting.2027-05-18', 'meeting', 'bun'),
    ];
    const duties = dutiesOf(items, new Set(['ks']));
    expect(duties.map(({ kind }) => kind)).toEqual(['meetings', 'notices', 'down', 'work']);
    expect(duties[0]?.items.map(({ body }) => body)).toEqual(['kf', 'ks']);
  });
});
