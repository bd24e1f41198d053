// Words for whoever comes second.
import { both } from './language.js';

export const sinceWords = {
  heading: both('Någon annan sparade medan du arbetade.', 'Somebody else saved while you worked.'),
  how: both(
    'Det du skrev är kvar, och sidan visar nu hur det ser ut. Se igenom och spara igen.',
    'What you wrote is kept, and the page shows how things stand now. Look it through and save again.',
  ),
} as const;
