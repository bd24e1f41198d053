// Where in a text of JSON a pointer leads: to show a mistake where it stands.

interface Reader {
  text: string;
  at: number;
}

const blank = /\s/;

function skipBlank(reader: Reader): void {
  while (blank.test(reader.text[reader.at] ?? '')) reader.at++;
}

/** Past a string, number, word, list or object. The text is JSON: it was read before. */
function skipValue(reader: Reader): void {
  skipBlank(reader);
  const first = reader.text[reader.at];
  if (first === '"') {
    for (reader.at++; reader.text[reader.at] !== '"'; reader.at++)
      if (reader.text[reader.at] === '\\') reader.at++;
    reader.at++;
  } else if (first === '{' || first === '[') {
    for (const _ of partsOf(reader)) skipValue(reader);
  } else while (reader.at < reader.text.length && !/[,\]}\s]/.test(reader.text[reader.at] ?? '')) reader.at++;
}

/** Stops before each value inside, with its name; whoever asks must step over it. Ends past the closing bracket. */
function* partsOf(reader: Reader): Generator<string> {
  const list = reader.text[reader.at] === '[';
  reader.at++;
  for (let number = 0; ; number++) {
    skipBlank(reader);
    if (reader.text[reader.at] === ',') reader.at++;
    skipBlank(reader);
    if (reader.at >= reader.text.length || /[\]}]/.test(reader.text[reader.at] ?? '')) break;
    let name = String(number);
    if (!list) {
      const from = reader.at;
      skipValue(reader);
      name = JSON.parse(reader.text.slice(from, reader.at)) as string;
      skipBlank(reader);
      reader.at++;
      skipBlank(reader);
    }
    yield name;
  }
  reader.at++;
}

/** From and until; as near as there is something, where the pointer leads to what is missing. */
export function placeInJson(text: string, pointer: string): [number, number] {
  const reader: Reader = { text, at: 0 };
  skipBlank(reader);
  for (const raw of pointer.split('/').slice(1)) {
    const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!/[{[]/.test(text[reader.at] ?? '')) break;
    const begin = reader.at;
    let there: number | undefined;
    for (const name of partsOf(reader)) {
      if (name === part) {
        there = reader.at;
        break;
      }
      skipValue(reader);
    }
    reader.at = there ?? begin;
    if (there === undefined) break;
  }
  const from = reader.at;
  skipValue(reader);
  return [from, reader.at];
}

/** The line of a place, from 1. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

const lineAndColumn = /^line (\d+), column (\d+)$/;

/** Of a pointer; of the line and column of a text that is not JSON, that line from there. */
export function placeOfError(text: string, pointer: string): [number, number] {
  const [, line = '', column = ''] = lineAndColumn.exec(pointer) ?? [];
  if (!line) return pointer.startsWith('/') ? placeInJson(text, pointer) : [0, 0];
  const lines = text.split('\n');
  const begin = lines.slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const before = [...(lines[Number(line) - 1] ?? '')].slice(0, Number(column) - 1).join('').length;
  return [begin + before, begin + (lines[Number(line) - 1]?.length ?? 0)];
}
