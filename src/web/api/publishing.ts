// Editions: trying a publication, publishing, going back, decisions on record.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Day, DayAndTime, Edition, Finding, Instant, Text } from './types.js';

export type AdoptionKind = 'proposed' | 'adopted' | 'amended' | 'corrected' | 'withdrawn';

export interface NewAdoption {
  body: string;
  from: Day;
  until: Day;
  kind: AdoptionKind;
  'decided-by'?: string;
  'decided-on'?: Day;
  paragraph?: string;
  'case-number'?: string;
  replaces?: number;
}

export interface Adoption extends NewAdoption {
  number: number;
  'decided-by': string;
  author: string;
  made: Instant;
}

export type DifferenceKind = 'new' | 'moved' | 'cancelled' | 'revived' | 'changed' | 'confirmed' | 'gone';

export interface Difference {
  kind: DifferenceKind;
  uid: string;
  words: Text;
  reason?: Text;
  before?: DayAndTime;
  after?: DayAndTime;
}

export interface PublishRequest {
  bodies?: string[];
  until: Day;
  note?: string;
  undecided?: 'tentative' | 'withheld';
  adoptions?: NewAdoption[];
  tell?: boolean;
}

export interface Letter {
  person: string;
  name: string;
  subject: string;
  urgent: boolean;
  text?: string;
}

export interface Publication {
  revision: number;
  bodies: { body: string; number: number; differences: Difference[] }[];
  feeds: string[];
  quoted: string[];
  'in-the-way': Finding[];
  letters?: Letter[];
}

export interface FullEdition extends Edition {
  'returns-to'?: number;
  adoptions: Adoption[];
}

export const previewPublication = (rytm: Rytm, body: PublishRequest): Promise<Answer<Publication>> =>
  rytm.ask('/editions/preview', { method: 'POST', body });

export const publish = (
  rytm: Rytm,
  body: PublishRequest,
  ifMatch: string,
  key: string,
): Promise<Answer<Publication>> => rytm.ask('/editions', { method: 'POST', body, ifMatch, key });

export const latestEditions = (rytm: Rytm): Promise<Answer<FullEdition[]>> =>
  rytm.all<FullEdition>('/editions');
export const editionsOf = (rytm: Rytm, body: string): Promise<Answer<FullEdition[]>> =>
  rytm.all<FullEdition>('/editions', { body });

export const differences = async (
  rytm: Rytm,
  body: string,
  from?: number,
  to?: number,
): Promise<{ from?: number; differences: Difference[] }> =>
  (
    await rytm.ask<{ from?: number; differences: Difference[] }>('/differences', {
      query: { body, from, to },
    })
  ).value;

export const returnTo = (
  rytm: Rytm,
  body: string,
  number: number,
  ifMatch: string,
  key: string,
): Promise<Answer<Publication>> =>
  rytm.ask(`/editions/${body}/${number}/return`, { method: 'POST', ifMatch, key });

export const adoptions = async (rytm: Rytm): Promise<Adoption[]> =>
  (await rytm.all<Adoption>('/adoptions')).value;
