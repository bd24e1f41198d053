// An address to take along: shown whole, copied by a button, or by hand where the browser does not let the page.
import { html, type TemplateResult } from 'lit';
import { linkWords as words } from '../words/links.js';
import { say } from '../words/language.js';
import { tell } from './status-line.js';

async function copy(event: Event): Promise<void> {
  const input = (event.target as HTMLElement).closest('.copied')?.querySelector('input');
  if (!input) return;
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    tell(say(words.copied));
  } catch {
    tell(say(words.copyYourself));
  }
}

export const copiedField = (
  id: string,
  label: string,
  value: string,
): TemplateResult => html`<div class="field copied"><label for=${id}>${label}</label>
  <div class="row"><input id=${id} readonly .value=${value}
    @focus=${(event: Event) => (event.target as HTMLInputElement).select()}>
    <button type="button" class="button" @click=${copy}>${say(words.copy)}</button></div></div>`;
