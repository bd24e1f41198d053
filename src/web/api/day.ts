// Reckoning with civil days as the API writes them. No time zone: a day is a day.
import type { Day, Length, Time } from './types.js';

const dayMs = 86_400_000;

export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const dayOf = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);
export const plusDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);
export const daysBetween = (from: Day, until: Day): number => dayNumber(until) - dayNumber(from);

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((dayNumber(day) + 3) % 7) + 1;
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** 1 … 12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10));
export const firstOf = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`;
export const lastOf = (year: number, month: number): Day =>
  plusDays(month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1), -1);

/** ISO 8601: the week belongs to the year of its Thursday. */
export function isoWeek(day: Day): number {
  const thursday = plusDays(day, 4 - weekday(day));
  return Math.floor(daysBetween(`${yearOf(thursday)}-01-01`, thursday) / 7) + 1;
}

/** The civil day here and now in a zone. */
export const todayIn = (zone: string, now = new Date()): Day =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dayOf(dayNumber(text)) === text;

/** `13.30`, `13:30`, `1330` and `13` as people write them; undefined where it is no time of day. */
export function readTime(text: string): Time | undefined {
  const found = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  return found && hour < 24 && minute < 60 ? timeOf(hour * 60 + minute) : undefined;
}

export function minutesOf(length: Length): number {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(length);
  return found ? Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0) : 0;
}

export function lengthOf(minutes: number): Length {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

const minuteOf = (time: Time): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minute: number): Time =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const plusLength = (at: Time, lasts: Length): Time => timeOf(minuteOf(at) + minutesOf(lasts));
/** From one time to the next of that name: past midnight too. */
export const lengthBetween = (from: Time, until: Time): Length =>
  lengthOf((minuteOf(until) - minuteOf(from) + 1440) % 1440);
