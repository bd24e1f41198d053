// What hangs on a meeting, before and after it, with what a change would make of it.
import type { ChangedItem, DayAndTime, Item, ItemChange } from '../api/types.js';

export interface Link {
  item: Item;
  /** The meeting itself, among what hangs on it. */
  meeting: boolean;
  /** Undefined where it stays. */
  after: DayAndTime | undefined;
  change: ItemChange | undefined;
}

const order = (a: Link, b: Link): number =>
  a.item.day.localeCompare(b.item.day) ||
  (a.item.at ?? '').localeCompare(b.item.at ?? '') ||
  Number(a.meeting) - Number(b.meeting);

/** Steps and the meeting by day; talks and reports stand in lists of their own. */
export function chainOf(meeting: Item, hanging: Item[], changed: ChangedItem[]): Link[] {
  const link = (item: Item, itself: boolean): Link => {
    const found = changed.find(({ id }) => id === item.id);
    return { item, meeting: itself, after: found?.after, change: found?.change };
  };
  return [
    link(meeting, true),
    ...hanging.filter(({ kind }) => kind === 'step').map((item) => link(item, false)),
  ].sort(order);
}

export const talksAt = (hanging: Item[]): Item[] => hanging.filter(({ kind }) => kind === 'dialogue');
export const reportsAt = (hanging: Item[]): Item[] => hanging.filter(({ kind }) => kind === 'hop');
export const feedbackAt = (hanging: Item[]): Item[] => hanging.filter(({ kind }) => kind === 'feedback');
