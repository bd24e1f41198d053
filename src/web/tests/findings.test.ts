import { describe, expect, test } from 'vitest';
import type { Body, Finding } from '../api/types.js';
import { bodiesOf, countByBody, groupsOf, moveFor, slotOf, suggestedDay } from '../plan/findings.js';

const finding = (more: Partial<Finding>): Finding => ({
  check: 'non-working-day',
  severity: 'warning',
  day: '2027-05-06',
  items: ['ekeby.kf.meeting.2027-04-26'],
  message: { sv: 'x' },
  ...more,
});
const bodies = ['kf', 'ks', 'bun'].map((id) => ({ id }) as Body);

describe('findings', () => {
  test('are grouped by how grave they are, the gravest first', () => {
    const all = [finding({ severity: 'info' }), finding({ severity: 'error' }), finding({})];
    expect(groupsOf(all, { severity: undefined, body: undefined }).map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
      'info',
    ]);
    expect(groupsOf(all, { severity: 'info', body: 'ks' })).toEqual([]);
  });

  test('belong to the bodies that they name', () => {
    expect(bodiesOf(finding({}), bodies).map(({ id }) => id)).toEqual(['kf']);
    expect(bodiesOf(finding({ items: ['bun/meeting', 'ks/meeting'] }), bodies).map(({ id }) => id)).toEqual([
      'bun',
      'ks',
    ]);
    expect(
      countByBody([finding({ items: ['bun/meeting', 'ks/meeting'] }), finding({})], bodies).map(
        ([body, count]) => `${body.id} ${count}`,
      ),
    ).toEqual(['kf 1', 'ks 1', 'bun 1']);
  });

  test('tell which meeting can be moved: not a step, not a whole series', () => {
    expect(
      slotOf(finding({ items: ['ekeby.ks.meeting.2027-06-09.notice', 'ekeby.ks.meeting.2027-06-09'] })),
    ).toBe('ekeby.ks.meeting.2027-06-09');
    expect(slotOf(finding({ items: ['ekeby.ks.meeting.2027-06-09.2'] }))).toBe(
      'ekeby.ks.meeting.2027-06-09.2',
    );
    expect(slotOf(finding({ items: ['bun/meeting'] }))).toBeUndefined();
  });

  const suggestions: [string, string | undefined][] = [
    ['Flytta till exempel till ons 5 maj 2027, eller behåll dagen om det är meningen.', '2027-05-05'],
    ['Flytta mötet till tis 15 oktober 2030 eller senare.', '2030-10-15'],
    ['Flytta till en annan dag, eller behåll dagen om det är meningen.', undefined],
    ['Lägg in ett möte senast mån 7 juni 2027.', undefined],
    ['Flytta från mån 7 juni 2027 till tis 8 juni 2027.', undefined],
  ];
  test.each(suggestions)('%s', (sv, day) => {
    expect(suggestedDay(finding({ suggestion: { sv } }))).toBe(day);
  });

  test('give the move a reason of its kind', () => {
    expect(moveFor(finding({}), 's', '2027-05-05')).toEqual({
      slots: ['s'],
      set: { day: '2027-05-05' },
      'reason-kind': 'holiday',
    });
  });
});
