// A field to choose one of a few in, and a box to tick.
import { html, nothing, type TemplateResult } from 'lit';
import { field, type Field } from './field.js';

export interface ChoiceField extends Field {
  value: string;
  options: [value: string, name: string][];
  change: (value: string) => void;
}

export const choiceField = (of: ChoiceField): TemplateResult =>
  field(
    of,
    (described) => html`<select id=${of.id}
  aria-describedby=${described} aria-invalid=${of.error ? 'true' : nothing}
  @change=${(event: Event) => of.change((event.target as HTMLSelectElement).value)}>${of.options.map(
    ([value, name]) => html`<option value=${value} ?selected=${value === of.value}>${name}</option>`,
  )}</select>`,
  );

export const tick = (
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
): TemplateResult => html`<label class="check">
  <input type="checkbox" .checked=${checked}
    @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}> ${label}</label>`;

export interface LongField extends Field {
  value: string;
  rows?: number;
  change: (value: string) => void;
}

/** Several lines of text. */
export const longField = (of: LongField): TemplateResult =>
  field(
    of,
    (described) => html`<textarea id=${of.id} rows=${of.rows ?? 3}
  .value=${of.value} aria-describedby=${described} aria-invalid=${of.error ? 'true' : nothing} spellcheck="false"
  @input=${(event: Event) => of.change((event.target as HTMLTextAreaElement).value)}></textarea>`,
  );
