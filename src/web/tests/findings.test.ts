import { describe, expect, test } from 'vitest';
import type { Body, Finding } from '../api/types.js';
import { bodiesOf, changeFor, countByBody, groupsOf, slotOf } from '../plan/findings.js';

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

  test('are put right as the server says, with a reason of their kind', () => {
    const fix = { slots: ['ekeby.kf.meeting.2027-04-26'], set: { day: '2027-05-05' } };
    expect(changeFor(finding({ fix }))).toEqual({ ...fix, 'reason-kind': 'holiday' });
    const step = { ...fix, step: 'notice' };
    expect(changeFor(finding({ check: 'council-notice', fix: step }))).toEqual(step);
    const asRuled = { slots: ['s'], set: { 'as-ruled': true } };
    expect(changeFor(finding({ check: 'adjustment-differs', fix: asRuled }))).toEqual(asRuled);
  });

  test('another day is of the same meeting and step', () => {
    expect(changeFor(finding({}), '2027-05-04')).toEqual({
      slots: ['ekeby.kf.meeting.2027-04-26'],
      set: { day: '2027-05-04' },
      'reason-kind': 'holiday',
    });
    const step = { slots: ['s'], step: 'notice', set: { day: '2027-05-05' } };
    expect(changeFor(finding({ check: 'council-notice', fix: step }), '2027-05-04')).toEqual({
      ...step,
      set: { day: '2027-05-04' },
    });
  });

  test('without a suggestion and a day there is nothing to do', () => {
    expect(changeFor(finding({}))).toBeUndefined();
    expect(changeFor(finding({ items: ['bun/meeting'] }), '2027-05-04')).toBeUndefined();
  });
});
