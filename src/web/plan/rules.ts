// A series of the rule file as a sentence with fields, and the fields as what to write into the file.
import type { PatchStep } from '../api/settings.js';
import type { RuleBody, RuleException, RuleFile, RuleSeries } from '../api/rules.js';
import type { Day } from '../api/types.js';

export type WeekdayWord = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';
export const weekdayWords: WeekdayWord[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** When a series meets. `kept`: as it is written, or as the template says, in a form that no sentence here has. */
export type Recurrence =
  | { form: 'kept' }
  | { form: 'monthly'; nth: string; weekday: WeekdayWord; months: number[] }
  | { form: 'every'; interval: string; weekday: WeekdayWord; anchor: Day; again: string }
  | { form: 'weeks'; weekday: WeekdayWord; weeks: string }
  | { form: 'beside'; from: string; weeks: string; weekday: WeekdayWord }
  | { form: 'dates'; dates: string };

export const policyConditions = [
  'public-holiday',
  'eve',
  'bridge-day',
  'election-week',
  'recess',
  'school-break',
  'other-body',
] as const;
export const policyAnswers = [
  'skip',
  'keep',
  'warn',
  'next-working-day',
  'previous-working-day',
  'nearest-working-day',
  'week-earlier',
  'week-later',
] as const;

export interface SeriesDraft {
  recurrence: Recurrence;
  at: string;
  lasts: string;
  place: string;
  /** Only what the file itself says; the rest is the template's. */
  policies: Record<string, string>;
  exceptions: RuleException[];
}

const asWeekday = (text: unknown): WeekdayWord | undefined => weekdayWords.find((word) => word === text);

function readRrule(rrule: string, anchor: Day | undefined, restart: unknown): Recurrence | undefined {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const [, nth, word] = /^(-?\d)?([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? [];
  const weekday = asWeekday(word);
  const known = [...parts.keys()].every((key) => ['FREQ', 'BYDAY', 'BYMONTH', 'INTERVAL'].includes(key));
  if (!weekday || !known) return undefined;
  if (parts.get('FREQ') === 'MONTHLY' && nth && !parts.has('INTERVAL') && !restart)
    return {
      form: 'monthly',
      nth,
      weekday,
      months: parts.get('BYMONTH')?.split(',').map(Number) ?? Array.from({ length: 12 }, (_, at) => at + 1),
    };
  const again = Array.isArray(restart) ? (restart as { after?: string; 'iso-week'?: number }[]) : [];
  const simple = again.length === 0 || (again.length === 1 && again[0]?.after === 'recess');
  if (parts.get('FREQ') !== 'WEEKLY' || nth || parts.has('BYMONTH') || !simple) return undefined;
  return {
    form: 'every',
    interval: parts.get('INTERVAL') ?? '1',
    weekday,
    anchor: anchor ?? '',
    again: String(again[0]?.['iso-week'] ?? ''),
  };
}

export function recurrenceOf(when: unknown): Recurrence {
  const parts = Array.isArray(when) ? (when as unknown[]) : [when];
  const part = (parts.length === 1 ? parts[0] : undefined) as Record<string, unknown> | undefined;
  const keys = Object.keys(part ?? {});
  const only = (...allowed: string[]): boolean => keys.every((key) => allowed.includes(key));
  const weekday = asWeekday(part?.['weekday']);
  if (typeof part?.['rrule'] === 'string' && only('rrule', 'anchor', 'restart'))
    return readRrule(part['rrule'], part['anchor'] as Day | undefined, part['restart']) ?? { form: 'kept' };
  if (Array.isArray(part?.['weeks']) && weekday && only('weeks', 'weekday'))
    return { form: 'weeks', weekday, weeks: (part['weeks'] as number[]).join(', ') };
  if (
    typeof part?.['from'] === 'string' &&
    typeof part['weeks'] === 'number' &&
    weekday &&
    only('from', 'weeks', 'weekday')
  )
    return { form: 'beside', from: part['from'], weeks: String(part['weeks']), weekday };
  if (Array.isArray(part?.['dates']) && only('dates'))
    return { form: 'dates', dates: (part['dates'] as string[]).join('\n') };
  return { form: 'kept' };
}

const numbers = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);

/** Undefined: leave what is there. */
export function whenOf(recurrence: Recurrence): unknown {
  switch (recurrence.form) {
    case 'kept':
      return undefined;
    case 'monthly': {
      const months =
        recurrence.months.length === 12
          ? ''
          : `;BYMONTH=${[...recurrence.months].sort((a, b) => a - b).join(',')}`;
      return { rrule: `FREQ=MONTHLY;BYDAY=${recurrence.nth}${recurrence.weekday}${months}` };
    }
    case 'every': {
      const rrule = `FREQ=WEEKLY${recurrence.interval === '1' ? '' : `;INTERVAL=${recurrence.interval}`};BYDAY=${recurrence.weekday}`;
      return {
        rrule,
        anchor: recurrence.anchor,
        ...(recurrence.again ? { restart: [{ after: 'recess', 'iso-week': Number(recurrence.again) }] } : {}),
      };
    }
    case 'weeks':
      return { weeks: numbers(recurrence.weeks), weekday: recurrence.weekday };
    case 'beside':
      return { from: recurrence.from, weeks: Number(recurrence.weeks), weekday: recurrence.weekday };
    case 'dates':
      return { dates: recurrence.dates.split(/[\s,;]+/).filter(Boolean) };
  }
}

export const seriesIn = (file: RuleFile, body: string, series: string): RuleSeries | undefined =>
  file.bodies.find(({ id }) => id === body)?.series?.find(({ id }) => id === series);

export const draftOf = (
  own: RuleSeries | undefined,
  now: { at: string; lasts: string; place?: string },
): SeriesDraft => ({
  recurrence: recurrenceOf(own?.when),
  at: now.at,
  lasts: now.lasts,
  place: now.place ?? '',
  policies: own?.on ?? {},
  exceptions: own?.exceptions ?? [],
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changed(draft: SeriesDraft, seen: SeriesDraft): Record<string, unknown> {
  const when = whenOf(draft.recurrence);
  return {
    ...(when !== undefined && !same(draft.recurrence, seen.recurrence) ? { when } : {}),
    ...(draft.at !== seen.at ? { at: draft.at } : {}),
    ...(draft.lasts !== seen.lasts ? { lasts: draft.lasts } : {}),
    ...(draft.place !== seen.place ? { place: draft.place } : {}),
    ...(same(draft.policies, seen.policies) ? {} : { on: draft.policies }),
    ...(same(draft.exceptions, seen.exceptions) ? {} : { exceptions: draft.exceptions }),
  };
}

/** Where in the file, and what: a body that says nothing of the series itself gets it added. */
export function seriesPatch(
  file: RuleFile,
  body: string,
  series: string,
  draft: SeriesDraft,
  seen: SeriesDraft,
): PatchStep[] {
  const values = changed(draft, seen);
  if (Object.keys(values).length === 0) return [];
  const at = file.bodies.findIndex(({ id }) => id === body);
  const own: RuleBody | undefined = file.bodies[at];
  if (!own?.series) return [{ op: 'add', path: `/bodies/${at}/series`, value: [{ id: series, ...values }] }];
  const one = own.series.findIndex(({ id }) => id === series);
  if (one < 0) return [{ op: 'add', path: `/bodies/${at}/series/-`, value: { id: series, ...values } }];
  return Object.entries(values).map(([key, value]) => ({
    op: 'add',
    path: `/bodies/${at}/series/${one}/${key}`,
    value,
  }));
}

/** The file with the steps done, as the server does them: to be tried before it is saved. */
export function patched(file: RuleFile, steps: PatchStep[]): RuleFile {
  const next = structuredClone(file);
  for (const { path, value } of steps) {
    const parts = path
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = parts.pop() ?? '';
    const holder = parts.reduce<unknown>((inside, part) => (inside as Record<string, unknown>)[part], next);
    if (Array.isArray(holder) && last === '-') holder.push(value);
    else (holder as Record<string, unknown>)[last] = value;
  }
  return next;
}
