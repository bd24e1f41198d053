// One step before or after the meeting: what it is called, how far from what, and who sees it.
import { html, nothing, type TemplateResult } from 'lit';
import type { RuleStep } from '../../api/rules.js';
import type { Body, Level } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import {
  distanceOf,
  withDistance,
  type Distance,
  type StepOrigin,
  type Unit,
} from '../../plan/chain-rules.js';
import { oneOrMany, textOf } from '../../plan/rule-file.js';
import { say } from '../../words/language.js';
import { lawInWords } from '../../words/law.js';
import { chainWords as words, formWords, kindNames, units } from '../../words/rule-forms.js';
import { levelTicks, nameFields, numberField, timeField } from './fields.js';

const stepLength = 'PT1H';
const besideDays = 7;

export const nameOf = (step: RuleStep): string => say(textOf(step.name ?? step.id));

/** `7 dagar före mötet`, and how late it may become. */
export function stepInWords(step: RuleStep, steps: RuleStep[], bodies: Body[]): string {
  if (step['meeting-of'] !== undefined)
    return say(words.meetingOf(otherBody(step, bodies), step['before-days'] ?? 0));
  const { count, unit, after } = distanceOf(step);
  const from = steps.find(({ id }) => id === step.from);
  const told = say(
    words.distance(count, unit, after, from ? say(words.own(nameOf(from))) : say(words.meeting)),
  );
  const { latest } = step;
  const late = latest?.days ?? latest?.['working-days'];
  return late === undefined
    ? told
    : `${told}, ${say(words.latest(late, latest?.days === undefined ? 'working-days' : 'days'))}`;
}

function otherBody(step: RuleStep, bodies: Body[]): string {
  const other = step['meeting-of'];
  if (typeof other === 'object') return say(words.ownOf(kindNames[other['of-this-body']]));
  const body = bodies.find(({ id }) => id === other);
  return body ? say(body.name) : (other ?? '');
}

/** Its own rule of law, or that of the day it may be moved to. */
export const lawOf = ({ law, latest }: RuleStep): string => {
  const citation = law ?? latest?.law;
  return citation ? lawInWords(citation) : '';
};

export interface StepForm {
  id: string;
  step: RuleStep;
  /** The others of the chain: a step can count from one of them. */
  steps: RuleStep[];
  bodies: Body[];
  origin: StepOrigin;
  inWeeks: boolean;
  wrong: (field: string) => string | undefined;
  change: (step: RuleStep, inWeeks?: boolean) => void;
}

const weekDays = 7;

function distanceFields({ id, step, steps, origin, inWeeks, wrong, change }: StepForm): TemplateResult {
  const distance = distanceOf(step);
  const set = (more: Partial<Distance>, weeks = inWeeks): void =>
    change(withDistance(step, { ...distance, ...more }), weeks);
  const { count } = distance;
  const many = inWeeks ? weekDays : 1;
  const shown = count === '' ? '' : Math.round(count / many);
  const { from } = step;
  // What the template counts from another step cannot be counted from the meeting again.
  const mayBeMeeting = origin === 'own' || from === undefined;
  const withFrom = (next: string): RuleStep => {
    const { from: _, ...rest } = step;
    return (next ? { ...rest, from: next } : rest) as RuleStep;
  };
  return html`<div class="together">
    ${numberField({ id: `${id}-count`, label: say(words.number), value: shown, error: wrong('days') ?? wrong('working-days'), change: (number) => set({ count: number === '' ? '' : number * many }) })}
    ${choiceField({
      id: `${id}-unit`,
      label: say(words.unit),
      value: inWeeks ? 'weeks' : distance.unit,
      options: [
        ...(['days', 'working-days'] as const).map((unit): [string, string] => [unit, say(units[unit])]),
        ['weeks', say(words.weeks)],
      ],
      // The number stays: three days become three weeks.
      change: (unit) =>
        unit === 'weeks'
          ? set({ unit: 'days', count: shown === '' ? '' : shown * weekDays }, true)
          : set({ unit: unit as Unit, count: shown }, false),
    })}
    ${choiceField({
      id: `${id}-side`,
      label: say(words.side),
      value: distance.after ? 'after' : 'before',
      options: [
        ['before', say(words.before)],
        ['after', say(words.after)],
      ],
      change: (side) => set({ after: side === 'after' }),
    })}
    ${choiceField({
      id: `${id}-from`,
      label: say(words.of),
      value: from ?? '',
      options: [
        ...(mayBeMeeting ? [['', say(words.meeting)] as [string, string]] : []),
        ...steps
          .filter((other) => other.id !== step.id && other['meeting-of'] === undefined)
          .map((other): [string, string] => [other.id, nameOf(other)]),
      ],
      error: wrong('from'),
      change: (next) => change(withFrom(next), inWeeks),
    })}</div>`;
}

function meetingFields({ id, step, bodies, wrong, change }: StepForm): TemplateResult {
  const other = step['meeting-of'];
  return html`<div class="together">
    ${choiceField({
      id: `${id}-body`,
      label: say(words.whichBody),
      value: typeof other === 'string' ? other : '',
      options: [
        ...(typeof other === 'string' ? [] : [['', otherBody(step, bodies)] as [string, string]]),
        ...bodies.map(({ id: one, name }): [string, string] => [one, say(name)]),
      ],
      error: wrong('meeting-of'),
      change: (body) => body && change({ ...step, 'meeting-of': body }),
    })}
    ${numberField({ id: `${id}-before`, label: say(words.atLeast), value: step['before-days'] ?? 0, error: wrong('before-days'), change: (days) => change({ ...step, 'before-days': days }) })}</div>`;
}

/** A day, or a meeting of another body: a new step can be either. */
function kindField({ id, step, bodies, change }: StepForm): TemplateResult {
  const {
    days: _,
    'working-days': __,
    from: ___,
    at: ____,
    lasts: _____,
    'meeting-of': ______,
    'before-days': _______,
    ...rest
  } = step;
  return choiceField({
    id: `${id}-kind`,
    label: say(words.kindOfStep),
    value: step['meeting-of'] === undefined ? 'day' : 'meeting',
    options: [
      ['day', say(words.aDay)],
      ['meeting', say(words.anotherMeeting)],
    ],
    change: (kind) =>
      change(
        (kind === 'day'
          ? { ...rest, days: -besideDays }
          : { ...rest, 'meeting-of': bodies[0]?.id ?? '', 'before-days': besideDays }) as RuleStep,
      ),
  });
}

export function stepForm(of: StepForm): TemplateResult {
  const { id, step, origin, inWeeks, wrong, change } = of;
  const isMeeting = step['meeting-of'] !== undefined;
  const setTime = (at: string | undefined): void => {
    const { at: _, lasts, ...rest } = step;
    change((at ? { ...rest, at, lasts: lasts ?? stepLength } : rest) as RuleStep, inWeeks);
  };
  const law = lawOf(step);
  return html`<div class="fields">
    ${nameFields({ id: `${id}-name`, label: say(words.stepName), value: step.name, error: wrong('name'), change: (name) => change({ ...step, name }, inWeeks) })}
    ${origin === 'own' ? kindField(of) : nothing}
    ${isMeeting ? meetingFields(of) : distanceFields(of)}
    ${isMeeting ? nothing : timeField({ id: `${id}-at`, label: say(formWords.at), hint: say(formWords.atHint), value: step.at, error: wrong('at'), change: setTime })}
    ${isMeeting ? nothing : levelTicks({ label: say(formWords.seenBy), value: oneOrMany<Level>(step.for ?? 'official'), change: (levels) => levels.length > 0 && change({ ...step, for: levels }, inWeeks) })}
    ${law ? html`<p class="hint">${law}</p>` : nothing}</div>`;
}
