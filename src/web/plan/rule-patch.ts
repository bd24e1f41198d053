// What differs between two rule files, as a JSON Patch (RFC 6902): the rest of the text stays as it was written.
import type { PatchStep } from '../api/settings.js';

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Things known by their ids, each once. */
function ids(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const all = value.map((one: unknown) => (isMembers(one) ? one['id'] : undefined));
  if (!all.every((id): id is string => typeof id === 'string')) return undefined;
  return new Set(all).size === all.length ? all : undefined;
}

const under = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function ofMembers(before: Members, after: Members, path: string): PatchStep[] {
  const keys = (members: Members): string[] =>
    Object.keys(members).filter((key) => members[key] !== undefined);
  const there = keys(before);
  return [
    ...there
      .filter((key) => after[key] === undefined)
      .map((key): PatchStep => ({ op: 'remove', path: under(path, key) })),
    ...keys(after).flatMap((key) =>
      there.includes(key)
        ? differences(before[key], after[key], under(path, key))
        : [{ op: 'add' as const, path: under(path, key), value: after[key] }],
    ),
  ];
}

/** Undefined where things change places: then the list is written anew. */
function ofThings(before: Members[], after: Members[], path: string): PatchStep[] | undefined {
  const [had, has] = [ids(before), ids(after)];
  if (!had || !has) return undefined;
  const kept = had.filter((id) => has.includes(id));
  if (
    !same(
      kept,
      has.filter((id) => had.includes(id)),
    )
  )
    return undefined;
  const gone = had.flatMap((id, at) => (has.includes(id) ? [] : [at])).reverse();
  const steps: PatchStep[] = gone.map((at) => ({ op: 'remove', path: under(path, at) }));
  let length = kept.length;
  after.forEach((thing, at) => {
    const was = had.indexOf(has[at] ?? '');
    if (was >= 0) steps.push(...differences(before[was], thing, under(path, at)));
    else steps.push({ op: 'add', path: under(path, at === length++ ? '-' : at), value: thing });
  });
  return steps;
}

export function differences(before: unknown, after: unknown, path = ''): PatchStep[] {
  if (same(before, after)) return [];
  if (isMembers(before) && isMembers(after)) return ofMembers(before, after, path);
  const things =
    Array.isArray(before) && Array.isArray(after)
      ? ofThings(before as Members[], after as Members[], path)
      : undefined;
  return things ?? [{ op: 'replace', path, value: after }];
}
