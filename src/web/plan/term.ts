// The term of office on one sheet: years by months. Only what gives a term its shape: talks that do not come
// at every meeting, what the council decides each year, bodies that begin and end, elections.
import { firstOf, monthOf, plusDays, weekday, yearOf } from '../api/day.js';
import type { Body, Day, Item, Report, Span } from '../api/types.js';

/** More often is the everyday. */
const timesAYearMax = 1;

export type Entry =
  | { kind: 'election'; day: Day }
  | { kind: 'begins' | 'ends'; day: Day; body: Body }
  | { kind: 'talk'; day: Day; last: Day; items: Item[]; bodies: Body[] }
  | { kind: 'decision'; day: Day; item: Item; reports: Report[] };

export interface TermYear {
  year: number;
  election: boolean;
  months: Entry[][];
}

/** The second Sunday of September every fourth year (vallagen 1:3). */
export function electionDay(year: number): Day | undefined {
  if (year % 4 !== 2) return undefined;
  const first = firstOf(year, 9);
  return plusDays(first, 7 - weekday(first) + 7);
}

function rareTalks(talks: Item[]): Item[] {
  const counts = new Map<string, number>();
  const key = ({ body, origin, day }: Item): string => `${body} ${origin} ${yearOf(day)}`;
  for (const talk of talks) counts.set(key(talk), (counts.get(key(talk)) ?? 0) + 1);
  const frequent = new Set(
    talks.filter((talk) => (counts.get(key(talk)) ?? 0) > timesAYearMax).map(({ origin }) => origin),
  );
  return talks.filter(({ origin, status }) => !frequent.has(origin) && status !== 'cancelled');
}

/** The same talk of several bodies in a month is told once. */
function talkEntries(talks: Item[], bodies: Body[]): Entry[] {
  const together = new Map<string, Item[]>();
  for (const talk of rareTalks(talks)) {
    const key = `${talk.title.sv} ${talk.day.slice(0, 7)}`;
    together.set(key, [...(together.get(key) ?? []), talk]);
  }
  return [...together.values()].map((items) => ({
    kind: 'talk',
    items,
    day: items[0]?.day ?? '',
    last: items.at(-1)?.day ?? '',
    bodies: [...new Set(items.map(({ body }) => body))].flatMap(
      (id) => bodies.find((body) => body.id === id) ?? [],
    ),
  }));
}

function decisionEntries(meetings: Item[], reports: Report[]): Entry[] {
  const times = new Map<string, number>();
  const decided = (item: Item): string[] =>
    (item.business ?? []).filter(({ decides }) => decides).map(({ report }) => report);
  for (const item of meetings)
    for (const id of decided(item)) {
      const key = `${id} ${yearOf(item.day)}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  return meetings.flatMap((item): Entry[] => {
    const yearly = decided(item).filter(
      (id) => (times.get(`${id} ${yearOf(item.day)}`) ?? 0) <= timesAYearMax,
    );
    const found = yearly.flatMap((id) => reports.find((report) => report.id === id) ?? []);
    return found.length > 0 ? [{ kind: 'decision', day: item.day, item, reports: found }] : [];
  });
}

export interface TermSource {
  window: Span;
  bodies: Body[];
  talks: Item[];
  councilMeetings: Item[];
  reports: Report[];
}

export function termOf({ window, bodies, talks, councilMeetings, reports }: TermSource): TermYear[] {
  const years = Array.from(
    { length: yearOf(window.until) - yearOf(window.from) + 1 },
    (_, index) => yearOf(window.from) + index,
  );
  const lives = bodies.flatMap((body): Entry[] => [
    ...(body.from ? [{ kind: 'begins' as const, day: body.from, body }] : []),
    ...(body.until ? [{ kind: 'ends' as const, day: body.until, body }] : []),
  ]);
  const elections = years.flatMap((year): Entry[] => {
    const day = electionDay(year);
    return day ? [{ kind: 'election', day }] : [];
  });
  const entries = [
    ...elections,
    ...lives,
    ...decisionEntries(councilMeetings, reports),
    ...talkEntries(talks, bodies),
  ].sort((a, b) => a.day.localeCompare(b.day));
  return years.map((year) => ({
    year,
    election: electionDay(year) !== undefined,
    months: Array.from({ length: 12 }, (_, index) =>
      entries.filter(({ day }) => yearOf(day) === year && monthOf(day) === index + 1),
    ),
  }));
}
