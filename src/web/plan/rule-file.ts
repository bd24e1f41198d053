// Things of the rule file that have an id, with what the template says of them: said, taken away, taken back.
import type { RuleFile, RuleThing, WithBodies, Written } from '../api/rules.js';
import type { BodyKind, Text } from '../api/types.js';
import { same } from './rule-patch.js';

export const textOf = (text: Written | undefined): Text =>
  typeof text === 'string' ? { sv: text } : (text ?? { sv: '' });

export const written = (sv: string, en: string): Written =>
  en.trim() ? { sv: sv.trim(), en: en.trim() } : sv.trim();

/** One language of a text as it is being written: blanks at its end are taken off by `written` once it is saved. */
export const withText = (text: Written | undefined, language: 'sv' | 'en', words: string): Written => {
  const { sv, en = '' }: Text = { ...textOf(text), [language]: words };
  return en ? { sv, en } : sv;
};

export const oneOrMany = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const thingIn = <T extends RuleThing>(list: T[] | undefined, id: string): T | undefined =>
  list?.find((one) => one.id === id);

/** The keys that differ from what the rules say now are said; what the file says besides stays. */
export function said<T extends RuleThing>(own: T | undefined, now: T | undefined, wanted: T): T {
  const next: RuleThing = { ...(own ?? { id: wanted.id }) };
  for (const key of new Set([...Object.keys(now ?? {}), ...Object.keys(wanted)])) {
    if (same(now?.[key], wanted[key])) continue;
    if (wanted[key] === undefined) delete next[key];
    else next[key] = wanted[key];
  }
  return next as T;
}

const isSilent = (thing: RuleThing): boolean => Object.keys(thing).every((key) => key === 'id');

/** The list with the thing in its place, last where it is new. What says nothing of a thing of the template is left out. */
export function withThing<T extends RuleThing>(list: T[] = [], template: T[] | undefined, thing: T): T[] {
  if (isSilent(thing) && thingIn(template, thing.id)) return list.filter(({ id }) => id !== thing.id);
  return thingIn(list, thing.id) ? list.map((one) => (one.id === thing.id ? thing : one)) : [...list, thing];
}

export function withoutThing<T extends RuleThing>(
  list: T[] = [],
  template: T[] | undefined,
  id: string,
): T[] {
  const inherited = thingIn(template, id);
  if (inherited && !inherited.off) return withThing(list, template, { id, off: true } as T);
  return list.filter((one) => one.id !== id);
}

/** What the template has and nobody uses. */
export const unusedThings = <T extends RuleThing>(template: T[] = [], used: T[] = []): T[] =>
  template.filter(({ id }) => !thingIn(used, id));

export function takenBack<T extends RuleThing>(list: T[] = [], template: T[] | undefined, id: string): T[] {
  const { off: _, ...own } = thingIn(list, id) ?? ({ id } as T);
  return withThing(list, template, (thingIn(template, id)?.off ? { ...own, off: false } : own) as T);
}

/** The file with another list; without the key where nothing is left in it. */
export function withList<K extends 'reports' | 'dialogues'>(
  file: RuleFile,
  key: K,
  list: RuleFile[K],
): RuleFile {
  const { [key]: _, ...rest } = file;
  return (list?.length ? { ...file, [key]: list } : rest) as RuleFile;
}

const spelled: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u' };
const idMax = 30;

/** An id from a name: `Budgetsamtal i juni` → `budgetsamtal-i-juni`. */
export function newId(name: string, taken: Iterable<string>): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[åäöéü]/g, (letter) => spelled[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, idMax)
    .replaceAll(/^-+|-+$/g, '');
  const base = /[a-z]/.test(plain) ? plain : `ny${plain && `-${plain}`}`;
  const known = new Set(taken);
  if (!known.has(base)) return base;
  let number = 2;
  while (known.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

// ---- Whose

export interface Whose {
  ids: string[];
  kinds: BodyKind[];
}

export function whoseIs({ body, bodies }: WithBodies): Whose {
  const all = [...oneOrMany(body), ...oneOrMany(bodies)];
  return {
    ids: all.filter((one) => typeof one === 'string'),
    kinds: all.flatMap((one) => (typeof one === 'string' ? [] : oneOrMany(one.kind))),
  };
}

export function withWhose<T extends WithBodies>(thing: T, { ids, kinds }: Whose): T {
  const all = [...kinds.map((kind) => ({ kind })), ...ids];
  const { body: _, bodies: __, ...rest } = thing;
  const bodies = all.length === 1 ? all[0] : all;
  return { ...rest, ...(all.length > 0 ? { bodies } : {}) } as T;
}
