// A change to one meeting as it is written in the form, and as the API takes it.
import { isDay, lengthBetween, plusLength, readTime } from '../api/day.js';
import type {
  Day,
  Item,
  Length,
  MeetingStatus,
  Mode,
  Openness,
  Proposal,
  ProposedChange,
  Sets,
  SlotWithLog,
} from '../api/types.js';
import { time } from '../words/dates.js';
import { language, say } from '../words/language.js';

/**
 * What is being done: changing a meeting, moving a step of its chain, calling it off, or taking that back.
 */
export type Doing = 'change' | 'step' | 'cancel' | 'revive';

/**
 * What stands in the form, as typed: an empty place or link takes it away.
 */
export interface Draft {
  doing: Doing;
  /** Which step of the chain, where it is one. */
  step: string;
  day: Day;
  at: string;
  until: string;
  /** From one to the other, as far as they could be read last. */
  lasts: Length;
  place: string;
  link: string;
  name: string;
  mode: Mode | '';
  open: Openness | '';
  status: MeetingStatus | '';
  reasonKind: string;
  reason: string;
  publicReason: string;
}

export const stepOf = (slot: SlotWithLog, step: string): Item | undefined =>
  slot.chain?.find(({ kind, origin }) => kind === 'step' && origin === step);

export const draftOf = (slot: SlotWithLog, item: Item, doing: Doing = 'change', step = ''): Draft => ({
  doing,
  step,
  day: stepOf(slot, step)?.day ?? item.day,
  at: item.at ? time(item.at) : '',
  until: item.at && item.lasts ? time(plusLength(item.at, item.lasts)) : '',
  lasts: item.lasts ?? '',
  place: item.place ?? '',
  link: item.link ?? '',
  name: say(item.title),
  mode: item.mode ?? '',
  open: item.open ?? '',
  status: item.status === 'cancelled' ? '' : item.status,
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

/** Only what differs from the form as it was when it was opened. */
export function setsOf(draft: Draft, before: Draft, item: Item): Sets {
  const day: Sets = draft.day === before.day ? {} : { day: draft.day };
  switch (draft.doing) {
    case 'change':
      return { ...day, ...formOf(draft, before, item) };
    case 'step':
      return day;
    case 'cancel':
      return { cancelled: true, ...day };
    case 'revive':
      return { cancelled: false };
  }
}

function formOf(draft: Draft, before: Draft, item: Item): Sets {
  const sets: Sets = {};
  const at = readTime(draft.at);
  if (at && at !== readTime(before.at)) sets.at = at;
  if (at && draft.lasts !== before.lasts) sets.lasts = draft.lasts;
  if (draft.place !== before.place) sets.place = draft.place;
  if (draft.link !== before.link) sets.link = draft.link;
  if (draft.name.trim() && draft.name !== before.name)
    sets.name = { ...item.title, [language.value]: draft.name.trim() };
  if (draft.mode && draft.mode !== before.mode) sets.mode = draft.mode;
  if (draft.open && draft.open !== before.open) sets.open = draft.open;
  if (draft.status && draft.status !== before.status) sets.status = draft.status;
  return sets;
}

/** Fields that cannot be read yet. */
export const unreadable = ({ day, at, until }: Draft, item: Item): ('day' | 'at' | 'until')[] => [
  ...(isDay(day) ? [] : ['day' as const]),
  ...(item.at === undefined || readTime(at) ? [] : ['at' as const]),
  ...(item.lasts === undefined || readTime(until) ? [] : ['until' as const]),
];

export const isEmpty = (sets: Sets): boolean => Object.keys(sets).length === 0;

export function proposalOf(
  slot: string,
  set: Sets,
  { step, reasonKind, reason, publicReason }: Partial<Draft>,
): Proposal {
  const change: ProposedChange = { slots: [slot], set };
  if (step) change.step = step;
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
    link: before.link !== after.link,
    cancelled: (before.status === 'cancelled') !== (after.status === 'cancelled'),
  };
  return (Object.keys(differs) as Field[]).filter((field) => differs[field]);
}

/**
 * The draft carried over to a meeting that another has changed: what oneself wrote stays, the rest follows.
 */
export function carryOver(draft: Draft, seen: Draft, now: Draft): Draft {
  const mine = Object.entries(draft).filter(([key, value]) => value !== seen[key as keyof Draft]);
  return { ...now, ...Object.fromEntries(mine) };
}
