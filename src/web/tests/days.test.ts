import { describe, expect, test } from 'vitest';
import {
  isDay,
  isoWeek,
  lastOf,
  lengthBetween,
  plusDays,
  plusLength,
  readTime,
  todayIn,
  weekday,
} from '../api/day.js';
import { dayLong, dayShort, moment, timeSpan, together, week } from '../words/dates.js';
import { softly } from '../words/hyphens.js';

describe('civil days', () => {
  test.each([
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2026-12-31', 53],
    ['2024-12-30', 1],
    ['2027-05-19', 20],
  ])('%s lies in week %i', (day, number) => expect(isoWeek(day)).toBe(number));

  test.each([
    ['2027-05-17', 1],
    ['2027-05-23', 7],
    ['2024-02-29', 4],
  ])('%s is weekday %i', (day, number) => expect(weekday(day)).toBe(number));

  test('go over the ends of months, years and summer time', () => {
    expect(plusDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(plusDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(lastOf(2028, 2)).toBe('2028-02-29');
    expect(lastOf(2027, 12)).toBe('2027-12-31');
  });

  test.each(['2027-02-29', '2027-13-01', '27-01-01', '', '2027-1-1'])('"%s" is no day', (text) =>
    expect(isDay(text)).toBe(false),
  );

  test("today is a day of the organisation's zone", () =>
    expect(todayIn('Europe/Stockholm', new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01'));
});

describe('times of day', () => {
  test.each([
    ['13.30', '13:30'],
    ['13:30', '13:30'],
    ['1330', '13:30'],
    ['8', '08:00'],
    [' 8.05 ', '08:05'],
  ])('"%s" is read as %s', (typed, at) => expect(readTime(typed)).toBe(at));
  test.each(['24.00', '8.60', 'tolv', '', '8.5'])('"%s" is none', (typed) =>
    expect(readTime(typed)).toBeUndefined(),
  );
  test('a length goes past midnight', () => {
    expect(plusLength('23:00', 'PT1H30M')).toBe('00:30');
    expect(lengthBetween('23:00', '00:30')).toBe('PT1H30M');
    expect(lengthBetween('13:00', '16:00')).toBe('PT3H');
  });
});

describe('days in words', () => {
  test('are said as a secretary says them', () => {
    expect(dayLong('2027-10-20')).toBe('onsdag 20 oktober');
    expect(dayShort('2027-10-21')).toBe('tors 21 okt');
    expect(dayShort('2026-12-14', 2027)).toBe('mån 14 dec 2026');
    expect(moment({ day: '2027-10-20', at: '13:30' })).toBe('ons 20 okt kl. 13.30');
    expect(timeSpan('13:30', 'PT3H')).toBe('13.30–16.30');
    expect(week('2027-10-20')).toBe('vecka 42');
    expect(together(['KF', 'KS', 'SN'])).toBe('KF, KS och SN');
  });

  test('long names may break between their parts', () => {
    expect(softly('Samhällsbyggnadsnämnden')).toBe('Samhälls\u00adbyggnads\u00adnämnden');
    expect(softly('KS')).toBe('KS');
    expect(softly('Jul och nyår 20–31')).toBe('Jul och nyår 20\u2060–\u206031');
  });
});
