// A small municipality for the tests: a council, a board and its working committee.
import type { Body, BodyKind, Calendars, Finding, Item, Report } from '../api/types.js';
import type { YearSource } from '../plan/year.js';

export const body = (id: string, kind: BodyKind, more: Partial<Body> = {}): Body => ({
  id,
  kind,
  name: { sv: id },
  'short-name': id.toUpperCase(),
  listed: true,
  series: [],
  may: { adjust: true, publish: true },
  ...more,
});

export const item = (id: string, of: string, day: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'meeting',
  body: of,
  origin: 'meeting',
  day,
  title: { sv: 'Sammanträde' },
  status: 'regular',
  for: ['public'],
  at: '13:30',
  lasts: 'PT3H',
  ...more,
});

export const report = (id: string, name: string): Report => ({ id, name: { sv: name }, route: [] });

export const finding = (items: string[]): Finding => ({
  check: 'clash',
  severity: 'warning',
  day: '2027-05-19',
  items,
  message: { sv: 'krock' },
});

const calendars: Calendars = {
  'school-breaks': [
    { name: { sv: 'Sportlov' }, rule: '', spans: [{ from: '2027-02-22', until: '2027-02-28' }] },
  ],
  recesses: [
    { name: { sv: 'Sommaruppehåll' }, rule: '', spans: [{ from: '2027-06-28', until: '2027-08-08' }] },
  ],
  external: [],
  holidays: [
    { day: '2027-05-06', name: { sv: 'Kristi himmelsfärds dag' } },
    { day: '2027-05-01', name: { sv: 'första maj' } },
  ],
};

export const source = (more: Partial<YearSource> = {}): YearSource => ({
  year: 2027,
  bodies: [
    body('kf', 'council'),
    body('ks', 'executive-board'),
    body('ksau', 'subcommittee'),
    body('kun', 'committee', { until: '2026-12-31' }),
  ],
  meetings: [
    item('kf1', 'kf', '2027-02-15'),
    item('kf2', 'kf', '2027-03-30'),
    item('kf3', 'kf', '2027-05-31'),
    item('ks1', 'ks', '2027-01-20', {
      business: [
        { report: 'budget', period: '2027', decides: true },
        { report: 'budget', period: '2026', decides: true },
      ],
    }),
    item('ks2', 'ks', '2027-02-24'),
    item('ks3', 'ks', '2027-05-19', { with: ['kf'] }),
    item('au1', 'ksau', '2027-01-12', { at: '08:30' }),
    item('au2', 'ksau', '2027-05-11', { at: '08:30' }),
  ],
  talks: [
    item('t1', 'ks', '2027-01-20', { kind: 'dialogue', origin: 'reflection', parent: 'ks1' }),
    item('t2', 'ks', '2027-03-04', { kind: 'dialogue', origin: 'roles' }),
  ],
  reports: [report('budget', 'Budget')],
  findings: [finding(['ks3'])],
  calendars,
  ...more,
});
