// A field: its label above, a hint and what is wrong with it under, tied together for those who hear the
// page.
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './shapes.js';

export interface Field {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Spread over the control: `field({…}, (described) => html`<input id=… aria-describedby=${described}>`)`. */
export function field(
  { id, label, hint, error }: Field,
  control: (described: string | typeof nothing) => TemplateResult,
): TemplateResult {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class=${error ? 'field bad' : 'field'}>
    <label for=${id}>${label}</label>
    ${control(described || nothing)}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="wrong" id="${id}-error">${icon('error')} <span>${error}</span></p>` : nothing}
  </div>`;
}

export interface TextField extends Field {
  type?: 'text' | 'password' | 'date' | 'time' | 'number' | 'email' | 'url';
  value: string;
  change: (value: string) => void;
  autocomplete?: AutoFill;
  inputmode?: 'numeric' | 'text';
  required?: boolean;
  max?: number;
}

/** The commonest field: one line of text. */
export const textField = (of: TextField): TemplateResult =>
  field(
    of,
    (described) => html`<input
  id=${of.id} type=${of.type ?? 'text'} .value=${of.value}
  aria-describedby=${described} aria-invalid=${of.error ? 'true' : nothing}
  autocomplete=${of.autocomplete ?? 'off'} inputmode=${of.inputmode ?? nothing}
  ?required=${of.required ?? false} maxlength=${of.max ?? nothing}
  @input=${(event: Event) => of.change((event.target as HTMLInputElement).value)}>`,
  );
