// What there is to look at, sorted for a person: by how grave it is and whose it is, and what a suggestion says to do.
import type { Body, Day, Finding, ProposedChange, Severity } from '../api/types.js';

export const severities: Severity[] = ['error', 'warning', 'info'];

export interface FindingFilter {
  severity: Severity | undefined;
  body: string | undefined;
}

export interface FindingGroup {
  severity: Severity;
  findings: Finding[];
}

/** The bodies it is about, as the things it names tell. */
export const bodiesOf = ({ items }: Finding, bodies: Body[]): Body[] => [
  ...new Set(items.flatMap((id) => bodies.find((body) => id.split(/[./]/).includes(body.id)) ?? [])),
];

export function concerns({ items }: Finding, body: string): boolean {
  return items.some((id) => id.split(/[./]/).includes(body));
}

const fits = (finding: Finding, { severity, body }: FindingFilter): boolean =>
  (!severity || finding.severity === severity) && (!body || concerns(finding, body));

export const groupsOf = (findings: Finding[], filter: FindingFilter): FindingGroup[] =>
  severities
    .map((severity) => ({
      severity,
      findings: findings.filter((one) => one.severity === severity && fits(one, filter)),
    }))
    .filter((group) => group.findings.length > 0);

export const countBySeverity = (findings: Finding[], body: string | undefined): Map<Severity, number> =>
  new Map(
    severities.map((severity) => [severity, findings.filter((one) => fits(one, { severity, body })).length]),
  );

/** Bodies with something to look at, in the order of the rules. */
export const countByBody = (findings: Finding[], bodies: Body[]): [Body, number][] =>
  bodies
    .map((body): [Body, number] => [body, findings.filter((one) => concerns(one, body.id)).length])
    .filter(([, count]) => count > 0);

const slotPattern = /^[^./]+\.[^./]+\.[^./]+\.\d{4}-\d{2}-\d{2}(\.\d+)?$/;

/** The meeting or talk that can be moved; the first where there are several. */
export const slotOf = ({ items }: Finding): string | undefined => items.find((id) => slotPattern.test(id));

const reasonKinds: Record<string, string> = {
  'non-working-day': 'holiday',
  'school-break': 'holiday',
  'shared-place': 'clash',
  'shared-members': 'clash',
  'other-organisation': 'clash',
};

/** The suggestion as the server would do it; with another day, the same meeting, talk or step there. */
export function changeFor(finding: Finding, day?: Day): ProposedChange | undefined {
  const { fix, check } = finding;
  const slot = fix?.slots[0] ?? slotOf(finding);
  const set = day ? { day } : fix?.set;
  if (!slot || !set) return undefined;
  const kind = set.day ? reasonKinds[check] : undefined;
  return {
    slots: [slot],
    set,
    ...(fix?.step ? { step: fix.step } : {}),
    ...(kind ? { 'reason-kind': kind } : {}),
  };
}
