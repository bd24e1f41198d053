// What a change would do, gathered into the same four lines everywhere: dates that follow, what there is to
// look at, what no longer is, who will be told.
import type { ChangedItem, FindingTold, Item, Level, WhatIf } from '../api/types.js';

export interface Told {
  body: string;
  levels: Level[];
}

export interface Consequences {
  /** What is changed by the change itself. */
  itself: ChangedItem[];
  /** Other dates that come along, meetings before their steps. */
  follow: ChangedItem[];
  /** Of the chain, those that stay where they are. */
  staying: number;
  appear: FindingTold[];
  disappear: FindingTold[];
  told: Told[];
  /** Bodies that must announce their meeting on a new day. */
  notices: number;
  unseen: number;
}

const importance = ({ id }: ChangedItem, meetings: ReadonlySet<string>): number => (meetings.has(id) ? 0 : 1);

/** A meeting or a talk has no parent; the id of a step begins with its meeting's. */
const isOfItsOwn = ({ id }: ChangedItem, all: ChangedItem[]): boolean =>
  !all.some((other) => other.id !== id && id.startsWith(`${other.id}.`));

export function consequencesOf(whatIf: WhatIf, slots: string[], chain: Item[] = []): Consequences {
  const itself = whatIf.items.filter(({ id }) => slots.includes(id));
  const others = whatIf.items.filter(({ id }) => !slots.includes(id));
  const own = new Set(others.filter((item) => isOfItsOwn(item, whatIf.items)).map(({ id }) => id));
  const changed = new Set(whatIf.items.map(({ id }) => id));
  return {
    itself,
    follow: [...others].sort((a, b) => importance(a, own) - importance(b, own)),
    staying: chain.filter(({ id }) => !changed.has(id)).length,
    appear: whatIf.findings.appear,
    disappear: whatIf.findings.disappear,
    told: whatIf.told,
    notices: whatIf.notices.length,
    unseen: whatIf.unseen,
  };
}
