// Exceptions of a series: a meeting that moves, is cancelled or is at another time, and one that is added; each with its reason.
import { html, nothing, type TemplateResult } from 'lit';
import { yearOf } from '../../api/day.js';
import type { RuleException } from '../../api/rules.js';
import type { Day, Item, Place } from '../../api/types.js';
import { textOf } from '../../plan/rule-file.js';
import { dayLong, dayShort, time } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { exceptionKinds, rulesWords as words, type ExceptionKind } from '../../words/rules.js';

export interface Exceptions {
  id: string;
  exceptions: RuleException[];
  meetings: Item[];
  places: Place[];
  wrong: (field: string) => string | undefined;
  change: (exceptions: RuleException[]) => void;
}

const dated = (day: Day): string => `${dayShort(day)} ${yearOf(day)}`;

function inWords({ move, cancel, add, at }: RuleException): string {
  if (cancel) return say(words.cancelled);
  if (move?.day) return say(words.movedTo(dated(move.day)));
  if (add) return say(words.added);
  return typeof at === 'string' ? say(words.atInstead(time(at))) : say(words.otherwise);
}

/** What each kind says besides its day and its reason. */
const saying = (kind: ExceptionKind, on: Day, to: Day, at: string, place: string): RuleException => {
  const form = { ...(at ? { at } : {}), ...(place ? { place } : {}) };
  switch (kind) {
    case 'move':
      return { on, move: { day: to, ...form } };
    case 'cancel':
      return { on, cancel: true };
    case 'add':
      return { add: to, ...form };
    case 'form':
      return { on, ...form };
  }
};

function adding({ id, exceptions, meetings, places, change }: Exceptions): TemplateResult {
  const add = (event: Event): void => {
    const fields = (event.target as HTMLElement).closest('fieldset');
    const at = (name: string): string =>
      fields?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? '';
    const reason = at('reason');
    change([
      ...exceptions,
      {
        ...saying(at('kind') as ExceptionKind, at('on'), at('to'), at('at'), at('place')),
        ...(reason ? { reason } : {}),
      },
    ]);
  };
  const one = (name: string, label: string, control: TemplateResult, hint?: string): TemplateResult =>
    html`<div class="field"><label for="${id}-${name}">${label}</label>${control}${hint ? html`<p class="hint">${hint}</p>` : nothing}</div>`;
  return html`<fieldset class="adding"><legend class="heard">${say(words.addException)}</legend>
    ${one('kind', say(words.exceptionWhat), html`<select id="${id}-kind" name="kind">${Object.entries(exceptionKinds).map(([kind, name]) => html`<option value=${kind}>${say(name)}</option>`)}</select>`)}
    ${one('on', say(words.exceptionDay), html`<select id="${id}-on" name="on">${meetings.filter(({ status }) => status !== 'cancelled').map(({ day }) => html`<option value=${day}>${dayLong(day, 0)}</option>`)}</select>`, say(words.exceptionOnHint))}
    ${one('to', say(words.exceptionTo), html`<input id="${id}-to" name="to" type="date">`, say(words.exceptionToHint))}
    ${one('at', say(words.exceptionAt), html`<input id="${id}-at" name="at" type="time">`, say(words.emptyAsUsual))}
    ${one('place-of', say(words.place), html`<select id="${id}-place-of" name="place"><option value="">${say(words.asUsual)}</option>${places.map((place) => html`<option value=${place.id}>${say(place.name)}</option>`)}</select>`)}
    ${one('reason', say(words.exceptionReason), html`<input id="${id}-reason" name="reason">`)}
    <button type="button" class="button small" @click=${add}>${say(words.addException)}</button></fieldset>`;
}

export function exceptionList(of: Exceptions): TemplateResult {
  const { exceptions, change, wrong } = of;
  return html`<details ?open=${exceptions.length > 0}>
    <summary>${say(words.exceptions)} (${exceptions.length})</summary>
    ${
      exceptions.length === 0
        ? html`<p>${say(words.noExceptions)}</p>`
        : html`<table class="table stacks"><thead><tr><th scope="col">${say(words.exceptionDay)}</th><th
          scope="col">${say(words.exceptionWhat)}</th>
      <th scope="col">${say(words.exceptionReason)}</th><td></td></tr></thead>
      <tbody>${exceptions.map((one, at) => {
        const day = one.on ?? one.add ?? '';
        const error = wrong(`exceptions/${at}`);
        return html`<tr><th scope="row">${day ? dated(day) : ''}</th><td>${inWords(one)}</td>
          <td>${say(textOf(one.reason))}${error ? html`<p class="wrong">${error}</p>` : nothing}</td>
          <td><button type="button" class="button small"
            aria-label=${say(words.removeWhich(day ? dated(day) : ''))}
            @click=${() => change(exceptions.filter((_, n) => n !== at))}>${say(words.removeException)}</button></td></tr>`;
      })}</tbody></table>`
    }
    ${adding(of)}</details>`;
}
