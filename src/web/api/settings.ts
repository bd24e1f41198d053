// The organisation's facts as the rules have them, and how mail stands.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Instant, List, SavedBatch, Text } from './types.js';

export interface PatchStep {
  op: 'add' | 'replace' | 'remove';
  path: string;
  /** Of all but `remove`. */
  value?: unknown;
}

export interface MailStatus {
  paused: boolean;
  waiting: number;
  sent: number;
  failed: number;
  stale: number;
  unreachable: string[];
}

export interface SentLetter {
  number: number;
  kind: string;
  person: string;
  state: 'waiting' | 'sent' | 'failed' | 'stale';
  made: Instant;
  subject: string;
  answer?: string;
}

/** As written: texts of one language are strings. */
export interface Facts {
  name: string | Text;
  contact?: string | Text;
  address?: string;
}

export const facts = async (rytm: Rytm): Promise<Answer<Facts>> => {
  const { value, etag } = await rytm.ask<{ organisation: Facts }>('/rules');
  return { value: value.organisation, etag };
};

export const patchRules = (
  rytm: Rytm,
  steps: PatchStep[],
  ifMatch: string,
  key: string,
): Promise<Answer<SavedBatch>> =>
  rytm.ask('/rules', {
    method: 'PATCH',
    body: steps,
    contentType: 'application/json-patch+json',
    ifMatch,
    key,
  });

export const mailStatus = async (rytm: Rytm): Promise<MailStatus> =>
  (await rytm.ask<MailStatus>('/mail')).value;
export const pauseMail = async (rytm: Rytm, pause: boolean, key: string): Promise<MailStatus> =>
  (await rytm.ask<MailStatus>(pause ? '/mail/pause' : '/mail/resume', { method: 'POST', key })).value;
export const letters = async (rytm: Rytm, before?: number): Promise<List<SentLetter>> =>
  (await rytm.ask<List<SentLetter>>('/mail/letters', { query: { limit: 25, before } })).value;
