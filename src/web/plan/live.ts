// Dates of one year as they are, with what a change of the rules would make of them.
import { yearOf } from '../api/day.js';
import type { ChangedItem, Day, Item, ItemChange, Text } from '../api/types.js';

export interface LiveDay {
  id: string;
  title: Text;
  body: string;
  day: Day;
  /** The day before the change, where it moves. */
  was: Day | undefined;
  change: ItemChange | undefined;
  takesPlace: boolean;
}

/** Of items and of what would appear: `belongs` says which. */
export type Belongs = (item: Pick<Item, 'id' | 'kind' | 'body' | 'origin' | 'parent'>) => boolean;

export const ofSeries =
  (body: string, series: string): Belongs =>
  (item) =>
    item.kind === 'meeting' && item.body === body && item.id.split('.')[2] === series;

export function liveDays(items: Item[], changed: ChangedItem[], belongs: Belongs, year: number): LiveDay[] {
  const changes = new Map(changed.map((item) => [item.id, item]));
  const there = items.filter(belongs).map((item): LiveDay => {
    const one = changes.get(item.id);
    const day = one?.after?.day ?? item.day;
    const gone =
      one?.change === 'disappears' ||
      one?.change === 'cancelled' ||
      (item.status === 'cancelled' && one?.change !== 'revived');
    return {
      id: item.id,
      title: item.title,
      body: item.body,
      day,
      was: day === item.day ? undefined : item.day,
      change: one?.change,
      takesPlace: !gone,
    };
  });
  const known = new Set(items.map(({ id }) => id));
  const added = changed
    .filter(
      (item) =>
        item.change === 'appears' &&
        !known.has(item.id) &&
        item.after &&
        yearOf(item.after.day) === year &&
        belongs(item),
    )
    .map(({ id, title, body, after }): LiveDay => ({
      id,
      title,
      body,
      day: after?.day ?? '',
      was: undefined,
      change: 'appears',
      takesPlace: true,
    }));
  return [...there, ...added].sort((a, b) => a.day.localeCompare(b.day));
}

/** The plan as it would be: for what is drawn from it. */
export function itemsAfter(items: Item[], changed: ChangedItem[]): Item[] {
  const changes = new Map(changed.map((item) => [item.id, item]));
  const left = items.flatMap((item): Item[] => {
    const one = changes.get(item.id);
    if (one?.change === 'disappears') return [];
    return one?.after ? [{ ...item, title: one.title, day: one.after.day }] : [item];
  });
  const known = new Set(items.map(({ id }) => id));
  const added = changed.flatMap((one): Item[] => {
    if (one.change !== 'appears' || !one.after || known.has(one.id)) return [];
    const { id, kind, body, origin, parent, title, after } = one;
    return [
      { id, kind, body, origin, title, ...after, status: 'regular', for: [], ...(parent ? { parent } : {}) },
    ];
  });
  return [...left, ...added];
}
