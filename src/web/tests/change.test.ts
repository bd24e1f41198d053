import { describe, expect, test } from 'vitest';
import { Problem } from '../api/problem.js';
import type { SlotWithLog, WhatIf } from '../api/types.js';
import { chainOf } from '../plan/chain.js';
import {
  beginningAt,
  carryOver,
  draftOf,
  endingAt,
  fieldsChanged,
  isEmpty,
  proposalOf,
  setsOf,
  unreadable,
} from '../plan/change.js';
import { consequencesOf } from '../plan/consequences.js';
import { item } from './plan-values.js';

const meeting = item('e.ks.meeting.2027-05-19', 'ks', '2027-05-19', { place: 'salen' });
const slot: SlotWithLog = {
  id: meeting.id,
  body: 'ks',
  series: 'meeting',
  nominal: '2027-05-19',
  'rule-day': '2027-05-19',
  extra: false,
  dropped: false,
  item: meeting,
  log: [],
};
const draft = draftOf(slot, meeting);

describe('a change', () => {
  test('says nothing of what stays', () => expect(isEmpty(setsOf(draft, draft, meeting))).toBe(true));

  test('sets what was written, times as people write them', () => {
    const written = endingAt(beginningAt({ ...draft, day: '2027-05-26', place: '' }, '9'), '1130');
    expect(setsOf(written, draft, meeting)).toEqual({
      day: '2027-05-26',
      at: '09:00',
      lasts: 'PT2H30M',
      place: '',
    });
  });

  test('of the beginning takes the end along, letter by letter', () => {
    const written = ['1', '14', '14.', '14.3', '14.30'].reduce(beginningAt, draft);
    expect(written.until).toBe('17.30');
    expect(setsOf(written, draft, meeting)).toEqual({ at: '14:30' });
  });

  test('names the meeting in the language one reads, and keeps the other', () => {
    const english = { ...meeting, title: { sv: 'Sammanträde', en: 'Meeting' } };
    expect(setsOf({ ...draft, name: 'Budgetmöte', mode: 'hybrid' }, draft, english)).toEqual({
      name: { sv: 'Budgetmöte', en: 'Meeting' },
      mode: 'hybrid',
    });
  });

  test('of a step sets its day only', () => {
    const notice = item(`${meeting.id}.notice`, 'ks', '2027-05-12', {
      kind: 'step',
      origin: 'notice',
      parent: meeting.id,
    });
    const withChain = { ...slot, chain: [notice] };
    const begun = draftOf(withChain, meeting, 'step', 'notice');
    expect(begun.day).toBe('2027-05-12');
    expect(isEmpty(setsOf(begun, begun, meeting))).toBe(true);
    expect(setsOf({ ...begun, day: '2027-05-11' }, begun, meeting)).toEqual({ day: '2027-05-11' });
    expect(proposalOf('s', { day: '2027-05-11' }, begun).changes).toEqual([
      { slots: ['s'], step: 'notice', set: { day: '2027-05-11' } },
    ]);
  });

  test('that calls off says so', () => {
    const begun = draftOf(slot, meeting, 'cancel');
    expect(setsOf(begun, begun, meeting)).toEqual({ cancelled: true });
    expect(setsOf({ ...begun, day: '2027-05-26' }, begun, meeting)).toEqual({
      cancelled: true,
      day: '2027-05-26',
    });
  });

  test('waits for what cannot be read yet', () => {
    expect(unreadable({ ...draft, day: '', at: 'tolv' }, meeting)).toEqual(['day', 'at']);
    expect(unreadable(draft, meeting)).toEqual([]);
  });

  test('takes its reasons along where there are any', () => {
    expect(
      proposalOf(
        's',
        { day: '2027-05-26' },
        { reasonKind: 'place', reason: '  ', publicReason: ' Salen är upptagen ' },
      ),
    ).toEqual({
      changes: [
        {
          slots: ['s'],
          set: { day: '2027-05-26' },
          'reason-kind': 'place',
          'public-reason': 'Salen är upptagen',
        },
      ],
    });
  });

  test('is carried over to what another has changed: both stay', () => {
    const now = { ...draft, place: 'kulturhuset' };
    expect(carryOver({ ...draft, day: '2027-05-26' }, draft, now)).toEqual({ ...now, day: '2027-05-26' });
    expect(fieldsChanged(meeting, { ...meeting, place: 'kulturhuset', status: 'cancelled' })).toEqual([
      'place',
      'cancelled',
    ]);
  });
});

describe('what follows', () => {
  const moved = (id: string) => ({
    id,
    change: 'moves' as const,
    kind: 'meeting' as const,
    origin: 'meeting',
    body: 'ks',
    title: { sv: id },
    before: { day: '2027-05-19' },
    after: { day: '2027-05-26' },
  });
  const whatIf: WhatIf = {
    items: [
      moved(`${meeting.id}.notice`),
      moved(meeting.id),
      moved('e.au.meeting.2027-05-11'),
      moved('e.au.meeting.2027-05-11.notice'),
    ],
    findings: { appear: [], disappear: [] },
    bodies: ['ks'],
    told: [{ body: 'ks', levels: ['member'] }],
    notices: [],
    unseen: 1,
  };
  const steps = ['notice', 'minutes'].map((step) =>
    item(`${meeting.id}.${step}`, 'ks', '2027-05-26', { kind: 'step', parent: meeting.id }),
  );

  test('is told apart from the change itself, meetings first', () => {
    const consequences = consequencesOf(whatIf, [meeting.id], steps);
    expect(consequences.itself.map(({ id }) => id)).toEqual([meeting.id]);
    expect(consequences.follow[0]?.id).toBe('e.au.meeting.2027-05-11');
    expect(consequences.follow).toHaveLength(3);
    expect(consequences.staying).toBe(1);
  });

  test('stands in the chain beside what is now', () => {
    const links = chainOf(meeting, steps, whatIf.items);
    expect(links.map(({ item: { id }, after }) => [id.split('.').at(-1), after?.day])).toEqual([
      ['2027-05-19', '2027-05-26'],
      ['notice', '2027-05-26'],
      ['minutes', undefined],
    ]);
  });
});

describe('what the server refuses', () => {
  const problem = new Problem({
    type: 'urn:rytm:invalid',
    title: 'Fel',
    status: 422,
    detail: 'Går inte.',
    errors: [
      { pointer: '/changes/0/set/place', detail: 'Det finns ingen plats salen.', instead: 'Välj en plats.' },
      { pointer: '/changes/0/reason', detail: 'För lång.' },
    ],
  });

  test('is said at its field, and the rest beside the button', () => {
    expect(problem.at('set/place')).toBe('Det finns ingen plats salen. Välj en plats.');
    expect(problem.at('set/day')).toBeUndefined();
    expect(problem.besides('set/place')).toEqual(['För lång.']);
    expect(problem.besides('set/place', 'reason')).toEqual([]);
  });

  test('without fields says its detail', () =>
    expect(new Problem({ type: 'urn:rytm:csrf', title: 'Inte tillåtet', status: 403 }).besides()).toEqual([
      'Inte tillåtet',
    ]));
});
