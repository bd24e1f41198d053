// Going through the matrix by keys: along a body's dates, to the nearest date of the body above or below,
// month by month.
import { dayNumber, monthOf } from '../api/day.js';
import type { Day } from '../api/types.js';
import type { Mark, Row } from './year.js';

const nearest = (marks: Mark[], day: Day): Mark | undefined =>
  marks.reduce<Mark | undefined>(
    (best, mark) =>
      !best ||
      Math.abs(dayNumber(mark.item.day) - dayNumber(day)) <
        Math.abs(dayNumber(best.item.day) - dayNumber(day))
        ? mark
        : best,
    undefined,
  );

function aside(rows: Row[], from: Mark, step: 1 | -1): Mark | undefined {
  for (
    let at = rows.findIndex(({ body }) => body === from.body) + step;
    at >= 0 && at < rows.length;
    at += step
  ) {
    const found = nearest(rows[at]?.marks ?? [], from.item.day);
    if (found) return found;
  }
  return undefined;
}

/** A month on or back, or the nearest one further that has a date. */
function monthOn(marks: Mark[], from: Mark, step: 1 | -1): Mark | undefined {
  const month = monthOf(from.item.day);
  const there = marks.filter(({ item }) => (monthOf(item.day) - month) * step > 0);
  return step > 0
    ? there[0]
    : there.findLast(({ item }) => monthOf(item.day) === monthOf(there.at(-1)?.item.day ?? item.day));
}

/** Where a key leads from a date; undefined: it stays. */
export function walk(rows: Row[], from: Mark, key: string): Mark | undefined {
  const marks = rows.find(({ body }) => body === from.body)?.marks ?? [];
  const at = marks.findIndex((mark) => mark.key === from.key);
  switch (key) {
    case 'ArrowLeft':
      return marks[at - 1];
    case 'ArrowRight':
      return marks[at + 1];
    case 'ArrowUp':
      return aside(rows, from, -1);
    case 'ArrowDown':
      return aside(rows, from, 1);
    case 'Home':
      return marks[0];
    case 'End':
      return marks.at(-1);
    case 'PageUp':
      return monthOn(marks, from, -1);
    case 'PageDown':
      return monthOn(marks, from, 1);
    default:
      return undefined;
  }
}

/** The next date with something to look at, round to the first. */
export function nextFound(rows: Row[], from: Mark | undefined): Mark | undefined {
  const found = rows.flatMap(({ marks }) => marks).filter(({ findings }) => findings.length > 0);
  const all = rows.flatMap(({ marks }) => marks);
  const at = from ? all.findIndex(({ key }) => key === from.key) : -1;
  return found.find((mark) => all.indexOf(mark) > at) ?? found[0];
}
