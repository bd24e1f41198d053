// What the server said no to, in its own words, where no field could take it.
import { html, nothing, type TemplateResult } from 'lit';
import { Problem, Unreachable } from '../api/problem.js';
import { say } from '../words/language.js';
import { shell } from '../words/shell.js';
import { icon } from './shapes.js';

export const isTold = (error: unknown): error is Problem | Unreachable =>
  error instanceof Problem || error instanceof Unreachable;

export const wrongAt = (error: Problem | Unreachable | undefined, field: string): string | undefined =>
  error instanceof Problem ? error.at(field) : undefined;

/** `shown`: the fields that say themselves what is wrong with them. */
export function problemNote(
  error: Problem | Unreachable | undefined,
  ...shown: string[]
): TemplateResult | typeof nothing {
  if (!error) return nothing;
  const words = error instanceof Problem ? error.besides(...shown) : [say(shell.unreachable)];
  if (words.length === 0) return nothing;
  return html`<div class="note error"
    role="alert">${words.map((word) => html`<p>${icon('error')} ${word}</p>`)}</div>`;
}
