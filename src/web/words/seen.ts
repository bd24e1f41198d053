// Words of Så ser omvärlden er plan.
import type { ItemKind, Level, Text } from '../api/types.js';
import { both } from './language.js';

export const seenLevels: Record<Level, Text> = {
  public: both('Allmänheten', 'The public'),
  member: both('Förtroendevald', 'Elected representative'),
  official: both('Tjänsteperson', 'Official'),
  management: both('Ledningen', 'Management'),
  secretariat: both('Kansliet', 'The secretariat'),
};

export const seenKinds: Record<ItemKind, (count: number) => Text> = {
  meeting: (count) =>
    both(count === 1 ? '1 möte' : `${count} möten`, count === 1 ? '1 meeting' : `${count} meetings`),
  step: (count) => both(`${count} datum före och efter möten`, `${count} dates before and after meetings`),
  hop: (count) => both(`${count} lämningsdagar för rapporter`, `${count} days to hand in reports`),
  feedback: (count) => both(`${count} återkopplingar`, `${count} feedback days`),
  dialogue: (count) => both(`${count} samtal`, `${count} talks`),
};

export const seenWords = {
  lede: both(
    'Planen som den ser ut för den som läser, när den är publicerad. Inget annat än det här når dem.',
    'The plan as it looks to whoever reads, once it is published. Nothing but this reaches them.',
  ),
  as: both('Som', 'As'),
  body: both('Organ', 'Body'),
  allBodies: both('Alla organ', 'All bodies'),
  year: both('År', 'Year'),
  sees: (told: string) => both(`Ser ${told}.`, `Sees ${told}.`),
  seesNothing: both('Ser inget av det här.', 'Sees nothing of this.'),
  hidden: (told: string) => both(`Ser inte ${told}.`, `Does not see ${told}.`),
  seesAll: both('Ser allt som finns i planen.', 'Sees all there is in the plan.'),
  publicPage: both(
    'Öppna den offentliga sidan, som den är publicerad nu',
    'Open the public page, as it is published now',
  ),
  calendar: both('Ge någon en kalender med det här', 'Give somebody a calendar of this'),
  noPage: both('Organet har ingen offentlig sida.', 'The body has no public page.'),
  nothing: both('Inget i urvalet.', 'Nothing in the selection.'),
} as const;
