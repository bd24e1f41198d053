// Reports in the rule file: what they are about, and their way from body to body.
import type { RuleHop, RuleLimit, RuleReport } from '../api/rules.js';
import type { BodyKind } from '../api/types.js';
import { whoseIs, withWhose } from './rule-file.js';

export const newReport = (id: string): RuleReport => ({
  id,
  name: '',
  period: 'year',
  ready: { days: 30 },
  prefer: 'earliest',
  for: ['official'],
  route: [],
});

// ---- Who a hop is

export type Who = 'party' | 'several' | `body:${string}` | `kind:${string}`;

export function whoOf(hop: RuleHop): Who | '' {
  if (hop.party !== undefined) return 'party';
  const { ids, kinds } = whoseIs(hop);
  if (ids.length + kinds.length === 0) return '';
  if (ids.length + kinds.length > 1) return 'several';
  return ids[0] ? `body:${ids[0]}` : `kind:${kinds[0] ?? ''}`;
}

const takesAtFirst = { days: 14 };

export function withWho(hop: RuleHop, who: Who): RuleHop {
  const { party, takes, ...rest } = hop;
  if (who === 'party')
    return { ...withWhose(rest, { ids: [], kinds: [] }), party: party ?? '', takes: takes ?? takesAtFirst };
  const [what, id = ''] = who.split(':');
  if (what === 'several') return withWhose(rest, whoseIs(hop));
  return withWhose(rest, what === 'kind' ? { ids: [], kinds: [id as BodyKind] } : { ids: [id], kinds: [] });
}

// ---- Last days

export type LimitForm = 'none' | 'law' | 'day' | 'days' | 'months';

export const limitForm = (limit: RuleLimit | undefined): LimitForm =>
  (['law', 'day', 'days', 'months'] as const).find((form) => limit?.[form] !== undefined) ?? 'none';

/** What each form begins with. */
export function freshLimit(form: LimitForm, law: string): RuleLimit | undefined {
  if (form === 'none') return undefined;
  return { law: { law }, day: { day: '--12-31' }, days: { days: 60 }, months: { months: 12 } }[form];
}

/** Whether there is enough written to try it. */
export const isComplete = ({ name, route = [] }: RuleReport): boolean =>
  Boolean(name) && route.length > 0 && route.every((hop) => whoOf(hop) !== '' && hop.party !== '');

// ---- Order

/** The list with one of it a place further up or down. */
export function moved<T>(list: T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one === undefined) return list;
  next.splice(at + by, 0, one);
  return next;
}
