// Words of Regler: series as sentences, what to do when a day does not fit, chains, ways of reports, the dialogue programme.
import type { policyAnswers, policyConditions, WeekdayWord } from '../plan/rules.js';
import type { Text } from '../api/types.js';
import { both } from './language.js';

export const weekdayTexts: Record<WeekdayWord, Text> = {
  MO: both('måndag', 'Monday'),
  TU: both('tisdag', 'Tuesday'),
  WE: both('onsdag', 'Wednesday'),
  TH: both('torsdag', 'Thursday'),
  FR: both('fredag', 'Friday'),
  SA: both('lördag', 'Saturday'),
  SU: both('söndag', 'Sunday'),
};

export const nths: [string, Text][] = [
  ['1', both('första', 'first')],
  ['2', both('andra', 'second')],
  ['3', both('tredje', 'third')],
  ['4', both('fjärde', 'fourth')],
  ['-1', both('sista', 'last')],
];

export const intervals: [string, Text][] = [
  ['1', both('varje', 'every')],
  ['2', both('varannan', 'every other')],
  ['3', both('var tredje', 'every third')],
  ['4', both('var fjärde', 'every fourth')],
  ['5', both('var femte', 'every fifth')],
  ['6', both('var sjätte', 'every sixth')],
  ['8', both('var åttonde', 'every eighth')],
];

export const forms: Record<'kept' | 'monthly' | 'every' | 'weeks' | 'beside' | 'dates', Text> = {
  kept: both('som regeln säger nu', 'as the rule says now'),
  monthly: both('en viss veckodag i månaden', 'a weekday of the month'),
  every: both('med jämna veckor emellan', 'at even weeks'),
  weeks: both('i vissa veckor', 'in certain weeks'),
  beside: both(
    'veckor före eller efter ett annat organs möte',
    'weeks before or after another body’s meeting',
  ),
  dates: both('dagar som ni har valt', 'days that you chose'),
};

export const conditionTexts: Record<(typeof policyConditions)[number], Text> = {
  'public-holiday': both('Röd dag', 'Public holiday'),
  eve: both('Afton', 'Eve'),
  'bridge-day': both('Klämdag', 'Bridge day'),
  'election-week': both('Valvecka', 'Election week'),
  recess: both('Uppehåll', 'Recess'),
  'school-break': both('Skollov', 'School break'),
  'other-body': both('Annat organs dag', 'Another body’s day'),
};

export const answerTexts: Record<(typeof policyAnswers)[number], Text> = {
  skip: both('hoppa över mötet', 'skip the meeting'),
  keep: both('låt det vara', 'leave it'),
  warn: both('varna mig', 'warn me'),
  'next-working-day': both('flytta till nästa arbetsdag', 'move to the next working day'),
  'previous-working-day': both('flytta till arbetsdagen före', 'move to the working day before'),
  'nearest-working-day': both('flytta till närmaste arbetsdag', 'move to the nearest working day'),
  'week-earlier': both('flytta en vecka tidigare', 'move a week earlier'),
  'week-later': both('flytta en vecka senare', 'move a week later'),
};

export const exceptionKinds = {
  move: both('flyttas', 'moves'),
  cancel: both('ställs in', 'is cancelled'),
  form: both('annan tid eller plats', 'another time or place'),
  add: both('ett extra möte', 'an extra meeting'),
};
export type ExceptionKind = keyof typeof exceptionKinds;

export const rulesWords = {
  bodies: both('Möten', 'Meetings'),
  other: both('Annat', 'Other'),
  reports: both('Rapporternas väg', 'Ways of reports'),
  dialogues: both('Dialogprogrammet', 'Dialogue programme'),
  file: both('Regelfilen', 'The rule file'),
  rule: both('Så räknas dagarna fram', 'How the days are worked out'),
  noRule: both('Inga möten det här året.', 'No meetings this year.'),
  mayNot: both(
    'Bara planerare och administratörer ändrar regler.',
    'Only planners and administrators change rules.',
  ),
  meets: (body: string) => both(`${body} möts`, `${body} meets`),
  when: both('När', 'When'),
  nth: both('Vilken i månaden', 'Which in the month'),
  weekday: both('Veckodag', 'Weekday'),
  inMonths: both('i månaderna', 'in the months'),
  interval: both('Hur ofta', 'How often'),
  anchor: both('räknat från', 'counted from'),
  again: both(
    'och börjar om efter uppehållet i vecka (tomt: inte)',
    'and starts anew after the recess in week (empty: not)',
  ),
  weeks: both('i vecka', 'in weeks'),
  weeksHint: both('Till exempel 3, 7, 11, 34.', 'For instance 3, 7, 11, 34.'),
  besideWeeks: both('så många veckor (minus: före)', 'so many weeks (minus: before)'),
  besideOf: both('från mötena i', 'from the meetings of'),
  dates: both('dagarna', 'the days'),
  datesHint: both('En dag per rad: 2027-02-03.', 'One day a line: 2027-02-03.'),
  at: both('kl.', 'at'),
  until: both('till', 'until'),
  place: both('Plats', 'Place'),
  noPlace: both('ingen plats sagd', 'no place told'),
  badTime: both('Skriv en tid mellan 00.00 och 23.59.', 'Write a time between 00:00 and 23:59.'),
  policies: both('När dagen inte passar', 'When the day does not fit'),
  policiesHow: both(
    'Det som inte är valt här gör mallen som den brukar.',
    'What is not chosen here is done as the template does.',
  ),
  asTemplate: both('som mallen säger', 'as the template says'),
  exceptions: both('Undantag', 'Exceptions'),
  noExceptions: both('Inga undantag.', 'No exceptions.'),
  exceptionDay: both('Mötet den', 'The meeting of'),
  exceptionWhat: both('Vad', 'What'),
  exceptionOnHint: both('Behövs inte för ett extra möte.', 'Not needed for an extra meeting.'),
  exceptionTo: both('Ny dag', 'New day'),
  exceptionToHint: both('När det flyttas eller är extra.', 'When it moves or is extra.'),
  exceptionAt: both('Kl.', 'At'),
  emptyAsUsual: both('Tomt: som vanligt.', 'Empty: as usual.'),
  asUsual: both('som vanligt', 'as usual'),
  atInstead: (at: string) => both(`är kl. ${at} i stället`, `is at ${at} instead`),
  exceptionReason: both('Skäl', 'Reason'),
  cancelled: both('ställs in', 'is cancelled'),
  movedTo: (day: string) => both(`flyttas till ${day}`, `moves to ${day}`),
  added: both('läggs till', 'is added'),
  otherwise: both('ändras', 'is changed'),
  addException: both('Lägg till undantaget', 'Add the exception'),
  removeException: both('Ta bort', 'Remove'),
  removeWhich: (day: string) => both(`Ta bort undantaget ${day}`, `Remove the exception ${day}`),
  live: (count: number, year: number) => both(`${count} möten ${year}`, `${count} meetings ${year}`),
  liveHow: both('Räknas om medan du skriver.', 'Worked out anew as you write.'),
  reckoning: both('Räknas om …', 'Working out …'),
  otherYear: both('År', 'Year'),
  save: both('Spara regeln', 'Save the rule'),
  saving: both('Sparar …', 'Saving …'),
  saved: both('Regeln är sparad.', 'The rule is saved.'),
  restore: both('Återställ', 'Restore'),
  unchanged: both('Ändra något för att se vad som följer.', 'Change something to see what follows.'),
  unfinished: both('Fyll i det som saknas.', 'Fill in what is missing.'),
  mend: both('Rätta det som är rött.', 'Mend what is red.'),
  chain: both('Före och efter mötet', 'Before and after the meeting'),
  chainHow: (name: string) =>
    both(
      `Kedjan är ${name}. Stegen står i tidens ordning.`,
      `The chain is ${name}. The steps stand in the order of time.`,
    ),
  noChain: both('Inga steg före eller efter mötet.', 'No steps before or after the meeting.'),
  editChain: both('Ändra stegen', 'Change the steps'),
  saveChain: both('Spara stegen', 'Save the steps'),
  reportsHow: both(
    'Varje rapport går från organ till organ. Här syns sista dagen att lämna och mötet som tar upp den.',
    'Each report goes from body to body. Here are the last day to hand in, and the meeting that takes it up.',
  ),
  report: both('Rapport', 'Report'),
  year: both('År', 'Year'),
  way: both('Väg', 'Way'),
  whoHop: both('Vem', 'Who'),
  doesHop: both('Gör', 'Does'),
  handIn: both('Lämnas senast', 'Due'),
  meeting: both('Möte', 'Meeting'),
  party: both('utan möte', 'without meetings'),
  several: (count: number) => both(`${count} organ`, `${count} bodies`),
  noHops: both('Rapporten går ingen väg det här året.', 'The report has no way this year.'),
  drawing: (name: string) =>
    both(
      `Vägen för ${name}, samma uppgifter som i tabellen under`,
      `The way of ${name}, the same as in the table below`,
    ),
  dialoguesHow: both(
    'Samtal mellan förtroendevalda och tjänstepersoner. Inget sparas om vad någon säger.',
    'Talks between elected representatives and officials. Nothing is kept of what anybody says.',
  ),
  talk: both('Samtal', 'Talk'),
  who: both('Vilka', 'Who'),
  whichBodies: both('Organ', 'Bodies'),
  days: (year: number) => both(`Dagar ${year}`, `Days ${year}`),
  protectedTalk: both('Skyddat', 'Protected'),
  guide: both('Vägledning', 'Guide'),
  noDays: both('ingen', 'none'),
  fileHow: both(
    'Allt som reglerna säger står i den här filen, så som den är skriven. Fel visas med sin rad.',
    'All that the rules say stands in this file, as it is written. Mistakes are shown with their line.',
  ),
  fileLabel: both('Regelfilen (JSON)', 'The rule file (JSON)'),
  fileLook: both('Visa följderna', 'Show what follows'),
  fileSave: both('Spara regelfilen', 'Save the rule file'),
  fileErrors: (count: number) =>
    both(
      count === 1 ? '1 sak att rätta' : `${count} saker att rätta`,
      count === 1 ? '1 thing to mend' : `${count} things to mend`,
    ),
  line: (line: number) => both(`Rad ${line}`, `Line ${line}`),
} as const;

export const guideWords = {
  back: both('Till dialogprogrammet', 'To the dialogue programme'),
  purpose: both('Varför', 'Why'),
  leads: both('Leder', 'Leads'),
  prepare: both('Förbered', 'Prepare'),
  steps: both('Så går det till', 'How it goes'),
  minutes: (minutes: number) => both(`${minutes} min`, `${minutes} min`),
  close: both('Avsluta', 'Close'),
  print: both('Skriv ut', 'Print'),
  unknown: both('Det finns ingen sådan vägledning.', 'There is no such guide.'),
  forms: {
    alone: both('var för sig', 'alone'),
    pairs: both('två och två', 'in pairs'),
    all: both('alla tillsammans', 'all together'),
  } as Record<string, Text>,
} as const;
