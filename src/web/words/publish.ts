// Words of Publicera, the editions and the decision document.
import type { Adoption, AdoptionKind, DifferenceKind } from '../api/publishing.js';
import type { Text } from '../api/types.js';
import { both } from './language.js';

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

export const differenceNames: Record<DifferenceKind, Text> = {
  new: both('Nytt', 'New'),
  moved: both('Flyttat', 'Moved'),
  cancelled: both('Inställt', 'Cancelled'),
  revived: both('Blir av', 'Takes place'),
  changed: both('Ändrat', 'Changed'),
  confirmed: both('Bekräftat', 'Confirmed'),
  gone: both('Borta', 'Gone'),
};

export const adoptionKinds: Record<AdoptionKind, Text> = {
  proposed: both('Föreslaget', 'Proposed'),
  adopted: both('Beslutat av organet', 'Adopted by the body'),
  amended: both('Ändrat på delegation', 'Amended under authority'),
  corrected: both('Rättat', 'Corrected'),
  withdrawn: both('Återtaget', 'Withdrawn'),
};

export const publishWords = {
  lede: both('Inget syns för andra förrän du publicerar.', 'Nothing is seen by others until you publish.'),
  steps: both('Steg', 'Steps'),
  changes: both('Vad som ändras', 'What changes'),
  changesTold: (changes: number, bodies: number) =>
    both(
      changes === 0 ? 'inget' : `${count(changes, 'ändring', 'ändringar')} i ${bodies} organ`,
      changes === 0
        ? 'nothing'
        : `${count(changes, 'change', 'changes')} in ${bodies} ${bodies === 1 ? 'body' : 'bodies'}`,
    ),
  recipients: both('Vem får veta', 'Who is told'),
  recipientsTold: (letters: number) =>
    both(
      letters === 0 ? 'inget mejl' : `${count(letters, 'person', 'personer')}, ett mejl var`,
      letters === 0 ? 'no mail' : `${count(letters, 'person', 'people')}, one mail each`,
    ),
  decision: both('Beslutet', 'The decision'),
  decisionTold: (decisions: number) =>
    both(
      decisions === 0 ? 'inget nytt beslut' : count(decisions, 'beslut', 'beslut'),
      decisions === 0 ? 'no new decision' : count(decisions, 'decision', 'decisions'),
    ),
  publish: both('Publicera', 'Publish'),
  publishTold: both('när du är klar', 'when you are ready'),
  missing: both('en uppgift saknas', 'something is missing'),
  until: both('Publicera till och med', 'Publish until'),
  untilHint: both('Det som ligger senare syns inte för andra.', 'What lies later is not seen by others.'),
  bodies: both('Organ att publicera', 'Bodies to publish'),
  allBodies: both('Välj alla', 'Choose all'),
  noBodies: both('Välj inga', 'Choose none'),
  changed: (number: number) =>
    both(
      number === 0 ? 'oförändrat' : count(number, 'ändring', 'ändringar'),
      number === 0 ? 'unchanged' : count(number, 'change', 'changes'),
    ),
  choose: both('Välj minst ett organ.', 'Choose at least one body.'),
  quoted: (names: string) =>
    both(
      `De här organen hör ihop med det du publicerar: ${names}. Publicera dem samtidigt, annars visar kalendrarna deras gamla datum.`,
      `These bodies belong with what you publish: ${names}. Publish them too, or calendars show their old dates.`,
    ),
  quotedTake: both('Ta med dem', 'Take them along'),
  inTheWay: both('Det här måste rättas först', 'This must be mended first'),
  toFindings: both('Till Att se över', 'To what there is to look at'),
  nothing: both('Inget att publicera', 'Nothing to publish'),
  nothingHow: both('Det som är publicerat stämmer med planen.', 'What is published agrees with the plan.'),
  change: both('Ändring', 'Change'),
  what: both('Vad', 'What'),
  before: both('Förut', 'Before'),
  after: both('Nu', 'Now'),
  edition: (number: number) => both(`utgåva ${number}`, `edition ${number}`),
  summary: (own: number, rest: number) =>
    both(
      [
        own > 0 ? count(own, 'möte eller samtal', 'möten och samtal') : '',
        rest > 0 ? `${rest} datum följer med` : '',
      ]
        .filter(Boolean)
        .join(', '),
      [
        own > 0 ? count(own, 'meeting or talk', 'meetings and talks') : '',
        rest > 0 ? count(rest, 'date follows', 'dates follow') : '',
      ]
        .filter(Boolean)
        .join(', '),
    ),
  following: (number: number) =>
    both(
      `Visa ${count(number, 'datum', 'datum')} som följer med`,
      `Show ${count(number, 'date', 'dates')} that follow`,
    ),
  more: (number: number) => both(`Visa ${number} till`, `Show ${number} more`),
  calendars: (number: number) =>
    both(
      `${count(number, 'offentlig kalender', 'offentliga kalendrar')} ändras för dem som prenumererar, utan mejl.`,
      `${count(number, 'public calendar', 'public calendars')} change for those who subscribe, without mail.`,
    ),
  nobody: both('Ingen får mejl.', 'Nobody gets a mail.'),
  mails: (names: string) => both(`Mejl går till ${names}.`, `Mail goes to ${names}.`),
  small: both('Liten ändring, skicka inget mejl', 'A small change, send no mail'),
  mail: both('Mejlet', 'The mail'),
  to: both('Till', 'To'),
  subject: both('Ämne', 'Subject'),
  urgent: both('Skickas genast, också på kvällen', 'Sent at once, in the evening too'),
  mailsReady: (number: number) =>
    both(
      `${count(number, 'mejl är klart', 'mejl är klara')}. Var och en ser bara sina egna ändringar.`,
      `${count(number, 'mail is ready', 'mails are ready')}. Each sees their own changes only.`,
    ),
  mailUnseen: both('Texten skrivs när mejlet skickas.', 'The text is written when the mail is sent.'),
  decisionHow: both(
    'Är datumen beslutade, skriv beslutet här. Utan beslut visas de som preliminära.',
    'Where the dates are decided, write the decision here. Without one they are shown as preliminary.',
  ),
  addDecision: both('Lägg till ett beslut', 'Add a decision'),
  removeDecision: both('Ta bort beslutet', 'Remove the decision'),
  decisionNumber: (number: number) => both(`Beslut ${number}`, `Decision ${number}`),
  forBody: both('Gäller', 'Concerns'),
  allPublished: both('Alla organ som publiceras', 'All bodies that are published'),
  kind: both('Slag', 'Kind'),
  from: both('Från', 'From'),
  untilDay: both('Till och med', 'Until'),
  by: both('Vem har beslutat?', 'Who decided?'),
  byHint: both('Till exempel Kommunstyrelsen.', 'For instance Executive Board.'),
  on: both('Beslutsdatum', 'Date of the decision'),
  paragraph: both('Beslutets nummer eller paragraf', 'Number or paragraph of the decision'),
  caseNumber: both('Diarienummer', 'Case number'),
  withhold: both('Håll inne det som inte är beslutat', 'Withhold what is not decided'),
  note: both('Kommentar till utgåvan (valfri)', 'Comment on the edition (optional)'),
  document: both('Beslutsunderlag', 'Decision document'),
  documents: both('Skriv ut beslutsunderlag', 'Print the decision document'),
  button: (bodies: number) =>
    both(`Publicera ${count(bodies, 'organ', 'organ')}`, `Publish ${count(bodies, 'body', 'bodies')}`),
  publishing: both('Publicerar …', 'Publishing …'),
  how: both(
    'Varje kalender läses tillbaka och jämförs innan något byts. Går något fel ligger den gamla utgåvan kvar.',
    'Each calendar is read back and compared before anything is exchanged. If anything goes wrong the old edition stays.',
  ),
  published: (bodies: number) =>
    both(`Publicerat: ${count(bodies, 'organ', 'organ')}.`, `Published: ${count(bodies, 'body', 'bodies')}.`),
  publishedHeading: both('Publicerat', 'Published'),
  publishedCalendars: (number: number) =>
    both(
      `${count(number, 'kalender', 'kalendrar')} är utbytta.`,
      `${count(number, 'calendar', 'calendars')} exchanged.`,
    ),
  editions: both('Utgåvor', 'Editions'),
  noEditions: both('Inget är publicerat än.', 'Nothing is published yet.'),
  number: both('Utgåva', 'Edition'),
  publishedOn: both('Publicerad', 'Published'),
  reaches: both('Till och med', 'Until'),
  comment: both('Kommentar', 'Comment'),
  latest: both('gäller nu', 'in force'),
  all: both('Alla utgåvor', 'All editions'),
  goBack: (number: number) => both(`Gå tillbaka till utgåva ${number}`, `Go back to edition ${number}`),
  goBackHow: (number: number) =>
    both(
      `En ny utgåva publiceras som säger samma sak som utgåva ${number}. Planen ändras inte. Det här ändras för läsarna:`,
      `A new edition is published that says the same as edition ${number}. The plan is not changed. This changes for readers:`,
    ),
  wentBack: both('Den tidigare utgåvan gäller igen.', 'The earlier edition is in force again.'),
  returnsTo: (number: number) => both(`Samma som utgåva ${number}`, `Same as edition ${number}`),
  archive: both('Arkivfil', 'Archive file'),
  archiveOf: (number: number) => both(`Arkivfil, utgåva ${number}`, `Archive file, edition ${number}`),
  archiveHow: both(
    'För diariet och arkivet: en ZIP-fil med beslutad plan som PDF, samma som JSON, och kontrollsummor.',
    'For the registry and the archive: a ZIP file with the plan as PDF, the same as JSON, and check sums.',
  ),
  archiveAll: both('Hämta alla organs senaste utgåvor', 'Get the latest edition of every body'),
  noDifference: both('Inga skillnader.', 'No differences.'),
} as const;

const beginnings: Record<AdoptionKind, Text> = {
  proposed: both('Föreslagen', 'Proposed'),
  adopted: both('Beslutad', 'Adopted'),
  amended: both('Ändrad', 'Amended'),
  corrected: both('Beslutad', 'Adopted'),
  withdrawn: both('Återtagen', 'Withdrawn'),
};

/** `Beslutad av Kommunstyrelsen 17 november 2026, § 131 (KS 2026/412)`. */
export function adoptionInWords({ kind, paragraph, ...rest }: Adoption, on: string | undefined): Text {
  const by = rest['decided-by'];
  const tail = `${on ? ` ${on}` : ''}${paragraph ? `, ${paragraph}` : ''}${
    rest['case-number'] ? ` (${rest['case-number']})` : ''
  }`;
  return both(
    `${beginnings[kind].sv}${by ? ` av ${by}` : ''}${tail}`,
    `${beginnings[kind].en ?? ''}${by ? ` by ${by}` : ''}${tail}`,
  );
}

export const documentWords = {
  heading: (year: number) => both(`Sammanträdesplan ${year}`, `Plan of meetings ${year}`),
  over: both('Beslutsunderlag', 'Decision document'),
  choose: both('År', 'Year'),
  print: both('Skriv ut', 'Print'),
  back: both('Till Publicera', 'To Publish'),
  pdf: both('Hämta som PDF', 'Get as PDF'),
  proposal: both('Förslag till beslut', 'Proposed decision'),
  decided: both('Beslut', 'Decision'),
  proposalText: (body: string, year: number) =>
    both(
      `${body} fastställer sammanträdesdagarna för ${year} enligt planen nedan.`,
      `${body} adopts the dates of its meetings in ${year} as planned below.`,
    ),
  meetings: both('Sammanträden', 'Meetings'),
  day: both('Dag', 'Day'),
  time: both('Tid', 'Time'),
  place: both('Plats', 'Place'),
  note: both('Att notera', 'To note'),
  none: both('Inga sammanträden det här året.', 'No meetings this year.'),
  differences: both('Skillnader mot det som är publicerat', 'Differences from what is published'),
  sinceEdition: (number: number) => both(`Jämfört med utgåva ${number}.`, `Compared with edition ${number}.`),
  same: both('Inget skiljer.', 'Nothing differs.'),
  following: (number: number) =>
    both(
      `Dessutom ändras ${number} datum före och efter mötena.`,
      `And ${number} dates before and after the meetings change.`,
    ),
  first: both('Inget är publicerat tidigare.', 'Nothing has been published before.'),
  findings: both('Att se över', 'To look at'),
  noFindings: both('Inga påpekanden för organet.', 'No findings on the body.'),
  kept: both('Behålls, skäl:', 'Kept, reason:'),
  reason: both('Skäl:', 'Reason:'),
  withReports: both('Ta med rapporter', 'With reports'),
  reports: both('Rapporter som beslutas', 'Reports to be decided'),
  noReports: both('Inga rapporter beslutas under året.', 'No reports are decided in the year.'),
  withTalks: both('Ta med dialog', 'With dialogue'),
  talks: both('Dialog', 'Dialogue'),
  noTalks: both('Inga samtal är planerade.', 'No talks are planned.'),
  heard: both('Hörda', 'Heard'),
  foot: (when: string) =>
    both(
      `Underlag från Rytm ${when}. Det är inte organets protokoll eller anslag.`,
      `Document from Rytm ${when}. It is neither the body's minutes nor its notice board.`,
    ),
  unknown: both('Det finns inget sådant organ.', 'There is no such body.'),
} as const;
