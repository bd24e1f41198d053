// What of the year can be taken along as files: the meetings of each body with what comes before and after them.
import { html, type TemplateResult } from 'lit';
import type { Rytm } from '../../api/organisation.js';
import type { Body } from '../../api/types.js';
import { livesIn } from '../../plan/year.js';
import { language, say } from '../../words/language.js';
import { yearWords as words } from '../../words/year.js';

export function yearFiles(rytm: Rytm, bodies: Body[], year: number): TemplateResult {
  const file = (body: Body, ending: string): string =>
    rytm.file(`/bodies/${body.id}/chains/${year}.${ending}`, { language: language.value });
  return html`<details class="year-files"><summary class="button small">${say(words.files)}</summary>
    <ul class="plain">${bodies
      .filter((body) => livesIn(body, year) && body.series.length > 0)
      .map(
        (body) => html`<li>${say(body.name)}: <a target="_blank" href=${file(body, 'pdf')}
          aria-label="${say(body.name)}, PDF">PDF</a> <a download href=${file(body, 'xlsx')}
          aria-label="${say(body.name)}, Excel">Excel</a></li>`,
      )}</ul></details>`;
}
