// Accounts, keys for programs, and what was done. For administrators.
import { ask, type Answer } from './http.js';
import type { Rytm } from './organisation.js';
import { Problem } from './problem.js';
import type { Batch, Day, Grant, Instant, List } from './types.js';

export interface Account {
  person: string;
  login: string;
  name: string;
  disabled: boolean;
  'must-change': boolean;
  'has-totp': boolean;
  created: Instant;
  grants: Grant[];
}

export interface NewAccount {
  login: string;
  name: string;
  grants: Grant[];
  password: string;
}

export interface ApiKey {
  id: string;
  label: string;
  grants: Grant[];
  'created-by': string;
  created: Instant;
  expires: Instant;
  revoked?: Instant;
  'last-used'?: Instant;
}

export interface AuditLine {
  id: number;
  made: Instant;
  person: string;
  via: string;
  what: string;
  subject: string;
  detail?: string;
}

const most = 1000;

export const accounts = async (): Promise<Account[]> =>
  (await ask<List<Account>>('/accounts', { query: { limit: most } })).value.items;
export const account = (login: string): Promise<Answer<Account>> =>
  ask(`/accounts/${encodeURIComponent(login)}`);
export const addAccount = (body: NewAccount, key: string): Promise<Answer<Account>> =>
  ask('/accounts', { method: 'POST', body, key });

export const changeAccount = (
  login: string,
  body: { disabled?: boolean; grants?: Grant[] },
  ifMatch: string,
  key: string,
): Promise<Answer<Account>> =>
  ask(`/accounts/${encodeURIComponent(login)}`, { method: 'PATCH', body, ifMatch, key });
export const eraseAccount = (login: string, ifMatch: string, key: string): Promise<Answer<unknown>> =>
  ask(`/accounts/${encodeURIComponent(login)}`, { method: 'DELETE', ifMatch, key });
export const resetPassword = (
  login: string,
  password: string,
  ifMatch: string,
  key: string,
): Promise<Answer<Account>> =>
  ask(`/accounts/${encodeURIComponent(login)}/password`, { method: 'PUT', body: { password }, ifMatch, key });
export const resetTotp = (login: string, ifMatch: string, key: string): Promise<Answer<Account>> =>
  ask(`/accounts/${encodeURIComponent(login)}/totp`, { method: 'DELETE', ifMatch, key });

export const apiKeys = async (): Promise<ApiKey[]> =>
  (await ask<List<ApiKey>>('/api-keys', { query: { limit: most } })).value.items;
export const makeApiKey = (body: {
  label: string;
  grants: Grant[];
  until: Day;
}): Promise<Answer<ApiKey & { key: string }>> => ask('/api-keys', { method: 'POST', body });
export const revokeApiKey = (id: string, key: string): Promise<Answer<unknown>> =>
  ask(`/api-keys/${id}`, { method: 'DELETE', key });

/** Newest first; `before` is the `next` of the part above. */
export const batches = async (rytm: Rytm, before?: number): Promise<List<Batch>> =>
  (await rytm.ask<List<Batch>>('/batches', { query: { limit: 50, before } })).value;
export const audit = async (rytm: Rytm, before?: number): Promise<List<AuditLine>> =>
  (await rytm.ask<List<AuditLine>>('/audit', { query: { limit: 50, before } })).value;

/** Nothing where one may not see it. */
export function permitted<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Problem && (error.status === 403 || error.status === 404)) return instead;
    throw error;
  };
}
