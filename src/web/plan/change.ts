// A change to one meeting as it is written in the form, and as the API takes it.
import { isDay, lengthBetween, plusLength, readTime } from '../api/day.js';
import type { Day, Item, Length, Proposal, ProposedChange, Sets, SlotWithLog } from '../api/types.js';
import { time } from '../words/dates.js';

/** What stands in the form, as typed: an empty place or link takes it away. */
export interface Draft {
  day: Day;
  at: string;
  until: string;
  /** From one to the other, as far as they could be read last. */
  lasts: Length;
  place: string;
  link: string;
  reasonKind: string;
  reason: string;
  publicReason: string;
}

/** The link that was set last; rules' own links are not told. */
export const linkOf = (slot: SlotWithLog): string => slot.log.findLast(({ set }) => set.link !== undefined)?.set.link ?? '';

export const draftOf = (slot: SlotWithLog, item: Item): Draft => ({
  day: item.day,
  at: item.at ? time(item.at) : '',
  until: item.at && item.lasts ? time(plusLength(item.at, item.lasts)) : '',
  lasts: item.lasts ?? '',
  place: item.place ?? '',
  link: linkOf(slot),
  reasonKind: '',
  reason: '',
  publicReason: '',
});

/** Another beginning takes the end along. */
export function beginningAt(draft: Draft, at: string): Draft {
  const read = readTime(at);
  return { ...draft, at, until: read && draft.lasts ? time(plusLength(read, draft.lasts)) : draft.until };
}

export function endingAt(draft: Draft, until: string): Draft {
  const [from, to] = [readTime(draft.at), readTime(until)];
  return { ...draft, until, lasts: from && to ? lengthBetween(from, to) : draft.lasts };
}

export type Field = 'day' | 'at' | 'lasts' | 'place' | 'link' | 'cancelled';

/** Only what differs from the meeting as it stands. */
export function setsOf(draft: Draft, slot: SlotWithLog, item: Item): Sets {
  const before = draftOf(slot, item);
  const sets: Sets = {};
  if (draft.day !== before.day) sets.day = draft.day;
  const at = readTime(draft.at);
  if (at && at !== item.at) sets.at = at;
  if (at && draft.lasts !== before.lasts) sets.lasts = draft.lasts;
  if (draft.place !== before.place) sets.place = draft.place;
  if (draft.link !== before.link) sets.link = draft.link;
  return sets;
}

/** Fields that cannot be read yet. */
export const unreadable = ({ day, at, until }: Draft, item: Item): ('day' | 'at' | 'until')[] => [
  ...(isDay(day) ? [] : ['day' as const]),
  ...(item.at === undefined || readTime(at) ? [] : ['at' as const]),
  ...(item.lasts === undefined || readTime(until) ? [] : ['until' as const]),
];

export const isEmpty = (sets: Sets): boolean => Object.keys(sets).length === 0;

export function proposalOf(slot: string, set: Sets, { reasonKind, reason, publicReason }: Partial<Draft>): Proposal {
  const change: ProposedChange = { slots: [slot], set };
  if (reasonKind) change['reason-kind'] = reasonKind;
  if (reason?.trim()) change.reason = reason.trim();
  if (publicReason?.trim()) change['public-reason'] = publicReason.trim();
  return { changes: [change] };
}

/** Which fields differ between two versions of a meeting. */
export function fieldsChanged(before: Item, after: Item): Field[] {
  const differs: Record<Field, boolean> = {
    day: before.day !== after.day,
    at: before.at !== after.at,
    lasts: before.lasts !== after.lasts,
    place: before.place !== after.place,
    link: false,
    cancelled: (before.status === 'cancelled') !== (after.status === 'cancelled'),
  };
  return (Object.keys(differs) as Field[]).filter((field) => differs[field]);
}

/** The draft carried over to a meeting that another has changed: what oneself wrote stays, the rest follows. */
export function carryOver(draft: Draft, seen: Draft, now: Draft): Draft {
  const carried = { ...now };
  for (const key of Object.keys(draft) as (keyof Draft)[]) if (draft[key] !== seen[key]) carried[key] = draft[key];
  return carried;
}
