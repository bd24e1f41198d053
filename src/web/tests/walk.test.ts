import { describe, expect, test } from 'vitest';
import { landing, moved } from '../plan/move.js';
import { nextFound, walk } from '../plan/walk.js';
import { everything, rowsOf, yearOfPlan } from '../plan/year.js';
import { item, source } from './plan-values.js';

const year = yearOfPlan(source(), everything);
const rows = rowsOf(year);
const at = (key: string) => {
  const found = rows.flatMap(({ marks }) => marks).find((mark) => mark.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('keys in the matrix', () => {
  test.each([
    ['ks/ks2', 'ArrowRight', 'ks/t2'],
    ['ks/ks2', 'ArrowLeft', 'ks/ks1'],
    ['ks/ks1', 'ArrowLeft', undefined],
    ['ks/ks2', 'ArrowUp', 'kf/kf1'],
    ['ks/ks3', 'ArrowDown', 'ksau/au2'],
    ['ksau/au2', 'ArrowDown', undefined],
    ['ks/ks2', 'Home', 'ks/ks1'],
    ['ks/ks2', 'End', 'ks/ks3'],
    ['ks/ks1', 'PageDown', 'ks/ks2'],
    ['ks/ks3', 'PageUp', 'ks/t2'],
    ['kf/kf1', 'PageUp', undefined],
    ['ks/ks1', 'x', undefined],
  ])('from %s by %s to %s', (from, key, to) => expect(walk(rows, at(from), key)?.key).toBe(to));

  test('A goes to the next with something to look at, and round', () => {
    expect(nextFound(rows, at('kf/kf1'))?.key).toBe('kf/ks3');
    expect(nextFound(rows, at('ksau/au1'))?.key).toBe('kf/ks3');
    expect(nextFound(rows, undefined)?.key).toBe('kf/ks3');
  });
});

describe('moving by keys', () => {
  test.each([
    ['2027-05-19', 'ArrowRight', '2027-05-20'],
    ['2027-05-21', 'ArrowRight', '2027-05-24'],
    ['2027-05-24', 'ArrowLeft', '2027-05-21'],
    ['2027-05-22', 'ArrowRight', '2027-05-24'],
    ['2027-05-19', 'ArrowDown', '2027-05-26'],
    ['2027-05-19', 'ArrowUp', '2027-05-12'],
    ['2027-05-19', 'a', undefined],
  ])('%s by %s comes to %s', (day, key, to) => expect(moved(day, key)).toBe(to));

  test('tells what is there', () => {
    expect(landing(year, item('ks3', 'ks', '2027-05-19'), '2027-05-11')).toMatchObject({
      weekend: false,
      clashes: [{ id: 'ksau' }],
    });
    expect(landing(year, item('ks3', 'ks', '2027-05-19'), '2027-02-27')).toMatchObject({
      weekend: true,
      free: { name: { sv: 'Sportlov' } },
      clashes: [],
    });
  });
});
