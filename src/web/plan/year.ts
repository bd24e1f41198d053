// The year as municipalities print it: bodies by months. Everything that the matrix, the list and the
// calendar show is made here, so that they cannot differ.
import { dayOfMonth, firstOf, isoWeek, lastOf, monthOf, weekday } from '../api/day.js';
import type { Body, BodyKind, Calendars, Day, Finding, Item, Report, Text, Time } from '../api/types.js';
import { lettersOf } from './letters.js';

export interface YearSource {
  year: number;
  bodies: Body[];
  meetings: Item[];
  talks: Item[];
  reports: Report[];
  findings: Finding[];
  calendars: Calendars;
}

/** What a person wants to see. */
export interface Selection {
  hidden: ReadonlySet<string>;
  reports: boolean;
  talks: boolean;
  free: boolean;
  onlyFindings: boolean;
}

export const everything: Selection = {
  hidden: new Set(),
  reports: true,
  talks: true,
  free: true,
  onlyFindings: false,
};

/** Days that are not like others: a break, a recess, a public holiday. */
export interface Free {
  name: Text;
  from: Day;
  until: Day;
  kind: 'break' | 'recess' | 'holiday';
}

/** A date in a body's row: a meeting, or a talk that hangs on none. */
export interface Mark {
  /** Unique in the year: a joint meeting stands in several rows. */
  key: string;
  item: Item;
  body: Body;
  talks: Item[];
  reports: Report[];
  findings: Finding[];
  /** Another weekday than the series' own. */
  unusual: boolean;
  free: Free | undefined;
}

export interface Row {
  body: Body;
  usual: { weekday: number; at: Time | undefined } | undefined;
  marks: Mark[];
}

export interface Group {
  id: 'deciding' | 'preparing';
  rows: Row[];
}

export interface Year {
  year: number;
  groups: Group[];
  free: Free[];
  letters: Map<string, string>;
  /** Reports that stand in some row, in the order of the rules. */
  reports: Report[];
}

const deciding: ReadonlySet<BodyKind> = new Set(['council', 'executive-board', 'committee', 'company-board']);

export const groupOf = (body: Body): Group['id'] => (deciding.has(body.kind) ? 'deciding' : 'preparing');

/** Whether the body is there some day of the year. */
export const livesIn = (body: Body, year: number): boolean =>
  (body.from ?? '') <= lastOf(year, 12) && (body.until ?? '9999') >= firstOf(year, 1);

export function freeDays(calendars: Calendars): Free[] {
  const spans = (kind: Free['kind'], entries: Calendars['recesses']): Free[] =>
    entries.flatMap(({ name, spans }) => spans.map((span) => ({ ...span, name, kind })));
  const holidays = calendars.holidays.map(({ day, name }) => ({
    name,
    from: day,
    until: day,
    kind: 'holiday' as const,
  }));
  return [
    ...holidays,
    ...spans('recess', calendars.recesses),
    ...spans('break', calendars['school-breaks']),
  ].sort((a, b) => a.from.localeCompare(b.from));
}

export const freeOn = (day: Day, free: Free[]): Free | undefined =>
  free.find(({ from, until }) => from <= day && day <= until);

function mostCommon<T>(values: T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T, number] | undefined>(
    (best, next) => (!best || next[1] > best[1] ? next : best),
    undefined,
  )?.[0];
}

/** By weekday of each series: a single odd day must not look like the rule. */
function usualOf(meetings: Item[]): Map<string, { weekday: number | undefined; at: Time | undefined }> {
  const bySeries = new Map<string, Item[]>();
  for (const item of meetings) bySeries.set(item.origin, [...(bySeries.get(item.origin) ?? []), item]);
  return new Map(
    [...bySeries].map(([origin, items]) => [
      origin,
      {
        weekday: mostCommon(items.map(({ day }) => weekday(day))),
        at: mostCommon(items.map(({ at }) => at)),
      },
    ]),
  );
}

const byDay = (a: Mark, b: Mark): number =>
  a.item.day.localeCompare(b.item.day) ||
  (a.item.at ?? '').localeCompare(b.item.at ?? '') ||
  a.key.localeCompare(b.key);

const itsReports = (item: Item, reports: Map<string, Report>): Report[] =>
  [...new Set((item.business ?? []).map(({ report }) => report))].flatMap((id) => reports.get(id) ?? []);

interface Gathered {
  children: Map<string, Item[]>;
  found: Map<string, Finding[]>;
  reports: Map<string, Report>;
  free: Free[];
}

function gather({ talks, findings, reports, calendars }: YearSource): Gathered {
  const children = new Map<string, Item[]>();
  for (const talk of talks)
    if (talk.parent) children.set(talk.parent, [...(children.get(talk.parent) ?? []), talk]);
  const found = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const id of finding.items) found.set(id, [...(found.get(id) ?? []), finding]);
  return {
    children,
    found,
    reports: new Map(reports.map((report) => [report.id, report])),
    free: freeDays(calendars),
  };
}

function rowOf(body: Body, source: YearSource, gathered: Gathered, selection: Selection): Row {
  const meetings = source.meetings.filter((item) => item.body === body.id || item.with?.includes(body.id));
  const usual = usualOf(meetings);
  const mark = (item: Item): Mark => {
    const own = usual.get(item.origin)?.weekday;
    return {
      key: `${body.id}/${item.id}`,
      item,
      body,
      talks: selection.talks ? (gathered.children.get(item.id) ?? []) : [],
      reports: selection.reports ? itsReports(item, gathered.reports) : [],
      findings: gathered.found.get(item.id) ?? [],
      unusual:
        item.kind === 'meeting' && meetings.length > 2 && own !== undefined && own !== weekday(item.day),
      free: selection.free ? freeOn(item.day, gathered.free) : undefined,
    };
  };
  const alone = selection.talks ? source.talks.filter((talk) => talk.body === body.id && !talk.parent) : [];
  const marks = [...meetings, ...alone]
    .map(mark)
    .sort(byDay)
    .filter(({ findings }) => !selection.onlyFindings || findings.length > 0);
  const main = usual.get(mostCommon(meetings.map(({ origin }) => origin)) ?? '');
  return {
    body,
    marks,
    usual: main?.weekday === undefined ? undefined : { weekday: main.weekday, at: main.at },
  };
}

export function yearOfPlan(source: YearSource, selection: Selection): Year {
  const gathered = gather(source);
  const rows = source.bodies
    .filter((body) => !selection.hidden.has(body.id) && livesIn(body, source.year))
    .map((body) => rowOf(body, source, gathered, selection));
  const groups = (['deciding', 'preparing'] as const).map((id) => ({
    id,
    rows: rows.filter(({ body }) => groupOf(body) === id),
  }));
  const named = new Set(
    rows.flatMap(({ marks }) => marks.flatMap(({ reports }) => reports.map(({ id }) => id))),
  );
  const from = firstOf(source.year, 1);
  const until = lastOf(source.year, 12);
  return {
    year: source.year,
    groups: groups.filter((group) => group.rows.length > 0),
    free: selection.free ? gathered.free.filter((free) => free.until >= from && free.from <= until) : [],
    letters: lettersOf(source.reports),
    reports: source.reports.filter(({ id }) => named.has(id)),
  };
}

export const rowsOf = (year: Year): Row[] => year.groups.flatMap(({ rows }) => rows);
export const inMonth = (marks: Mark[], month: number): Mark[] =>
  marks.filter(({ item }) => monthOf(item.day) === month);

/** The whole year by day: what the list shows. */
export const marksByDay = (year: Year): Mark[] =>
  rowsOf(year)
    .flatMap(({ marks }) => marks)
    .sort(byDay);

/** The ISO weeks of the month's first and last day. */
export const weeksOf = (year: number, month: number): [number, number] => [
  isoWeek(firstOf(year, month)),
  isoWeek(lastOf(year, month)),
];

/**
 * What of a month is free: `22–26` of a break, cut at the month's ends. Holidays on weekends need no words.
 */
export function freeIn(
  free: Free[],
  year: number,
  month: number,
): { free: Free; from: number; until: number }[] {
  const first = firstOf(year, month);
  const last = lastOf(year, month);
  return free
    .filter(
      ({ from, until, kind }) => from <= last && until >= first && (kind !== 'holiday' || weekday(from) < 6),
    )
    .map((one) => ({
      free: one,
      from: one.from < first ? 1 : dayOfMonth(one.from),
      until: one.until > last ? dayOfMonth(last) : dayOfMonth(one.until),
    }));
}
