import { describe, expect, test } from 'vitest';
import type { PatchStep } from '../api/settings.js';
import { differences } from '../plan/rule-patch.js';

/** As the server does it (RFC 6902). */
function patched(before: unknown, steps: PatchStep[]): unknown {
  const root = { whole: structuredClone(before) };
  for (const { op, path, value } of steps) {
    const parts = `/whole${path}`
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = parts.pop() ?? '';
    const holder = parts.reduce<unknown>((inside, part) => (inside as Record<string, unknown>)[part], root);
    if (Array.isArray(holder)) {
      const at = last === '-' ? holder.length : Number(last);
      holder.splice(at, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
    } else if (op === 'remove') delete (holder as Record<string, unknown>)[last];
    else (holder as Record<string, unknown>)[last] = value;
  }
  return root.whole;
}

const thing = (id: string, more: object = {}): object => ({ id, ...more });

describe('what differs between two rule files', () => {
  const cases: [string, unknown, unknown, string[]][] = [
    ['nothing', { a: [1, 2] }, { a: [1, 2] }, []],
    ['a value', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, ['replace /a/c']],
    ['keys come and go', { a: 1, 'x/y': 2 }, { b: 3 }, ['remove /a', 'remove /x~1y', 'add /b']],
    ['an undefined key is none', { a: 1 }, { a: 1, b: undefined }, []],
    ['a list of values is one thing', { a: [1, 2] }, { a: [2] }, ['replace /a']],
    ['the last thing added', [thing('x')], [thing('x'), thing('y')], ['add /-']],
    ['a thing added between', [thing('x'), thing('z')], [thing('x'), thing('y'), thing('z')], ['add /1']],
    [
      'things taken away from the end, one changed, one added',
      [thing('u'), thing('v'), thing('x', { n: 1 }), thing('y')],
      [thing('w'), thing('x', { n: 2 })],
      ['remove /3', 'remove /1', 'remove /0', 'add /0', 'replace /1/n'],
    ],
    [
      'things in another order are written anew',
      [thing('x'), thing('y')],
      [thing('y'), thing('x')],
      ['replace '],
    ],
    ['an emptied list', { a: [thing('x')] }, { a: [] }, ['replace /a']],
  ];
  test.each(cases)('%s', (_, before, after, told) => {
    const steps = differences(before, after);
    expect(steps.map(({ op, path }) => `${op} ${path}`)).toEqual(told);
    expect(patched(before, steps)).toEqual(JSON.parse(JSON.stringify(after)));
  });
});
