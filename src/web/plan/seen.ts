// What a reader sees of the plan, and how much they do not.
import { monthOf } from '../api/day.js';
import type { Item, ItemKind } from '../api/types.js';

const kinds: ItemKind[] = ['meeting', 'step', 'hop', 'feedback', 'dialogue'];

/** By kind, in the order of importance; kinds with nothing are left out. */
export const counts = (items: Item[]): [ItemKind, number][] =>
  kinds
    .map((kind): [ItemKind, number] => [kind, items.filter((item) => item.kind === kind).length])
    .filter(([, count]) => count > 0);

export function hiddenFrom(all: Item[], seen: Item[]): Item[] {
  const ids = new Set(seen.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}

export function byMonth(items: Item[]): [month: number, items: Item[]][] {
  const months = new Map<number, Item[]>();
  for (const item of items) months.set(monthOf(item.day), [...(months.get(monthOf(item.day)) ?? []), item]);
  return [...months].sort(([a], [b]) => a - b);
}
