// Things of the rule file that have an id, with what the template says of them: said, taken away, taken back.
import type {
  RuleDialogue,
  RuleFile,
  RuleReport,
  Rules,
  RuleThing,
  WithBodies,
  Written,
} from '../api/rules.js';
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

export const unusedThings = <T extends RuleThing>(template: T[] = [], used: T[] = []): T[] =>
  template.filter(({ id }) => !thingIn(used, id));

export function takenBack<T extends RuleThing>(list: T[] = [], template: T[] | undefined, id: string): T[] {
  const { off: _, ...own } = thingIn(list, id) ?? ({ id } as T);
  return withThing(list, template, (thingIn(template, id)?.off ? { ...own, off: false } : own) as T);
}

/** The thing with a value that need not be there; without the key where it is empty. */
export function withOptional<T extends object, K extends keyof T>(
  thing: T,
  key: K,
  value: T[K] | '' | undefined,
): T {
  const { [key]: _, ...rest } = thing;
  return (value ? { ...rest, [key]: value } : rest) as T;
}

// ---- Lists of things that stand by themselves

interface Listed {
  reports: RuleReport;
  dialogues: RuleDialogue;
}
export type ListKey = keyof Listed;
export type ThingOf<K extends ListKey> = Listed[K];

const listIn = <K extends ListKey>(of: Pick<RuleFile, ListKey>, key: K): ThingOf<K>[] | undefined =>
  of[key] as ThingOf<K>[] | undefined;

/** The file with another list; without the key where nothing is left in it. */
function withList<K extends ListKey>(file: RuleFile, key: K, list: ThingOf<K>[]): RuleFile {
  const { [key]: _, ...rest } = file;
  return (list.length > 0 ? { ...file, [key]: list } : rest) as RuleFile;
}

/** As the rules have it with their template. */
export const thingNow = <K extends ListKey>({ whole }: Rules, key: K, id: string): ThingOf<K> | undefined =>
  thingIn(listIn(whole, key), id);

/** What the template has and nobody uses. */
export const unusedOf = <K extends ListKey>({ template, whole }: Rules, key: K): ThingOf<K>[] =>
  unusedThings(listIn(template, key), listIn(whole, key));

/** Without `seen` it is new. */
export function withOne<K extends ListKey>(
  { file, template }: Rules,
  key: K,
  wanted: ThingOf<K>,
  seen?: ThingOf<K>,
): RuleFile {
  const list = listIn(file, key);
  const own = said(thingIn(list, wanted.id), seen, wanted);
  return withList(file, key, withThing(list, listIn(template, key), own));
}

export const withoutOne = <K extends ListKey>({ file, template }: Rules, key: K, id: string): RuleFile =>
  withList(file, key, withoutThing(listIn(file, key), listIn(template, key), id));

export const withOneBack = <K extends ListKey>({ file, template }: Rules, key: K, id: string): RuleFile =>
  withList(file, key, takenBack(listIn(file, key), listIn(template, key), id));

// ---- Ids

/** Those that a new thing of the list may not have. */
export const takenIds = ({ whole, template }: Rules, key: ListKey | 'bodies'): string[] =>
  [...(whole[key] ?? []), ...(template[key] ?? [])].map(({ id }) => id);

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
