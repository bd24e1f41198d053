// The form that changes a meeting. What it says is kept until it is saved or given up.
import { html, nothing, type TemplateResult } from 'lit';
import { isDay, readTime } from '../../api/day.js';
import type { Problem, Unreachable } from '../../api/problem.js';
import type { Place } from '../../api/types.js';
import { field, textField, type TextField } from '../../parts/field.js';
import { beginningAt, endingAt, type Draft } from '../../plan/change.js';
import { say } from '../../words/language.js';
import { changeWords as words, reasonKinds } from '../../words/meeting.js';

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
export const shown = ['set/day', 'set/at', 'set/lasts', 'set/place', 'set/link', 'reason-kind', 'reason', 'public-reason'];

function text({ id, draft, refused, change }: FormOf, key: keyof Draft, label: string, pointer: string, more: Partial<TextField> = {}): TemplateResult {
  const error = more.error ?? (refused && 'at' in refused ? refused.at(pointer) : undefined);
  return textField({ ...more, id: `${id}-${key}`, label, value: draft[key], error, change: (value) => change({ ...draft, [key]: value }) });
}

function choice({ id, draft, refused, change }: FormOf, key: keyof Draft, label: string, pointer: string, options: [string, string][]): TemplateResult {
  const error = refused && 'at' in refused ? refused.at(pointer) : undefined;
  return field({ id: `${id}-${key}`, label, error }, (described) => html`<select id="${id}-${key}" aria-describedby=${described} aria-invalid=${error ? 'true' : nothing}
    @change=${(event: Event) => change({ ...draft, [key]: (event.target as HTMLSelectElement).value })}>${options.map(([value, name]) =>
      html`<option value=${value} ?selected=${value === draft[key]}>${name}</option>`)}</select>`);
}

/** On its own where a talk is called off: a protected one gets another day. */
export const dayField = (form: FormOf): TemplateResult =>
  text(form, 'day', say(words.day), 'set/day', { type: 'date', hint: isDay(form.draft.day) ? form.dayHint : say(words.unfinished) });

const timeField = (form: FormOf, key: 'at' | 'until', label: string, pointer: string, written: (draft: Draft, value: string) => Draft): TemplateResult =>
  text({ ...form, change: (draft) => form.change(written(form.draft, draft[key])) }, key, label, pointer,
    { inputmode: 'numeric', error: readTime(form.draft[key]) ? undefined : say(words.wrongTime) });

/** Day and time first: that is what changes most. */
export function whenAndWhere(form: FormOf): TemplateResult {
  const { draft, places, timed } = form;
  const options: [string, string][] = [['', say(words.ownPlace)], ...places.map(({ id, name }): [string, string] => [id, say(name)])];
  if (draft.place && !places.some(({ id }) => id === draft.place)) options.push([draft.place, draft.place]);
  return html`${dayField(form)}
    ${timed ? html`<div class="times">${timeField(form, 'at', say(words.from), 'set/at', beginningAt)}
      ${timeField(form, 'until', say(words.until), 'set/lasts', endingAt)}</div>` : nothing}
    ${choice(form, 'place', say(words.place), 'set/place', options)}`;
}

export function reasons(form: FormOf): TemplateResult {
  const kinds = reasonKinds.map(([id, name]): [string, string] => [id, say(name)]);
  return html`${choice(form, 'reasonKind', say(words.reasonKind), 'reason-kind', [['', say(words.chooseReason)], ...kinds])}
    ${text(form, 'publicReason', say(words.publicReason), 'public-reason', { hint: say(words.publicReasonHint) })}`;
}

/** What few need. Open where something is written or refused. */
export function more(form: FormOf, withLink: boolean): TemplateResult {
  const { draft, refused } = form;
  const open = draft.reason !== '' || (refused !== undefined && 'at' in refused && Boolean(refused.at('set/link') ?? refused.at('reason')));
  return html`<details ?open=${open}><summary>${say(words.more)}</summary>
    ${text(form, 'reason', say(words.reason), 'reason')}
    ${withLink ? text(form, 'link', say(words.link), 'set/link', { type: 'url' }) : nothing}</details>`;
}
