// What a year without a report would free, body by body. The server works the plan out without it; where it
// cannot, the report's own days are counted.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { yearOf } from '../../api/day.js';
import { Problem } from '../../api/problem.js';
import type { Rytm } from '../../api/organisation.js';
import type { Body, Item, Report, WhatIf } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { Part } from '../../parts/part.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import { freedBy, itsItems, type Freed } from '../../plan/balance.js';
import { balanceWords as words, hours } from '../../words/balance.js';
import { together, weekShort } from '../../words/dates.js';
import { say } from '../../words/language.js';

@customElement('without-report')
export class WithoutReport extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) reports: Report[] = [];
  @property({ attribute: false }) year = 0;
  @state() private chosen = '';
  @state() private trying = false;
  /** Undefined: the rules could not be tried. */
  @state() private whatIf: WhatIf | undefined;

  private async choose(report: string): Promise<void> {
    this.chosen = report;
    this.whatIf = undefined;
    if (!report) return;
    this.trying = true;
    try {
      const whatIf = await this.rytm.withoutReport(report);
      if (this.chosen === report) this.whatIf = whatIf;
    } catch (error) {
      // Somebody may have taken the report away by now: its own days are counted then.
      if (!(error instanceof Problem)) throw error;
    } finally {
      if (this.chosen === report) this.trying = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<h2 id="without">${say(words.without)}</h2><p class="muted">${say(words.withoutHow)}</p>
      <div class="row choices">${choiceField({
        id: 'without-which',
        label: say(words.report),
        value: this.chosen,
        options: [
          ['', say(words.choose)],
          ...this.reports.map(({ id, name }): [string, string] => [id, say(name)]),
        ],
        change: (report) => void this.choose(report),
      })}</div>
      <div aria-live="polite" aria-busy=${this.trying}>${this.chosen === '' ? nothing : this.trying ? html`<p>${say(words.reckoning)}</p>` : this.told()}</div>`;
  }

  private told(): TemplateResult {
    const own = itsItems(this.chosen, this.items);
    const gone = new Set([
      ...own,
      ...(this.whatIf?.items ?? []).filter(({ change }) => change === 'disappears').map(({ id }) => id),
    ]);
    const freed = freedBy(this.chosen, gone, this.items, this.bodies, this.year);
    if (freed.length === 0) return html`<p>${say(words.noneFreed)}</p>`;
    const sum = (of: (one: Freed) => number): number => freed.reduce((all, one) => all + of(one), 0);
    const relieved = sum(({ meetings }) => meetings.items);
    const talks = this.items.filter(
      ({ id, kind, day }) => kind === 'dialogue' && gone.has(id) && yearOf(day) === this.year,
    );
    const moved = (this.whatIf?.items ?? []).filter(
      ({ id, change, before }) =>
        change === 'moves' && !gone.has(id) && before && yearOf(before.day) === this.year,
    ).length;
    return html`<p><b>${say(words.freed(sum(({ lastDays }) => lastDays)))}</b> ${say(words.freedWeeks(sum(({ weeks }) => weeks.length)))}
        ${say(relieved > 0 ? words.relieved(relieved, hours(sum(({ meetings }) => meetings.minutes))) : words.noneRelieved)}</p>
      ${talks.length > 0 ? html`<p>${shape('talk')} ${say(words.alsoGone(together([...new Set(talks.map(({ title }) => say(title)))])))}</p>` : nothing}
      ${moved > 0 ? html`<p>${say(words.alsoMoves(moved))}</p>` : nothing}
      ${this.table(freed)}<p class="hint after">${say(this.whatIf ? words.byRules : words.byItems)}</p>`;
  }

  private table = (freed: Freed[]): TemplateResult => html`<table class="table"><thead><tr><th
    scope="col">${say(words.body)}</th><th scope="col" class="number">${say(words.lastDays)}</th>
      <th scope="col" class="number">${say(words.replies)}</th><th scope="col">${say(words.freeWeeks)}</th><th
        scope="col" class="number">${say(words.freeMeetings)}</th></tr></thead>
    <tbody>${freed.map(
      ({ body, lastDays, replies, weeks, meetings }) => html`<tr><th
      scope="row">${shape(shapeOf[body.kind])} ${say(body.name)}</th><td class="number">${lastDays}</td><td
        class="number">${replies}</td>
      <td>${weeks.length > 0 ? weeks.map(({ monday }) => weekShort(monday)).join(', ') : '–'}</td><td
        class="number">${meetings.minutes > 0 ? hours(meetings.minutes) : '–'}</td></tr>`,
    )}</tbody></table>`;
}
