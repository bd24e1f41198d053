// The rule file, what other rules would give, and what the rules are for: reports' ways, the dialogue programme.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { PatchStep } from './settings.js';
import type { Day, Item, SavedBatch, Text, Time, WhatIf } from './types.js';

export interface RuleException {
  on?: Day;
  add?: Day;
  move?: { day?: Day; at?: Time; place?: string };
  cancel?: boolean;
  reason?: string | Text;
  [more: string]: unknown;
}

export interface RuleSeries {
  id: string;
  when?: unknown;
  at?: Time;
  lasts?: string;
  place?: string;
  on?: Record<string, string>;
  exceptions?: RuleException[];
  [more: string]: unknown;
}

export interface RuleBody {
  id: string;
  series?: RuleSeries[];
  [more: string]: unknown;
}

export interface RuleStep {
  id: string;
  days?: number;
  'working-days'?: number;
  off?: boolean;
  name?: string | Text;
  before?: string;
  [more: string]: unknown;
}

/** As it was written: what it does not name comes from its template. */
export interface RuleFile {
  organisation: Record<string, unknown>;
  window: { from: Day; until: Day };
  bodies: RuleBody[];
  chains?: Record<string, RuleStep[]>;
  [more: string]: unknown;
}

export interface Dialogue {
  id: string;
  kind: string;
  name: Text;
  bodies: string[];
  participants: Text;
  protected: boolean;
  guide?: string;
}

export const rules = (rytm: Rytm): Promise<Answer<RuleFile>> => rytm.ask('/rules');
export const previewRules = async (rytm: Rytm, file: unknown): Promise<WhatIf> =>
  (await rytm.ask<{ 'what-if': WhatIf }>('/rules/preview', { method: 'POST', body: file })).value['what-if'];
export const replaceRules = (
  rytm: Rytm,
  file: unknown,
  ifMatch: string,
  key: string,
): Promise<Answer<SavedBatch>> => rytm.ask('/rules', { method: 'PUT', body: file, ifMatch, key });
export type { PatchStep };

export const dialogues = async (rytm: Rytm): Promise<Dialogue[]> =>
  (await rytm.all<Dialogue>('/dialogues')).value;

/** With the reasons for each day. */
export const planWithWhy = async (rytm: Rytm, query: Record<string, string>): Promise<Item[]> =>
  (await rytm.all<Item>('/plan', { ...query, why: 'true' })).value;
