// Words of the term of office.
import { both } from './language.js';

export const termWords = {
  heading: (from: number, until: number) =>
    both(`Mandatperioden ${from}–${until}`, `The term ${from}–${until}`),
  lede: both(
    'Det som ger mandatperioden dess form: val, återkommande dialog och det som fullmäktige beslutar varje år.',
    'What gives the term its shape: elections, recurring dialogue, and what the council decides each year.',
  ),
  year: both('År', 'Year'),
  electionYear: both('valår', 'election year'),
  election: both('Val', 'Election'),
  begins: both('börjar', 'begins'),
  ends: both('upphör', 'ends'),
  bodies: (count: number) => both(`${count} organ`, `${count} bodies`),
  nothing: both('Inget.', 'Nothing.'),
  preliminary: both('Det som inte är publicerat är utkast.', 'What is not published is a draft.'),
} as const;
