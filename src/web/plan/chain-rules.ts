// The steps before and after a meeting: the template's with the file's own among them, and how the file says another order.
import type { RuleFile, Rules, RuleStep } from '../api/rules.js';
import type { Text } from '../api/types.js';
import { same } from './rule-patch.js';
import { said, takenBack, thingIn, unusedThings, withoutThing, withThing } from './rule-file.js';

/** `: ons 19 maj` and what came after it is about one day, not about the rule. */
const ofOneDay = /(: | )(mån|tis|ons|tors|fre|lör|sön|Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d.*$/;

export const inGeneral = ({ sv, en }: Text): Text => ({
  sv: sv.replace(ofOneDay, ''),
  ...(en === undefined ? {} : { en: en.replace(ofOneDay, '') }),
});

export const stepsOf = ({ whole }: Rules, chain: string): RuleStep[] => whole.chains?.[chain] ?? [];

const fromTemplate = ({ template }: Rules, chain: string): RuleStep[] => template.chains?.[chain] ?? [];

/** The template's, and whether the file says it otherwise. */
export type StepOrigin = 'own' | 'template' | 'changed';

export function originOf(rules: Rules, chain: string, id: string): StepOrigin {
  if (!thingIn(fromTemplate(rules, chain), id)) return 'own';
  const own = thingIn(rules.file.chains?.[chain], id);
  return own && Object.keys(own).some((key) => key !== 'id' && key !== 'before') ? 'changed' : 'template';
}

export const unusedSteps = (rules: Rules, chain: string): RuleStep[] =>
  unusedThings(fromTemplate(rules, chain), stepsOf(rules, chain));

// ---- How far from what

export type Unit = 'days' | 'working-days';

export interface Distance {
  /** Without a sign; empty while nothing is written. */
  count: number | '';
  unit: Unit;
  after: boolean;
}

export function distanceOf(step: RuleStep): Distance {
  const unit = step['working-days'] === undefined ? 'days' : 'working-days';
  const days = step[unit] ?? 0;
  return { count: days === '' ? '' : Math.abs(days), unit, after: days !== '' && days > 0 };
}

export function withDistance(step: RuleStep, { count, unit, after }: Distance): RuleStep {
  const { days: _, 'working-days': __, ...rest } = step;
  return { ...rest, [unit]: count === '' ? '' : after ? count : -count || 0 };
}

// ---- In which order

const workingDayInDays = 7 / 5;

/** About how many days from the meeting. */
function daysFromMeeting(step: RuleStep, steps: RuleStep[], deep = 0): number {
  if (step['meeting-of'] !== undefined) return -(step['before-days'] || 0);
  const from = steps.find(({ id }) => id === step.from);
  const base = from && deep < steps.length ? daysFromMeeting(from, steps, deep + 1) : 0;
  return base + (step.days || 0) + (step['working-days'] || 0) * workingDayInDays;
}

/** With a step where its day lies; after those of the same day. */
export function inTimeOrder(steps: RuleStep[], step: RuleStep): RuleStep[] {
  const at = daysFromMeeting(step, steps);
  const later = steps.findIndex((other) => daysFromMeeting(other, steps) > at);
  return later < 0 ? [...steps, step] : [...steps.slice(0, later), step, ...steps.slice(later)];
}

/** The longest that `wanted` has in the order of `base`, ending with its last: these need not move. */
function staying(base: string[], wanted: string[]): Set<string> {
  const at = wanted.map((id) => base.indexOf(id));
  const best: string[][] = [];
  wanted.forEach((id, n) => {
    const before = best.filter((_, m) => (at[m] ?? 0) < (at[n] ?? 0));
    const longest = before.reduce((a, b) => (b.length > a.length ? b : a), [] as string[]);
    best.push([...longest, id]);
  });
  return new Set(best.at(-1));
}

/**
 * What each step must name with `before`, so that `base` (the template's, then the file's new ones) comes in the order `wanted`. The
 * reader of the file moves them one by one in the order of `base`: who comes to stand before one that moves later would be left behind.
 */
export function beforeWhich(base: string[], wanted: string[]): Map<string, string> {
  const stays = staying(base, wanted);
  const moved = (id: string): number => base.indexOf(id);
  const before = new Map<string, string>();
  wanted.forEach((id, at) => {
    if (stays.has(id)) return;
    const next = wanted.slice(at + 1).find((other) => stays.has(other) || moved(other) < moved(id));
    if (next) before.set(id, next);
  });
  return before;
}

/** Steps must stand in the order of time: those whose day has changed go where it lies now. */
export function placedAnew(steps: RuleStep[], seen: RuleStep[]): RuleStep[] {
  const days = (step: RuleStep | undefined, otherwise: number): number =>
    step ? daysFromMeeting(step, steps) : otherwise;
  return steps.reduce((placed, step) => {
    const was = thingIn(seen, step.id);
    const at = placed.indexOf(step);
    const day = daysFromMeeting(step, steps);
    const fits = days(placed[at - 1], -Infinity) <= day && day <= days(placed[at + 1], Infinity);
    if (!was || fits || same(distanceOf(was), distanceOf(step))) return placed;
    return inTimeOrder(
      placed.filter((other) => other !== step),
      step,
    );
  }, steps);
}

// ---- Into the file

/** `seen`: the steps as they were when the form was opened. What others have added since stays. */
export function withChain(rules: Rules, chain: string, wanted: RuleStep[], seen: RuleStep[]): RuleFile {
  const template = fromTemplate(rules, chain);
  let own = rules.file.chains?.[chain] ?? [];
  for (const { id } of seen) if (!thingIn(wanted, id)) own = withoutThing(own, template, id);
  for (const step of wanted) {
    const was = thingIn(seen, step.id);
    if (!was && thingIn(template, step.id)) own = takenBack(own, template, step.id);
    const { off: _, ...now } = was ?? thingIn(template, step.id) ?? { id: step.id };
    const { before: __, ...saying } = said(thingIn(own, step.id), now as RuleStep, step);
    own = withThing(own, template, saying as RuleStep);
  }
  const fresh = own.filter(({ id }) => !thingIn(template, id)).map(({ id }) => id);
  const before = beforeWhich(
    [...template.map(({ id }) => id), ...fresh],
    wanted.map(({ id }) => id),
  );
  for (const [id, next] of before)
    own = withThing(own, template, { ...(thingIn(own, id) ?? { id }), before: next });
  return { ...rules.file, chains: { ...rules.file.chains, [chain]: own } };
}

// ---- A chain of one's own

/** The series goes its own way: the whole chain under a new name, free to change. */
export function withOwnChain(
  rules: Rules,
  chain: string,
  body: string,
  series: string,
  wanted: RuleStep[],
): RuleFile {
  const names = Object.keys(rules.whole.chains ?? {});
  const name =
    [`${body}-${series}`, `${body}-${chain}`].find((one) => !names.includes(one)) ??
    `${body}-${names.length}`;
  const steps = wanted.map(({ before: _, ...step }) => step as RuleStep);
  return {
    ...rules.file,
    chains: { ...rules.file.chains, [name]: steps },
    bodies: rules.file.bodies.map((one) =>
      one.id === body
        ? {
            ...one,
            series: withThing(one.series, undefined, {
              ...thingIn(one.series, series),
              id: series,
              chain: name,
            }),
          }
        : one,
    ),
  };
}
