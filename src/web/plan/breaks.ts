// School breaks and recesses in the rule file: a week, a span of days, the week beside Easter.
import type { RuleBreak, RuleFile, Rules } from '../api/rules.js';

export const breakLists = ['recess', 'school-break'] as const;
export type BreakList = (typeof breakLists)[number];
export type BreakForm = 'iso-week' | 'from' | 'easter-week';
export const breakForms: BreakForm[] = ['iso-week', 'from', 'easter-week'];

export const breaksOf = ({ whole }: Rules, list: BreakList): RuleBreak[] => whole.calendars?.[list] ?? [];

export const breakForm = (one: RuleBreak): BreakForm =>
  breakForms.find((form) => one[form] !== undefined) ?? 'from';

/** What each form begins with. */
export function asForm({ name }: RuleBreak, form: BreakForm): RuleBreak {
  if (form === 'iso-week') return { name, 'iso-week': 8 };
  if (form === 'easter-week') return { name, 'easter-week': 'before' };
  return { name, from: '--06-23', until: '--08-09' };
}

/** The lists have no ids: one's own is the whole list. */
export const withBreaks = ({ file }: Rules, list: BreakList, breaks: RuleBreak[]): RuleFile => ({
  ...file,
  calendars: { ...file.calendars, [list]: breaks },
});

export const isComplete = (breaks: RuleBreak[]): boolean => breaks.every(({ name }) => Boolean(name));

/** `--06-23` comes every year, `2027-06-23` once. */
export const everyYear = (day: string | undefined): boolean => day?.startsWith('--') ?? true;
