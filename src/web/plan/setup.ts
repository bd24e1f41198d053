// The bodies of a municipality as they are chosen at the beginning, and as the rule file has them.
import type { RuleBody, RuleFile } from '../api/rules.js';
import type { BodyKind, Text } from '../api/types.js';
import { whenOf, type WeekdayWord } from './rules.js';

export interface TemplateBody {
  id: string;
  kind: BodyKind;
  short: string;
  name: Text;
}

export interface ChosenBody {
  id: string;
  kind: BodyKind;
  name: string;
  short: string;
  chosen: boolean;
  /** The template's own name: not written into the file. */
  usual: Text | undefined;
  /** When a new body meets, until its dates are put in; undefined where the file or the template says. */
  meets: { nth: string; weekday: WeekdayWord } | undefined;
}

const nameOf = (name: unknown, usual: Text | undefined): string =>
  typeof name === 'string' ? name : ((name as Text | undefined)?.sv ?? usual?.sv ?? '');

/** Those of the template in its order, then the file's own. */
export function chosenBodies(file: RuleFile, template: TemplateBody[]): ChosenBody[] {
  const written = new Map(file.bodies.map((body) => [body.id, body]));
  const known = template.map((one): ChosenBody => ({
    id: one.id,
    kind: one.kind,
    name: nameOf(written.get(one.id)?.['name'], one.name),
    short: one.short,
    chosen: written.has(one.id),
    usual: one.name,
    meets: undefined,
  }));
  const own = file.bodies
    .filter(({ id }) => !template.some((one) => one.id === id))
    .map((body): ChosenBody => ({
      id: body.id,
      kind: (body['kind'] as BodyKind | undefined) ?? 'committee',
      name: nameOf(body['name'], undefined),
      short: (body['short'] as string | undefined) ?? '',
      chosen: true,
      usual: undefined,
      meets: undefined,
    }));
  return [...known, ...own];
}

/** Not in July. */
const monthsMet = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12];

export const freshBody = (): ChosenBody => ({
  id: '',
  kind: 'committee',
  name: '',
  short: '',
  chosen: true,
  usual: undefined,
  meets: { nth: '1', weekday: 'TU' },
});

const plain: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u' };

/** An id made of a name: `Barn- och utbildning` is `barn-och-utbildning`. */
export const idOf = (name: string): string =>
  [...name.toLocaleLowerCase('sv')]
    .map((letter) => plain[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** The file's `bodies`: what is written of a body stays, names that are the template's are left to it. */
export function bodiesOf(file: RuleFile, chosen: ChosenBody[]): RuleBody[] {
  const written = new Map(file.bodies.map((body) => [body.id, body]));
  return chosen
    .filter((one) => one.chosen)
    .map(({ id, kind, name, short, usual, meets }): RuleBody => {
      const before = written.get(id) ?? { id };
      if (usual)
        return name.trim() === nameOf(before['name'], usual) ? before : { ...before, name: name.trim() };
      return {
        ...before,
        id: id || idOf(short || name),
        kind,
        name:
          before.name !== undefined && nameOf(before.name, undefined) === name.trim()
            ? before.name
            : name.trim(),
        ...(short.trim() ? { short: short.trim() } : {}),
        ...(meets
          ? { series: [{ id: 'meeting', when: whenOf({ form: 'monthly', ...meets, months: monthsMet }) }] }
          : {}),
      };
    });
}
