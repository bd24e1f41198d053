import { describe, expect, test } from 'vitest';
import type { Person } from '../api/people.js';
import { draftOf, emptyAssignment, found, personOf } from '../plan/people.js';

const somebody = (name: string, more: Partial<Person> = {}): Person => ({
  id: name,
  name,
  language: 'sv',
  hidden: false,
  created: '2026-01-01T00:00:00Z',
  assignments: [{ body: 'ks', post: 'member', party: 'Exempelpartiet', from: '2026-10-15' }],
  ...more,
});

describe('people', () => {
  const all = [
    somebody('Åsa Exempel'),
    somebody('Bo Prov', {
      assignments: [{ body: 'kf', post: 'chair', from: '2022-10-15', until: '2026-10-14' }],
    }),
  ];
  const names = (words: string, body = '', past = false): string[] =>
    found(all, { words, body, past }, '2027-01-01').map(({ name }) => name);

  test('are found by name, party and body, those of before only when asked for', () => {
    expect(names('åsa')).toEqual(['Åsa Exempel']);
    expect(names('exempelpartiet ÅSA')).toEqual(['Åsa Exempel']);
    expect(names('', 'kf')).toEqual([]);
    expect(names('', 'kf', true)).toEqual(['Bo Prov']);
    expect(names('', '', true)).toHaveLength(2);
  });

  test('go to the server as they came, but for what was changed', () => {
    const person = somebody('Åsa Exempel', {
      address: 'asa@ekeby.example',
      assignments: [{ body: 'ks', post: 'substitute', order: 2, from: '2026-10-15', until: '2027-06-30' }],
    });
    const { id, created, ...rest } = person;
    expect(personOf(draftOf(person), false)).toEqual(rest);
    expect(personOf({ ...draftOf(person), address: ' ' }, false).address).toBe('');
    expect(
      personOf(
        {
          name: ' Ny ',
          address: '',
          language: 'sv',
          hidden: false,
          assignments: [emptyAssignment('2027-01-01', 'ks')],
        },
        true,
      ),
    ).toEqual({
      name: 'Ny',
      language: 'sv',
      hidden: false,
      assignments: [{ body: 'ks', post: 'member', from: '2027-01-01' }],
    });
  });
});
