// The year: matrix, list and calendar of one plan, with the meeting one looks at beside it.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { plusDays, todayIn, yearOf } from '../api/day.js';
import { login } from '../api/login.js';
import type { Day, News, Place } from '../api/types.js';
import { Page } from '../parts/page.js';
import { base, go, goWith } from '../parts/place.js';
import { narrow } from '../parts/narrow.js';
import { icon, shape } from '../parts/shapes.js';
import { tell } from '../parts/status-line.js';
import { takeBack } from '../parts/undoing.js';
import { freeDays, yearOfPlan, type Mark, type Selection, type Year, type YearSource } from '../plan/year.js';
import { say } from '../words/language.js';
import { addWords } from '../words/meeting.js';
import { keyWords, yearWords as words } from '../words/year.js';
import './meeting/adding.js';
import './meeting/panel.js';
import type { MeetingPanel } from './meeting/panel.js';
import { allowCalendarStyle } from './year/calendar-style.js';
import './year/list.js';
import './year/matrix.js';
import type { YearList } from './year/list.js';
import { letter } from './year/marks.js';
import type { Proposed, YearMatrix } from './year/matrix.js';
import { yearFiles } from './year/files.js';
import { remember, remembered, selectionForm } from './year/selection.js';

interface Source extends YearSource {
  places: Place[];
}

type View = 'matrix' | 'list' | 'calendar';

const views: Record<string, View> = { lista: 'list', kalender: 'calendar' };
/** From November on it is next year that is worked with. */
const lookAheadDays = 60;

@customElement('year-page')
export class YearPage extends Page {
  @state() private source: Source | undefined;
  @state() private selection: Selection = remembered();
  /** The day thought of for a meeting: drawn dashed. */
  @state() private proposed: Proposed | undefined;
  /** What keys or a drag came to: the panel takes it up. */
  @state() private movedTo: Proposed | undefined;
  @state() private choosing = false;
  @state() private helping = false;
  @state() private withCalendar = false;
  @state() private adding: Day | undefined;
  protected override readonly watched = [narrow];
  private drawn: Year | undefined;
  private asked = 0;

  private get today(): Day {
    return todayIn(this.rytm.organisation.zone);
  }

  private get year(): number {
    return Number(this.path['year']);
  }

  private get looked(): string | undefined {
    return this.query.get('mote') ?? undefined;
  }

  private get view(): View {
    const asked = views[this.query.get('vy') ?? ''] ?? 'matrix';
    return asked === 'matrix' && narrow.value ? 'list' : asked;
  }

  override heard(news?: News): void {
    if (news?.what && news.author !== login.value?.person) tell(say(words.changedByOther(say(news.what))));
    void this.load();
    void this.querySelector<MeetingPanel>('meeting-panel')?.heard(news ? [news] : []);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.path['year']) return this.goToDefaultYear();
    if (changed.has('path') && this.source?.year !== this.year) void this.load();
    if (changed.has('source' as keyof YearPage) || changed.has('selection' as keyof YearPage))
      this.drawn = this.source && yearOfPlan(this.source, this.selection);
  }

  private goToDefaultYear(): void {
    const { from, until } = this.rytm.organisation.window;
    const wanted = Math.min(
      Math.max(yearOf(plusDays(this.today, lookAheadDays)), yearOf(from)),
      yearOf(until),
    );
    go(`${base}/ar/${wanted}${location.search}`, { replace: true });
  }

  /** The year that is on screen stays until the new one has come. */
  private load(): Promise<boolean> {
    const mine = ++this.asked;
    const { year, rytm } = this;
    return this.trying(async () => {
      const [from, until] = [`${year}-01-01`, `${year}-12-31`];
      const [bodies, meetings, talks, reports, findings, calendars, places] = await Promise.all([
        rytm.bodies(),
        rytm.plan(from, until, 'meeting'),
        rytm.plan(from, until, 'dialogue'),
        rytm.reports(),
        rytm.findings(),
        rytm.calendars(),
        rytm.places(),
      ]);
      if (mine === this.asked)
        this.source = { year, bodies, meetings, talks, reports, findings, calendars, places };
    });
  }

  // ---- What one does

  private open = (mark: Mark): void => {
    this.movedTo = this.proposed = undefined;
    goWith({ mote: mark.item.id });
  };

  private propose = (mark: Mark, day: Day): void => {
    this.movedTo = this.proposed = { slot: mark.item.id, day };
    goWith({ mote: mark.item.id });
  };

  private undo = (): void => takeBack(this.rytm, () => void this.heard());

  private choose = (next: Selection): void => {
    this.selection = next;
    remember(next);
  };

  private close = (): void => {
    const slot = this.looked;
    this.movedTo = this.proposed = undefined;
    goWith({ mote: undefined });
    const shown = this.querySelector<YearMatrix | YearList>('year-matrix, year-list, year-calendar');
    if (slot) void this.updateComplete.then(() => shown?.focusSlot(slot));
  };

  private thinkOf = (day: Day | undefined): void => {
    if (!day) this.movedTo = undefined;
    this.proposed = day && this.looked ? { slot: this.looked, day } : undefined;
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    const year = this.drawn;
    const open = this.looked !== undefined;
    return html`<div class=${open ? 'year with-panel' : 'year'}>
      <div class=${this.choosing ? 'rail chosen' : 'rail'}>${
        this.source
          ? selectionForm(this.source.bodies, this.source.year, this.selection, this.choose)
          : nothing
      }</div>
      <div class="middle">
        ${this.head()}
        ${this.problem()}
        ${year ? this.drawing(year) : this.refused ? nothing : this.loading()}
      </div>
      ${this.source && this.looked ? this.panel(this.source, this.looked) : nothing}
    </div>
    ${this.helping ? this.keys() : nothing}
    ${
      this.source && this.adding
        ? html`<add-meeting .rytm=${this.rytm} .bodies=${this.source.bodies} .day=${this.adding}
      .close=${() => (this.adding = undefined)} .saved=${() => this.heard()}></add-meeting>`
        : nothing
    }`;
  }

  private head(): TemplateResult {
    const { year } = this;
    const shown: View[] = narrow.value ? ['list', 'calendar'] : ['matrix', 'list', 'calendar'];
    const begin = this.today.startsWith(String(year)) ? this.today : `${year}-01-15`;
    return html`<div class="head">
      <h1 tabindex="-1">${this.step(year - 1)}<span>${say(words.heading(year))}</span>${this.step(year + 1)}</h1>
      <div class="row">
        <nav class="views"
          aria-label=${say(words.views)}>${shown.map((view) => this.viewLink(view))}
          <a href="${base}/mandatperiod">${say(words.term)}</a></nav>
        <button type="button" class="button small opens-rail" aria-expanded=${this.choosing}
          @click=${() => (this.choosing = !this.choosing)}>${say(words.selection)}</button>
        ${
          this.source?.bodies.some(({ may }) => may.adjust)
            ? html`<button type="button" class="button small"
          @click=${() => (this.adding = begin)}>${say(addWords.add)}</button>`
            : nothing
        }
        <button type="button" class="button small" @click=${() => print()}>${say(words.print)}</button>
        ${this.source ? yearFiles(this.rytm, this.source.bodies, year) : nothing}
      </div>
    </div>`;
  }

  /** The year before and after, where the plan reaches. */
  private step(year: number): TemplateResult | typeof nothing {
    const { from, until } = this.rytm.organisation.window;
    if (year < yearOf(from) || year > yearOf(until)) return nothing;
    const query = new URLSearchParams(this.query);
    query.delete('mote');
    return html`<a class="bare step" href="${base}/ar/${year}?${query}"
      aria-label=${say(words.otherYear(year))} title=${say(words.otherYear(year))}>${icon(
        year < this.year ? 'left' : 'right',
      )}</a>`;
  }

  private viewLink(view: View): TemplateResult {
    const query = new URLSearchParams(this.query);
    const name = Object.keys(views).find((key) => views[key] === view);
    if (name) query.set('vy', name);
    else query.delete('vy');
    return html`<a href="${base}/ar/${this.year}?${query}"
      aria-current=${view === this.view ? 'page' : nothing}>${say(words[view])}</a>`;
  }

  private drawing(year: Year): TemplateResult {
    if (this.view === 'calendar') return this.calendar(year);
    if (this.view === 'list')
      return html`<year-list .year=${year} .today=${this.today} .selected=${this.looked}
        .open=${this.open}></year-list>
      ${this.legend(year)}`;
    return html`<year-matrix .year=${year} .today=${this.today} .selected=${this.looked}
      .proposed=${this.proposed} .open=${this.open}
      .propose=${this.propose} .undo=${this.undo}
        .help=${() => (this.helping = true)}></year-matrix>${this.legend(year)}`;
  }

  /** Its library is large: it comes when it is asked for. */
  private calendar(year: Year): TemplateResult {
    if (!this.withCalendar) {
      allowCalendarStyle();
      void import('./calendar/calendar.js').then(() => (this.withCalendar = true));
      return this.loading();
    }
    return html`<year-calendar .year=${year} .today=${this.today} .selected=${this.looked}
      .proposed=${this.proposed} .open=${this.open}
      .propose=${this.propose} .add=${(day: Day) => (this.adding = day)} .undo=${this.undo}
        .help=${() => (this.helping = true)}></year-calendar>`;
  }

  private panel({ bodies, places, reports, calendars }: Source, looked: string): TemplateResult {
    const day = this.movedTo?.slot === looked ? this.movedTo.day : undefined;
    return html`<meeting-panel .rytm=${this.rytm} .looked=${looked} .bodies=${bodies} .places=${places}
      .reports=${reports} .free=${freeDays(calendars)}
      .movedTo=${day} .close=${this.close} .thinkOf=${this.thinkOf}
        .saved=${() => this.heard()}></meeting-panel>`;
  }

  private legend({ letters, reports }: Year): TemplateResult {
    return html`<ul class="legend" aria-label=${say(words.legend)}>
      <li>${shape('council')} ${say(words.council)}</li><li>${shape('board')} ${say(words.board)}</li>
      <li>${shape('committee')} ${say(words.committee)}</li><li>${shape('subcommittee')} ${say(words.subcommittee)}</li>
      <li>${shape('talk')} ${say(words.talkLegend)}</li><li>${shape('chain')} ${say(words.chainLegend)}</li>
      <li>${icon('warning')} ${say(words.foundLegend)}</li><li>${icon('arrow')} ${say(words.movedLegend)}</li>
      ${
        this.selection.free && this.drawn?.free.length
          ? html`<li><span
        class="swatch hatched"></span> ${say(words.freeLegend)}</li>`
          : nothing
      }
      <li><b>*</b> ${say(words.unusualLegend)}</li>
      ${reports.map((report) => html`<li>${letter(report, letters)} ${say(report.name)}</li>`)}
    </ul>`;
  }

  private keys(): TemplateResult {
    return html`<dialog class="keys" aria-labelledby="${this.own}-keys"
      @close=${() => (this.helping = false)}>
      <h2 id="${this.own}-keys">${say(words.keys)}</h2>
      <dl class="facts">${keyWords.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${say(what)}</dd>`)}</dl>
      <form method="dialog"><button class="button">${say(words.hide)}</button></form></dialog>`;
  }

  protected override updated(): void {
    this.querySelector<HTMLDialogElement>('dialog.keys:not([open])')?.showModal();
  }
}
