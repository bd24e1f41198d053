// The form that changes a meeting. What it says is kept until it is saved or given up.
import { html, nothing, type TemplateResult } from 'lit';
import { isDay, readTime } from '../../api/day.js';
import type { Problem, Unreachable } from '../../api/problem.js';
import type { Place, Text } from '../../api/types.js';
import { field, textField, type TextField } from '../../parts/field.js';
import { wrongAt } from '../../parts/problem-note.js';
import { beginningAt, endingAt, type Draft } from '../../plan/change.js';
import { say } from '../../words/language.js';
import { changeWords as words, formWords as form, reasonKinds } from '../../words/meeting.js';

export interface FormOf {
  id: string;
  draft: Draft;
  places: Place[];
  /** Whether it has a time of day. */
  timed: boolean;
  /** What there is on the day chosen: a holiday, a break, nothing. */
  dayHint: string;
  refused: Problem | Unreachable | undefined;
  change: (draft: Draft) => void;
}

/** The fields that say themselves what the server refused. */
export const shown = [
  'set/day',
  'set/at',
  'set/lasts',
  'set/place',
  'set/link',
  'set/name',
  'set/mode',
  'set/open',
  'set/status',
  'reason-kind',
  'reason',
  'public-reason',
];

function text(
  { id, draft, refused, change }: FormOf,
  key: keyof Draft,
  label: string,
  pointer: string,
  more: Partial<TextField> = {},
): TemplateResult {
  const error = more.error ?? wrongAt(refused, pointer);
  return textField({
    ...more,
    id: `${id}-${key}`,
    label,
    value: draft[key],
    error,
    change: (value) => change({ ...draft, [key]: value }),
  });
}

function choice(
  { id, draft, refused, change }: FormOf,
  key: keyof Draft,
  label: string,
  pointer: string,
  options: [string, string][],
): TemplateResult {
  const error = wrongAt(refused, pointer);
  return field(
    { id: `${id}-${key}`, label, error },
    (
      described,
    ) => html`<select id="${id}-${key}" aria-describedby=${described} aria-invalid=${error ? 'true' : nothing}
    @change=${(event: Event) => change({ ...draft, [key]: (event.target as HTMLSelectElement).value })}>${options.map(
      ([value, name]) => html`<option value=${value} ?selected=${value === draft[key]}>${name}</option>`,
    )}</select>`,
  );
}

/** On its own where a talk is called off: a protected one gets another day. */
export const dayField = (of: FormOf): TemplateResult =>
  text(of, 'day', say(words.day), 'set/day', {
    type: 'date',
    hint: isDay(of.draft.day) ? of.dayHint : say(words.unfinished),
  });

const timeField = (
  of: FormOf,
  key: 'at' | 'until',
  label: string,
  pointer: string,
  written: (draft: Draft, value: string) => Draft,
): TemplateResult =>
  text({ ...of, change: (draft) => of.change(written(of.draft, draft[key])) }, key, label, pointer, {
    inputmode: 'numeric',
    error: readTime(of.draft[key]) ? undefined : say(words.wrongTime),
  });

/** Day and time first: that is what changes most. */
export function whenAndWhere(of: FormOf): TemplateResult {
  const { draft, places, timed } = of;
  const options: [string, string][] = [
    ['', say(words.ownPlace)],
    ...places.map(({ id, name }): [string, string] => [id, say(name)]),
  ];
  if (draft.place && !places.some(({ id }) => id === draft.place)) options.push([draft.place, draft.place]);
  return html`${dayField(of)}
    ${
      timed
        ? html`<div class="times">${timeField(of, 'at', say(words.from), 'set/at', beginningAt)}
      ${timeField(of, 'until', say(words.until), 'set/lasts', endingAt)}</div>`
        : nothing
    }
    ${choice(of, 'place', say(words.place), 'set/place', options)}`;
}

export function reasons(of: FormOf): TemplateResult {
  const kinds = reasonKinds.map(([id, name]): [string, string] => [id, say(name)]);
  return html`${choice(of, 'reasonKind', say(words.reasonKind), 'reason-kind', [['', say(words.chooseReason)], ...kinds])}
    ${text(of, 'publicReason', say(words.publicReason), 'public-reason', { hint: say(words.publicReasonHint) })}`;
}

const choices = (of: Record<string, Text>): [string, string][] =>
  Object.entries(of).map(([id, name]): [string, string] => [id, say(name)]);

/** What few need. Open where something is written or refused. */
export function more(of: FormOf): TemplateResult {
  const { draft, refused } = of;
  const pointers = ['set/link', 'set/name', 'set/mode', 'set/open', 'set/status', 'reason'];
  const open = draft.reason !== '' || pointers.some((pointer) => wrongAt(refused, pointer) !== undefined);
  return html`<details ?open=${open}><summary>${say(words.more)}</summary>
    ${text(of, 'reason', say(words.reason), 'reason')}
    ${
      draft.doing === 'change'
        ? html`${text(of, 'name', say(form.name), 'set/name')}
      ${choice(of, 'mode', say(form.mode), 'set/mode', choices(form.modes))}
      ${text(of, 'link', say(words.link), 'set/link', { type: 'url' })}
      ${choice(of, 'open', say(form.open), 'set/open', choices(form.openness))}
      ${choice(of, 'status', say(form.status), 'set/status', choices(form.statuses))}`
        : nothing
    }</details>`;
}
