// What a year asks of people: a body's hours by what they are for, its months without talks, the weeks where work piles up,
// and what a report less would free. Counted from the plan's items; nobody is compared with anybody here.
import { daysBetween, isoWeek, minutesOf, monthOf, plusDays, yearOf } from '../api/day.js';
import type { Body, Day, Item, Report, Text, Time } from '../api/types.js';
import { kindOf, mondayOf } from './week.js';

export type TimeKind = 'dialogue' | 'reporting' | 'decisions';
export const timeKinds: TimeKind[] = ['dialogue', 'reporting', 'decisions'];

export interface Share {
  minutes: number;
  items: number;
}

export interface MonthOfTalks extends Share {
  month: number;
  meetings: number;
}

export interface BodyYear {
  body: Body;
  time: Record<TimeKind, Share>;
  months: MonthOfTalks[];
  talks: Item[];
}

const minuteOf = (time: Time): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** In minutes, all its days together. */
export const lengthOf = ({ lasts, days = 1 }: Item): number => (lasts ? minutesOf(lasts) * days : 0);
/** Reserve days and meetings held only if needed are not booked yet. */
const isHeld = ({ status }: Item): boolean => status === 'regular';
const isIn =
  (body: string) =>
  (item: Item): boolean =>
    item.body === body || (item.with?.includes(body) ?? false);
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

/** How long a talk goes on while the meeting does: that time is the talk's alone. */
function within(talk: Item, meeting: Item): number {
  if (talk.day !== meeting.day || !talk.at || !meeting.at) return 0;
  const [from, until] = [minuteOf(talk.at), minuteOf(talk.at) + lengthOf(talk)];
  const [begins, ends] = [minuteOf(meeting.at), minuteOf(meeting.at) + lengthOf(meeting)];
  return Math.max(0, Math.min(until, ends) - Math.max(from, begins));
}

const withoutTalks = (meeting: Item, talks: Item[]): number =>
  Math.max(0, lengthOf(meeting) - sum(talks.map((talk) => within(talk, meeting))));

/** `items`: all of the plan; only what the body takes part in, that year, is counted. */
export function bodyYear(body: Body, items: Item[], year: number): BodyYear {
  const mine = items.filter((item) => yearOf(item.day) === year && isHeld(item) && isIn(body.id)(item));
  const meetings = mine.filter(({ kind }) => kind === 'meeting');
  const talks = mine.filter(({ kind }) => kind === 'dialogue');
  const shareOf = (some: Item[]): Share => ({
    items: some.length,
    minutes: sum(some.map((meeting) => withoutTalks(meeting, talks))),
  });
  const takesUp = (meeting: Item): boolean => (meeting.business?.length ?? 0) > 0;
  return {
    body,
    talks,
    time: {
      dialogue: { items: talks.length, minutes: sum(talks.map(lengthOf)) },
      reporting: shareOf(meetings.filter(takesUp)),
      decisions: shareOf(meetings.filter((meeting) => !takesUp(meeting))),
    },
    months: Array.from({ length: 12 }, (_, at) => {
      const here = talks.filter(({ day }) => monthOf(day) === at + 1);
      return {
        month: at + 1,
        items: here.length,
        minutes: sum(here.map(lengthOf)),
        meetings: meetings.filter(({ day }) => monthOf(day) === at + 1).length,
      };
    }),
  };
}

export const totalOf = ({ time }: BodyYear): number => sum(timeKinds.map((kind) => time[kind].minutes));

/** Months where the body meets but nobody talks; and those where it does neither. */
export const quietMonths = ({ months }: BodyYear): { silent: number[]; idle: number[] } => {
  const quiet = months.filter(({ items }) => items === 0);
  return {
    silent: quiet.filter(({ meetings }) => meetings > 0).map(({ month }) => month),
    idle: quiet.filter(({ meetings }) => meetings === 0).map(({ month }) => month),
  };
};

// ---- Reports

export interface ReportedOn {
  report: Report;
  hops: Item[];
}

/** What a body is to have in the year, in the order of the rules. */
export const reportsTo = (body: string, items: Item[], reports: Report[], year: number): ReportedOn[] =>
  reports
    .map((report) => ({
      report,
      hops: items.filter(
        (item) =>
          item.kind === 'hop' && item.origin === report.id && item.body === body && yearOf(item.day) === year,
      ),
    }))
    .filter(({ hops }) => hops.length > 0);

export interface UnitReports {
  unit: Text;
  times: number;
}

/** How many times each unit hands in, in the order of the rules; reports without a unit are not counted. */
export function byUnit(reported: ReportedOn[]): UnitReports[] {
  const units = new Map<string, UnitReports>();
  for (const {
    report: { unit },
    hops,
  } of reported) {
    if (unit) units.set(unit.sv, { unit, times: (units.get(unit.sv)?.times ?? 0) + hops.length });
  }
  return [...units.values()];
}

// ---- Weeks

export type LoadKind = 'deadlines' | 'papers' | 'reports';
export const loadKinds: LoadKind[] = ['deadlines', 'papers', 'reports'];

/** What must be in, or goes out, that day; undefined where it asks nothing of those who write and send. */
export function loadOf(item: Item): LoadKind | undefined {
  if (item.status === 'cancelled') return undefined;
  if (item.kind === 'hop') return 'reports';
  const last = item.id.split('.').at(-1);
  if (item.kind !== 'step' || last === 'appeal-end') return undefined;
  if (kindOf(item) === 'notices' || last === 'dispatch') return 'papers';
  return kindOf(item) === 'work' && item.for.includes('official') ? 'deadlines' : undefined;
}

export interface WeekLoad {
  monday: Day;
  week: number;
  /** ISO 8601: the month of its Thursday. */
  month: number;
  items: Item[];
}

export const firstMonday = (year: number): Day => mondayOf(`${year}-01-04`);
export const lastSunday = (year: number): Day => plusDays(firstMonday(year + 1), -1);

export function weeksOf(year: number, items: Item[]): WeekLoad[] {
  const from = firstMonday(year);
  const weeks = Array.from({ length: daysBetween(from, firstMonday(year + 1)) / 7 }, (_, at): WeekLoad => {
    const monday = plusDays(from, at * 7);
    return { monday, week: isoWeek(monday), month: monthOf(plusDays(monday, 3)), items: [] };
  });
  for (const item of items)
    if (loadOf(item)) weeks[Math.floor(daysBetween(from, item.day) / 7)]?.items.push(item);
  return weeks;
}

export const ofKind = ({ items }: WeekLoad, kind: LoadKind): number =>
  items.filter((item) => loadOf(item) === kind).length;

/** Where the tints begin: one to two, three, four, five and more; for many bodies together quarters of the heaviest week. */
export const tintsOf = (weeks: WeekLoad[], many: boolean): number[] => {
  const most = Math.max(0, ...weeks.map(({ items }) => items.length));
  return many
    ? [1, 2, 3, 4].map((quarter) => Math.max(quarter, Math.floor((most * (quarter - 1)) / 4) + 1))
    : [1, 3, 4, 5];
};

/** 0 for nothing, 4 for the darkest. */
export const tintOf = (count: number, tints: number[]): number =>
  tints.filter((from) => count >= from).length;

export const heaviest = (weeks: WeekLoad[]): WeekLoad | undefined =>
  weeks.reduce<WeekLoad | undefined>(
    (most, week) => (week.items.length > (most?.items.length ?? 0) ? week : most),
    undefined,
  );

// ---- Without a report

/** What goes with a report by itself: its last days, and what those who wrote it hear afterwards. */
export const itsItems = (report: string, items: Item[]): Set<string> =>
  new Set(
    items
      .filter(({ kind, origin }) => (kind === 'hop' || kind === 'feedback') && origin === report)
      .map(({ id }) => id),
  );

export interface Freed {
  body: Body;
  /** Last days and mail-outs that go, and replies to writers. */
  lastDays: number;
  replies: number;
  /** Weeks with something to hand in or send, where nothing is left. */
  weeks: WeekLoad[];
  /** Meetings that take up no report any more. */
  meetings: Share;
}

/** Body by body, in the order given; `gone` are the items that the plan would no longer have. */
export function freedBy(
  report: string,
  gone: ReadonlySet<string>,
  items: Item[],
  bodies: Body[],
  year: number,
): Freed[] {
  return bodies
    .map((body): Freed => {
      const mine = items.filter(isIn(body.id));
      const lost = mine.filter(({ id, day }) => gone.has(id) && yearOf(day) === year);
      const left = weeksOf(
        year,
        mine.filter(({ id }) => !gone.has(id)),
      );
      const talks = mine.filter((item) => item.kind === 'dialogue' && isHeld(item));
      const relieved = mine.filter(
        ({ kind, business = [], day, status }) =>
          kind === 'meeting' &&
          status === 'regular' &&
          yearOf(day) === year &&
          business.length > 0 &&
          business.every((one) => one.report === report),
      );
      return {
        body,
        lastDays: lost.filter((item) => loadOf(item) !== undefined).length,
        replies: lost.filter(({ kind }) => kind === 'feedback').length,
        weeks: weeksOf(year, mine).filter(
          ({ items: before }, at) => before.length > 0 && left[at]?.items.length === 0,
        ),
        meetings: {
          items: relieved.length,
          minutes: sum(relieved.map((meeting) => withoutTalks(meeting, talks))),
        },
      };
    })
    .filter(({ lastDays, replies, meetings }) => lastDays + replies + meetings.items > 0);
}
