// A series of the rule file as a sentence with fields, and the fields as what to write into the file.
import type { RuleException, RuleFile, Rules, RuleSeries, RuleVariant } from '../api/rules.js';
import type { Day, MeetingStatus } from '../api/types.js';
import { withOneSeries } from './body-rules.js';
import { textOf, thingIn, written } from './rule-file.js';
import { same } from './rule-patch.js';

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
  name: string;
  nameEn: string;
  recurrence: Recurrence;
  at: string;
  lasts: string;
  place: string;
  status: MeetingStatus;
  /** `none`: no steps before or after its meetings. */
  chain: string;
  /** Only what the file itself says; the rest is the template's. */
  policies: Record<string, string>;
  variants: RuleVariant[];
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
        ...(recurrence.anchor ? { anchor: recurrence.anchor } : {}),
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
  thingIn(thingIn(file.bodies, body)?.series, series);

/** As the rules have it with their template; policies as the file itself says them. */
export function draftOf(now: RuleSeries | undefined, own: RuleSeries | undefined): SeriesDraft {
  const { sv, en = '' } = textOf(now?.name);
  return {
    name: sv,
    nameEn: en,
    recurrence: recurrenceOf(now?.when),
    at: now?.at ?? '13:00',
    lasts: now?.lasts ?? 'PT2H',
    place: now?.place ?? '',
    status: now?.status ?? 'regular',
    chain: now?.chain ?? 'none',
    policies: own?.on ?? {},
    variants: now?.variants ?? [],
    exceptions: now?.exceptions ?? [],
  };
}

/** A body's first series begins as those of its kind are. */
export function newSeries({ whole, template }: Rules, body: string): SeriesDraft {
  const { kind, series = [] } = thingIn(whole.bodies, body) ?? {};
  const usual = kind && series.length === 0 ? template.kinds?.[kind]?.series?.[0] : undefined;
  return { ...draftOf(usual, undefined), recurrence: { form: 'weeks', weekday: 'WE', weeks: '' } };
}

/** Whether the rule has what it needs to be tried. */
export function isComplete({ name, recurrence }: SeriesDraft): boolean {
  if (!name.trim()) return false;
  switch (recurrence.form) {
    case 'every':
      return recurrence.anchor !== '' || recurrence.interval === '1';
    case 'weeks':
      return recurrence.weeks.trim() !== '';
    case 'dates':
      return recurrence.dates.trim() !== '';
    default:
      return true;
  }
}

function changed(draft: SeriesDraft, seen: SeriesDraft | undefined): Record<string, unknown> {
  const when = whenOf(draft.recurrence);
  const differs = (...keys: (keyof SeriesDraft)[]): boolean =>
    keys.some((key) => !same(draft[key], seen?.[key]));
  const fresh = !seen;
  return {
    ...(differs('name', 'nameEn') ? { name: written(draft.name, draft.nameEn) } : {}),
    ...(when !== undefined && differs('recurrence') ? { when } : {}),
    ...(differs('at') ? { at: draft.at } : {}),
    ...(differs('lasts') ? { lasts: draft.lasts } : {}),
    ...(differs('place') ? { place: draft.place || undefined } : {}),
    ...(differs('status') && !(fresh && draft.status === 'regular') ? { status: draft.status } : {}),
    ...(differs('chain') && !(fresh && draft.chain === 'none') ? { chain: draft.chain } : {}),
    ...(differs('policies') && !(fresh && same(draft.policies, {})) ? { on: draft.policies } : {}),
    ...(differs('variants') && !(fresh && same(draft.variants, [])) ? { variants: draft.variants } : {}),
    ...(differs('exceptions') && !(fresh && same(draft.exceptions, []))
      ? { exceptions: draft.exceptions }
      : {}),
  };
}

/** A body that says nothing of the series itself gets it added. Without `seen` it is new. */
export const withSeries = (
  rules: Rules,
  body: string,
  series: string,
  draft: SeriesDraft,
  seen?: SeriesDraft,
): RuleFile =>
  withOneSeries(rules, body, {
    ...(seriesIn(rules.file, body, series) ?? { id: series }),
    ...changed(draft, seen),
  });
