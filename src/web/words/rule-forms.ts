// Words of the forms in Regler: steps, reports, dialogues, bodies, breaks.
import type { BreakForm, BreakList } from '../plan/breaks.js';
import type { Unit, StepOrigin } from '../plan/chain-rules.js';
import type { Beside, dialogueKinds, TalkForm } from '../plan/dialogue-rules.js';
import type { LimitForm } from '../plan/report-rules.js';
import type { BodyKind, Text } from '../api/types.js';
import { both } from './language.js';

export const kindNames: Record<BodyKind, Text> = {
  council: both('fullmäktige', 'council'),
  'executive-board': both('styrelse', 'executive board'),
  committee: both('nämnd', 'committee'),
  subcommittee: both('utskott', 'subcommittee'),
  presidium: both('presidium', 'presidium'),
  'preparatory-group': both('beredning', 'preparatory group'),
  'company-board': both('bolagsstyrelse', 'company board'),
  'party-group': both('partigrupp', 'party group'),
};

export const allOfKind: Record<BodyKind, Text> = {
  council: both('Fullmäktige', 'The council'),
  'executive-board': both('Styrelsen', 'The executive board'),
  committee: both('Alla nämnder', 'All committees'),
  subcommittee: both('Alla utskott', 'All subcommittees'),
  presidium: both('Alla presidier', 'All presidiums'),
  'preparatory-group': both('Alla beredningar', 'All preparatory groups'),
  'company-board': both('Alla bolagsstyrelser', 'All company boards'),
  'party-group': both('Alla partigrupper', 'All party groups'),
};

/** The template's chains. */
export const chainNames: Record<string, Text> = {
  council: both('fullmäktiges', 'the council’s'),
  board: both('styrelsens', 'the executive board’s'),
  committee: both('nämndernas', 'the committees’'),
  subcommittee: both('utskottens', 'the subcommittees’'),
  'individual-cases': both('individärendenas', 'individual cases’'),
  company: both('bolagens', 'the companies’'),
};

export const formWords = {
  inEnglish: (label: string) => both(`${label} på engelska (valfritt)`, `${label} in English (optional)`),
  name: both('Namn', 'Name'),
  dayIn: (label: string) => both(`${label}, dag`, `${label}, day`),
  monthIn: (label: string) => both(`${label}, månad`, `${label}, month`),
  up: both('Upp', 'Up'),
  down: both('Ned', 'Down'),
  remove: both('Ta bort', 'Remove'),
  upOf: (name: string) => both(`Flytta upp ${name}`, `Move up ${name}`),
  downOf: (name: string) => both(`Flytta ned ${name}`, `Move down ${name}`),
  removeOf: (name: string) => both(`Ta bort ${name}`, `Remove ${name}`),
  change: both('Ändra', 'Change'),
  changeOf: (name: string) => both(`Ändra ${name}`, `Change ${name}`),
  done: both('Klar', 'Done'),
  seenBy: both('Vilka ser det', 'Who sees it'),
  whose: both('Vilka organ', 'Which bodies'),
  chooseSeveral: both('Välj flera …', 'Choose several …'),
  choose: both('Välj …', 'Choose …'),
  none: both('ingen', 'none'),
  unused: both('Används inte', 'Not in use'),
  use: both('Använd', 'Use'),
  useOf: (name: string) => both(`Använd ${name}`, `Use ${name}`),
  takenAway: (name: string) => both(`${name} tas bort.`, `${name} is removed.`),
  published: both(
    'Det som redan är publicerat står kvar hos läsarna tills du publicerar nästa gång. Då ställs det in.',
    'What is published already stays with its readers until you publish the next time. Then it is cancelled.',
  ),
  lasts: both('Längd i minuter', 'Length in minutes'),
  at: both('Klockslag', 'Time of day'),
  atHint: both('Tomt: hela dagen.', 'Empty: the whole day.'),
} as const;

export const origins: Record<StepOrigin, Text> = {
  own: both('ert eget', 'your own'),
  template: both('mallens', 'the template’s'),
  changed: both('mallens, ändrat', 'the template’s, changed'),
};

export const units: Record<Unit, Text> = {
  days: both('dagar', 'days'),
  'working-days': both('arbetsdagar', 'working days'),
};

const counted = (count: number | '', unit: Unit): Text => {
  const one = count === 1;
  return unit === 'days'
    ? both(`${count} ${one ? 'dag' : 'dagar'}`, `${count} ${one ? 'day' : 'days'}`)
    : both(`${count} ${one ? 'arbetsdag' : 'arbetsdagar'}`, `${count} working ${one ? 'day' : 'days'}`);
};

export const chainWords = {
  stepName: both('Vad steget heter', 'What the step is called'),
  number: both('Hur långt', 'How far'),
  unit: both('Räknat i', 'Counted in'),
  weeks: both('veckor', 'weeks'),
  side: both('Före eller efter', 'Before or after'),
  before: both('före', 'before'),
  after: both('efter', 'after'),
  of: both('Vad', 'What'),
  meeting: both('mötet', 'the meeting'),
  distance: (count: number | '', unit: Unit, after: boolean, what: string): Text => {
    if (count === 0) return both(`samma dag som ${what}`, `the same day as ${what}`);
    const { sv, en = '' } = counted(count, unit);
    return both(`${sv} ${after ? 'efter' : 'före'} ${what}`, `${en} ${after ? 'after' : 'before'} ${what}`);
  },
  meetingOf: (body: string, count: number | '') =>
    both(
      `sista mötet i ${body}, minst ${count} dagar före`,
      `the last meeting of ${body}, at least ${count} days before`,
    ),
  ownOf: (kind: Text) => both(`organets eget ${kind.sv}`, `the body’s own ${kind.en ?? kind.sv}`),
  latest: (count: number, unit: Unit) => {
    const { sv, en = '' } = counted(count, unit);
    return both(`senast ${sv} efter`, `at the latest ${en} after`);
  },
  kindOfStep: both('Vad för steg', 'What kind of step'),
  aDay: both('en dag före eller efter mötet', 'a day before or after the meeting'),
  anotherMeeting: both('ett möte i ett annat organ', 'a meeting of another body'),
  whichBody: both('Organ', 'Body'),
  atLeast: both('Minst så många dagar före', 'At least so many days before'),
  add: both('Lägg till ett steg', 'Add a step'),
  fresh: both('Nytt steg', 'New step'),
  unusedSteps: both('Mallens steg som inte används', 'Steps of the template not in use'),
  holdsFor: both('Ändringen gäller', 'The change holds for'),
  all: (count: number) =>
    both(`alla ${count} organ som har kedjan`, `all ${count} bodies that have the chain`),
  onlyHere: (body: string) => both(`bara ${body}`, `only ${body}`),
  live: (day: string) => both(`Mötet ${day}`, `The meeting of ${day}`),
  own: (name: string) => both(`”${name}”`, `“${name}”`),
} as const;

export const reportWords = {
  add: both('Lägg till en rapport', 'Add a report'),
  fresh: both('Ny rapport', 'New report'),
  edit: both('Ändra rapporten', 'Change the report'),
  save: both('Spara rapporten', 'Save the report'),
  remove: both('Ta bort rapporten', 'Remove the report'),
  unit: both('Enhet som skriver den', 'Unit that writes it'),
  about: both('Rapporten gäller', 'The report is about'),
  periods: {
    year: both('hela året', 'the whole year'),
    tertial: both('varje tertial', 'every four months'),
    quarter: both('varje kvartal', 'every quarter'),
    month: both('varje månad', 'every month'),
    until: both('året till och med en dag', 'the year up to a day'),
    term: both('mandatperioden', 'the term of office'),
  } as Record<string, Text>,
  untilDay: both('Till och med', 'Up to'),
  beforePeriod: both('Ska vara klar före perioden, som en budget', 'Is due before its period, as a budget'),
  ready: both('Underlaget är klart', 'The material is ready'),
  readyForms: {
    days: both(
      'så många dagar efter perioden (minus: före)',
      'so many days after the period (minus: before)',
    ),
    day: both('en dag på året', 'a day of the year'),
    months: both('så många månader in i mandatperioden', 'so many months into the term'),
  } as Record<string, Text>,
  readyNumber: both('Antal', 'Number'),
  readyDay: both('Klart', 'Ready'),
  prefer: both('Vilket möte', 'Which meeting'),
  latest: both('det sista som hinner', 'the last that is in time'),
  earliest: both('det första som går', 'the first that can be'),
  route: both('Väg', 'Way'),
  routeHow: both(
    'Ett led för varje organ eller part, i den ordning rapporten går.',
    'A hop for each body or party, in the order that the report goes.',
  ),
  hop: (at: number) => both(`Led ${at}`, `Hop ${at}`),
  who: both('Vem', 'Who'),
  aParty: both('en part utan möten', 'a party without meetings'),
  several: both('flera organ …', 'several bodies …'),
  party: both('Vilken part', 'Which party'),
  takes: both('Tar så många dagar', 'Takes so many days'),
  does: both('Vad de gör', 'What they do'),
  by: both('Sista dag', 'Last day'),
  byForms: {
    none: both('ingen sista dag', 'no last day'),
    law: both('lagens dag', 'the day of the law'),
    day: both('en dag på året', 'a day of the year'),
    days: both('så många dagar efter perioden', 'so many days after the period'),
    months: both('så många månader in i mandatperioden', 'so many months into the term'),
  } as Record<LimitForm, Text>,
  byNumber: both('Antal', 'Number'),
  law: both('Lagrum', 'Rule of law'),
  handOver: both('Lämnas vidare så många dagar efter mötet', 'Handed on so many days after the meeting'),
  handOverHint: both('Tomt: när protokollet är justerat.', 'Empty: when the minutes are approved.'),
  feedback: both('Återkoppling så många dagar efter', 'Feedback so many days after'),
  feedbackHint: both('Tomt: ingen.', 'Empty: none.'),
  addHop: both('Lägg till ett led', 'Add a hop'),
  live: (year: number) => both(`Dagar att lämna ${year}`, `Days to hand in ${year}`),
} as const;

export const talkKinds: Record<(typeof dialogueKinds)[number], Text> = {
  introduction: both('introduktion', 'introduction'),
  roles: both('roller och spelregler', 'roles and ground rules'),
  expectations: both('förväntningar', 'expectations'),
  'check-in': both('avstämning', 'check-in'),
  'planning-day': both('planeringsdag', 'planning day'),
  reflection: both('reflektion', 'reflection'),
  review: both('avstämning av helheten', 'review'),
  visit: both('besök', 'visit'),
  training: both('utbildning', 'training'),
  handover: both('överlämning', 'handover'),
  'follow-up': both('uppföljning', 'follow-up'),
  preparation: both('förberedelse', 'preparation'),
};

export const talkForms: Record<TalkForm, Text> = {
  kept: both('som regeln säger nu', 'as the rule says now'),
  every: both('vid vart så många möte', 'at every so many meetings'),
  first: both('vid det första mötet', 'at the first meeting'),
  last: both('vid det sista mötet', 'at the last meeting'),
  decides: both('vid mötet som beslutar en rapport', 'at the meeting that decides a report'),
  'months-after-start': both('månader efter att mandatperioden börjar', 'months after the term begins'),
  middle: both('mitt i mandatperioden', 'in the middle of the term'),
  'election-year': both('en dag varje valår', 'a day of every election year'),
  weeks: both('i vissa veckor', 'in certain weeks'),
  dates: both('dagar som ni har valt', 'days that you chose'),
};

export const besides: Record<Beside, Text> = {
  after: both('efter mötet', 'after the meeting'),
  before: both('före mötet', 'before the meeting'),
  inside: both('under mötet', 'inside the meeting'),
  days: both('så många dagar från mötet', 'so many days from the meeting'),
};

export const talkWords = {
  add: both('Lägg till ett samtal', 'Add a talk'),
  fresh: both('Nytt samtal', 'New talk'),
  save: both('Spara samtalet', 'Save the talk'),
  remove: both('Ta bort samtalet', 'Remove the talk'),
  kind: both('Slag', 'Kind'),
  participants: both('Mellan vilka', 'Between whom'),
  when: both('När', 'When'),
  n: both('Vart så många möte', 'Every so many meetings'),
  of: both('Av', 'Of'),
  ofs: { year: both('året', 'the year'), term: both('mandatperioden', 'the term') },
  beside: both('Hur det ligger', 'Where it lies'),
  days: both('Dagar från mötet (minus: före)', 'Days from the meeting (minus: before)'),
  report: both('Rapport', 'Report'),
  months: both('Antal månader', 'Number of months'),
  electionDay: both('Dagen', 'The day'),
  guide: both('Vägledning', 'Guide'),
  noGuide: both('ingen vägledning', 'no guide'),
  isProtected: both(
    'Skyddat: det ställs inte in utan skäl och en ny dag',
    'Protected: it is not cancelled without a reason and a new day',
  ),
  live: (count: number, year: number) => both(`${count} samtal ${year}`, `${count} talks ${year}`),
} as const;

export const bodyWords = {
  nav: both('Organ', 'Bodies'),
  how: both(
    'Vilka organ som finns. Deras möten ändras under vart och ett.',
    'Which bodies there are. Their meetings are changed under each of them.',
  ),
  body: both('Organ', 'Body'),
  kind: both('Slag', 'Kind'),
  series: both('Möten', 'Meetings'),
  noSeries: both('inga ännu', 'none yet'),
  add: both('Lägg till ett organ', 'Add a body'),
  fresh: both('Nytt organ', 'New body'),
  save: both('Spara organet', 'Save the body'),
  remove: both('Ta bort organet', 'Remove the body'),
  which: both('Vilket', 'Which'),
  ownNew: both('ett helt nytt', 'a wholly new one'),
  short: both('Kort namn', 'Short name'),
  shortHint: both('Till exempel BUN.', 'For instance BUN.'),
  of: both('Hör till', 'Belongs to'),
  ofNone: both('inget annat organ', 'no other body'),
  from: both('Finns från (valfritt)', 'Exists from (optional)'),
  until: both('Finns till (valfritt)', 'Exists until (optional)'),
  listed: both('Har en egen sida och kalender för allmänheten', 'Has a page and a calendar for the public'),
  dialogueHours: both(
    'Eget mål: timmar dialog om året (valfritt)',
    'Its own target: hours of dialogue a year (optional)',
  ),
  dialogueHoursHint: both(
    'Visas bredvid organets år under Dialog. Inget mäts mot det.',
    'Shown beside the body’s year under Dialogue. Nothing is measured against it.',
  ),
  goOn: both('Nu kan du lägga till organets möten.', 'Now you can add its meetings.'),
} as const;

export const seriesWords = {
  add: both('Lägg till en serie möten', 'Add a series of meetings'),
  fresh: both('Ny serie möten', 'New series of meetings'),
  name: both('Vad mötet heter', 'What the meeting is called'),
  nameHint: both('Till exempel Sammanträde.', 'For instance Meeting.'),
  remove: both('Ta bort serien', 'Remove the series'),
  none: both('Organet har inga möten ännu.', 'The body has no meetings yet.'),
  status: both('Möten är', 'Meetings are'),
  statuses: {
    regular: both('ordinarie', 'regular'),
    reserve: both('reservdagar', 'reserve dates'),
    'if-needed': both('vid behov', 'if needed'),
  },
  chain: both('Före och efter', 'Before and after'),
  noChain: both('inga steg', 'no steps'),
  more: both('Namn, slag och steg', 'Name, kind and steps'),
  variants: both('Möten som är annorlunda', 'Meetings that differ'),
  variantsHow: both(
    'Det första som stämmer gäller. Tomma fält är som vanligt.',
    'The first that fits counts. Empty fields are as usual.',
  ),
  noVariants: both('Alla möten är lika.', 'All meetings are alike.'),
  variantWhen: both('Vilket möte', 'Which meeting'),
  variantForms: {
    decides: both('det som beslutar en rapport', 'the one that decides a report'),
    'first-of-term': both('det första i mandatperioden', 'the first of the term'),
    'first-of-year': both('årets första', 'the first of the year'),
    'last-of-year': both('årets sista', 'the last of the year'),
    months: both('de i vissa månader', 'those of certain months'),
  } as Record<string, Text>,
  variant: (at: number) => both(`Avvikande möte ${at}`, `Differing meeting ${at}`),
  report: both('Rapport', 'Report'),
  months: both('i månaderna', 'in the months'),
  addVariant: both('Lägg till ett avvikande möte', 'Add a meeting that differs'),
} as const;

export const breakWords = {
  nav: both('Uppehåll och lov', 'Recesses and breaks'),
  how: both(
    'Dagar då möten flyttas eller hoppas över, som reglerna säger.',
    'Days on which meetings are moved or skipped, as the rules say.',
  ),
  lists: {
    recess: both('Uppehåll', 'Recesses'),
    'school-break': both('Skollov', 'School breaks'),
  } as Record<BreakList, Text>,
  form: both('När', 'When'),
  forms: {
    'iso-week': both('en vecka', 'a week'),
    from: both('mellan två dagar', 'between two days'),
    'easter-week': both('veckan intill påsk', 'the week beside Easter'),
  } as Record<BreakForm, Text>,
  week: both('Vecka', 'Week'),
  from: both('Från', 'From'),
  until: both('Till', 'Until'),
  everyYear: both('Samma dagar varje år', 'The same days every year'),
  easter: both('Vilken', 'Which'),
  before: both('före påsk', 'before Easter'),
  after: both('efter påsk', 'after Easter'),
  add: both('Lägg till', 'Add'),
  addOf: (list: string) => both(`Lägg till: ${list}`, `Add: ${list}`),
  save: both('Spara', 'Save'),
  number: (list: string, at: number) => both(`${list} ${at}`, `${list} ${at}`),
} as const;
