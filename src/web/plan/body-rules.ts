// Bodies and their series in the rule file: added, changed, taken away.
import type { RuleBody, RuleFile, Rules, RuleSeries } from '../api/rules.js';
import type { BodyKind } from '../api/types.js';
import { said, thingIn, unusedThings, withoutThing, withThing } from './rule-file.js';

export const bodyKinds: BodyKind[] = [
  'council',
  'executive-board',
  'committee',
  'subcommittee',
  'presidium',
  'preparatory-group',
  'company-board',
  'party-group',
];

/** Those of the template that the file does not name. */
export const offeredBodies = ({ template, whole }: Rules): RuleBody[] =>
  unusedThings(template.bodies, whole.bodies);

export const newBody = (): RuleBody => ({ id: '', name: '', short: '', kind: 'committee' });

export const isComplete = ({ name, short, kind }: RuleBody): boolean => Boolean(name && short && kind);

export const withBody = ({ file }: Rules, wanted: RuleBody, seen?: RuleBody): RuleFile => ({
  ...file,
  bodies: withThing(file.bodies, undefined, said(thingIn(file.bodies, wanted.id), seen, wanted)),
});

export const withoutBody = ({ file }: Rules, id: string): RuleFile => ({
  ...file,
  bodies: file.bodies.filter((one) => one.id !== id),
});

const withSeriesList = (file: RuleFile, body: string, list: RuleSeries[]): RuleFile => ({
  ...file,
  bodies: file.bodies.map((one) => {
    if (one.id !== body) return one;
    const { series: _, ...rest } = one;
    return list.length > 0 ? { ...one, series: list } : (rest as RuleBody);
  }),
});

/** The template's series of a body, with a rule of its own: only that must be taken away by name. */
function inheritedSeries({ template, whole }: Rules, body: string): RuleSeries[] {
  const kind = thingIn(whole.bodies, body)?.kind;
  const common = kind ? (template.kinds?.[kind]?.series ?? []) : [];
  return [...(thingIn(template.bodies, body)?.series ?? []), ...common].filter(
    ({ when }) => when !== undefined,
  );
}

export const withOneSeries = ({ file }: Rules, body: string, series: RuleSeries): RuleFile =>
  withSeriesList(file, body, withThing(thingIn(file.bodies, body)?.series, undefined, series));

export const withoutSeries = (rules: Rules, body: string, id: string): RuleFile =>
  withSeriesList(
    rules.file,
    body,
    withoutThing(thingIn(rules.file.bodies, body)?.series, inheritedSeries(rules, body), id),
  );
