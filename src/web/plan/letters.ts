// A letter or two for each report, as the matrix has no room for names.
import type { Report } from '../api/types.js';

const lettersIn = (name: string): string[] => [...name].filter((letter) => /\p{L}/u.test(letter));

/**
 * The shortest name gets its first letter alone; the others take the next letter of theirs that makes a
 * difference.
 */
export function lettersOf(reports: Report[]): Map<string, string> {
  const taken = new Set<string>();
  const letters = new Map<string, string>();
  const byLength = [...reports].sort(
    (a, b) => a.name.sv.length - b.name.sv.length || a.id.localeCompare(b.id),
  );
  for (const { id, name } of byLength) {
    const [first = '?', ...rest] = lettersIn(name.sv);
    const capital = first.toLocaleUpperCase('sv');
    const tries = [capital, ...rest.map((letter) => capital + letter.toLocaleLowerCase('sv'))];
    const free = tries.find((letter) => !taken.has(letter)) ?? capital + letters.size;
    taken.add(free);
    letters.set(id, free);
  }
  return letters;
}
