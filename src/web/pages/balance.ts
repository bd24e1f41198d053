// Dialog och belastning: what a year holds for each body, for itself; the weeks where work piles up; what a report less would free.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn, yearOf } from '../api/day.js';
import type { Body, Item, Report } from '../api/types.js';
import { choiceField, tick } from '../parts/choice.js';
import { Page } from '../parts/page.js';
import { goWith } from '../parts/place.js';
import { shape, shapeOf } from '../parts/shapes.js';
import { bodyYear, firstMonday, lastSunday, reportsTo } from '../plan/balance.js';
import { groupOf, livesIn } from '../plan/year.js';
import { balanceWords as words } from '../words/balance.js';
import { softly } from '../words/hyphens.js';
import { say } from '../words/language.js';
import { monthsOf, reportsOf, sideBySide, talksOf, timeOf } from './balance/time.js';
import './balance/weeks.js';
import './balance/without.js';

interface Source {
  year: number;
  bodies: Body[];
  items: Item[];
  reports: Report[];
}

@customElement('balance-page')
export class BalancePage extends Page {
  @state() private source: Source | undefined;
  /** Never kept: each visit begins with a body by itself. */
  @state() private comparing = false;
  private asked: number | undefined;

  override heard(): void {
    void this.load();
  }

  private get year(): number {
    const { from, until } = this.rytm.organisation.window;
    const asked = Number(this.query.get('ar'));
    return Math.min(
      yearOf(until),
      Math.max(yearOf(from), asked || yearOf(todayIn(this.rytm.organisation.zone)) + 1),
    );
  }

  protected override willUpdate(): void {
    if (this.asked === this.year) return;
    this.asked = this.year;
    void this.load();
  }

  /** All its days, and all days of its weeks. The year that is on screen stays until the new one has come. */
  private load(): Promise<boolean> {
    const { year, rytm } = this;
    return this.trying(async () => {
      const [bodies, reports, { value: items }] = await Promise.all([
        rytm.bodies(),
        rytm.reports(),
        rytm.all<Item>('/plan', {
          from: [firstMonday(year), `${year}-01-01`].sort()[0],
          until: [lastSunday(year), `${year}-12-31`].sort()[1],
        }),
      ]);
      if (year === this.year)
        this.source = { year, bodies: bodies.filter((body) => livesIn(body, year)), reports, items };
    });
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    const { source } = this;
    return html`<div class="wrap balance"><div class="head"><h1
      tabindex="-1">${say(words.heading(source?.year ?? this.year))}</h1>
        <button type="button" class="button small" @click=${() => print()}>${say(words.print)}</button></div>
      <p class="lede">${say(words.lede)}</p>${this.problem()}
      ${source ? this.drawing(source) : this.refused ? nothing : this.loading()}</div>`;
  }

  /** Asked for by address, else the first of one's own that decides something, else the first. */
  private body({ bodies }: Source): Body | undefined {
    const asked = this.query.get('organ');
    return (
      bodies.find(({ id }) => id === asked) ??
      bodies.find((body) => body.may.adjust && groupOf(body) === 'deciding') ??
      bodies[0]
    );
  }

  private drawing(source: Source): TemplateResult {
    const { items, reports, bodies, year } = source;
    const body = this.body(source);
    if (!body) return html`${this.choices(source, '')}<p>${say(words.none)}</p>`;
    const its = bodyYear(body, items, year);
    const reportsIn = (one: Body): ReturnType<typeof reportsTo> => reportsTo(one.id, items, reports, year);
    return html`${this.choices(source, body.id)}
      <h2>${shape(shapeOf[body.kind])} ${softly(say(body.name))}</h2>
      <div class="body-year">${timeOf(its)}${monthsOf(its)}${talksOf(its)}${reportsOf(reportsIn(body))}</div>
      ${tick(say(words.compare), this.comparing, (on) => (this.comparing = on))}
      ${this.comparing ? sideBySide(bodies, items, year, reportsIn) : nothing}
      <heavy-weeks .items=${items} .bodies=${bodies} .year=${year} .body=${body.id}></heavy-weeks>
      <without-report .rytm=${this.rytm} .items=${items} .bodies=${bodies} .reports=${reports}
        .year=${year}></without-report>`;
  }

  private choices({ bodies }: Source, body: string): TemplateResult {
    const { from, until } = this.rytm.organisation.window;
    const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, at) =>
      String(yearOf(from) + at),
    );
    return html`<div class="row choices">
      ${choiceField({ id: 'balance-body', label: say(words.body), value: body, options: bodies.map(({ id, name }): [string, string] => [id, say(name)]), change: (organ) => goWith({ organ }, { replace: true }) })}
      ${choiceField({ id: 'balance-year', label: say(words.year), value: String(this.year), options: years.map((one): [string, string] => [one, one]), change: (ar) => goWith({ ar }, { replace: true }) })}</div>`;
  }
}
