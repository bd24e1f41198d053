// The year's weeks, month by month, by how much is to be handed in and sent; beside them what a week holds.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { plusDays } from '../../api/day.js';
import type { Body, Day, Item } from '../../api/types.js';
import { Part } from '../../parts/part.js';
import {
  heaviest,
  loadKinds,
  loadOf,
  ofKind,
  tintOf,
  tintsOf,
  weeksOf,
  type WeekLoad,
} from '../../plan/balance.js';
import { balanceWords as words, loadNames } from '../../words/balance.js';
import { capital, dayAndMonth, dayShort, monthLong, weekShort } from '../../words/dates.js';
import { language, say } from '../../words/language.js';
import { choiceField } from '../../parts/choice.js';

const shownMax = 12;

@customElement('heavy-weeks')
export class HeavyWeeks extends Part {
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) year = 0;
  /** The body looked at. */
  @property({ attribute: false }) body = '';
  @state() private together = false;
  @state() private whole = false;
  @state() private chosen: Day | undefined;

  protected override render(): TemplateResult {
    const weeks = weeksOf(
      this.year,
      this.together ? this.items : this.items.filter(({ body }) => body === this.body),
    );
    const tints = tintsOf(weeks, this.together);
    const most = heaviest(weeks);
    const chosen = weeks.find(({ monday }) => monday === this.chosen) ?? most ?? weeks[0];
    return html`<h2 id="weeks">${say(words.weeks)}</h2><p class="muted">${say(words.weeksHow)}</p>
      <div class="row choices">${choiceField({
        id: 'whose',
        label: say(words.whose),
        value: this.together ? 'all' : '',
        options: [
          ['', this.name(this.body)],
          ['all', say(words.allTogether)],
        ],
        change: (value) => (this.together = value === 'all'),
      })}</div>
      <div class="heat-columns"><div>${this.map(weeks, tints, most, chosen)}${this.legend(weeks, tints)}</div>${chosen ? this.week(chosen, weeks) : nothing}</div>
      <details><summary>${say(words.weeksTable)}</summary>${this.table(weeks)}</details>`;
  }

  private name(id: string): string {
    const body = this.bodies.find((one) => one.id === id);
    return body ? say(body.name) : id;
  }

  private map(
    weeks: WeekLoad[],
    tints: number[],
    most: WeekLoad | undefined,
    chosen: WeekLoad | undefined,
  ): TemplateResult {
    const cell = (week: WeekLoad): TemplateResult => {
      const count = week.items.length;
      const tint = tintOf(count, tints);
      const label = say(words.cell(week.week, dayAndMonth(week.monday), count));
      const heavy = count > 0 && count === most?.items.length;
      return html`<td><button type="button" class="heat tint-${tint} ${heavy ? 'heaviest' : ''}"
        aria-pressed=${week === chosen} aria-label=${heavy ? `${label}, ${say(words.heaviest)}` : label}
        @click=${() => this.look(week.monday)}><small>${weekShort(week.monday)}</small> <b>${count}</b></button></td>`;
    };
    return html`<table class="heat-map"
      aria-labelledby="weeks"><tbody>${Array.from(
        { length: 12 },
        (_, at) => html`<tr><th
        scope="row">${capital(monthLong(at + 1))}</th>
      ${weeks.filter(({ month }) => month === at + 1).map(cell)}</tr>`,
      )}</tbody></table>`;
  }

  private look(monday: Day): void {
    this.chosen = monday;
    this.whole = false;
  }

  private legend = (weeks: WeekLoad[], tints: number[]): TemplateResult => html`<ul class="legend heat-legend"
    aria-label=${say(words.legend)}>
    ${tints.map((from, at) => {
      const next = tints[at + 1];
      return next !== undefined && next <= from
        ? nothing
        : html`<li><span class="heat tint-${at + 1}"
        aria-hidden="true"></span> ${say(words.range(from, next === undefined ? undefined : next - 1))}</li>`;
    })}
    ${
      heaviest(weeks)
        ? html`<li><span class="heat heaviest"
      aria-hidden="true"></span> ${say(words.heaviest)}</li>`
        : nothing
    }</ul>`;

  private week({ monday, week, items }: WeekLoad, weeks: WeekLoad[]): TemplateResult {
    const average = weeks.reduce((all, one) => all + one.items.length, 0) / weeks.length;
    const shown = this.whole ? items : items.slice(0, shownMax);
    return html`<section class="sheet week-holds" aria-labelledby="week-holds" aria-live="polite"><h3
      id="week-holds">${say(words.weekTitle(week, items.length))}</h3>
      <p class="muted">${dayAndMonth(monday)} – ${dayAndMonth(plusDays(monday, 6))}. ${say(words.average(average.toLocaleString(language.value, { maximumFractionDigits: 1 })))}</p>
      ${
        items.length === 0
          ? html`<p>${say(words.nothing)}</p>`
          : loadKinds.map((kind) => {
              const some = shown.filter((item) => loadOf(item) === kind);
              return some.length === 0
                ? nothing
                : html`<h4>${say(loadNames[kind])}</h4><ul>${some.map(
                    (item) => html`<li><span class="muted unbroken">${dayShort(item.day)}</span>
          <span>${say(item.title)}${
            this.together && kind !== 'reports'
              ? html` <span
            class="muted">${this.bodies.find(({ id }) => id === item.body)?.['short-name'] ?? item.body}</span>`
              : nothing
          }</span></li>`,
                  )}</ul>`;
            })
      }
      ${
        shown.length < items.length
          ? html`<button type="button" class="button small"
        @click=${() => (this.whole = true)}>${say(words.more(items.length))}</button>`
          : nothing
      }</section>`;
  }

  private table = (weeks: WeekLoad[]): TemplateResult => html`<div class="scroll" role="region" tabindex="0"
    aria-labelledby="weeks"><table class="table week-table"><thead><tr><th scope="col">${say(words.week)}</th>
      <th scope="col">${say(words.weekDays)}</th>
      ${loadKinds.map((kind) => html`<th scope="col" class="number">${say(loadNames[kind])}</th>`)}<th
        scope="col" class="number">${say(words.sum)}</th></tr></thead>
    <tbody>${weeks.map(
      (week) => html`<tr><th scope="row">${week.week}</th>
      <td>${dayAndMonth(week.monday)} – ${dayAndMonth(plusDays(week.monday, 6))}</td>
      ${loadKinds.map((kind) => html`<td class="number">${ofKind(week, kind)}</td>`)}<td
        class="number">${week.items.length}</td></tr>`,
    )}</tbody></table></div>`;
}
