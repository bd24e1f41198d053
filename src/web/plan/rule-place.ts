// What a pointer into the rule file is about, by the names that people know.
import type { RuleFile, RuleThing, Written } from '../api/rules.js';
import type { Text } from '../api/types.js';
import { textOf, thingIn } from './rule-file.js';

interface Named extends RuleThing {
  name?: Written;
}

/** The body and its series, the step, the report: nothing where the pointer leads to none of these. */
export function namesAt(file: RuleFile, whole: RuleFile, pointer: string): Text[] {
  const [, list = '', ...rest] = pointer.split('/');
  const named = (things: Named[] | undefined, all: Named[] | undefined, at: string | undefined): Text[] => {
    const one = things?.[Number(at)];
    return one ? [textOf(one.name ?? thingIn(all, one.id)?.name ?? one.id)] : [];
  };
  if (list === 'chains') return named(file.chains?.[rest[0] ?? ''], whole.chains?.[rest[0] ?? ''], rest[1]);
  if (list === 'reports' || list === 'dialogues') return named(file[list], whole[list], rest[0]);
  if (list !== 'bodies') return [];
  const body = file.bodies[Number(rest[0])];
  const series =
    rest[1] === 'series' ? named(body?.series, thingIn(whole.bodies, body?.id ?? '')?.series, rest[2]) : [];
  return [...named(file.bodies, whole.bodies, rest[0]), ...series];
}

/** Where the thing stands in a list of the file. */
export const placeOf = (list: RuleThing[] | undefined, id: string): number =>
  list?.findIndex((one) => one.id === id) ?? -1;
