// Words of Veckan på kansliet.
import type { DutyKind } from '../plan/week.js';
import type { Text } from '../api/types.js';
import { both } from './language.js';

export const dutyNames: Record<DutyKind, Text> = {
  meetings: both('Möten', 'Meetings'),
  notices: both('Kallelser och handlingar ut', 'Notices and papers out'),
  minutes: both('Protokoll att justera', 'Minutes to approve'),
  up: both('Anslag upp', 'Postings up'),
  down: both('Anslag ned', 'Postings down'),
  reports: both('Rapporter', 'Reports'),
  talks: both('Dialog', 'Dialogue'),
  work: both('Sista dagar och annat arbete', 'Last days and other work'),
};

export const weekWords = {
  heading: (week: number) =>
    both(`Veckan på kansliet, vecka ${week}`, `The week at the secretariat, week ${week}`),
  before: both('Veckan före', 'The week before'),
  next: both('Veckan efter', 'The week after'),
  now: both('Den här veckan', 'This week'),
  bodies: both('Organ', 'Bodies'),
  mine: both('Mina organ', 'My bodies'),
  none: both('Inget att göra den här veckan.', 'Nothing to do this week.'),
  noBodies: both('Du har inga egna organ.', 'You have no bodies of your own.'),
  today: both('i dag', 'today'),
  for: (meeting: string) => both(`till mötet ${meeting}`, `for the meeting ${meeting}`),
  papers: both('Handlingarna är ute', 'The papers are out'),
  papersOf: (meeting: string) =>
    both(`Handlingarna är ute till ${meeting}`, `The papers are out for ${meeting}`),
  cannot: (names: string) => both(`Kan inte komma: ${names}.`, `Cannot come: ${names}.`),
  substitutes: (names: string) => both(`I tur som ersättare: ${names}.`, `Next as substitutes: ${names}.`),
  called: (names: string) => both(`Inkallade: ${names}.`, `Called: ${names}.`),
  allCome: both('Ingen har anmält förhinder.', 'Nobody has said that they cannot come.'),
  unpublished: both('Mötet är inte publicerat än.', 'The meeting is not published yet.'),
  print: both('Skriv ut', 'Print'),
} as const;
