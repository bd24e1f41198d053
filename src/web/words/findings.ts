// Words of Att se över: how grave, what each check is about, what one can do.
import type { Severity, Text } from '../api/types.js';
import { both } from './language.js';

export const severityNames: Record<Severity, Text> = {
  error: both('Behöver rättas', 'Needs mending'),
  warning: both('Behöver beslut', 'Needs a decision'),
  info: both('Bra att veta', 'Good to know'),
};

export const severityHints: Record<Severity, Text> = {
  error: both('innan ni publicerar', 'before you publish'),
  warning: both('du väljer, skälet sparas', 'you choose, the reason is kept'),
  info: both('inget måste göras', 'nothing has to be done'),
};

export const findingWords = {
  heading: (count: number) =>
    both(
      count === 0 ? 'Inget att se över' : count === 1 ? '1 sak att se över' : `${count} saker att se över`,
      count === 0 ? 'Nothing to look at' : count === 1 ? '1 thing to look at' : `${count} things to look at`,
    ),
  lede: both(
    'Sådant någon behöver titta på innan planen publiceras. Du avgör.',
    'What somebody needs to look at before the plan is published. You decide.',
  ),
  none: both('Planen har inga påpekanden.', 'There are no findings on the plan.'),
  noneHere: both('Inget av det slaget här.', 'Nothing of that kind here.'),
  next: both('Nästa steg: publicera', 'Next: publish'),
  showAll: both('Visa alla', 'Show all'),
  severity: both('Allvar', 'How grave'),
  all: both('Alla', 'All'),
  body: both('Organ', 'Body'),
  whole: both('Hela organisationen', 'The whole organisation'),
  suggestion: both('Förslag:', 'Suggestion:'),
  show: both('Visa följderna', 'Show what follows'),
  hide: both('Dölj följderna', 'Hide what follows'),
  otherDay: both('Välj annan dag', 'Choose another day'),
  newDay: both('Ny dag', 'New day'),
  chooseDay: both('Välj en dag för att se vad som följer.', 'Choose a day to see what follows.'),
  open: both('Öppna mötet', 'Open the meeting'),
  asRuled: both('Följ reglerna igen', 'Follow the rules again'),
  cancel: both('Ställ in mötet', 'Cancel the meeting'),
  save: both('Spara ändringen', 'Save the change'),
  saved: both('Ändringen är sparad.', 'The change is saved.'),
  keep: both('Behåll, ange skäl', 'Keep, give a reason'),
  reason: both('Varför ska det vara så här?', 'Why should it be like this?'),
  reasonHint: both(
    'Till exempel: Nämnden har själv valt dagen. Skälet sparas och visas under Behållna.',
    'For instance: The committee has chosen the day itself. The reason is kept and shown under Kept.',
  ),
  reasonMissing: both(
    'Skriv ett skäl, till exempel: Nämnden har själv valt dagen.',
    'Write a reason, for instance: The committee has chosen the day itself.',
  ),
  saveReason: both('Behåll', 'Keep'),
  kept: both('Behållet. Det kommer tillbaka om något ändras.', 'Kept. It comes back if anything changes.'),
  accepted: (count: number) =>
    both(
      count === 1 ? '1 sak som ni har valt att behålla' : `${count} saker som ni har valt att behålla`,
      count === 1 ? '1 thing that you chose to keep' : `${count} things that you chose to keep`,
    ),
  because: both('Skäl:', 'Reason:'),
  reopen: both('Se över igen', 'Look at it again'),
  reopened: both('Finns åter bland det att se över.', 'Back among what there is to look at.'),
  print: both('Skriv ut', 'Print'),
} as const;

/** What each check is about, in a few words. A check that is not here has its message as heading. */
export const checkNames: Record<string, Text> = {
  'adjustment-differs': both(
    'Ändringen och regeln säger olika dagar',
    'The change and the rule say different days',
  ),
  'adjustment-without-meeting': both('Ändring utan möte', 'Change without a meeting'),
  'annual-report-late': both('Årsredovisningen kommer för sent', 'The annual report is late'),
  'base-cancelled': both('Mötet den hänger på är inställt', 'The meeting it hangs on is cancelled'),
  'budget-late': both('Budgeten kommer för sent', 'The budget is late'),
  'budget-outgoing-council': both(
    'Budgeten beslutas av dem som avgår',
    'The budget is decided by the outgoing council',
  ),
  'budget-proposal-late': both('Budgetförslaget kommer för sent', 'The budget proposal is late'),
  'chain-order': both('Stegen före eller efter mötet byter ordning', 'Steps change order'),
  'council-notice': both('Kungörelsen kommer för sent', 'The public notice is late'),
  'council-notice-passed': both(
    'Dagen för kungörelse har passerat',
    'The day of the public notice has passed',
  ),
  'dialogue-delayed': both('Dialogen har skjutits långt fram', 'The dialogue is long delayed'),
  'dialogue-put-off': both('Dialogen har flyttats flera gånger', 'The dialogue has been moved several times'),
  'dialogue-without-day': both('Inställd dialog saknar ny dag', 'A cancelled dialogue has no new day'),
  'discharge-before-approval': both(
    'Ansvarsfrihet före årsredovisning',
    'Discharge before the annual report',
  ),
  'discharge-late': both('Ansvarsfriheten prövas för sent', 'Discharge is considered late'),
  'earlier-hand-in': both('Underlaget lämnas tidigare än före flytten', 'Handed in earlier than before'),
  'election-week': both('Ligger i valveckan', 'In election week'),
  'exception-without-meeting': both('Undantag utan möte', 'Exception without a meeting'),
  'exception-without-step': both('Undantag utan steg', 'Exception without a step'),
  'first-council': both('Nyvalda fullmäktiges första möte', 'The new council’s first meeting'),
  'full-week': both('Många möten samma vecka', 'Many meetings in one week'),
  'interim-report-late': both('Delårsrapporten kommer för sent', 'The interim report is late'),
  'long-without-dialogue': both('Länge utan dialog', 'A long time without dialogue'),
  'minutes-late': both('Protokollet justeras för sent', 'The minutes are approved late'),
  'new-council-early': both(
    'Möte innan de nyvalda tillträder',
    'Meeting before the new council takes its seats',
  ),
  'no-dialogues': both('Året saknar dialog', 'A year without dialogue'),
  'no-feedback': both('Ingen återkoppling på rapporten', 'No feedback on the report'),
  'non-working-day': both('Ligger på en röd dag', 'On a public holiday'),
  'old-council': both('Möte med dem som avgår', 'Meeting of the outgoing council'),
  'other-organisation': both('Krockar med en annan organisation', 'Clashes with another organisation'),
  'policy-gave-up': both('Ingen dag passar', 'No day fits'),
  'policy-warning': both('Dagen är inte som andra', 'An unusual day'),
  'report-late': both('Rapporten hinner inte fram', 'The report is not in time'),
  'school-break': both('Ligger på ett lov', 'In a school break'),
  'shared-members': both('Samma personer på två möten', 'The same people at two meetings'),
  'shared-place': both('Två möten i samma lokal', 'Two meetings in one room'),
  'step-meeting-missing': both('Mötet som bereder saknas', 'The preparing meeting is missing'),
  'steps-before-last-minutes': both('Tätt mellan mötena', 'Meetings lie close'),
  'twice-the-same-day': both('Två möten samma dag', 'Two meetings on one day'),
};
