// A publication as it is put together on the page, and as the API takes it.
import type {
  Adoption,
  Difference,
  NewAdoption,
  AdoptionKind,
  PublishRequest,
  FullEdition,
} from '../api/publishing.js';
import type { Body, Day, Span } from '../api/types.js';

/** A decision as it stands in the form; an empty body: all that are published. */
export interface Decision {
  body: string;
  kind: AdoptionKind;
  from: Day;
  until: Day;
  by: string;
  on: Day;
  paragraph: string;
  caseNumber: string;
}

export interface PublicationDraft {
  bodies: ReadonlySet<string>;
  until: Day;
  note: string;
  /** What no decision covers is left out, not shown as preliminary. */
  withhold: boolean;
  /** A small change: nobody gets a mail. */
  small: boolean;
  decisions: Decision[];
}

const some = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;

function adoptionsOf(
  { body, kind, from, until, by, on, paragraph, caseNumber }: Decision,
  all: string[],
): NewAdoption[] {
  const rest = some({
    'decided-by': by.trim(),
    'decided-on': on,
    paragraph: paragraph.trim(),
    'case-number': caseNumber.trim(),
  });
  return (body ? [body] : all).map((one) => ({ body: one, from, until, kind, ...rest }));
}

export function requestOf(draft: PublicationDraft): PublishRequest {
  const bodies = [...draft.bodies];
  const adoptions = draft.decisions.flatMap((decision) => adoptionsOf(decision, bodies));
  return {
    bodies,
    until: draft.until,
    undecided: draft.withhold ? 'withheld' : 'tentative',
    tell: !draft.small,
    ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
    ...(adoptions.length > 0 ? { adoptions } : {}),
  };
}

/** Those on a body's dates in a period that no later one has taken the place of. */
export const inForce = (log: Adoption[], body: string, { from, until }: Span): Adoption[] =>
  log.filter(
    (one) =>
      one.body === body &&
      one.kind !== 'proposed' &&
      one.kind !== 'withdrawn' &&
      one.from <= until &&
      from <= one.until &&
      !log.some(({ replaces }) => replaces === one.number),
  );

/** Which decision on the page the server's n-th stands for. */
export function decisionAt({ decisions, bodies }: PublicationDraft, adoption: number): number {
  let before = 0;
  return decisions.findIndex(({ body }) => adoption < (before += body ? 1 : bodies.size));
}

/** `/adoptions/3/decided-by` as a pointer to the decision on the page. */
export const pointerOnPage = (draft: PublicationDraft, pointer: string): string =>
  pointer.replace(
    /^\/adoptions\/(\d+)/,
    (_, number: string) => `/decisions/${decisionAt(draft, Number(number))}`,
  );

/** As far as before; a first time to the end of the first whole year. */
export function usualUntil(editions: FullEdition[], { from, until }: Span): Day {
  const before = editions
    .map((edition) => edition.until)
    .sort()
    .at(-1);
  if (before) return before;
  const end = `${Number(from.slice(0, 4)) + (from.slice(5) === '01-01' ? 0 : 1)}-12-31`;
  return end < until ? end : until;
}

const weekdays = 'mån|tis|ons|tors|fre|lör|sön|Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const prefix = /^[^:]+: /;
const when = new RegExp(`, (?:${weekdays}) \\d.*$`);

/** What it is about: its words without how it changed, when, and the body, which stand elsewhere on the page. */
export function aboutOf(words: string, body: string): string {
  const rest = words.replace(prefix, '').replace(when, '');
  return rest.startsWith(`${body}: `) ? rest.slice(body.length + 2) : rest;
}

/** Meetings and talks first: `org.body.series.day@host` hangs on nothing. */
export const isOfItsOwn = ({ uid }: Difference): boolean =>
  /^[^.]+\.[^.]+\.[^.]+\.\d{4}-\d{2}-\d{2}(\.\d+)?@/.test(uid);

export const mayPublish = (bodies: Body[]): Body[] => bodies.filter(({ may }) => may.publish);
