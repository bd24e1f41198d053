// A date of the year in words: for those who hear the matrix, for titles, for the list.
import { monthOf, yearOf } from '../api/day.js';
import type { Day } from '../api/types.js';
import type { Landing } from '../plan/move.js';
import type { Free, Mark } from '../plan/year.js';
import { clock, dayLong, dayShort, monthLong, together, week } from './dates.js';
import { say } from './language.js';
import { yearWords as words } from './year.js';

/** `on 20` is seen before it; the month is what is heard first. */
export function markInWords(
  { item, body, talks, reports, findings, unusual, free }: Mark,
  today: Day,
): string {
  return [
    [monthLong(monthOf(item.day)), item.at ? clock(item.at) : ''].filter(Boolean).join(' '),
    say(body.name),
    item.kind === 'dialogue' ? say(words.talk(say(item.title))) : '',
    week(item.day),
    statusInWords({ item }),
    reports.length > 0 ? say(words.reports(together(reports.map(({ name }) => say(name))))) : '',
    talks.length > 0 ? say(words.talk(together(talks.map(({ title }) => say(title))))) : '',
    findings.length > 0 ? say(words.found(findings.length)) : '',
    free ? say(words.during(say(free.name))) : '',
    unusual ? say(words.unusual) : '',
    item.day === today ? say(words.today) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

export function statusInWords({ item }: Pick<Mark, 'item'>): string {
  const moved = item['moved-from'];
  const status = {
    cancelled: say(words.cancelled),
    reserve: say(words.reserve),
    'if-needed': say(words.ifNeeded),
    regular: '',
  }[item.status];
  return [
    status,
    moved && item.status !== 'cancelled' ? say(words.movedFrom(dayShort(moved, yearOf(item.day)))) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `Kommunstyrelsen onsdag 20 oktober`. */
export const meetingInWords = ({ item, body }: Pick<Mark, 'item' | 'body'>): string =>
  `${say(body.name)} ${dayLong(item.day)}`;

/** `Sportlov 22–26`, `to 6 trettondedag jul`. */
export function freeInWords(free: Free, from: number, until: number, weekdayShort: string): string {
  if (free.kind === 'holiday') return `${weekdayShort} ${from} ${say(free.name)}`;
  return `${say(free.name)} ${from === until ? from : `${from}–${until}`}`;
}

/** What there is where a date lands: `Sportlov och krock med KSAU`. */
export const landingInWords = ({ free, weekend, clashes }: Landing): string =>
  together(
    [
      free ? say(free.name) : '',
      weekend ? say(words.weekend) : '',
      clashes.length > 0 ? say(words.clash(together(clashes.map((body) => body['short-name'])))) : '',
    ].filter(Boolean),
  );
