// Words of Kalenderlänkar: public calendars, how to subscribe, private links and how they fare.
import type { LinkKind } from '../api/links.js';
import type { ItemKind, Text } from '../api/types.js';
import { both } from './language.js';

export const linkKinds: Record<LinkKind, Text> = {
  role: both('En roll', 'A role'),
  custom: both('Eget urval', 'A choice of its own'),
  person: both('En person', 'A person'),
};

export const itemKinds: Record<ItemKind, Text> = {
  meeting: both('Möten', 'Meetings'),
  step: both('Före och efter mötet', 'Before and after meetings'),
  hop: both('Rapporter', 'Reports'),
  feedback: both('Återkoppling', 'Feedback'),
  dialogue: both('Dialog', 'Dialogue'),
};

export const linkWords = {
  lede: both(
    'En kalenderlänk läggs till en gång i Outlook, telefonen eller Google. Sedan följer den planen.',
    'A calendar link is added once to Outlook, the phone or Google. Then it follows the plan.',
  ),
  public: both('Offentliga kalendrar', 'Public calendars'),
  publicHow: both(
    'Alla får läsa dem. De innehåller det som är publicerat och offentligt.',
    'Everybody may read them. They hold what is published and public.',
  ),
  noPublic: both(
    'Det finns inga offentliga kalendrar förrän något är publicerat.',
    'There are no public calendars until something is published.',
  ),
  all: both('Alla organ', 'All bodies'),
  changed: (when: string) => both(`ändrad ${when}`, `changed ${when}`),
  address: both('Adress', 'Address'),
  copy: both('Kopiera', 'Copy'),
  copied: both('Adressen är kopierad.', 'The address is copied.'),
  copyYourself: both(
    'Adressen är markerad. Kopiera den med Ctrl C.',
    'The address is selected. Copy it with Ctrl C.',
  ),
  openOwn: both('Öppna i min kalender', 'Open in my calendar'),
  openOutlook: both('Öppna i Outlook på webben', 'Open in Outlook on the web'),
  openGoogle: both('Öppna i Google Kalender', 'Open in Google Calendar'),
  page: both('Sidan att dela: så prenumererar man', 'A page to share: how to subscribe'),
  noTls: both(
    'Adressen börjar med http. Outlook på webben, Google och iPhone hämtar bara från adresser som når dem utifrån med https.',
    'The address begins with http. Outlook on the web, Google and iPhone only fetch from addresses that reach them from outside with https.',
  ),
  how: both('Lägg till i kalendern, steg för steg', 'Add to the calendar, step by step'),
  program: both('Program', 'Program'),
  not: both(
    'Välj inte att ladda upp en fil. Då blir det en kopia som inte ändras.',
    'Do not choose to upload a file. That makes a copy that never changes.',
  ),
  private: both('Egna länkar', 'Private links'),
  personal: both('Kalenderlänkar', 'Calendar links'),
  privateHow: both(
    'Den som har länken kan läsa. Ge varje mottagare en egen, så att den kan dras tillbaka.',
    'Whoever has the link can read. Give each receiver one of their own, so that it can be revoked.',
  ),
  whose: both('Visa länkar för', 'Show links of'),
  roles: both('Roller och egna urval', 'Roles and choices of their own'),
  list: both('Lista över länkar', 'List of links'),
  none: both('Inga länkar än.', 'No links yet.'),
  name: both('Namn', 'Name'),
  what: both('Visar', 'Shows'),
  state: both('Läge', 'State'),
  created: both('Skapad', 'Made'),
  works: both('Fungerar', 'Works'),
  stale: both('Inte hämtad på en vecka', 'Not fetched for a week'),
  staleHow: both(
    'Kalendern har inte hämtat på en vecka. Personen kan ha bytt program eller telefon: skapa en ny länk, och dra tillbaka den här.',
    'No calendar has fetched for a week. The person may have another program or phone: make a new link, and revoke this one.',
  ),
  allWork: (number: number) =>
    both(
      number === 1 ? 'Länken hämtas som den ska.' : `Alla ${number} länkar hämtas som de ska.`,
      number === 1
        ? 'The link is fetched as it should be.'
        : `All ${number} links are fetched as they should be.`,
    ),
  someStale: (number: number) =>
    both(
      number === 1
        ? '1 länk har inte hämtats på en vecka.'
        : `${number} länkar har inte hämtats på en vecka.`,
      number === 1
        ? '1 link has not been fetched for a week.'
        : `${number} links have not been fetched for a week.`,
    ),
  seenBy: (level: string) => both(`som ${level} ser det`, `as ${level} see it`),
  revoke: both('Dra tillbaka', 'Revoke'),
  revokeHow: (name: string) =>
    both(
      `Kalendern från ”${name}” töms i alla program där den är tillagd. Det går inte att ångra.`,
      `The calendar of “${name}” is emptied in every program where it was added. It cannot be undone.`,
    ),
  revoked: both('Länken är tillbakadragen.', 'The link is revoked.'),
  make: both('Skapa en länk', 'Make a link'),
  nameHint: both('Till exempel: tjänstepersoner, Karins telefon.', 'For instance: officials, Karin’s phone.'),
  kind: both('Länken är för', 'The link is for'),
  person: both('Person', 'Person'),
  choosePerson: both('Välj person', 'Choose a person'),
  bodies: both('Organ', 'Bodies'),
  level: both('Visa det som den här målgruppen får se', 'Show what this audience may see'),
  kinds: both('Bara detta (inget val: allt)', 'Only this (nothing chosen: all)'),
  language: both('Språk', 'Language'),
  alarm: both('Påminnelse före', 'Reminder before'),
  noAlarm: both('ingen', 'none'),
  minutes: (number: number) =>
    both(
      number < 60 ? `${number} minuter` : number < 1440 ? `${number / 60} tim` : `${number / 1440} dygn`,
      number < 60 ? `${number} minutes` : number < 1440 ? `${number / 60} h` : `${number / 1440} days`,
    ),
  cancelled: both('Visa också inställda möten', 'Show cancelled meetings too'),
  making: both('Skapar …', 'Making …'),
  made: both('Länken är klar', 'The link is ready'),
  once: both(
    'Adressen visas bara nu. Kopiera den innan du stänger.',
    'The address is shown now only. Copy it before you close.',
  ),
  done: both('Klar', 'Done'),
} as const;

/** Steps in each program, as the public pages tell them. */
export const programs: { name: Text; steps: Text[] }[] = [
  {
    name: both('Nya Outlook och Outlook på webben', 'New Outlook and Outlook on the web'),
    steps: [
      both('Öppna Kalender och välj Lägg till kalender.', 'Open Calendar and choose Add calendar.'),
      both('Välj Prenumerera från webben.', 'Choose Subscribe from web.'),
      both('Klistra in adressen.', 'Paste the address.'),
      both('Skriv ett namn och välj Importera.', 'Write a name and choose Import.'),
    ],
  },
  {
    name: both('Klassiska Outlook för Windows', 'Classic Outlook for Windows'),
    steps: [
      both(
        'Öppna Kalender och välj Lägg till kalender på fliken Start.',
        'Open Calendar and choose Add Calendar on the Home tab.',
      ),
      both('Välj Från Internet.', 'Choose From Internet.'),
      both('Klistra in adressen och välj OK.', 'Paste the address and choose OK.'),
      both('Svara Ja på frågan om du vill prenumerera.', 'Answer Yes when asked whether to subscribe.'),
    ],
  },
  {
    name: both('iPhone och iPad', 'iPhone and iPad'),
    steps: [
      both('Öppna appen Kalender och tryck på Kalendrar.', 'Open the Calendar app and tap Calendars.'),
      both(
        'Tryck på Lägg till kalender och Lägg till kalenderprenumeration.',
        'Tap Add Calendar, then Add Subscription Calendar.',
      ),
      both('Klistra in adressen och tryck på Prenumerera.', 'Paste the address and tap Subscribe.'),
    ],
  },
  {
    name: both('Kalender på Mac', 'Calendar on Mac'),
    steps: [
      both(
        'Öppna Kalender och välj Arkiv, Ny kalenderprenumeration.',
        'Open Calendar and choose File, New Calendar Subscription.',
      ),
      both('Klistra in adressen och välj Prenumerera.', 'Paste the address and choose Subscribe.'),
    ],
  },
  {
    name: both('Google Kalender (i en dator)', 'Google Calendar (on a computer)'),
    steps: [
      both('Öppna Google Kalender i webbläsaren.', 'Open Google Calendar in the browser.'),
      both(
        'Välj + vid Andra kalendrar och sedan Från webbadress.',
        'Choose + beside Other calendars, then From URL.',
      ),
      both('Klistra in adressen och välj Lägg till kalender.', 'Paste the address and choose Add calendar.'),
    ],
  },
  {
    name: both('Thunderbird', 'Thunderbird'),
    steps: [
      both('Öppna Kalender och välj Ny kalender.', 'Open Calendar and choose New Calendar.'),
      both('Välj På nätverket och sedan Nästa.', 'Choose On the Network, then Next.'),
      both(
        'Klistra in adressen, lämna användarnamnet tomt och välj Hitta kalendrar.',
        'Paste the address, leave the user name empty and choose Find Calendars.',
      ),
      both('Välj Prenumerera.', 'Choose Subscribe.'),
    ],
  },
];
