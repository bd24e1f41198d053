// Words of a meeting: its facts, changing it, what a change would do.
import type { ItemChange, Level, Text } from '../api/types.js';
import type { Doing } from '../plan/change.js';
import { both } from './language.js';

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

export const meetingWords = {
  panel: both('Mötet', 'The meeting'),
  close: both('Stäng', 'Close'),
  change: both('Flytta eller ändra', 'Move or change'),
  cancel: both('Ställ in mötet', 'Cancel the meeting'),
  cancelTalk: both('Ställ in samtalet', 'Cancel the talk'),
  revive: both('Låt mötet bli av ändå', 'Let it take place after all'),
  gone: both('Mötet finns inte längre i planen.', 'The meeting is no longer in the plan.'),
  chain: both('Före och efter mötet', 'Before and after the meeting'),
  step: both('Steg', 'Step'),
  now: both('Nu', 'Now'),
  after: both('Efter', 'After'),
  stays: both('ligger kvar', 'stays'),
  reports: both('Rapporter', 'Reports'),
  decides: both('beslutas här', 'decided here'),
  handIn: (day: string) => both(`lämnas senast ${day}`, `due ${day}`),
  feedback: both('Återkoppling', 'Feedback'),
  talks: both('Dialog', 'Dialogue'),
  why: both('Varför detta datum', 'Why this date'),
  byCommand: both('kommandoraden', 'the command line'),
  history: both('Historik', 'History'),
  noHistory: both('Inga ändringar.', 'No changes.'),
  absent: (number: number) =>
    both(number === 1 ? '1 har anmält förhinder' : `${number} har anmält förhinder`, `${number} cannot come`),
  papers: both('Handlingar', 'Papers'),
  papersOut: (when: string) => both(`Ute sedan ${when}.`, `Out since ${when}.`),
  papersNot: both('Inte ute än.', 'Not out yet.'),
  setPapers: both('Handlingarna är ute', 'The papers are out'),
  takeBackPapers: both('De är inte ute ännu', 'They are not out yet'),
  papersSaved: both('Sparat: handlingarna är ute.', 'Saved: the papers are out.'),
  papersTakenBack: both('Sparat: handlingarna är inte ute.', 'Saved: the papers are not out.'),
  moveStep: (step: string) => both(`Flytta: ${step}`, `Move: ${step}`),
  moved: both('Flyttat', 'Moved'),
  cancelled: both('Inställt', 'Cancelled'),
  reserve: both('Reservdag', 'Reserve date'),
  ifNeeded: both('Vid behov', 'If needed'),
  extra: both('Extra', 'Extra'),
  noPlace: both('Ingen plats sagd', 'No place told'),
  joint: (bodies: string) => both(`Tillsammans med ${bodies}`, `Together with ${bodies}`),
} as const;

export const attendanceWords = {
  people: both('Vilka kan komma', 'Who can come'),
  allCome: both('Ingen har anmält förhinder.', 'Nobody has said that they cannot come.'),
  cannot: both('kan inte komma', 'cannot come'),
  present: both('Kan komma ändå', 'Can come after all'),
  presentOne: (name: string) => both(`Kan komma ändå: ${name}`, `Can come after all: ${name}`),
  substitutes: (names: string) => both(`I tur som ersättare: ${names}.`, `Next as substitutes: ${names}.`),
  call: (name: string) => both(`Kalla in ${name}`, `Call ${name}`),
  called: both('Inkallade:', 'Called:'),
  release: both('Behövs inte', 'Not needed'),
  releaseOne: (name: string) => both(`Behövs inte: ${name}`, `Not needed: ${name}`),
  report: both('Anmäl förhinder', 'Somebody cannot come'),
  who: both('Vem kan inte komma?', 'Who cannot come?'),
  choose: both('Välj person', 'Choose a person'),
  savedAbsent: (name: string) => both(`Sparat: ${name} kan inte komma.`, `Saved: ${name} cannot come.`),
  savedPresent: (name: string) => both(`Sparat: ${name} kan komma.`, `Saved: ${name} can come.`),
  savedCalled: (name: string) => both(`Sparat: ${name} är inkallad.`, `Saved: ${name} is called.`),
  savedReleased: (name: string) => both(`Sparat: ${name} behövs inte.`, `Saved: ${name} is not needed.`),
} as const;

export const changeWords = {
  move: (day: string) => both(`Flytta till ${day}`, `Move to ${day}`),
  day: both('Dag', 'Day'),
  from: both('Börjar', 'Begins'),
  until: both('Slutar', 'Ends'),
  place: both('Plats', 'Place'),
  ownPlace: both('Ingen plats', 'No place'),
  link: both('Länk till mötet på distans', 'Link for taking part remotely'),
  more: both('Mer att fylla i', 'More to fill in'),
  wrongTime: both('Skriv en tid mellan 00.00 och 23.59.', 'Write a time between 00:00 and 23:59.'),
  reasonKind: both('Skäl', 'Reason'),
  chooseReason: both('Välj skäl', 'Choose a reason'),
  reason: both('Förklaring för kansliet', 'Explanation for the secretariat'),
  publicReason: both('Förklaring som alla får läsa', 'Explanation that everybody may read'),
  publicReasonHint: both('Syns i beskedet och i kalendern.', 'Seen in the notice and in the calendar.'),
  nothingFree: both('ingen helg eller lov', 'no weekend or break'),
  saveMove: both('Spara flytten', 'Save the move'),
  savedMove: both('Flytten är sparad.', 'The move is saved.'),
  saving: both('Sparar …', 'Saving …'),
  abort: both('Avbryt', 'Discard'),
  undo: both('Ångra', 'Undo'),
  same: both('Ändra något för att se vad som följer.', 'Change something to see what follows.'),
  unfinished: both(
    'Skriv dagen som år, månad och dag: 2027-05-26.',
    'Write the day as year, month and day: 2027-05-26.',
  ),
} as const;

export const addWords = {
  add: both('Lägg till möte', 'Add a meeting'),
  heading: both('Lägg till ett möte', 'Add a meeting'),
  series: both('Organ', 'Body'),
  choose: both(
    'Välj organ och dag för att se vad som följer.',
    'Choose a body and a day to see what follows.',
  ),
  save: both('Lägg till mötet', 'Add the meeting'),
  saved: both('Mötet är tillagt.', 'The meeting is added.'),
} as const;

interface DoingWords {
  heading: Text;
  save: Text;
  saved: Text;
}

/** Of what is done: a button says what happens, and what was done is said in the same words. */
export const doingWords: Record<Doing | 'move', DoingWords> = {
  move: {
    heading: both('Flytta mötet', 'Move the meeting'),
    save: changeWords.saveMove,
    saved: changeWords.savedMove,
  },
  change: {
    heading: both('Ändra mötet', 'Change the meeting'),
    save: both('Spara ändringen', 'Save the change'),
    saved: both('Ändringen är sparad.', 'The change is saved.'),
  },
  step: {
    heading: both('Flytta ett steg', 'Move a step'),
    save: changeWords.saveMove,
    saved: changeWords.savedMove,
  },
  cancel: {
    heading: both('Ställ in mötet', 'Cancel the meeting'),
    save: both('Ställ in mötet', 'Cancel the meeting'),
    saved: both('Mötet är inställt.', 'The meeting is cancelled.'),
  },
  revive: {
    heading: both('Låt mötet bli av ändå', 'Let it take place after all'),
    save: both('Låt mötet bli av', 'Let it take place'),
    saved: both('Mötet blir av.', 'The meeting takes place.'),
  },
};

export const formWords = {
  name: both('Namn på mötet', 'What the meeting is called'),
  mode: both('Deltagande', 'Taking part'),
  open: both('Öppenhet', 'Openness'),
  status: both('Slag', 'Kind'),
  modes: {
    'on-site': both('På plats', 'On site'),
    remote: both('På distans', 'Remotely'),
    hybrid: both('På plats och på distans', 'On site and remotely'),
  },
  openness: {
    public: both('Öppet för allmänheten', 'Open to the public'),
    closed: both('Stängt', 'Closed'),
    partly: both('Delvis öppet', 'Partly open'),
  },
  statuses: {
    regular: both('Ordinarie', 'Regular'),
    reserve: both('Reservdag', 'Reserve date'),
    'if-needed': both('Vid behov', 'If needed'),
  },
} as const;

export const reasonKinds: [string, Text][] = [
  ['clash', both('krockar med ett annat möte', 'clashes with another meeting')],
  ['holiday', both('helg eller lov', 'holiday or school break')],
  ['no-items', both('för få ärenden', 'too few items')],
  ['more-time', both('ärendena behöver mer tid', 'the items need more time')],
  ['urgent', both('brådskande ärende', 'urgent item')],
  ['place', both('lokalen går inte att använda', 'the place cannot be used')],
  ['attendance', both('för få kan komma', 'too few can come')],
  ['decided', both('beslut av organet', 'decided by the body')],
  ['correction', both('rättelse av ett fel', 'correction of a mistake')],
  ['other', both('annat skäl', 'another reason')],
];

export const consequenceWords = {
  heading: both('Det här följer', 'What follows'),
  reckoning: both('Räknar …', 'Reckoning …'),
  follow: (number: number) =>
    both(
      number === 0
        ? 'Inga andra datum följer med'
        : `${count(number, 'annat datum', 'andra datum')} följer med`,
      number === 0 ? 'No other dates follow' : `${count(number, 'other date follows', 'other dates follow')}`,
    ),
  staying: (number: number) => both(`${number} ligger kvar`, `${number} stay`),
  unseen: (number: number) => both(`${number} till som du inte ser`, `${number} more that you do not see`),
  notices: (number: number) =>
    both(
      count(number, 'kungörelse får ny dag', 'kungörelser får ny dag'),
      count(number, 'public notice gets a new day', 'public notices get a new day'),
    ),
  appear: (number: number) =>
    both(
      number === 0 ? 'Inget nytt att se över' : `${count(number, 'sak', 'saker')} tillkommer att se över`,
      number === 0 ? 'Nothing new to look at' : `${count(number, 'thing', 'things')} more to look at`,
    ),
  disappear: (number: number) =>
    both(
      number === 0
        ? 'Inget försvinner från Att se över'
        : `${count(number, 'sak', 'saker')} försvinner från Att se över`,
      number === 0
        ? 'Nothing leaves what there is to look at'
        : `${count(number, 'thing', 'things')} less to look at`,
    ),
  told: both('Får besked vid nästa publicering', 'Told at the next publication'),
  nobody: both('Ingen behöver få besked', 'Nobody needs to be told'),
  which: both('Visa vilka', 'Show which'),
} as const;

export const levelNames: Record<Level, Text> = {
  public: both('allmänheten', 'the public'),
  member: both('förtroendevalda', 'elected representatives'),
  management: both('ledningen', 'management'),
  official: both('tjänstepersoner', 'officials'),
  secretariat: both('kansliet', 'the secretariat'),
};

export const changeNames: Record<ItemChange, Text> = {
  appears: both('tillkommer', 'appears'),
  disappears: both('försvinner', 'disappears'),
  moves: both('flyttas', 'moves'),
  cancelled: both('ställs in', 'is cancelled'),
  revived: both('blir av', 'takes place'),
  changes: both('ändras', 'changes'),
};

export const conflictWords = {
  heading: both('Någon annan har ändrat mötet', 'Somebody else has changed the meeting'),
  elsewhere: both(
    'Andra har ändrat i planen medan du skrev, men inte det här mötet. Se över följderna och spara igen.',
    'Others have changed the plan while you wrote, but not this meeting. Look at what follows and save again.',
  ),
  how: both(
    'Det du skrev är kvar. Välj vad som ska gälla.',
    'What you wrote is kept. Choose what is to hold.',
  ),
  yours: both('Din ändring', 'Your change'),
  theirs: both('Det som gäller nu', 'What holds now'),
  fields: both('Uppgift', 'Field'),
  takeBoth: both('Ta båda', 'Take both'),
  takeMine: both('Behåll min ändring', 'Keep my change'),
  takeTheirs: both('Behåll det som gäller nu', 'Keep what holds now'),
  since: both('Sparat av andra sedan dess', 'Saved by others since then'),
  status: both('Läge', 'State'),
  unchanged: both('oförändrat', 'unchanged'),
  takesPlace: both('blir av', 'takes place'),
  cancelled: both('inställt', 'cancelled'),
} as const;

export const undoWords = {
  heading: both('Ångra ändringen?', 'Undo the change?'),
  published: (what: string, when: string) =>
    both(
      `${what} publicerades ${when}. Ångrar du får de som berörs ett nytt besked vid nästa publicering.`,
      `${what} was published ${when}. If you undo it, those concerned get a new notice at the next publication.`,
    ),
  byOther: both('Ändringen sparades av någon annan.', 'The change was saved by somebody else.'),
  undo: both('Ångra ändringen', 'Undo the change'),
  undone: both('Ändringen är ångrad.', 'The change is undone.'),
  nothing: both('Det finns inget att ångra.', 'There is nothing to undo.'),
} as const;
