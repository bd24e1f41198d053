// Words of Dialog och belastning.
import type { Text } from '../api/types.js';
import type { LoadKind, TimeKind } from '../plan/balance.js';
import { both, language } from './language.js';

/** `10 min`, `45 h`, `27 h 20 min`. */
export function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 || rest === 0 ? `${whole} h` : '', rest > 0 ? `${rest} min` : '']
    .filter(Boolean)
    .join(' ');
}

/** `10 min`, `1,5 h`, where there is little room. */
export const hoursShort = (minutes: number): string =>
  minutes < 60
    ? `${minutes} min`
    : `${(minutes / 60).toLocaleString(language.value, { maximumFractionDigits: 1 })} h`;

export const timeNames: Record<TimeKind, Text> = {
  dialogue: both('Dialog', 'Dialogue'),
  reporting: both('Möten där rapporter tas upp', 'Meetings that take up reports'),
  decisions: both('Övriga möten', 'Other meetings'),
};

export const loadNames: Record<LoadKind, Text> = {
  deadlines: both('Sista dagar och beredning', 'Last days and preparation'),
  papers: both('Utskick', 'Mail-outs'),
  reports: both('Rapporter', 'Reports'),
};

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const balanceWords = {
  heading: (year: number) => both(`Dialog och belastning ${year}`, `Dialogue and workload ${year}`),
  lede: both(
    'Vad året rymmer för varje organ: tid för dialog, för beslut och för rapporter. Här finns inga betyg och ingen rangordning.',
    'What the year holds for each body: time for dialogue, decisions and reports. There are no marks here and no ranking.',
  ),
  body: both('Organ', 'Body'),
  year: both('År', 'Year'),
  print: both('Skriv ut', 'Print'),
  none: both('Det finns inga organ det här året.', 'There are no bodies this year.'),
  time: both('Hur tiden fördelas', 'How the time is spent'),
  count: (kind: TimeKind, count: number) =>
    kind === 'dialogue'
      ? both(times(count, 'samtal', 'samtal'), times(count, 'talk', 'talks'))
      : both(times(count, 'möte', 'möten'), times(count, 'meeting', 'meetings')),
  total: (time: string) => both(`${time} bokade`, `${time} booked`),
  target: (booked: string, wanted: string) =>
    both(
      `Dialog: ${booked} bokade. Organets eget mål för året är ${wanted}.`,
      `Dialogue: ${booked} booked. The body’s own target for the year is ${wanted}.`,
    ),
  howCounted: both('Så är det räknat', 'How it is counted'),
  counted: both(
    'Bokad tid i planen. Ett möte där minst en rapport tas upp räknas helt dit: planen vet inte hur lång stund varje ärende tar. Dialog under ett möte räknas som dialog och dras av från mötet. Reservtider, möten vid behov och inställda möten är inte med. Ett gemensamt möte räknas hos alla som är med.',
    'Time booked in the plan. A meeting that takes up at least one report counts there as a whole: the plan does not know how long each item takes. Dialogue during a meeting counts as dialogue and is taken off the meeting. Reserve days, meetings held if needed and cancelled meetings are left out. A joint meeting counts for all who take part.',
  ),
  compare: both('Visa alla organ bredvid varandra', 'Show all bodies side by side'),
  compareHow: both(
    'Organen står i planens ordning. De har olika uppdrag: talen säger inget om vem som gör rätt.',
    'Bodies stand in the order of the plan. Their tasks differ: the figures do not say who does well.',
  ),
  all: both('Alla organ', 'All bodies'),
  reportsCount: both('Rapporter', 'Reports'),
  months: both('Dialog månad för månad', 'Dialogue month by month'),
  month: both('Månad', 'Month'),
  noTalk: both('ingen dialog', 'no dialogue'),
  noMeeting: both('inga möten', 'no meetings'),
  silent: (months: string) => both(`Utan dialog: ${months}.`, `Without dialogue: ${months}.`),
  noneSilent: both('Dialog varje månad då organet möts.', 'Dialogue every month that the body meets.'),
  neverMeets: both('Organet har inget bokat det här året.', 'The body has nothing booked this year.'),
  idle: (months: string) =>
    both(`Varken möten eller dialog: ${months}.`, `Neither meetings nor dialogue: ${months}.`),
  talks: both('Samtalen', 'The talks'),
  talk: both('Samtal', 'Talk'),
  days: both('Dagar', 'Days'),
  length: both('Tid', 'Time'),
  toPrint: both('Att skriva ut', 'To print'),
  guide: both('Vägledning', 'Guide'),
  guideOf: (talk: string) => both(`Vägledning att skriva ut: ${talk}`, `Guide to print: ${talk}`),
  noTalks: both('Ingen dialog är bokad det här året.', 'No dialogue is booked this year.'),
  reports: both('Rapporter till organet', 'Reports to the body'),
  report: both('Rapport', 'Report'),
  times: both('Antal', 'Number'),
  due: both('Sista dag att lämna', 'Last day to hand in'),
  noReports: both('Inga rapporter ska till organet det här året.', 'No reports go to the body this year.'),
  reportsHow: both(
    'Planen säger inte vilka enheter som skriver dem: det kan anges för varje rapport under Regler.',
    'The plan does not say which units write them: that can be stated for each report under Rules.',
  ),
  unit: both('Enhet', 'Unit'),
  unitsHow: (units: string) =>
    both(
      `Så många gånger lämnar varje enhet in under året: ${units}.`,
      `How many times each unit hands in during the year: ${units}.`,
    ),
  weeks: both('Veckor då mycket ska in och ut', 'Weeks with much to hand in and send'),
  weeksHow: both(
    'Sista dagar och beredning före möten, utskick (kallelser och expediering) och sista dagar att lämna rapporter. Välj en vecka för att se vad den rymmer.',
    'Last days and preparation before meetings, mail-outs (notices and decisions sent) and last days to hand in reports. Choose a week to see what it holds.',
  ),
  whose: both('Gäller', 'For'),
  thisBody: both('Organet', 'The body'),
  allTogether: both('Alla organ tillsammans', 'All bodies together'),
  cell: (week: number, from: string, count: number) =>
    both(
      `vecka ${week}, från ${from}: ${times(count, 'uppgift', 'uppgifter')}`,
      `week ${week}, from ${from}: ${times(count, 'task', 'tasks')}`,
    ),
  weekTitle: (week: number, count: number) =>
    both(
      `Vecka ${week}: ${times(count, 'uppgift', 'uppgifter')}`,
      `Week ${week}: ${times(count, 'task', 'tasks')}`,
    ),
  average: (tasks: string) =>
    both(`Årets veckor har i snitt ${tasks}.`, `The year’s weeks have ${tasks} on average.`),
  heaviest: both('tyngsta veckan', 'the heaviest week'),
  legend: both('Teckenförklaring', 'Key'),
  tasks: both('Uppgifter', 'Tasks'),
  weeksTable: both('Samma sak som tabell', 'The same as a table'),
  week: both('Vecka', 'Week'),
  weekDays: both('Dagar', 'Days'),
  sum: both('Summa', 'Total'),
  nothing: both('Inget ska in eller ut den här veckan.', 'Nothing to hand in or send this week.'),
  more: (count: number) => both(`Visa alla ${count}`, `Show all ${count}`),
  range: (from: number, until: number | undefined) =>
    until === undefined
      ? both(`${from} eller fler, understruket`, `${from} or more, underlined`)
      : both(
          from === until ? `${from}` : `${from}–${until}`,
          from === until ? `${from}` : `${from}–${until}`,
        ),
  without: both('Om en rapport inte fanns', 'If a report did not exist'),
  withoutHow: both(
    'Välj en rapport för att se vad planen blir av med. Inget ändras.',
    'Choose a report to see what the plan would lose. Nothing is changed.',
  ),
  choose: both('Välj en rapport', 'Choose a report'),
  reckoning: both('Räknas om …', 'Working out …'),
  freed: (lastDays: number) =>
    both(
      `${times(lastDays, 'sista dag', 'sista dagar')} försvinner.`,
      `${times(lastDays, 'last day goes', 'last days go')}.`,
    ),
  freedWeeks: (weeks: number) =>
    weeks === 0
      ? both(
          'Ingen vecka blir helt fri från sådant som ska in eller ut.',
          'No week becomes free of anything to hand in or send.',
        )
      : both(
          `${times(weeks, 'vecka blir helt fri', 'veckor blir helt fria')} från sådant som ska in eller ut, räknat organ för organ.`,
          `${times(weeks, 'week becomes', 'weeks become')} free of anything to hand in or send, counted body by body.`,
        ),
  relieved: (meetings: number, time: string) =>
    both(
      `${times(meetings, 'möte', 'möten')} (${time}) skulle inte längre ta upp någon rapport.`,
      `${times(meetings, 'meeting', 'meetings')} (${time}) would no longer take up a report.`,
    ),
  noneRelieved: both(
    'Varje möte som tar upp den tar också upp en annan rapport, så ingen hel mötestid blir fri.',
    'Every meeting that takes it up takes up another report too, so no whole meeting is freed.',
  ),
  alsoGone: (talks: string) =>
    both(`Det här följer också med bort: ${talks}.`, `This goes as well: ${talks}.`),
  alsoMoves: (count: number) =>
    both(
      `${times(count, 'annan dag', 'andra dagar')} i planen ändras.`,
      `${times(count, 'other day', 'other days')} in the plan would change.`,
    ),
  byRules: both(
    'Räknat genom att pröva planens regler utan rapporten. Hur lång tid rapporten tar att skriva vet planen inte.',
    'Worked out by trying the plan’s rules without the report. The plan does not know how long it takes to write.',
  ),
  byItems: both(
    'Räknat från rapportens egna sista dagar och återkopplingar i planen; vad reglerna annars skulle ge är inte prövat. Hur lång tid rapporten tar att skriva vet planen inte.',
    'Counted from the report’s own last days and replies in the plan; what the rules would otherwise give is not tried. The plan does not know how long it takes to write.',
  ),
  noneFreed: both('Rapporten har inga dagar det här året.', 'The report has no days this year.'),
  lastDays: both('Sista dagar', 'Last days'),
  replies: both('Återkopplingar', 'Replies to writers'),
  freeWeeks: both('Fria veckor', 'Free weeks'),
  freeMeetings: both('Mötestid utan rapport', 'Meeting time without a report'),
} as const;
