// The ways of reports, drawn from body to body with their dates, and the same in a table; to be changed, added and taken away, with the
// new way drawn as it is written.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Item, Report } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { narrow } from '../../parts/narrow.js';
import { itemsAfter, liveDays, type Belongs } from '../../plan/live.js';
import { isComplete, newReport } from '../../plan/report-rules.js';
import { drawnReport, periodsOf, wayOf, type Way } from '../../plan/report-way.js';
import { unusedOf } from '../../plan/rule-file.js';
import { dayShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { reportWords } from '../../words/rule-forms.js';
import { rulesWords as words } from '../../words/rules.js';
import { movedButton } from './fields.js';
import { liveList } from './live.js';
import { reportForm } from './report-form.js';
import { ListTrial } from './thing-trial.js';
import { drawnWay } from './way.js';

@customElement('report-ways')
export class ReportWays extends ListTrial<'reports'> {
  @property({ attribute: false }) reports: Report[] = [];
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) year = 0;
  @state() private chosen = '';
  @state() private period = '';
  protected override draft = newReport('');
  protected readonly words = reportWords;
  protected readonly list = 'reports';
  protected override readonly watched = [narrow];

  protected override finish(): void {
    this.chosen = this.itsId;
    this.restore();
  }

  private get report(): Report | undefined {
    return this.reports.find(({ id }) => id === this.chosen) ?? this.reports[0];
  }

  /** The one that is shown, while none is written. */
  protected override get itsId(): string {
    return this.doing === 'looking' ? (this.report?.id ?? '') : super.itsId;
  }

  protected get complete(): boolean {
    return isComplete(this.draft);
  }

  private focusHop = (at: number, by: -1 | 0 | 1): void =>
    void this.focusOn(by === 0 ? `[data-hop="${at}"] select, [data-add-hop]` : movedButton(at, by));

  // ---- Drawing

  protected override render(): TemplateResult {
    const { doing } = this;
    return html`<form @submit=${this.save} novalidate><h2 tabindex="-1">${say(words.reports)}</h2>
      <p>${say(words.reportsHow)}</p>${doing === 'looking' ? this.choosing() : nothing}
      ${this.way()}
      ${doing === 'looking' ? this.buttons() : this.editor(this.fields, this.live)}</form>`;
  }

  private periods(): string[] {
    return periodsOf(this.itsId, itemsAfter(this.items, this.whatIf?.items ?? []));
  }

  private choosing(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const periods = this.periods();
    return html`<div class="two">
      ${choiceField({ id: 'report', label: say(words.report), value: this.report.id, options: this.reports.map(({ id, name }): [string, string] => [id, say(name)]), change: (id) => (this.chosen = id) })}
      ${periods.length > 1 ? choiceField({ id: 'period', label: say(words.year), value: this.shownPeriod(periods), options: periods.map((one): [string, string] => [one, one]), change: (one) => (this.period = one) }) : nothing}</div>`;
  }

  private shownPeriod = (periods: string[]): string =>
    periods.includes(this.period) ? this.period : (periods[0] ?? '');

  /** As it is, and while it is written as it would be. */
  private way(): TemplateResult | typeof nothing {
    const { doing, itsId: id, draft } = this;
    if (doing === 'removing') return nothing;
    const after = itemsAfter(this.items, this.whatIf?.items ?? []);
    const report = doing === 'looking' ? this.report : drawnReport({ ...draft, id }, this.bodies);
    const way = report && wayOf(report, this.shownPeriod(this.periods()), after, this.bodies);
    if (!report || !way)
      return doing === 'looking' || this.whatIf ? html`<p>${say(words.noHops)}</p>` : nothing;
    const down = narrow.value;
    return html`<div class=${down ? 'sheet way' : 'scroll sheet way'} role="region" tabindex=${down ? nothing : 0}
        aria-label=${say(words.way)}>${drawnWay(say(report.name), way, down)}</div>${doing === 'looking' ? this.table(way) : nothing}`;
  }

  private table({ lanes, stops }: Way): TemplateResult {
    return html`<table class="table stacks after"><thead><tr><th scope="col">${say(words.whoHop)}</th><th
      scope="col">${say(words.doesHop)}</th><th scope="col">${say(words.handIn)}</th><th
      scope="col">${say(words.meeting)}</th></tr></thead>
      <tbody>${stops.map(({ lane, body, due, meeting }) => {
        const whose = this.bodies.find(({ id }) => id === body);
        const party = lanes[lane]?.body === undefined;
        return html`<tr><th
          scope="row">${party ? say(lanes[lane]?.name ?? { sv: '' }) : whose ? say(whose.name) : body}</th>
          <td>${lanes[lane]?.does ? say(lanes[lane].does) : ''}</td><td>${dayShort(due, 0)}</td>
          <td>${meeting ? dayShort(meeting, 0) : say(words.party)}</td></tr>`;
      })}</tbody></table>`;
  }

  private buttons(): TemplateResult {
    if (!this.mayChange) return html`<p class="note info">${say(words.mayNot)}</p>`;
    const now = this.report && this.standing(this.report.id);
    return html`<div class="row after">
      ${now ? html`<button type="button" class="button" @click=${() => this.begin('changing', now)}>${say(reportWords.edit)}</button>` : nothing}
      <button type="button" class="button" @click=${() => this.begin('adding', newReport(''))}>${say(reportWords.add)}</button></div>
      ${this.unused(unusedOf(this.rules, 'reports'))}`;
  }

  private fields = (): TemplateResult =>
    reportForm({
      id: this.own,
      report: this.draft,
      bodies: this.bodies,
      laws: this.rules.laws,
      wrong: this.wrong,
      change: this.change,
      focus: this.focusHop,
    });

  private live = (): TemplateResult => {
    const ofReport: Belongs = ({ kind, origin }) => kind === 'hop' && origin === this.itsId;
    const inYear = this.items.filter(({ day }) => day.startsWith(String(this.year)));
    const days = liveDays(inYear, this.whatIf?.items ?? [], ofReport, this.year);
    const nameOf = (id: string): string => this.bodies.find((body) => body.id === id)?.['short-name'] ?? '';
    return liveList({
      heading: say(reportWords.live(this.year)),
      days,
      reckoning: this.reckoning,
      beside: ({ body }) => nameOf(body),
    });
  };
}
