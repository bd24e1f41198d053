// Regler: what gives the plan its days, body by body, in words that can be changed; the ways of reports, the dialogue programme,
// and the rule file itself.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn, yearOf } from '../api/day.js';
import { login } from '../api/login.js';
import { dialogues, planWithWhy, rules, type Dialogue } from '../api/rules.js';
import type { Body, Item, Place, Report } from '../api/types.js';
import { choiceField } from '../parts/choice.js';
import { LoadedPage } from '../parts/page.js';
import { base, go, goWith } from '../parts/place.js';
import { icon, shape, shapeOf } from '../parts/shapes.js';
import { say } from '../words/language.js';
import { rulesWords as words } from '../words/rules.js';
import './rules/chain.js';
import { dialogueProgramme } from './rules/dialogues.js';
import './rules/file.js';
import './rules/reports.js';
import './rules/series.js';
import type { Rules } from './rules/trial.js';

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

@customElement('rules-page')
export class RulesPage extends LoadedPage {
  @state() private source: Source | undefined;
  @state() private ofYear: OfYear | undefined;
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

  private get mayChange(): boolean {
    return login.value?.grants.some(({ role }) => role === 'administrator' || role === 'planner') ?? false;
  }

  protected load = (): Promise<boolean> =>
    this.trying(async () => {
      const { rytm } = this;
      const [bodies, places, reports, talks, { value, etag }] = await Promise.all([
        rytm.bodies(),
        rytm.places(),
        rytm.reports(),
        dialogues(rytm),
        rules(rytm),
      ]);
      this.source = { bodies, places, reports, dialogues: talks, rules: { file: value, etag } };
      this.asked = '';
    });

  protected override willUpdate(): void {
    const first = this.source?.bodies[0];
    if (first && !this.which) return go(`${base}/regler/${first.id}${location.search}`, { replace: true });
    const wanted = `${this.which} ${this.year}`;
    if (!this.source || this.asked === wanted || this.which === 'fil') return;
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
      ${source ? html`<div class="rules-columns">${this.side(source)}
        <div>${this.inside(source)}</div></div>` : this.refused ? nothing : this.loading()}</div>`;
  }

  private years(): TemplateResult | typeof nothing {
    if (this.which === 'fil') return nothing;
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
      <ul>${link('rapporter', html`${shape('report')} ${say(words.reports)}`)}${link('dialog', html`${shape('talk')} ${say(words.dialogues)}`)}${link('fil', html`${icon('info')} ${say(words.file)}`)}</ul></nav>`;
  }

  private inside(source: Source): TemplateResult {
    const { which: part, year } = this;
    if (part === 'fil')
      return html`<rule-file .rytm=${this.rytm} .bodies=${source.bodies} .rules=${source.rules}
        .mayChange=${this.mayChange} .saved=${() => void this.load()}></rule-file>`;
    if (this.ofYear?.for !== `${part} ${year}`) return this.refused ? html`` : this.loading();
    const { items } = this.ofYear;
    if (part === 'rapporter')
      return html`<report-ways .reports=${source.reports} .items=${items}
        .bodies=${source.bodies}></report-ways>`;
    if (part === 'dialog') return dialogueProgramme(source.dialogues, items, source.bodies, year);
    return this.body(source, items);
  }

  private body(source: Source, items: Item[]): TemplateResult {
    const body = source.bodies.find(({ id }) => id === this.which);
    if (!body) return html`<p>${say(words.noRule)}</p>`;
    const meetings = items.filter(({ kind }) => kind === 'meeting');
    const steps = items.filter(({ kind, body: whose }) => kind === 'step' && whose === body.id);
    const chain = body.series.find((one) => one.chain)?.chain;
    return html`<p class="over">${shape(shapeOf[body.kind])} ${say(body.name)}</p>
      ${body.series.map(
        (
          series,
        ) => html`<series-editor .rytm=${this.rytm} .bodies=${source.bodies} .rules=${source.rules}
          .places=${source.places} .body=${body.id} .series=${series} .year=${this.year}
        .meetings=${meetings.filter(({ id }) => id.split('.')[2] === series.id)} .mayChange=${this.mayChange}
          .saved=${() => void this.load()}></series-editor>`,
      )}
      ${chain ? html`<chain-editor class="after-all" .rytm=${this.rytm} .bodies=${source.bodies}
        .rules=${source.rules} .chain=${chain} .items=${steps} .meetings=${meetings}
        .mayChange=${this.mayChange} .saved=${() => void this.load()}></chain-editor>` : nothing}`;
  }
}
