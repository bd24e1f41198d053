// A week at the secretariat: what is to be done, by kind, from the plan's items.
import { plusDays, weekday } from '../api/day.js';
import type { Day, Item } from '../api/types.js';

export type DutyKind = 'meetings' | 'notices' | 'minutes' | 'up' | 'down' | 'reports' | 'talks' | 'work';

export const dutyKinds: DutyKind[] = [
  'meetings',
  'notices',
  'minutes',
  'up',
  'down',
  'reports',
  'talks',
  'work',
];

/** The last part of a step's id is its name in the chain. */
const ofSteps: Record<string, DutyKind> = {
  notice: 'notices',
  minutes: 'minutes',
  posting: 'up',
  'taken-down': 'down',
};

export function kindOf({ kind, id }: Item): DutyKind {
  switch (kind) {
    case 'meeting':
      return 'meetings';
    case 'dialogue':
      return 'talks';
    case 'hop':
    case 'feedback':
      return 'reports';
    case 'step':
      return ofSteps[id.split('.').at(-1) ?? ''] ?? 'work';
  }
}

export interface Duties {
  kind: DutyKind;
  items: Item[];
}

const byDay = (a: Item, b: Item): number =>
  a.day.localeCompare(b.day) || (a.at ?? '').localeCompare(b.at ?? '') || a.id.localeCompare(b.id);

/** Of the bodies one works with; a cancelled meeting needs nothing done but is said. */
export function dutiesOf(items: Item[], bodies: ReadonlySet<string>): Duties[] {
  const mine = items
    .filter(({ body, with: joint = [] }) => bodies.has(body) || joint.some((one) => bodies.has(one)))
    .sort(byDay);
  return dutyKinds
    .map((kind) => ({ kind, items: mine.filter((item) => kindOf(item) === kind) }))
    .filter((group) => group.items.length > 0);
}

export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekday(day));
