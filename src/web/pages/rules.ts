// Regler: what gives the plan its days, body by body, in words that can be changed; the ways of reports, the dialogue programme,
// and the rule file itself.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn, yearOf } from '../api/day.js';
import { login } from '../api/login.js';
import { dialogues, planWithWhy, wholeRules, type Dialogue, type Rules } from '../api/rules.js';
import type { Body, Item, Place, Report } from '../api/types.js';
import { choiceField } from '../parts/choice.js';
import { LoadedPage } from '../parts/page.js';
import { base, go, goWith } from '../parts/place.js';
import { icon, shape, shapeOf } from '../parts/shapes.js';
import { say } from '../words/language.js';
import { bodyWords, breakWords, seriesWords } from '../words/rule-forms.js';
import { rulesWords as words } from '../words/rules.js';
import './rules/bodies.js';
import './rules/breaks.js';
import './rules/chain.js';
import './rules/dialogues.js';
import './rules/file.js';
import './rules/reports.js';
import './rules/series.js';

interface Source {
  bodies: Body[];
  places: Place[];
  reports: Report[];
  dialogues: Dialogue[];
  rules: Rules;
}

interface OfYear {
  for: string;
  items: Item[];
}

/** Parts that are about the rules alone. */
const withoutYear = ['fil', 'organ', 'uppehall'];

@customElement('rules-page')
export class RulesPage extends LoadedPage {
  @state() private source: Source | undefined;
  @state() private ofYear: OfYear | undefined;
  /** A series is being added to the body. */
  @state() private adding = false;
  private asked = '';

  private get which(): string {
    return this.path['part'] ?? '';
  }

  private get year(): number {
    const { from, until } = this.rytm.organisation.window;
    const asked = Number(this.query.get('ar'));
    return Math.min(
      yearOf(until),
      Math.max(yearOf(from), asked || yearOf(todayIn(this.rytm.organisation.zone)) + 1),
    );
  }

  private get hasYear(): boolean {
    return !withoutYear.includes(this.which);
  }

  private get mayChange(): boolean {
    return login.value?.grants.some(({ role }) => role === 'administrator' || role === 'planner') ?? false;
  }

  protected load = (): Promise<boolean> =>
    this.trying(async () => {
      const { rytm } = this;
      const [bodies, places, reports, talks, rules] = await Promise.all([
        rytm.bodies(),
        rytm.places(),
        rytm.reports(),
        dialogues(rytm),
        wholeRules(rytm),
      ]);
      this.source = { bodies, places, reports, dialogues: talks, rules };
      this.asked = '';
    });

  protected override willUpdate(): void {
    const first = this.source?.bodies[0];
    if (first && !this.which) return go(`${base}/regler/${first.id}${location.search}`, { replace: true });
    const wanted = `${this.which} ${this.year}`;
    if (!this.source || this.asked === wanted || !this.hasYear) return;
    this.adding = false;
    this.asked = wanted;
    void this.trying(() => this.loadYear(wanted));
  }

  private async loadYear(wanted: string): Promise<void> {
    const { year } = this;
    const whole = ['rapporter', 'dialog'].includes(this.which);
    const until = this.which === 'rapporter' ? year + 1 : year;
    const items = await planWithWhy(this.rytm, {
      from: `${year}-01-01`,
      until: `${until}-12-31`,
      ...(whole ? {} : { body: this.which }),
    });
    if (wanted === this.asked) this.ofYear = { for: wanted, items };
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    const { source } = this;
    return html`<div class="wrap wide-wrap rules"><div class="head"><h1
      tabindex="-1">${say(this.heading)}</h1>${this.years()}</div>
      ${this.problem()}
      ${
        source
          ? html`<div class="rules-columns">${this.side(source)}
        <div>${this.inside(source)}</div></div>`
          : this.refused
            ? nothing
            : this.loading()
      }</div>`;
  }

  private years(): TemplateResult | typeof nothing {
    if (!this.hasYear) return nothing;
    const { from, until } = this.rytm.organisation.window;
    const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, at) =>
      String(yearOf(from) + at),
    );
    return html`<div
      class="choices">${choiceField({ id: 'year', label: say(words.otherYear), value: String(this.year), options: years.map((year): [string, string] => [year, year]), change: (ar) => goWith({ ar }, { replace: true }) })}</div>`;
  }

  private side({ bodies }: Source): TemplateResult {
    const link = (part: string, label: TemplateResult): TemplateResult =>
      html`<li><a href="${base}/regler/${part}${location.search}"
        aria-current=${part === this.which ? 'page' : nothing}><span>${label}</span></a></li>`;
    return html`<nav class="side" aria-label=${say(this.heading)}><h2>${say(words.bodies)}</h2>
      <ul>${bodies.map((body) => link(body.id, html`${shape(shapeOf[body.kind])} ${say(body.name)}`))}</ul>
        <h2>${say(words.other)}</h2>
      <ul>${link('rapporter', html`${shape('report')} ${say(words.reports)}`)}${link('dialog', html`${shape('talk')} ${say(words.dialogues)}`)}
        ${link('uppehall', html`${icon('clock')} ${say(breakWords.nav)}`)}${link('organ', html`${icon('people')} ${say(bodyWords.nav)}`)}
        ${link('fil', html`${icon('info')} ${say(words.file)}`)}</ul></nav>`;
  }

  private saved = (): void => {
    this.close();
    void this.load();
  };

  /** What was added is there, or is not to be added after all: its form is gone, and with it the focus. */
  private close = (): void => {
    if (this.adding) void this.focusOn('h1');
    this.adding = false;
  };

  private inside(source: Source): TemplateResult {
    const { which: part, year, rytm, mayChange, saved } = this;
    const { bodies, reports, rules } = source;
    if (part === 'fil')
      return html`<rule-file .rytm=${rytm} .bodies=${bodies} .rules=${rules} .mayChange=${mayChange}
        .saved=${saved}></rule-file>`;
    if (part === 'organ')
      return html`<rule-bodies .rytm=${rytm} .bodies=${bodies} .rules=${rules} .mayChange=${mayChange}
        .saved=${saved}></rule-bodies>`;
    if (part === 'uppehall')
      return html`<rule-breaks .rytm=${rytm} .bodies=${bodies} .rules=${rules} .mayChange=${mayChange}
        .saved=${saved}></rule-breaks>`;
    if (this.ofYear?.for !== `${part} ${year}`) return this.refused ? html`` : this.loading();
    const { items } = this.ofYear;
    if (part === 'rapporter')
      return html`<report-ways .rytm=${rytm} .bodies=${bodies} .rules=${rules} .reports=${reports} .items=${items}
        .year=${year} .mayChange=${mayChange} .saved=${saved}></report-ways>`;
    if (part === 'dialog')
      return html`<dialogue-programme .rytm=${rytm} .bodies=${bodies} .rules=${rules} .reports=${reports}
        .dialogues=${source.dialogues} .items=${items} .year=${year} .mayChange=${mayChange}
        .saved=${saved}></dialogue-programme>`;
    return this.body(source, items);
  }

  private body(source: Source, items: Item[]): TemplateResult {
    const body = source.bodies.find(({ id }) => id === this.which);
    if (!body) return html`<p>${say(words.noRule)}</p>`;
    const meetings = items.filter(({ kind }) => kind === 'meeting');
    const steps = items.filter(({ kind, body: whose }) => kind === 'step' && whose === body.id);
    const chains = new Map(body.series.map(({ chain, id }) => [chain, id]));
    const ofSeries = (series: string): Item[] => meetings.filter(({ id }) => id.split('.')[2] === series);
    return html`<p class="over">${shape(shapeOf[body.kind])} ${say(body.name)}</p>
      ${body.series.map(({ id }) => this.series(source, body, id, ofSeries(id)))}
      ${body.series.length === 0 && !this.adding ? html`<p>${say(seriesWords.none)}</p>` : nothing}
      ${this.mayChange ? this.more(source, body) : nothing}
      ${[...chains].map(([chain, series]) =>
        chain
          ? html`<chain-editor class="after-all" .rytm=${this.rytm} .bodies=${source.bodies} .rules=${source.rules}
            .chain=${chain} .body=${body.id} .series=${series} .items=${steps} .meetings=${ofSeries(series)}
            .year=${this.year} .mayChange=${this.mayChange} .saved=${this.saved}></chain-editor>`
          : nothing,
      )}`;
  }

  private series(source: Source, body: Body, id: string, meetings: Item[]): TemplateResult {
    return html`<series-editor .rytm=${this.rytm} .bodies=${source.bodies} .rules=${source.rules}
      .places=${source.places} .reports=${source.reports} .body=${body.id} .series=${id} .year=${this.year}
      .meetings=${meetings} .mayChange=${this.mayChange} .saved=${this.saved}
      .closed=${this.close}></series-editor>`;
  }

  private more(source: Source, body: Body): TemplateResult {
    return this.adding
      ? this.series(source, body, '', [])
      : html`<p class="after"><button type="button" class="button small"
        @click=${() => (this.adding = true)}>${say(seriesWords.add)}</button></p>`;
  }
}
