// Words of the way from nothing to a first published year.
import { both } from './language.js';
import { kindNames } from './rule-forms.js';

export const setupTitle = both('Kom i gång', 'Get started');

export const setupWords = {
  lede: both(
    'Fyra steg till ett första publicerat år. Varje steg sparas, och allt går att ändra sedan.',
    'Four steps to a first published year. Each step is saved, and everything can be changed later.',
  ),
  steps: [
    both('Kommunen', 'The municipality'),
    both('Organen', 'The bodies'),
    both('Datumen', 'The dates'),
    both('Publicera', 'Publish'),
  ],
  stepsLabel: both('Steg', 'Steps'),
  next: both('Spara och gå vidare', 'Save and go on'),
  skip: both('Hoppa över', 'Skip'),
  back: both('Tillbaka', 'Back'),
  saving: both('Sparar …', 'Saving …'),
  name: both('Namn', 'Name'),
  contact: both('Vem man frågar', 'Whom to ask'),
  contactHint: both(
    'Till exempel: Kansliet, kansliet@ekeby.example. Står i mejl och på de offentliga sidorna.',
    'For instance: The secretariat, kansliet@ekeby.example. Stands in mails and on the public pages.',
  ),
  from: both('Planera från', 'Plan from'),
  until: both('till och med', 'until'),
  untilHint: both('Börja gärna med ett år.', 'One year is a good beginning.'),
  bodiesHow: both(
    'Kryssa för dem ni har. Namnen går att ändra.',
    'Tick those that you have. Names can be changed.',
  ),
  template: both('Ur mallen', 'From the template'),
  nameOf: (name: string) => both(`Namn på ${name}`, `Name of ${name}`),
  ownBodies: both('Egna organ', 'Bodies of your own'),
  addBody: both('Lägg till ett organ', 'Add a body'),
  short: both('Kortnamn', 'Short name'),
  shortHint: both('Till exempel KS.', 'For instance KS.'),
  kind: both('Slag', 'Kind'),
  meetsNth: both('Möts den', 'Meets on the'),
  meetsHint: both('Beslutade datum går före.', 'Decided dates come first.'),
  meetsWeekday: both('i månaden', 'of the month'),
  remove: both('Ta bort', 'Remove'),
  kinds: kindNames,
  datesHow: both(
    'Är året redan beslutat? Klistra in datumen eller välj en fil. Annars räknar mallen fram dem.',
    'Is the year decided already? Paste the dates or choose a file. Otherwise the template works them out.',
  ),
  byTemplate: both('Låt mallen räkna fram datumen', 'Let the template work out the dates'),
  decided: both('Lägg in beslutade datum', 'Put in decided dates'),
  way: both('Hur vill ni börja?', 'How do you want to begin?'),
  file: both('Fil (CSV, text eller kalenderfil)', 'File (CSV, text or calendar file)'),
  paste: both('Eller klistra in', 'Or paste'),
  pasteHint: both(
    'Till exempel: Kommunstyrelsen: 13 januari, 3 februari kl. 9. Eller en tabell från Excel med Organ och Datum.',
    'For instance: Kommunstyrelsen: 13 januari, 3 februari kl. 9. Or a table from Excel with Organ and Datum.',
  ),
  year: both('År för dagar som inte säger något', 'Year of days that say none'),
  rules: both(
    'Ta regeln där en sådan passar, i stället för bara datumen',
    'Take the rule where one fits, in place of the dates alone',
  ),
  look: both('Visa hur det läses', 'Show how it is read'),
  looking: both('Läser …', 'Reading …'),
  empty: both('Välj en fil eller klistra in datum.', 'Choose a file or paste dates.'),
  readAs: (what: string) => both(`Läst som ${what}.`, `Read as ${what}.`),
  row: both('Rad', 'Row'),
  text: both('Text', 'Text'),
  meetings: both('Möten', 'Meetings'),
  body: both('Organ', 'Body'),
  offered: both('Regel som passar', 'Rule that fits'),
  exceptions: (count: number) =>
    both(
      count === 1 ? 'med 1 undantag' : `med ${count} undantag`,
      count === 1 ? 'with 1 exception' : `with ${count} exceptions`,
    ),
  noRule: both('ingen, bara datumen', 'none, the dates alone'),
  departures: both('Det här blir inte som det är beslutat', 'This does not become as decided'),
  wrongRows: both('Rader att rätta. Inget är ändrat.', 'Rows to mend. Nothing is changed.'),
  leaveOut: both('Hoppa över organ som inte finns', 'Leave out bodies that there are not'),
  saveDates: both('Spara datumen och gå vidare', 'Save the dates and go on'),
  result: both('Så blir året', 'What the year becomes'),
  findings: (count: number) =>
    both(
      count === 0 ? 'Inget att se över.' : `${count} saker att se över.`,
      count === 0 ? 'Nothing to look at.' : `${count} things to look at.`,
    ),
  toFindings: both('Se över först', 'Look at them first'),
  toYear: both('Titta på året', 'Look at the year'),
  publish: both('Publicera året', 'Publish the year'),
  publishing: both('Publicerar …', 'Publishing …'),
  publishHow: both(
    'Sidor och kalendrar blir synliga för alla. Datumen visas som preliminära tills ni skriver in beslutet under Publicera.',
    'Pages and calendars become visible to all. Dates are shown as preliminary until you write the decision under Publish.',
  ),
  more: both('Fler val: beslut, del av organen', 'More choices: decision, some of the bodies'),
  done: both('Året är publicerat', 'The year is published'),
  doneHow: both(
    'Nästa: ge ut kalenderlänkar och lägg in människorna.',
    'Next: give out calendar links and add the people.',
  ),
  links: both('Kalenderlänkar', 'Calendar links'),
  people: both('Människor', 'People'),
  nobody: both(
    'Bara planerare och administratörer gör det här.',
    'Only planners and administrators do this.',
  ),
} as const;
