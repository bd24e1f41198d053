// Exceptions of a series: a meeting that moves or is cancelled, with the reason.
import { html, nothing, type TemplateResult } from 'lit';
import { yearOf } from '../../api/day.js';
import type { RuleException } from '../../api/rules.js';
import type { Day, Item, Text } from '../../api/types.js';
import { dayLong, dayShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { rulesWords as words } from '../../words/rules.js';

export interface Exceptions {
  id: string;
  exceptions: RuleException[];
  meetings: Item[];
  error: string | undefined;
  change: (exceptions: RuleException[]) => void;
}

const textOf = (text: string | Text | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : say(text);
const dated = (day: Day): string => `${dayShort(day)} ${yearOf(day)}`;

function inWords({ move, cancel, add }: RuleException): string {
  if (cancel) return say(words.cancelled);
  if (move?.day) return say(words.movedTo(dated(move.day)));
  return say(add ? words.added : words.otherwise);
}

export function exceptionList({ id, exceptions, meetings, error, change }: Exceptions): TemplateResult {
  const add = (event: Event): void => {
    const at = (name: string): string =>
      (event.target as HTMLElement).closest('fieldset')?.querySelector<HTMLInputElement>(`[name="${name}"]`)
        ?.value ?? '';
    const [on, to, reason] = [at('on'), at('to'), at('reason').trim()];
    change([
      ...exceptions,
      { on, ...(to ? { move: { day: to } } : { cancel: true }), ...(reason ? { reason } : {}) },
    ]);
  };
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
        return html`<tr><th scope="row">${day ? dated(day) : ''}</th><td>${inWords(one)}</td>
          <td>${textOf(one.reason)}</td>
          <td><button type="button" class="button small"
            aria-label=${say(words.removeWhich(day ? dated(day) : ''))}
            @click=${() => change(exceptions.filter((_, n) => n !== at))}>${say(words.removeException)}</button></td></tr>`;
      })}</tbody></table>`
    }
    ${error ? html`<p class="wrong">${error}</p>` : nothing}
    ${
      meetings.length === 0
        ? nothing
        : html`<fieldset class="adding"><legend class="heard">${say(words.addException)}</legend>
      <div class="field"><label for="${id}-on">${say(words.exceptionDay)}</label><select id="${id}-on"
        name="on">${meetings.filter(({ status }) => status !== 'cancelled').map(({ day }) => html`<option
        value=${day}>${dayLong(day, 0)}</option>`)}</select></div>
      <div class="field"><label for="${id}-to">${say(words.exceptionTo)}</label><input id="${id}-to" name="to"
        type="date"><p class="hint">${say(words.emptyCancels)}</p></div>
      <div class="field"><label for="${id}-reason">${say(words.exceptionReason)}</label><input
        id="${id}-reason" name="reason"></div>
      <button type="button" class="button small" @click=${add}>${say(words.addException)}</button></fieldset>`
    }</details>`;
}
