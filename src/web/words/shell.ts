// Words of the frame: navigation, logging in, what holds on every page.
import { both } from './language.js';

export const shell = {
  product: both('Rytm', 'Rytm'),
  skip: both('Hoppa till innehållet', 'Skip to the content'),
  workplace: both('Arbetsplatsen', 'Workplace'),
  more: both('Mer', 'More'),
  otherLanguage: both('In English', 'På svenska'),
  reportBarrier: both('Rapportera ett hinder', 'Report a barrier'),
  logOut: both('Logga ut', 'Log out'),
  loading: both('Hämtar …', 'Loading …'),
  hide: both('Dölj', 'Hide'),
  again: both('Försök igen', 'Try again'),
  offline: both(
    'Ingen kontakt just nu. Det du har skrivit är kvar här.',
    'No contact right now. What you have written is still here.',
  ),
  unreachable: both(
    'Ingen kontakt med servern. Inget är sparat, och det du har skrivit är kvar. Försök igen om en stund.',
    'No contact with the server. Nothing is saved, and what you have written is still here. Try again in a while.',
  ),
  missing: both('Sidan finns inte', 'There is no such page'),
  missingHow: both(
    'Adressen kan vara felskriven, eller så har sidan flyttat.',
    'The address may be mistyped, or the page has moved.',
  ),
  toYear: both('Till årets plan', 'To the plan of the year'),
  noOrganisation: both(
    'Du har inga organ att arbeta med än. Be en administratör ge dig behörighet.',
    'You have no bodies to work with yet. Ask an administrator for access.',
  ),
  endsSoon: (at: string) =>
    both(
      `Inloggningen tar slut ${at}. Det du har skrivit är kvar när du loggar in igen.`,
      `Your login ends ${at}. What you have written is still here when you log in again.`,
    ),
  endsIdle: (at: string) =>
    both(
      `Du har inte gjort något på länge. Inloggningen tar slut ${at}. Det du har skrivit är kvar.`,
      `You have not done anything for a long time. Your login ends ${at}. What you have written is still here.`,
    ),
  goOn: both('Arbeta vidare', 'Work on'),
  logInNow: both('Logga in igen nu', 'Log in again now'),
} as const;

export const navigation = {
  year: both('År', 'Year'),
  term: both('Mandatperiod', 'Term'),
  findings: both('Att se över', 'To look at'),
  rules: both('Regler', 'Rules'),
  publish: both('Publicera', 'Publish'),
  people: both('Människor', 'People'),
  week: both('Veckan', 'The week'),
  links: both('Kalenderlänkar', 'Calendar links'),
  history: both('Historik', 'History'),
  users: both('Användare', 'Users'),
  settings: both('Inställningar', 'Settings'),
  balance: both('Dialog och belastning', 'Dialogue and workload'),
  seen: both('Så ser omvärlden er plan', 'How the world sees your plan'),
} as const;

export const loginWords = {
  heading: both('Logga in', 'Log in'),
  again: both('Logga in igen', 'Log in again'),
  againEarly: both(
    'Då kan du arbeta vidare utan avbrott. Det du har skrivit är kvar.',
    'Then you can work on without a break. What you have written is still here.',
  ),
  notNow: both('Inte nu', 'Not now'),
  againExpired: both(
    'Inloggningen har gått ut. Det du har skrivit är kvar.',
    'Your login has expired. What you have written is still here.',
  ),
  name: both('Användarnamn', 'User name'),
  password: both('Lösenord', 'Password'),
  code: both('Kod från din autentiseringsapp', 'Code from your authenticator app'),
  codeHint: both('Sex siffror som byts var halvminut.', 'Six digits that change every half minute.'),
  giveCode: both('Fortsätt', 'Continue'),
  enrolment: both('Koppla en autentiseringsapp', 'Connect an authenticator app'),
  enrolmentHow: both(
    'Öppna appen (till exempel Microsoft Authenticator), välj att lägga till ett konto och rikta kameran mot koden, eller skriv in nyckeln. Ge sedan koden som appen visar.',
    'Open the app (Microsoft Authenticator, for example), choose to add an account and point the camera at the code, or type the key. Then give the code that the app shows.',
  ),
  qr: both('QR-kod med nyckeln', 'QR code with the key'),
  secret: both('Nyckel', 'Key'),
  openApp: both('Öppna i appen på den här enheten', 'Open in the app on this device'),
  newPassword: both('Välj ett eget lösenord', 'Choose a password of your own'),
  newPasswordHow: both(
    'Minst 12 tecken. En mening som du minns är bra.',
    'At least 12 characters. A sentence that you remember is good.',
  ),
  own: both('Nytt lösenord', 'New password'),
  old: both('Lösenordet du loggade in med', 'The password that you logged in with'),
  choose: both('Spara lösenordet', 'Save the password'),
} as const;
