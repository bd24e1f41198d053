// The steps before and after a meeting, as rules: how many days from what. Read from the reasons that the plan gives, since
// most steps are the template's and not in the organisation's own file.
import { daysBetween } from '../api/day.js';
import type { PatchStep } from '../api/settings.js';
import type { RuleFile, RuleStep } from '../api/rules.js';
import type { Item, Level, Text } from '../api/types.js';

export interface ChainStep {
  id: string;
  name: Text;
  /** `26 dagar före mötet`. */
  words: Text;
  law: string | undefined;
  for: Level[];
  /** Undefined where it is no plain number of days: another body's meeting, a day of the law. */
  count: { days: number; working: boolean } | undefined;
}

/** `: ons 19 maj` and what came after it is about one day, not about the rule. */
const ofOneDay = /(: | )(mån|tis|ons|tors|fre|lör|sön|Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d.*$/;

export const inGeneral = ({ sv, en }: Text): Text => ({
  sv: sv.replace(ofOneDay, ''),
  ...(en === undefined ? {} : { en: en.replace(ofOneDay, '') }),
});

const counted =
  /^(\d+|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv) (arbetsdag|dag)(?:ar)? (före|efter) /;
const spelled = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
];

function countOf(words: string): ChainStep['count'] {
  const [, number = '', unit, side] = counted.exec(words) ?? [];
  if (!number) return undefined;
  const days = spelled.includes(number) ? spelled.indexOf(number) : Number(number);
  return { days: side === 'före' ? -days : days, working: unit === 'arbetsdag' };
}

/** In the order of time, as far from their meetings as they lie. A moved step has more reasons; the rule's stands first. */
export function chainSteps(items: Item[], meetings: Item[]): ChainStep[] {
  const steps = new Map<string, ChainStep>();
  const days = new Map(meetings.map(({ id, day }) => [id, day]));
  const fromMeeting = ({ parent = '', day }: Item): number => daysBetween(days.get(parent) ?? day, day);
  const inTime = items
    .filter(({ parent }) => parent && days.has(parent))
    .sort((a, b) => fromMeeting(a) - fromMeeting(b));
  for (const { id, title, why, law, for: levels } of inTime) {
    const step = id.split('.').at(-1) ?? '';
    const first = why?.[0]?.words;
    if (!first || steps.has(step)) continue;
    const words = inGeneral(first);
    steps.set(step, { id: step, name: title, words, law, for: levels, count: countOf(words.sv) });
  }
  return [...steps.values()];
}

/** Writes other days, and steps that are taken away, into the organisation's own chain. */
export function chainPatch(
  file: RuleFile,
  chain: string,
  days: ReadonlyMap<string, number>,
  off: ReadonlySet<string>,
  steps: ChainStep[],
): PatchStep[] {
  if (days.size + off.size === 0) return [];
  const own = new Map((file.chains?.[chain] ?? []).map((step): [string, RuleStep] => [step.id, step]));
  for (const [id, number] of days) {
    const working = steps.find((step) => step.id === id)?.count?.working ?? false;
    own.set(id, { ...own.get(id), id, [working ? 'working-days' : 'days']: number });
  }
  for (const id of off) own.set(id, { id, off: true });
  const value = [...own.values()];
  if (!file.chains) return [{ op: 'add', path: '/chains', value: { [chain]: value } }];
  return [{ op: 'add', path: `/chains/${chain}`, value }];
}
