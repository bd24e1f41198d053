// The rule file as it was written and with its template filled in, what other rules would give, and what the rules are for: reports'
// ways, the dialogue programme.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { PatchStep } from './settings.js';
import type {
  BodyKind,
  Day,
  Item,
  Length,
  Level,
  MeetingStatus,
  SavedBatch,
  Text,
  Time,
  WhatIf,
} from './types.js';

/** As written: a text of one language is a string. */
export type Written = string | Text;

/** What a list of the file holds. `off`: the template's, taken away. */
export interface RuleThing {
  id: string;
  off?: boolean;
  [more: string]: unknown;
}

export interface RuleException {
  on?: Day;
  add?: Day;
  move?: { day?: Day; at?: Time; place?: string };
  cancel?: boolean;
  reason?: Written;
  [more: string]: unknown;
}

export interface RuleVariant {
  when: { decides?: string; 'first-of'?: 'term' | 'year'; 'last-of'?: 'year'; months?: number[] };
  name?: Written;
  at?: Time;
  lasts?: Length;
  place?: string;
  chain?: string;
  [more: string]: unknown;
}

export interface RuleSeries extends RuleThing {
  name?: Written;
  when?: unknown;
  at?: Time;
  lasts?: Length;
  place?: string;
  status?: MeetingStatus;
  chain?: string;
  on?: Record<string, string>;
  variants?: RuleVariant[];
  exceptions?: RuleException[];
}

export interface RuleBody extends RuleThing {
  name?: Written;
  short?: string;
  kind?: BodyKind;
  of?: string;
  from?: Day;
  until?: Day;
  listed?: boolean;
  'dialogue-hours'?: number | '';
  series?: RuleSeries[];
}

export interface RuleStep extends RuleThing {
  name?: Written;
  days?: number | '';
  'working-days'?: number | '';
  from?: string;
  at?: Time;
  lasts?: Length;
  latest?: { days?: number; 'working-days'?: number; law?: string };
  law?: string;
  for?: Level | Level[];
  before?: string;
  'meeting-of'?: string | { 'of-this-body': BodyKind };
  'before-days'?: number | '';
}

export type KindOfBodies = { kind: BodyKind | BodyKind[] };

/** Whose something is: bodies by id, or all of a kind. */
export interface WithBodies {
  body?: string;
  bodies?: string | KindOfBodies | (string | KindOfBodies)[];
}

export interface RuleLimit {
  law?: string;
  day?: string;
  days?: number | '';
  months?: number | '';
}

export interface RuleHop extends WithBodies {
  id?: string;
  party?: Written;
  takes?: { days?: number | ''; 'working-days'?: number | '' };
  does?: Written;
  by?: RuleLimit;
  'not-before'?: RuleLimit;
  'hand-over'?: { days?: number | ''; 'working-days'?: number | '' };
  feedback?: { days: number | '' };
}

export interface RuleReport extends RuleThing {
  name?: Written;
  unit?: Written;
  period?: string | { until: string };
  'before-period'?: boolean;
  ready?: RuleLimit;
  prefer?: 'latest' | 'earliest';
  after?: string;
  for?: Level | Level[];
  route?: RuleHop[];
}

export interface RuleDialogue extends RuleThing, WithBodies {
  kind?: string;
  name?: Written;
  participants?: Written;
  when?: unknown;
  at?: Time;
  lasts?: Length;
  place?: string;
  guide?: string;
  for?: Level | Level[];
  protected?: boolean;
}

export interface RuleBreak {
  name: Written;
  'iso-week'?: number | '';
  from?: string;
  until?: string;
  'easter-week'?: 'before' | 'after';
}

/** As it was written: what it does not name comes from its template. */
export interface RuleFile {
  organisation: Record<string, unknown>;
  window: { from: Day; until: Day };
  bodies: RuleBody[];
  chains?: Record<string, RuleStep[]>;
  reports?: RuleReport[];
  dialogues?: RuleDialogue[];
  calendars?: { 'school-break'?: RuleBreak[]; recess?: RuleBreak[]; [more: string]: unknown };
  [more: string]: unknown;
}

/** What most do alike, and the file builds on. */
export interface RuleTemplate {
  bodies?: RuleBody[];
  kinds?: Partial<Record<BodyKind, Partial<RuleBody>>>;
  chains?: Record<string, RuleStep[]>;
  reports?: RuleReport[];
  dialogues?: RuleDialogue[];
}

export interface Law {
  id: string;
  name: Text;
}

export interface GuideTitle {
  id: string;
  title: Text;
}

export interface Rules {
  /** The file byte for byte. */
  text: string;
  file: RuleFile;
  /** With what the template gives. */
  whole: RuleFile;
  template: RuleTemplate;
  laws: Law[];
  guides: GuideTitle[];
  etag: string;
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

/** `"7-cf6a…"`: the revision, then what was sent. */
const revisionIn = (etag: string): string => etag.split('-')[0] ?? '';

/** The file and its template of one and the same revision. */
export async function wholeRules(rytm: Rytm): Promise<Rules> {
  const [own, merged] = await Promise.all([
    rytm.ask<string>('/rules', { asText: true }),
    rytm.ask<{ rules: RuleFile; template?: RuleTemplate } & Pick<Rules, 'laws' | 'guides'>>('/rules/merged'),
  ]);
  if (revisionIn(own.etag) !== revisionIn(merged.etag)) return wholeRules(rytm);
  const { rules: whole, template = {}, laws, guides } = merged.value;
  const file = JSON.parse(own.value.replace(/^\uFEFF/, '')) as RuleFile;
  return { text: own.value, file, whole, template, laws, guides, etag: own.etag };
}

const asWritten = { contentType: 'application/json' };

/** `file`: values, or a text to be taken as it is written. */
export const previewRules = async (rytm: Rytm, file: unknown): Promise<WhatIf> =>
  (await rytm.ask<{ 'what-if': WhatIf }>('/rules/preview', { method: 'POST', body: file, ...asWritten }))
    .value['what-if'];
export const replaceRules = (
  rytm: Rytm,
  text: string,
  ifMatch: string,
  key: string,
): Promise<Answer<SavedBatch>> =>
  rytm.ask('/rules', { method: 'PUT', body: text, ...asWritten, ifMatch, key });
export type { PatchStep };

export const dialogues = async (rytm: Rytm): Promise<Dialogue[]> =>
  (await rytm.all<Dialogue>('/dialogues')).value;

/** With the reasons for each day. */
export const planWithWhy = async (rytm: Rytm, query: Record<string, string>): Promise<Item[]> =>
  (await rytm.all<Item>('/plan', { ...query, why: 'true' })).value;
