// How a date is drawn, in the matrix and in the list alike.
import { html, nothing, type TemplateResult } from 'lit';
import type { Report } from '../../api/types.js';
import { icon, shape } from '../../parts/shapes.js';
import type { Mark } from '../../plan/year.js';
import { say } from '../../words/language.js';
import { yearWords as words } from '../../words/year.js';

const lettersMax = 4;

export const letter = (report: Report, letters: Map<string, string>): TemplateResult =>
  html`<span class="letter" title=${say(report.name)}>${letters.get(report.id)}</span>`;

/** Letters of the reports, a bubble for dialogue: seen, and said in words elsewhere. */
export function hanging(
  { reports, talks, item }: Mark,
  letters: Map<string, string>,
): TemplateResult | typeof nothing {
  const alone = item.kind === 'dialogue';
  if (reports.length + talks.length === 0 || alone) return nothing;
  const shown = reports.length > lettersMax ? reports.slice(0, lettersMax - 1) : reports;
  const rest = reports.length - shown.length;
  return html`<span class="hanging" aria-hidden="true">${shown.map((report) => letter(report, letters))}${
    rest > 0
      ? html`<span class="rest" title=${reports
          .slice(shown.length)
          .map(({ name }) => say(name))
          .join(', ')}>+${rest}</span>`
      : nothing
  }${
    talks.length > 0
      ? html`<span title=${talks.map(({ title }) => say(title)).join(', ')}>${shape('talk')}</span>`
      : nothing
  }</span>`;
}

/** Cancelled, moved, reserve, something to look at: each a shape or a word. */
export function states({ item, findings }: Mark): TemplateResult {
  const worst = findings.some(({ severity }) => severity === 'error')
    ? 'error'
    : findings.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : 'info';
  return html`${item.status === 'cancelled' ? icon('cross') : nothing}${
    item.status === 'reserve' ? html`<small aria-hidden="true">${say(words.reserveShort)}</small>` : nothing
  }${
    item.status === 'if-needed'
      ? html`<small aria-hidden="true">${say(words.ifNeededShort)}</small>`
      : nothing
  }${item['moved-from'] && item.status !== 'cancelled' ? icon('arrow') : nothing}${
    findings.length > 0 ? icon(worst) : nothing
  }`;
}
