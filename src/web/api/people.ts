// People: who they are, what they are in the bodies, which mails they get.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Day, Instant, Text, Time } from './types.js';

export type Post =
  | 'chair'
  | 'vice-chair'
  | 'member'
  | 'substitute'
  | 'staff-representative'
  | 'secretary'
  | 'director'
  | 'case-officer'
  | 'auditor'
  | 'group-leader'
  | 'union-representative';

export interface Assignment {
  body: string;
  post: Post;
  party?: string;
  order?: number;
  unit?: string;
  function?: string;
  from: Day;
  until?: Day;
}

export interface NewPerson {
  name: string;
  address?: string;
  language?: 'sv' | 'en';
  hidden?: boolean;
  assignments: Assignment[];
}

export interface Person {
  id: string;
  name: string;
  address?: string;
  language: 'sv' | 'en';
  hidden: boolean;
  created: Instant;
  assignments: Assignment[];
}

export interface StoredPerson extends Person {
  'feed-links': object[];
  absences: string[];
  'called-to': string[];
  invitations: object[];
  letters: { made: Instant; state: string; subject: string }[];
}

export type RowOutcome = 'new-person' | 'new-assignment' | 'changed' | 'ended' | 'unchanged' | 'refused';

export interface ImportRow {
  line?: number;
  outcome: RowOutcome;
  person?: string;
  name: string;
  assignment?: Assignment;
  changes?: { field: Text; from: string; to: string }[];
  problems?: { pointer: string; what: Text; instead: Text }[];
  note?: Text;
}

export interface PeopleImport {
  saved: boolean;
  rows: ImportRow[];
  'left-out': string[];
}

export interface TableChoices {
  body?: string | undefined;
  from?: Day | undefined;
  'replace-body'?: string | undefined;
}

export type Reminder = 'papers' | 'week-before' | 'day-before' | 'morning' | 'deadline' | 'dialogue';

export interface MailChoices {
  reminders: Reminder[];
  digest: boolean;
  changes: boolean;
  invitations: boolean;
  at: Time;
  quiet?: { from: Time; until: Time };
}

export const people = async (rytm: Rytm): Promise<Person[]> => (await rytm.all<Person>('/people')).value;
export const person = (rytm: Rytm, id: string): Promise<Answer<Person>> => rytm.ask(`/people/${id}`);
export const addPerson = (rytm: Rytm, body: NewPerson, key: string): Promise<Answer<Person>> =>
  rytm.ask('/people', { method: 'POST', body, key });
export const changePerson = (
  rytm: Rytm,
  id: string,
  body: NewPerson,
  ifMatch: string,
  key: string,
): Promise<Answer<Person>> => rytm.ask(`/people/${id}`, { method: 'PATCH', body, ifMatch, key });
export const erasePerson = (rytm: Rytm, id: string, ifMatch: string, key: string): Promise<Answer<unknown>> =>
  rytm.ask(`/people/${id}`, { method: 'DELETE', ifMatch, key });
export const storedOf = async (rytm: Rytm, id: string): Promise<StoredPerson> =>
  (await rytm.ask<StoredPerson>(`/people/${id}/stored`)).value;

export const exportPeople = async (
  rytm: Rytm,
  body: string | undefined,
  withProtected: boolean,
): Promise<string> =>
  (await rytm.ask<string>('/people/export', { query: { body, 'with-protected': withProtected } })).value;

const table = (choices: TableChoices): Record<string, string | undefined> => ({ ...choices });
export const previewTable = async (rytm: Rytm, text: string, choices: TableChoices): Promise<PeopleImport> =>
  (
    await rytm.ask<PeopleImport>('/people/import/preview', {
      method: 'POST',
      query: table(choices),
      body: text,
      contentType: 'text/csv',
    })
  ).value;
export const saveTable = async (
  rytm: Rytm,
  text: string,
  choices: TableChoices,
  key: string,
): Promise<PeopleImport> =>
  (
    await rytm.ask<PeopleImport>('/people/import', {
      method: 'POST',
      query: table(choices),
      body: text,
      contentType: 'text/csv',
      key,
    })
  ).value;

export const mailChoices = async (rytm: Rytm, whose: string): Promise<MailChoices> =>
  (await rytm.ask<MailChoices>(`/mail-choices/${whose}`)).value;
export const setMailChoices = async (
  rytm: Rytm,
  whose: string,
  body: Partial<MailChoices>,
  key: string,
): Promise<MailChoices> =>
  (await rytm.ask<MailChoices>(`/mail-choices/${whose}`, { method: 'PUT', body, key })).value;
