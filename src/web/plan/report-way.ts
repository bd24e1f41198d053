// A report's way from body to body in one year: when it is due where, and at which meeting it is taken up.
import { daysBetween } from '../api/day.js';
import type { RuleReport } from '../api/rules.js';
import type { Body, Day, Item, Report, Text } from '../api/types.js';
import { textOf, whoseIs } from './rule-file.js';

export interface Stop {
  lane: number;
  body: string;
  due: Day;
  meeting: Day | undefined;
  title: Text;
}

export interface Way {
  lanes: { name: Text; does: Text | undefined; body: Body | undefined; bodies: number }[];
  stops: Stop[];
  from: Day;
  until: Day;
}

/** A report that is being written, as it would be once it is saved. */
export const drawnReport = ({ id, name, route = [] }: RuleReport, bodies: Body[]): Report => ({
  id,
  name: textOf(name),
  route: route.map((hop, at) => {
    const { ids, kinds } = whoseIs(hop);
    const whose = bodies.filter((body) => ids.includes(body.id) || kinds.includes(body.kind));
    return {
      id: hop.id ?? String(at + 1),
      bodies: whose.map((body) => body.id),
      ...(hop.party === undefined ? {} : { party: textOf(hop.party) }),
      ...(hop.does === undefined ? {} : { does: textOf(hop.does) }),
    };
  }),
});

/** `ekeby.annual-report.2026.ks.2`: the period and the hop stand in the id. */
const periodOf = ({ id }: Item): string => id.split('.')[2] ?? '';
const hopOf = ({ id }: Item): string => id.split('.').at(-1) ?? '';

export const periodsOf = (report: string, items: Item[]): string[] =>
  [...new Set(items.filter(({ kind, origin }) => kind === 'hop' && origin === report).map(periodOf))].sort();

export function wayOf(report: Report, period: string, items: Item[], bodies: Body[]): Way | undefined {
  const meetings = new Map(items.filter(({ kind }) => kind === 'meeting').map((item) => [item.id, item]));
  const lanes = report.route.map((hop) => ({
    name: hop.party ?? bodies.find(({ id }) => id === hop.bodies[0])?.name ?? { sv: hop.id },
    does: hop.does,
    body: bodies.find(({ id }) => id === hop.bodies[0]),
    bodies: new Set(
      items
        .filter(
          (item) =>
            item.kind === 'hop' &&
            item.origin === report.id &&
            periodOf(item) === period &&
            hopOf(item) === hop.id,
        )
        .map(({ body }) => body),
    ).size,
  }));
  const stops = items
    .filter((item) => item.kind === 'hop' && item.origin === report.id && periodOf(item) === period)
    .map((item): Stop => ({
      lane: report.route.findIndex(({ id }) => id === hopOf(item)),
      body: item.body,
      due: item.day,
      meeting: item.parent ? meetings.get(item.parent)?.day : undefined,
      title: item.title,
    }))
    .filter(({ lane }) => lane >= 0)
    .sort((a, b) => a.lane - b.lane || a.due.localeCompare(b.due));
  const days = stops.flatMap(({ due, meeting }) => (meeting ? [due, meeting] : [due])).sort();
  const [from, until] = [days[0], days.at(-1)];
  return from && until ? { lanes, stops, from, until } : undefined;
}

/** Where a day stands between the first and the last, 0 to 1. */
export const along = ({ from, until }: Way, day: Day): number =>
  daysBetween(from, day) / Math.max(1, daysBetween(from, until));
