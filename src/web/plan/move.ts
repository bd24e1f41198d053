// Moving a date by keys: where it lands, and what is there.
import { plusDays, weekday } from '../api/day.js';
import type { Body, Day, Item } from '../api/types.js';
import { freeOn, rowsOf, type Free, type Year } from './year.js';

/** Left and right one working day, up and down one week; undefined for other keys. */
export function moved(day: Day, key: string): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return plusDays(day, weekday(day) === 1 ? -3 : -1);
    case 'ArrowRight':
      return plusDays(day, weekday(day) === 5 ? 3 : weekday(day) === 6 ? 2 : 1);
    case 'ArrowUp':
      return plusDays(day, -7);
    case 'ArrowDown':
      return plusDays(day, 7);
    default:
      return undefined;
  }
}

export interface Landing {
  free: Free | undefined;
  weekend: boolean;
  /** Bodies that meet that day. */
  clashes: Body[];
}

export function landing(year: Year, item: Item, day: Day): Landing {
  const clashes = rowsOf(year).filter(({ marks }) =>
    marks.some(
      (mark) =>
        mark.item.day === day &&
        mark.item.id !== item.id &&
        mark.item.kind === 'meeting' &&
        mark.item.status !== 'cancelled',
    ),
  );
  return {
    free: freeOn(day, year.free),
    weekend: weekday(day) > 5,
    clashes: clashes.map(({ body }) => body),
  };
}
