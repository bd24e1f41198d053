// The dates of a series in one year, with what a change of its rule would make of them.
import { yearOf } from '../api/day.js';
import type { ChangedItem, Day, Item, ItemChange } from '../api/types.js';

export interface LiveDay {
  day: Day;
  /** The day before the change, where it moves. */
  was: Day | undefined;
  change: ItemChange | undefined;
  takesPlace: boolean;
}

export function liveDays(
  meetings: Item[],
  changed: ChangedItem[],
  body: string,
  series: string,
  year: number,
): LiveDay[] {
  const changes = new Map(changed.map((item) => [item.id, item]));
  const ofSeries = new RegExp(`^[^.]+\\.${body}\\.${series}\\.\\d{4}-\\d{2}-\\d{2}(\\.\\d+)?$`);
  const there = meetings.map((item): LiveDay => {
    const one = changes.get(item.id);
    const day = one?.after?.day ?? item.day;
    const gone =
      one?.change === 'disappears' ||
      one?.change === 'cancelled' ||
      (item.status === 'cancelled' && one?.change !== 'revived');
    return { day, was: day === item.day ? undefined : item.day, change: one?.change, takesPlace: !gone };
  });
  const added = changed
    .filter(
      ({ id, change, after }) =>
        change === 'appears' && after && yearOf(after.day) === year && ofSeries.test(id),
    )
    .map((item): LiveDay => ({
      day: item.after?.day ?? '',
      was: undefined,
      change: 'appears',
      takesPlace: true,
    }));
  return [...there, ...added].sort((a, b) => a.day.localeCompare(b.day));
}
