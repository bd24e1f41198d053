// Days and times in words: `onsdag 20 oktober kl. 13.30`, in tables `ons 20 okt`, in the matrix `on 20`.
import { dayOfMonth, isoWeek, monthOf, plusLength, weekday, yearOf } from '../api/day.js';
import type { Day, DayAndTime, Instant, Length, Time } from '../api/types.js';
import { language, type Language } from './language.js';

interface Names {
  weekdays: string[];
  weekdaysShort: string[];
  weekdaysTiny: string[];
  months: string[];
  monthsShort: string[];
}

const names: Record<Language, Names> = {
  sv: {
    weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    weekdaysShort: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
    weekdaysTiny: ['må', 'ti', 'on', 'to', 'fr', 'lö', 'sö'],
    months: [
      'januari',
      'februari',
      'mars',
      'april',
      'maj',
      'juni',
      'juli',
      'augusti',
      'september',
      'oktober',
      'november',
      'december',
    ],
    monthsShort: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    weekdaysTiny: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
};

const here = (): Names => names[language.value];
const of = (list: string[], number: number): string => list[number - 1] ?? '';

export const capital = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(language.value) + text.slice(1);

export const weekdayLong = (day: Day): string => of(here().weekdays, weekday(day));
export const weekdayTiny = (day: Day): string => of(here().weekdaysTiny, weekday(day));
export const weekdayTinyOf = (number: number): string => of(here().weekdaysTiny, number);
export const weekdayShortOf = (number: number): string => of(here().weekdaysShort, number);
export const monthLong = (month: number): string => of(here().months, month);
export const monthShort = (month: number): string => of(here().monthsShort, month);

export const dayOfMonthIn = (day: Day): string => String(dayOfMonth(day));

/** ` 2028`, where it is another year than the one looked at. */
const otherYear = (day: Day, year: number | undefined): string =>
  year !== undefined && year !== yearOf(day) ? ` ${yearOf(day)}` : '';

/** `20 okt`. */
export const dayAndMonth = (day: Day): string => `${dayOfMonth(day)} ${monthShort(monthOf(day))}`;

/** `ons 20 okt`, with the year where it is another than the one looked at. */
export const dayShort = (day: Day, year?: number): string =>
  `${of(here().weekdaysShort, weekday(day))} ${dayAndMonth(day)}${otherYear(day, year)}`;

/** `onsdag 20 oktober`. */
export const dayLong = (day: Day, year?: number): string =>
  `${weekdayLong(day)} ${dayOfMonth(day)} ${monthLong(monthOf(day))}${otherYear(day, year)}`;

/** `17 november 2026`. */
export const dateLong = (day: Day): string => `${dayOfMonth(day)} ${monthLong(monthOf(day))} ${yearOf(day)}`;

/** `13.30` in Swedish. */
export const time = (at: Time): string => (language.value === 'sv' ? at.replace(':', '.') : at);
export const clock = (at: Time): string => (language.value === 'sv' ? `kl. ${time(at)}` : `at ${time(at)}`);
export const timeSpan = (at: Time, lasts: Length | undefined): string =>
  lasts ? `${time(at)}–${time(plusLength(at, lasts))}` : time(at);

/** `ons 20 okt kl. 13.30`. */
export const moment = ({ day, at }: DayAndTime): string =>
  at ? `${dayShort(day)} ${clock(at)}` : dayShort(day);

export const week = (day: Day): string => `${language.value === 'sv' ? 'vecka' : 'week'} ${isoWeek(day)}`;
export const weekShort = (day: Day): string =>
  language.value === 'sv' ? `v ${isoWeek(day)}` : `w ${isoWeek(day)}`;

/** `23 nov 2026 15.02`, on this clock. */
export const instant = (at: Instant): string => {
  const when = new Date(at);
  return `${when.getDate()} ${monthShort(when.getMonth() + 1)} ${when.getFullYear()} ${time(timeOf(when))}`;
};
/** `kl. 13.30`. */
export const clockOf = (at: Instant): string => clock(timeOf(new Date(at)));
const timeOf = (when: Date): Time =>
  [when.getHours(), when.getMinutes()].map((number) => String(number).padStart(2, '0')).join(':');

/** `a, b och c`. */
export const together = (words: string[]): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${language.value === 'sv' ? 'och' : 'and'} ${words.at(-1)}`;
