// People as the list and the form need them.
import type { Assignment, NewPerson, Person, Post } from '../api/people.js';
import type { Day } from '../api/types.js';

/** An assignment as typed. */
export interface AssignmentDraft {
  body: string;
  post: Post;
  party: string;
  order: string;
  unit: string;
  function: string;
  from: Day;
  until: Day;
}

export interface PersonDraft {
  name: string;
  address: string;
  language: 'sv' | 'en';
  hidden: boolean;
  assignments: AssignmentDraft[];
}

export const isNow = ({ from, until }: Pick<Assignment, 'from' | 'until'>, today: Day): boolean =>
  from <= today && (until ?? '9999') >= today;
export const isPast = ({ until }: Pick<Assignment, 'until'>, today: Day): boolean =>
  (until ?? '9999') < today;

export interface PeopleFilter {
  words: string;
  body: string;
  /** Those too whose last assignment has ended. */
  past: boolean;
}

/** Every word must stand in the name, the address or a party. */
export function found(people: Person[], { words, body, past }: PeopleFilter, today: Day): Person[] {
  const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  return people.filter(({ name, address = '', assignments }) => {
    const text = [name, address, ...assignments.map(({ party = '' }) => party)]
      .join(' ')
      .toLocaleLowerCase('sv');
    const there = assignments.filter((one) => (!body || one.body === body) && (past || !isPast(one, today)));
    return there.length > 0 && wanted.every((word) => text.includes(word));
  });
}

export const emptyAssignment = (from: Day, body = ''): AssignmentDraft => ({
  body,
  post: 'member',
  party: '',
  order: '',
  unit: '',
  function: '',
  from,
  until: '',
});

export const draftOf = ({ name, address = '', language, hidden, assignments }: Person): PersonDraft => ({
  name,
  address,
  language,
  hidden,
  assignments: assignments.map((one) => ({
    body: one.body,
    post: one.post,
    party: one.party ?? '',
    order: one.order ? String(one.order) : '',
    unit: one.unit ?? '',
    function: one.function ?? '',
    from: one.from,
    until: one.until ?? '',
  })),
});

function assignmentOf({ body, post, from, until, order, ...texts }: AssignmentDraft): Assignment {
  const told = Object.fromEntries(
    Object.entries(texts)
      .map(([key, value]) => [key, value.trim()])
      .filter(([, value]) => value),
  );
  return {
    body,
    post,
    from,
    ...(until ? { until } : {}),
    ...(Number(order) > 0 ? { order: Number(order) } : {}),
    ...told,
  };
}

/** An empty address takes it away from somebody who had one; somebody new has none. */
export function personOf(draft: PersonDraft, isNew: boolean): NewPerson {
  const address = draft.address.trim();
  return {
    name: draft.name.trim(),
    language: draft.language,
    hidden: draft.hidden,
    assignments: draft.assignments.map(assignmentOf),
    ...(address || !isNew ? { address } : {}),
  };
}
