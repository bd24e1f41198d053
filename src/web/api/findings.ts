// Findings, accepted ones too, and accepting them.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Finding } from './types.js';

export const allFindings = (rytm: Rytm): Promise<Answer<Finding[]>> => rytm.all<Finding>('/findings');

const acceptance = (key: string): string => `/findings/${encodeURIComponent(key)}/acceptance`;

export const accept = (
  rytm: Rytm,
  finding: string,
  reason: string,
  ifMatch: string,
  key: string,
): Promise<Answer<unknown>> =>
  rytm.ask(acceptance(finding), { method: 'PUT', body: { reason }, ifMatch, key });

export const reopen = (rytm: Rytm, finding: string, ifMatch: string, key: string): Promise<Answer<unknown>> =>
  rytm.ask(acceptance(finding), { method: 'DELETE', ifMatch, key });
