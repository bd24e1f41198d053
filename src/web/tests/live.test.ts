import { expect, test } from 'vitest';
import type { ChangedItem, Item } from '../api/types.js';
import { itemsAfter, liveDays, ofSeries } from '../plan/live.js';

test('the year shows what stays, moves, comes and goes, and nothing of other series', () => {
  const meetings = ['2027-01-20', '2027-02-03', '2027-03-17'].map(
    (day) => ({ id: `o.ks.meeting.${day}`, kind: 'meeting', body: 'ks', day, status: 'regular' }) as Item,
  );
  const changed: ChangedItem[] = [
    {
      id: 'o.ks.meeting.2027-02-03',
      change: 'moves',
      kind: 'meeting',
      origin: 'meeting',
      body: 'ks',
      title: { sv: '' },
      before: { day: '2027-02-03' },
      after: { day: '2027-02-17' },
    },
    {
      id: 'o.ks.meeting.2027-03-17',
      change: 'disappears',
      kind: 'meeting',
      origin: 'meeting',
      body: 'ks',
      title: { sv: '' },
      before: { day: '2027-03-17' },
    },
    {
      id: 'o.ks.meeting.2027-12-01',
      change: 'appears',
      kind: 'meeting',
      origin: 'meeting',
      body: 'ks',
      title: { sv: '' },
      after: { day: '2027-12-01' },
    },
    {
      id: 'o.ks.meeting.2028-01-05',
      change: 'appears',
      kind: 'meeting',
      origin: 'meeting',
      body: 'ks',
      title: { sv: '' },
      after: { day: '2028-01-05' },
    },
    {
      id: 'o.ks.meeting.2027-12-01.notice',
      change: 'appears',
      kind: 'step',
      origin: 'notice',
      body: 'ks',
      title: { sv: '' },
      after: { day: '2027-11-24' },
    },
  ];
  expect(
    liveDays(meetings, changed, ofSeries('ks', 'meeting'), 2027).map(({ day, was, takesPlace }) => [
      day,
      was,
      takesPlace,
    ]),
  ).toEqual([
    ['2027-01-20', undefined, true],
    ['2027-02-17', '2027-02-03', true],
    ['2027-03-17', undefined, false],
    ['2027-12-01', undefined, true],
  ]);
  expect(itemsAfter(meetings, changed).map(({ id, day }) => [id.split('.').at(-1), day])).toEqual([
    ['2027-01-20', '2027-01-20'],
    ['2027-02-03', '2027-02-17'],
    ['2027-12-01', '2027-12-01'],
    ['2028-01-05', '2028-01-05'],
    ['notice', '2027-11-24'],
  ]);
});
