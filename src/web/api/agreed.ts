// What those who met in a dialogue agreed to take along to the next one.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Day } from './types.js';

export const agreedLinesMax = 3;
export const agreedLineMax = 150; // of two bytes each at most, as Swedish has them

export interface Agreed {
  slot: string;
  lines: string[];
  before?: { slot: string; day: Day; lines: string[] };
}

const path = (slot: string): string => `/dialogues/${encodeURIComponent(slot)}/agreed`;

export const agreedAt = (rytm: Rytm, slot: string): Promise<Answer<Agreed>> => rytm.ask(path(slot));

export const writeAgreed = (
  rytm: Rytm,
  slot: string,
  lines: string[],
  ifMatch: string,
  key: string,
): Promise<Answer<Agreed>> => rytm.ask(path(slot), { method: 'PUT', body: { lines }, ifMatch, key });
