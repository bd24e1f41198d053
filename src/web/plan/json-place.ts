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
