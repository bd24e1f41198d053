// A plan as it was decided, read into the rules.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Day, SavedBatch, Text, WhatIf } from './types.js';

export interface PlanRead {
  reading: Text;
  from: Day;
  until: Day;
  rows: { line: number; text: string; meetings: number; note?: Text }[];
  bodies: {
    body: string;
    series: string;
    meetings: number;
    rule?: { words: Text; exceptions: number; 'in-force': boolean };
  }[];
  departures: Text[];
}

export interface ImportChoices {
  year: number;
  rules: boolean;
  'known-bodies-only': boolean;
}

/** A calendar file says so in its first line. */
const kindOf = (text: string): string =>
  /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? 'text/calendar' : 'text/csv';

export const previewPlan = async (
  rytm: Rytm,
  text: string,
  choices: ImportChoices,
): Promise<{ 'what-if': WhatIf; plan: PlanRead }> =>
  (
    await rytm.ask<{ 'what-if': WhatIf; plan: PlanRead }>('/imports/preview', {
      method: 'POST',
      query: { ...choices },
      body: text,
      contentType: kindOf(text),
    })
  ).value;

export const savePlan = (
  rytm: Rytm,
  text: string,
  choices: ImportChoices,
  ifMatch: string,
  key: string,
): Promise<Answer<SavedBatch>> =>
  rytm.ask('/imports', {
    method: 'POST',
    query: { ...choices },
    body: text,
    contentType: kindOf(text),
    ifMatch,
    key,
  });
