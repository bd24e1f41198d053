// Words of what a dialogue leaves to the next one.
import { both } from './language.js';

export const agreedWords = {
  heading: both('Det här tar vi med oss', 'What we take along'),
  before: (day: string) => both(`Från förra gången, ${day}`, `From the last time, ${day}`),
  nothing: both('Inget är skrivet än.', 'Nothing is written yet.'),
  how: both(
    'Högst tre rader som ni har enats om. Inget om vem som sa vad.',
    'Up to three lines that you agreed on. Nothing of who said what.',
  ),
  becomesPublic: both(
    'Det som skrivs här blir normalt en allmän handling, som vem som helst kan få ut.',
    'What is written here normally becomes a public document, which anybody can ask for.',
  ),
  line: (number: number) => both(`Rad ${number}`, `Line ${number}`),
  write: both('Skriv raderna', 'Write the lines'),
  change: both('Ändra raderna', 'Change the lines'),
  save: both('Spara raderna', 'Save the lines'),
  saved: both(
    'Raderna är sparade. De visas nästa gång.',
    'The lines are saved. They are shown the next time.',
  ),
  abort: both('Avbryt', 'Cancel'),
  guide: both('Vägledning att skriva ut', 'A guide to print'),
  newer: both(
    'Någon annan har ändrat raderna. Det här står nu:',
    'Somebody else changed the lines. This is what they say now:',
  ),
} as const;
