// The term of office on one sheet.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { monthOf, todayIn, yearOf } from '../api/day.js';
import type { Report } from '../api/types.js';
import { narrow } from '../parts/narrow.js';
import { LoadedPage } from '../parts/page.js';
import { base } from '../parts/place.js';
import { shape, shapeOf } from '../parts/shapes.js';
import { lettersOf } from '../plan/letters.js';
import { termOf, type Entry, type TermSource, type TermYear } from '../plan/term.js';
import { capital, dayAndMonth, dayOfMonthIn, monthLong, monthShort } from '../words/dates.js';
import { softly } from '../words/hyphens.js';
import { say } from '../words/language.js';
import { termWords as words } from '../words/term.js';
import { yearWords } from '../words/year.js';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

@customElement('term-page')
export class TermPage extends LoadedPage {
  @state() private source: TermSource | undefined;
  protected override readonly watched = [narrow];

  protected load = (): Promise<boolean> =>
    this.trying(async () => {
      const { rytm } = this;
      const { window } = rytm.organisation;
      const [bodies, talks, reports] = await Promise.all([
        rytm.bodies(),
        rytm.plan(window.from, window.until, 'dialogue'),
        rytm.reports(),
      ]);
      const councils = bodies.filter(({ kind }) => kind === 'council');
      const councilMeetings = await Promise.all(
        councils.map(({ id }) => rytm.plan(window.from, window.until, 'meeting', id)),
      );
      this.source = { window, bodies, talks, reports, councilMeetings: councilMeetings.flat() };
    });

  protected override render(): TemplateResult {
    const { from, until } = this.rytm.organisation.window;
    return html`<div class="term">
      <div class="head"><h1 tabindex="-1">${say(words.heading(yearOf(from), yearOf(until)))}</h1>
        <div class="row"><nav class="views" aria-label=${say(yearWords.views)}><a
          href="${base}/ar">${say(narrow.value ? yearWords.list : yearWords.matrix)}</a>
          <a href="${base}/mandatperiod" aria-current="page">${say(yearWords.term)}</a></nav>
        <button type="button" class="button small"
          @click=${() => print()}>${say(yearWords.print)}</button></div></div>
      <p class="lede">${say(words.lede)}</p>
      ${this.problem()}
      ${this.source ? this.drawing(this.source) : this.refused ? nothing : this.loading()}
    </div>`;
  }

  private drawing(source: TermSource): TemplateResult {
    const years = termOf(source);
    const letters = lettersOf(source.reports);
    return html`${narrow.value ? this.lists(years, letters) : this.sheet(years, letters)}
      ${this.legend(
        source.reports.filter(({ id }) =>
          years.some(({ months: some }) =>
            some
              .flat()
              .some((entry) => entry.kind === 'decision' && entry.reports.some((report) => report.id === id)),
          ),
        ),
        letters,
      )}
      <p class="note info">${say(words.preliminary)}</p>`;
  }

  private legend = (
    reports: Report[],
    letters: Map<string, string>,
  ): TemplateResult => html`<ul class="legend" aria-label=${say(yearWords.legend)}>
    ${reports.map(
      (report) => html`<li><span
      class="letter">${letters.get(report.id)}</span> ${say(report.name)}</li>`,
    )}</ul>`;

  private sheet(years: TermYear[], letters: Map<string, string>): TemplateResult {
    const today = todayIn(this.rytm.organisation.zone);
    return html`<table class="sheet-of-years"><thead><tr><th scope="col"><span
      class="heard">${say(words.year)}</span></th>${months.map(
        (month) => html`<th scope="col">${capital(monthShort(month))}</th>`,
      )}</tr></thead>
      <tbody>${years.map(
        ({ year, election, months: entries }) => html`<tr>
        <th scope="row"><a
          href="${base}/ar/${year}">${year}</a>${election ? html` <small>${say(words.electionYear)}</small>` : nothing}</th>
        ${entries.map(
          (some, index) => html`<td
          class=${yearOf(today) === year && monthOf(today) === index + 1 ? 'now-month' : ''}>${this.entries(some, letters)}</td>`,
        )}
      </tr>`,
      )}</tbody></table>`;
  }

  private lists(years: TermYear[], letters: Map<string, string>): TemplateResult {
    return html`${years.map(
      ({ year, months: entries }) => html`<section><h2><a href="${base}/ar/${year}">${year}</a></h2>
      ${entries.map((some, index) =>
        some.length > 0
          ? html`<h3>${capital(monthLong(index + 1))}</h3>${this.entries(some, letters)}`
          : nothing,
      )}
      ${
        entries.every((some) => some.length === 0)
          ? html`<p
        class="muted">${say(words.nothing)}</p>`
          : nothing
      }</section>`,
    )}`;
  }

  private entries = (some: Entry[], letters: Map<string, string>): TemplateResult | typeof nothing =>
    some.length === 0
      ? nothing
      : html`<ul>${some.map(
          (entry) => html`<li
        class=${entry.kind}>${this.entry(entry, letters)}</li>`,
        )}</ul>`;

  private entry(entry: Entry, letters: Map<string, string>): TemplateResult {
    switch (entry.kind) {
      case 'election':
        return html`<b>${say(words.election)}</b> <span class="when">${dayAndMonth(entry.day)}</span>`;
      case 'begins':
      case 'ends':
        return html`${shape(shapeOf[entry.body.kind])} ${entry.body['short-name']} ${say(words[entry.kind])}
          <span class="when">${dayAndMonth(entry.day)}</span>`;
      case 'decision':
        return html`${this.opening(
          entry.item.id,
          entry.day,
          html`${entry.reports.map((report) => this.letter(report, letters))}
        <span class="when">${dayAndMonth(entry.day)}</span>`,
        )}`;
      case 'talk':
        return this.talk(entry);
    }
  }

  private letter = (report: Report, letters: Map<string, string>): TemplateResult =>
    html`<span class="letter" title=${say(report.name)}
      aria-hidden="true">${letters.get(report.id)}</span><span class="heard">${say(report.name)}</span> `;

  private talk({ items, bodies, day, last }: Extract<Entry, { kind: 'talk' }>): TemplateResult {
    const [first] = items;
    const days = day === last ? dayAndMonth(day) : `${dayOfMonthIn(day)}–${dayAndMonth(last)}`;
    const inside = html`${shape('talk')} ${softly(first ? say(first.title) : '')} <span
      class="when">${days}, ${
        bodies.length === 1 ? bodies[0]?.['short-name'] : say(words.bodies(bodies.length))
      }</span>`;
    return first ? this.opening(first.id, day, inside) : inside;
  }

  private opening = (slot: string, day: string, inside: TemplateResult): TemplateResult =>
    html`<a href="${base}/ar/${yearOf(day)}?mote=${encodeURIComponent(slot)}">${inside}</a>`;
}
