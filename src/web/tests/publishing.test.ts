import { describe, expect, test } from 'vitest';
import type { Adoption, FullEdition } from '../api/publishing.js';
import {
  aboutOf,
  inForce,
  isOfItsOwn,
  pointerOnPage,
  requestOf,
  usualUntil,
  type Decision,
  type PublicationDraft,
} from '../plan/publishing.js';

const decision = (body: string): Decision => ({
  body,
  kind: 'adopted',
  from: '2027-01-01',
  until: '2027-12-31',
  by: ' Kommunstyrelsen ',
  on: '2026-11-17',
  paragraph: '§ 131',
  caseNumber: '',
});
const draft = (more: Partial<PublicationDraft>): PublicationDraft => ({
  bodies: new Set(['kf', 'ks']),
  until: '2027-12-31',
  note: '',
  withhold: false,
  small: false,
  decisions: [],
  ...more,
});

describe('a publication', () => {
  test('is asked for with what was filled in and nothing else', () => {
    expect(requestOf(draft({}))).toEqual({
      bodies: ['kf', 'ks'],
      until: '2027-12-31',
      undecided: 'tentative',
      tell: true,
    });
    expect(
      requestOf(draft({ decisions: [decision('ks')], small: true, withhold: true, note: ' x ' })),
    ).toEqual({
      bodies: ['kf', 'ks'],
      until: '2027-12-31',
      undecided: 'withheld',
      tell: false,
      note: 'x',
      adoptions: [
        {
          body: 'ks',
          from: '2027-01-01',
          until: '2027-12-31',
          kind: 'adopted',
          'decided-by': 'Kommunstyrelsen',
          'decided-on': '2026-11-17',
          paragraph: '§ 131',
        },
      ],
    });
  });

  test('puts a decision on all bodies on record for each, and an error at the field that all share', () => {
    const both = draft({ decisions: [decision(''), decision('ks')] });
    expect(requestOf(both).adoptions?.map(({ body }) => body)).toEqual(['kf', 'ks', 'ks']);
    expect(
      ['/adoptions/1/paragraph', '/adoptions/2/kind', '/until'].map((pointer) =>
        pointerOnPage(both, pointer),
      ),
    ).toEqual(['/decisions/0/paragraph', '/decisions/1/kind', '/until']);
  });

  test('goes as far as the one before, and a first one to the end of the first whole year', () => {
    expect(
      usualUntil([{ until: '2027-06-30' }, { until: '2028-12-31' }] as FullEdition[], {
        from: '2026-10-15',
        until: '2030-12-31',
      }),
    ).toBe('2028-12-31');
    expect(usualUntil([], { from: '2026-10-15', until: '2030-12-31' })).toBe('2027-12-31');
    expect(usualUntil([], { from: '2027-01-01', until: '2027-06-30' })).toBe('2027-06-30');
  });
});

describe('a difference', () => {
  const words: [string, string][] = [
    [
      'Flyttat: Sista dag för motioner: Kommunfullmäktige 6 maj, mån 12 april → tors 22 april',
      'Sista dag för motioner: Kommunfullmäktige 6 maj',
    ],
    ['Ändrat: Kommunfullmäktige: Sammanträde, mån 31 maj kl. 18.30: nya uppgifter', 'Sammanträde'],
    ['Confirmed: Municipal Council: Meeting, Mon 28 Feb 18:30', 'Municipal Council: Meeting'],
  ];
  test.each(words)('%s', (told, about) => expect(aboutOf(told, 'Kommunfullmäktige')).toBe(about));

  test('of a meeting is of its own; of a step or a report it hangs on one', () => {
    const own = (uid: string): boolean =>
      isOfItsOwn({ uid: `${uid}@ekeby.example`, kind: 'new', words: { sv: '' } });
    expect(
      [
        'ekeby.ks.meeting.2027-05-19',
        'ekeby.ks.meeting.2027-05-19.2',
        'ekeby.ks.meeting.2027-05-19.notice',
        'ekeby.discharge.2026.kf.3',
      ].map(own),
    ).toEqual([true, true, false, false]);
  });
});

describe('decisions in force', () => {
  const record = (number: number, more: Partial<Adoption> = {}): Adoption => ({
    number,
    body: 'ks',
    from: '2027-01-01',
    until: '2027-12-31',
    kind: 'adopted',
    'decided-by': 'Kommunstyrelsen',
    author: '',
    made: '2026-11-17T08:00:00Z',
    ...more,
  });
  const numbers = (log: Adoption[]): number[] =>
    inForce(log, 'ks', { from: '2027-01-01', until: '2027-12-31' }).map(({ number }) => number);

  test('are those of the body and the period that no later one took the place of', () => {
    expect(numbers([record(1), record(2, { kind: 'corrected', replaces: 1 })])).toEqual([2]);
    expect(numbers([record(1), record(2, { kind: 'withdrawn', replaces: 1 })])).toEqual([]);
    expect(numbers([record(1, { kind: 'proposed' }), record(2, { body: 'kf' })])).toEqual([]);
    expect(numbers([record(1, { from: '2028-01-01', until: '2028-12-31' })])).toEqual([]);
    expect(numbers([record(1), record(2, { kind: 'amended' })])).toEqual([1, 2]);
  });
});
