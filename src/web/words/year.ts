// Words of the year, the list and the calendar.
import type { Group } from '../plan/year.js';
import type { Text } from '../api/types.js';
import { both } from './language.js';

export const groupNames: Record<Group['id'], Text> = {
  deciding: both('Beslutar', 'Decide'),
  preparing: both('Beredning och dialog', 'Preparation and dialogue'),
};

export const yearWords = {
  heading: (year: number) => both(`Året ${year}`, `The year ${year}`),
  views: both('Vy', 'View'),
  matrix: both('Matris', 'Matrix'),
  list: both('Lista', 'List'),
  calendar: both('Kalender', 'Calendar'),
  term: both('Mandatperiod', 'Term'),
  print: both('Skriv ut', 'Print'),
  files: both('Före och efter mötena', 'Before and after the meetings'),
  selection: both('Urval', 'Selection'),
  body: both('Organ', 'Body'),
  show: both('Visa', 'Show'),
  showReports: both('Rapporter', 'Reports'),
  showTalks: both('Dialog', 'Dialogue'),
  showFree: both('Lov och helger', 'Breaks and holidays'),
  showFindings: both('Bara det som är att se över', 'Only what there is to look at'),
  hiddenBodies: (count: number) =>
    both(
      count === 1 ? '1 organ är dolt.' : `${count} organ är dolda.`,
      count === 1 ? '1 body is hidden.' : `${count} bodies are hidden.`,
    ),
  showAll: both('Visa alla', 'Show all'),
  none: both('Inga organ visas.', 'No bodies are shown.'),
  caption: (year: number) =>
    both(
      `Möten ${year} per organ och månad. Gå mellan datumen med piltangenterna; tryck ? för alla tangenter.`,
      `Meetings ${year} by body and month. Go between dates with the arrow keys; press ? for all keys.`,
    ),
  weeks: (from: number, until: number) =>
    both(
      from === until ? `v ${from}` : `v ${from}–${until}`,
      from === until ? `w ${from}` : `w ${from}–${until}`,
    ),
  freeRow: both('Lov och röda dagar', 'Breaks and holidays'),
  noMeetings: both('Inga möten i år.', 'No meetings this year.'),
  toMonth: both('Till månad', 'To month'),
  nothingInMonth: both('Inget planerat.', 'Nothing planned.'),
  today: both('i dag', 'today'),
  unusual: both('annan veckodag än vanligt', 'another weekday than usual'),
  unusualLegend: both('Annan veckodag än vanligt', 'Another weekday than usual'),
  cancelled: both('inställt', 'cancelled'),
  reserve: both('reservdag', 'reserve date'),
  reserveShort: both('res', 'res'),
  ifNeeded: both('vid behov', 'if needed'),
  ifNeededShort: both('v.b.', 'i.n.'),
  movedFrom: (day: string) => both(`flyttat från ${day}`, `moved from ${day}`),
  talk: (titles: string) => both(`dialog: ${titles}`, `dialogue: ${titles}`),
  reports: (names: string) => both(`rapporter: ${names}`, `reports: ${names}`),
  during: (name: string) => both(`under ${name}`, `during ${name}`),
  found: (count: number) => both(`${count} att se över`, `${count} to look at`),
  moreReports: (count: number) => both(`och ${count} till`, `and ${count} more`),
  legend: both('Förklaring', 'Key'),
  council: both('Fullmäktige', 'Council'),
  board: both('Styrelse', 'Board'),
  committee: both('Nämnd', 'Committee'),
  subcommittee: both('Utskott', 'Subcommittee'),
  talkLegend: both('Dialog', 'Dialogue'),
  chainLegend: both('Beredning', 'Preparation'),
  freeLegend: both('Lov eller uppehåll', 'Break or recess'),
  foundLegend: both('Att se över', 'To look at'),
  movedLegend: both('Flyttat', 'Moved'),
  moveMode: (body: string, day: string) =>
    both(
      `Flyttläge, ${body}. Nu ${day}. Pilar flyttar, Enter visar följderna, Esc lägger tillbaka.`,
      `Move mode, ${body}. Now ${day}. Arrows move, Enter shows what follows, Esc puts back.`,
    ),
  lands: (day: string, what: string) => both(what ? `${day}: ${what}` : day, what ? `${day}: ${what}` : day),
  weekend: both('helg', 'weekend'),
  clash: (bodies: string) => both(`krock med ${bodies}`, `clash with ${bodies}`),
  putBack: both('Inget är flyttat.', 'Nothing is moved.'),
  proposal: both('Förslag:', 'Proposal:'),
  mayNot: both('Du kan inte ändra i det här organet.', 'You cannot change this body.'),
  nothingFound: both('Inget att se över i den här vyn.', 'Nothing to look at in this view.'),
  keys: both('Tangenter', 'Keys'),
  hide: both('Dölj', 'Hide'),
  otherYear: (year: number) => both(`Året ${year}`, `The year ${year}`),
  outside: both('Planen når inte dit.', 'The plan does not reach there.'),
  changedByOther: (what: string) => both(`Ändrat: ${what}`, `Changed: ${what}`),
} as const;

export const calendarWords = {
  before: both('Månaden före', 'The month before'),
  next: both('Nästa månad', 'The next month'),
  month: both('Månad', 'Month'),
  week: both('vecka', 'week'),
  wholeYear: both('Hela året', 'The whole year'),
} as const;

/** The keys, as the question mark shows them. */
export const keyWords: [string, Text][] = [
  ['← →', both('Datumet före och efter i samma organ', 'The date before and after of the same body')],
  ['↑ ↓', both('Närmaste datum i organet ovanför och under', 'The nearest date of the body above and below')],
  ['Home End', both('Organets första och sista datum', 'The first and last date of the body')],
  ['PageUp PageDown', both('En månad bakåt och framåt', 'A month back and on')],
  ['Enter', both('Öppna mötet', 'Open the meeting')],
  [
    'F',
    both(
      'Flytta mötet: pilar väljer dag, Enter visar följderna, Esc lägger tillbaka',
      'Move the meeting: arrows pick the day, Enter shows what follows, Esc puts back',
    ),
  ],
  ['A', both('Nästa att se över', 'The next to look at')],
  ['Ctrl Z', both('Ångra det som sparades senast', 'Take back what was saved last')],
  ['?', both('Den här listan', 'This list')],
];
