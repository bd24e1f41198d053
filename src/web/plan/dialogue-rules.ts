// The dialogue programme in the rule file: whose, when, how long, with which guide.
import type { RuleDialogue } from '../api/rules.js';
import type { Day } from '../api/types.js';
import { whoseIs } from './rule-file.js';
import { recurrenceOf, weekdayWords, whenOf, type Recurrence, type WeekdayWord } from './rules.js';

export const dialogueKinds = [
  'introduction',
  'roles',
  'expectations',
  'check-in',
  'planning-day',
  'reflection',
  'review',
  'visit',
  'training',
  'handover',
  'follow-up',
  'preparation',
] as const;

export const newDialogue = (id: string): RuleDialogue => ({
  id,
  kind: 'reflection',
  name: '',
  when: { meeting: 'every', n: 3, place: 'after' },
  lasts: 'PT45M',
  for: ['member', 'management'],
});

// ---- When

/** After, before or inside the meeting, or so many days from it. */
export type Beside = 'after' | 'before' | 'inside' | 'days';

interface OnMeeting {
  beside: Beside;
  days: string;
}

export type TalkWhen =
  | { form: 'kept' }
  | ({ form: 'every'; n: string } & OnMeeting)
  | ({ form: 'first' | 'last'; of: 'year' | 'term' } & OnMeeting)
  | ({ form: 'decides'; report: string } & OnMeeting)
  | { form: 'months-after-start'; months: string; weekday: WeekdayWord }
  | { form: 'middle'; weekday: WeekdayWord }
  | { form: 'election-year'; day: string }
  | Extract<Recurrence, { form: 'weeks' | 'dates' }>;

export type TalkForm = TalkWhen['form'];

const asWeekday = (text: unknown): WeekdayWord => weekdayWords.find((word) => word === text) ?? 'WE';
const numberOf = (text: string): number | '' => (text.trim() === '' ? '' : Number(text));

function onMeeting(part: Record<string, unknown>): TalkWhen | undefined {
  const { days, place = 'after', n = 1, of = 'year', report = '' } = part;
  const beside: OnMeeting =
    typeof days === 'number'
      ? { beside: 'days', days: String(days) }
      : { beside: place as Beside, days: '-7' };
  switch (part['meeting']) {
    case 'every':
      return { form: 'every', n: String(n as number), ...beside };
    case 'first':
    case 'last':
      return { form: part['meeting'], of: of as 'year' | 'term', ...beside };
    case 'decides':
      return { form: 'decides', report: report as string, ...beside };
    default:
      return undefined;
  }
}

const withinDays = 60;

/** A form here holds all that is said, or the rule is kept as it is. */
export function talkWhenOf(when: unknown): TalkWhen {
  const part = (Array.isArray(when) ? (when.length === 1 ? (when as unknown[])[0] : undefined) : when) as
    Record<string, unknown> | undefined;
  if (!part) return { form: 'kept' };
  const read = onMeeting(part) ?? onTerm(part);
  if (read && Object.keys(part).every((key) => key in (writtenWhen(read) as object) || key === 'place'))
    return read;
  const recurrence = recurrenceOf(part);
  return recurrence.form === 'weeks' || recurrence.form === 'dates' ? recurrence : { form: 'kept' };
}

function onTerm(part: Record<string, unknown>): TalkWhen | undefined {
  const weekday = asWeekday(part['weekday']);
  switch (part['term']) {
    case 'months-after-start':
      return { form: 'months-after-start', months: String(part['months'] as number), weekday };
    case 'middle':
      return { form: 'middle', weekday };
    case 'election-year':
      return { form: 'election-year', day: part['day'] as Day };
    default:
      return undefined;
  }
}

/** Undefined: leave what is there. */
export function writtenWhen(when: TalkWhen): unknown {
  const where = ({ beside, days }: OnMeeting): object =>
    beside === 'days' ? { days: numberOf(days) } : { place: beside };
  switch (when.form) {
    case 'every':
      return { meeting: 'every', n: numberOf(when.n), ...where(when) };
    case 'first':
    case 'last':
      return { meeting: when.form, of: when.of, ...where(when) };
    case 'decides':
      return { meeting: 'decides', report: when.report, ...where(when) };
    case 'months-after-start':
      return { term: when.form, months: numberOf(when.months), weekday: when.weekday };
    case 'middle':
      return { term: 'middle', 'within-days': withinDays, weekday: when.weekday };
    case 'election-year':
      return { term: 'election-year', day: when.day };
    default:
      return whenOf(when);
  }
}

/** What a form begins with. */
export function freshTalkWhen(form: TalkForm, report: string): TalkWhen {
  const beside = { beside: 'after', days: '-7' } as const;
  switch (form) {
    case 'kept':
      return { form };
    case 'every':
      return { form, n: '3', ...beside };
    case 'first':
    case 'last':
      return { form, of: 'year', ...beside };
    case 'decides':
      return { form, report, ...beside, beside: 'before' };
    case 'months-after-start':
      return { form, months: '1', weekday: 'WE' };
    case 'middle':
      return { form, weekday: 'WE' };
    case 'election-year':
      return { form, day: '--05-15' };
    case 'weeks':
      return { form, weekday: 'WE', weeks: '' };
    case 'dates':
      return { form, dates: '' };
  }
}

/** Beside a meeting the time is the meeting's. */
export const hasOwnTime = (when: TalkWhen): boolean => !('beside' in when) || when.beside === 'days';

/** Whether there is enough written to try it. */
export function isComplete(talk: RuleDialogue, when: TalkWhen): boolean {
  const { ids, kinds } = whoseIs(talk);
  const filled =
    when.form === 'weeks' ? when.weeks.trim() : when.form === 'dates' ? when.dates.trim() : 'filled';
  return Boolean(talk.name) && ids.length + kinds.length > 0 && Boolean(filled);
}
