// The form of a person and what they are in the bodies.
import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../../api/people.js';
import { Problem, type Unreachable } from '../../api/problem.js';
import type { Body, Day } from '../../api/types.js';
import { choiceField, tick } from '../../parts/choice.js';
import { textField, type TextField } from '../../parts/field.js';
import { emptyAssignment, type AssignmentDraft, type PersonDraft } from '../../plan/people.js';
import { say } from '../../words/language.js';
import { peopleWords as words, postNames } from '../../words/people.js';

export interface PersonForm {
  draft: PersonDraft;
  bodies: Body[];
  refused: Problem | Unreachable | undefined;
  today: Day;
  change: (draft: PersonDraft) => void;
}

const wrong = ({ refused }: PersonForm, pointer: string): string | undefined => {
  const error =
    refused instanceof Problem ? refused.errors.find((one) => one.pointer === pointer) : undefined;
  return error && [error.detail, error.instead].filter(Boolean).join(' ');
};

export const assignmentInWords = (one: AssignmentDraft | undefined, bodies: Body[]): string => {
  if (!one) return '–';
  const body = bodies.find(({ id }) => id === one.body);
  return [body ? say(body.name) : one.body, say(postNames[one.post]), one.party, `${one.from}–${one.until}`]
    .filter(Boolean)
    .join(', ');
};

function assignment(form: PersonForm, one: AssignmentDraft, at: number): TemplateResult {
  const { draft, bodies, today, change } = form;
  const set = (more: Partial<AssignmentDraft>): void =>
    change({
      ...draft,
      assignments: draft.assignments.map((other, n) => (n === at ? { ...other, ...more } : other)),
    });
  const text = (
    key: Exclude<keyof AssignmentDraft, 'body' | 'post'>,
    label: string,
    more: Partial<TextField> = {},
  ): TemplateResult =>
    textField({
      ...more,
      id: `assignment-${at}-${key}`,
      label,
      value: one[key],
      error: wrong(form, `/assignments/${at}/${key}`),
      change: (value) => set({ [key]: value }),
    });
  const notBody = wrong(form, `/assignments/${at}/body`);
  const elected = ['chair', 'vice-chair', 'member', 'substitute', 'group-leader'].includes(one.post);
  return html`<fieldset class="decision"><legend>${say(words.assignment(at + 1))}</legend><div class="two">
    ${choiceField({
      id: `assignment-${at}-body`,
      label: say(words.body),
      value: one.body,
      change: (body) => set({ body }),
      error: notBody && (one.body ? notBody : say(words.whichBody)),
      options: [
        ...(one.body ? [] : [['', say(words.chooseBody)] as [string, string]]),
        ...bodies.map(({ id, name }): [string, string] => [id, say(name)]),
      ],
    })}
    ${choiceField({
      id: `assignment-${at}-post`,
      label: say(words.post),
      value: one.post,
      error: wrong(form, `/assignments/${at}/post`),
      change: (post) => set({ post: post as Post }),
      options: (Object.keys(postNames) as Post[]).map((post): [string, string] => [
        post,
        say(postNames[post]),
      ]),
    })}
    ${elected || one.party ? text('party', say(words.party)) : nothing}
    ${one.post === 'substitute' || one.order ? text('order', say(words.order), { type: 'number', hint: say(words.orderHint) }) : nothing}
    ${elected && !one.unit ? nothing : text('unit', say(words.unit))}
    ${elected && !one.function ? nothing : text('function', say(words.function))}
    ${text('from', say(words.from), { type: 'date' })}
    ${text('until', say(words.untilDay), { type: 'date', hint: say(words.untilHint) })}</div>
    <div class="row">${
      one.until || one.from > today
        ? nothing
        : html`<button type="button"
      class="button small" @click=${() => set({ until: today })}>${say(words.end)}</button>`
    }
      ${
        draft.assignments.length > 1
          ? html`<button type="button" class="button small"
        @click=${() => change({ ...draft, assignments: draft.assignments.filter((_, n) => n !== at) })}>${say(words.removeAssignment)}</button>`
          : nothing
      }</div></fieldset>`;
}

export function personForm(form: PersonForm): TemplateResult {
  const { draft, today, change } = form;
  return html`<div class="two">
    ${textField({ id: 'name', label: say(words.name), value: draft.name, max: 200, error: wrong(form, '/name'), change: (name) => change({ ...draft, name }) })}
    ${textField({
      id: 'address',
      type: 'email',
      label: say(words.address),
      hint: say(words.addressHint),
      value: draft.address,
      error: wrong(form, '/address'),
      change: (address) => change({ ...draft, address }),
    })}
    ${choiceField({
      id: 'language',
      label: say(words.language),
      value: draft.language,
      change: (language) => change({ ...draft, language: language as 'sv' | 'en' }),
      options: [
        ['sv', say(words.swedish)],
        ['en', say(words.english)],
      ],
    })}</div>
    <div class="field">${tick(say(words.hidden), draft.hidden, (hidden) => change({ ...draft, hidden }))}<p
      class="hint">${say(words.hiddenHint)}</p></div>
    <h2>${say(words.assignments)}</h2>
    ${draft.assignments.map((one, at) => assignment(form, one, at))}
    <p><button type="button" class="button"
      @click=${() => change({ ...draft, assignments: [...draft.assignments, emptyAssignment(today)] })}>${say(words.addAssignment)}</button></p>`;
}
