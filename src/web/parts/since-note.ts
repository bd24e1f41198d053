// Somebody else was faster: what has come since, and that what one wrote is kept.
import { html, nothing, type TemplateResult } from 'lit';
import { Problem, type Unreachable } from '../api/problem.js';
import { instant } from '../words/dates.js';
import { say } from '../words/language.js';
import { sinceWords as words } from '../words/since.js';
import { icon } from './shapes.js';

export const isStale = (error: unknown): error is Problem =>
  error instanceof Problem && error.status === 409 && error.since !== undefined;

/** Nothing where the error is another: then `problemNote` says it. */
export function sinceNote(error: Problem | Unreachable | undefined): TemplateResult | typeof nothing {
  if (!isStale(error)) return nothing;
  return html`<div class="note warning" role="alert">
    <p>${icon('warning')} <b>${say(words.heading)}</b> ${say(words.how)}</p>
    <ul class="plain">${error.since?.changes.map(
      ({ made, what }) => html`<li><span
      class="muted">${instant(made)}</span> ${what ? say(what) : nothing}</li>`,
    )}</ul></div>`;
}
