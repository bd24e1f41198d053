import { expect, test } from 'vitest';
import type { Body, Item, Report } from '../api/types.js';
import { along, periodsOf, wayOf } from '../plan/report-way.js';

const item = (id: string, kind: Item['kind'], day: string, more: Partial<Item> = {}): Item => ({
  id,
  kind,
  day,
  body: id.split('.')[3] ?? '',
  origin: 'annual-report',
  title: { sv: id },
  status: 'regular',
  for: [],
  ...more,
});
const report: Report = {
  id: 'annual-report',
  name: { sv: 'Årsredovisning' },
  route: [
    { id: '1', bodies: ['bun', 'soc'] },
    { id: '2', bodies: ['ks'] },
    { id: '3', bodies: [], party: { sv: 'Revisorerna' } },
  ],
};

test('a report goes hop by hop, from the first day it is due to the last meeting that takes it up', () => {
  const items = [
    item('o.ks.meeting.2027-03-17', 'meeting', '2027-03-17'),
    item('o.annual-report.2026.ks.2', 'hop', '2027-03-03', { parent: 'o.ks.meeting.2027-03-17' }),
    item('o.annual-report.2026.soc.1', 'hop', '2027-02-01'),
    item('o.annual-report.2027.ks.2', 'hop', '2028-03-03'),
    item('o.annual-report.2026.party.3', 'hop', '2027-03-18'),
  ];
  expect(periodsOf('annual-report', items)).toEqual(['2026', '2027']);
  const way = wayOf(report, '2026', items, [{ id: 'ks', name: { sv: 'KS' } } as Body]);
  expect(way?.stops.map(({ lane, due, meeting }) => [lane, due, meeting])).toEqual([
    [0, '2027-02-01', undefined],
    [1, '2027-03-03', '2027-03-17'],
    [2, '2027-03-18', undefined],
  ]);
  expect(way && [along(way, '2027-02-01'), along(way, '2027-03-18')]).toEqual([0, 1]);
  expect(wayOf(report, '2031', items, [])).toBeUndefined();
});
