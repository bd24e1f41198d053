// The same year as a calendar, a month or all of it at once. Dates can be dragged; keys do the same: one tab
// stop, the day one stands on.
import { Calendar, type CalendarOptions, type EventInput } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import { html, render, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { monthOf, plusDays, weekday } from '../../api/day.js';
import type { Day } from '../../api/types.js';
import { Part } from '../../parts/part.js';
import { icon, shape, shapeOf } from '../../parts/shapes.js';
import { tell, tellQuietly } from '../../parts/status-line.js';
import { landing, moved } from '../../plan/move.js';
import { nextFound } from '../../plan/walk.js';
import { freeOn, marksByDay, rowsOf, type Mark, type Year } from '../../plan/year.js';
import { capital, dayLong, monthLong, time, week, weekShort, weekdayShortOf } from '../../words/dates.js';
import { language, say } from '../../words/language.js';
import { landingInWords, markInWords } from '../../words/mark.js';
import { calendarWords as words, yearWords } from '../../words/year.js';
import { hanging, states } from '../year/marks.js';
import type { Proposed } from '../year/matrix.js';

const dayCell = 'td[data-date]:not(.fc-day-disabled)';

@customElement('year-calendar')
export class YearCalendar extends Part {
  @property({ attribute: false }) year!: Year;
  @property({ attribute: false }) today: Day = '';
  @property({ attribute: false }) selected: string | undefined;
  @property({ attribute: false }) proposed: Proposed | undefined;
  @property({ attribute: false }) open!: (mark: Mark) => void;
  @property({ attribute: false }) propose!: (mark: Mark, day: Day) => void;
  @property({ attribute: false }) add!: (day: Day) => void;
  @property({ attribute: false }) undo!: () => void;
  @property({ attribute: false }) help!: () => void;
  @state() private whole = false;
  /** The day in the tab order. */
  @state() private current: Day = '';
  @state() private moving: { mark: Mark; day: Day } | undefined;
  private calendar: Calendar | undefined;

  private get marks(): Mark[] {
    return marksByDay(this.year);
  }

  focusSlot(slot: string): void {
    this.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slot)}"]`)?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.calendar?.destroy();
    this.calendar = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('year') || this.current.startsWith(String(this.year.year))) return;
    const chosen = this.marks.find(({ item }) => item.id === this.selected)?.item.day;
    this.current =
      chosen ?? (this.today.startsWith(String(this.year.year)) ? this.today : `${this.year.year}-01-01`);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.calendar) this.begin();
    else if (changed.has('year') || changed.has('proposed') || changed.has('selected')) {
      this.calendar.setOption('validRange', this.range());
      this.calendar.setOption('events', this.events());
    }
    this.calendar?.setOption('locale', language.value);
    this.decorate();
  }

  // ---- The library

  private range = (): { start: Day; end: Day } => ({
    start: `${this.year.year}-01-01`,
    end: `${this.year.year + 1}-01-01`,
  });

  private begin(): void {
    const host = this.querySelector<HTMLElement>('.calendar');
    if (!host) return;
    this.calendar = new Calendar(host, this.options());
    this.calendar.render();
  }

  private options(): CalendarOptions {
    return {
      plugins: [dayGrid, interaction],
      initialView: 'dayGridMonth',
      initialDate: this.current,
      validRange: this.range(),
      locale: language.value,
      firstDay: 1,
      headerToolbar: false,
      height: 'auto',
      weekNumbers: true,
      weekNumberCalculation: 'ISO',
      weekTextLong: capital(say(words.week)),
      fixedWeekCount: false,
      now: this.today,
      events: this.events(),
      eventOrder: 'order',
      eventContent: ({ event }) =>
        this.content(event.extendedProps['mark'] as Mark | undefined) ?? event.title,
      eventClick: ({ event, jsEvent }) => {
        jsEvent.preventDefault();
        const mark = event.extendedProps['mark'] as Mark | undefined;
        if (mark) this.open(mark);
      },
      eventDrop: (drop) => {
        const mark = drop.event.extendedProps['mark'] as Mark;
        const day = drop.event.startStr.slice(0, 10);
        // Where it came from is where it stays until it is saved.
        drop.revert();
        this.propose(mark, day);
      },
      eventDidMount: ({ el, event }) => this.mounted(el, event.extendedProps['mark'] as Mark | undefined),
      dayHeaderContent: ({ date }) => weekdayShortOf(date.getUTCDay() || 7),
      weekNumberContent: ({ date }) => weekShort(date.toISOString().slice(0, 10)),
      timeZone: 'UTC',
      datesSet: () => this.decorateSoon(),
      eventsSet: () => this.decorateSoon(),
    };
  }

  private events(): EventInput[] {
    const dates = this.marks.map((mark, order): EventInput => ({
      id: mark.key,
      start: mark.item.day,
      end: plusDays(mark.item.day, mark.item.days ?? 1),
      allDay: true,
      title: mark.body['short-name'],
      order,
      editable: mark.body.may.adjust && mark.item.status !== 'cancelled',
      extendedProps: { mark },
      classNames: [
        'mark',
        mark.item.status === 'cancelled' ? 'cancelled' : '',
        mark.item.id === this.selected ? 'chosen' : '',
      ].filter(Boolean),
    }));
    const free = this.year.free.map((one): EventInput => ({
      start: one.from,
      end: plusDays(one.until, 1),
      display: 'background',
      title: say(one.name),
      classNames: [one.kind],
    }));
    const thought = this.proposed;
    const of = thought && this.marks.find(({ item }) => item.id === thought.slot);
    const ghost: EventInput[] =
      of && thought.day !== of.item.day
        ? [
            {
              start: thought.day,
              allDay: true,
              title: `${of.body['short-name']}?`,
              classNames: ['thought'],
              order: -1,
            },
          ]
        : [];
    return [...dates, ...free, ...ghost];
  }

  private content(mark: Mark | undefined): { domNodes: Node[] } | undefined {
    if (!mark) return undefined;
    const line = document.createElement('span');
    line.className = 'content';
    const { item, body } = mark;
    render(
      html`${item.kind === 'dialogue' ? shape('talk') : shape(shapeOf[body.kind])} ${
        item.at
          ? html`<span
        class="weekday">${time(item.at)}</span>`
          : ''
      }
      <b>${body['short-name']}</b>${states(mark)}${this.whole ? '' : hanging(mark, this.year.letters)}`,
      line,
    );
    return { domNodes: [line] };
  }

  private mounted(element: HTMLElement, mark: Mark | undefined): void {
    if (!mark) return;
    element.dataset['slot'] = mark.item.id;
    element.dataset['key'] = mark.key;
    element.dataset['day'] = mark.item.day;
    element.tabIndex = -1;
    element.setAttribute('role', 'button');
    element.setAttribute(
      'aria-label',
      `${mark.body['short-name']} ${dayLong(mark.item.day)}, ${markInWords(mark, this.today)}`,
    );
  }

  private decorateSoon(): void {
    requestAnimationFrame(() => this.decorate());
  }

  /** What the library leaves out: each day in words, and one of them in the tab order. */
  private decorate(): void {
    for (const cell of this.querySelectorAll<HTMLElement>(dayCell)) {
      const day = cell.dataset['date'] ?? '';
      cell.tabIndex = day === this.current ? 0 : -1;
      cell.removeAttribute('aria-labelledby');
      cell.setAttribute('aria-label', this.dayInWords(day));
      cell.classList.toggle('landing', this.moving?.day === day);
    }
  }

  private dayInWords(day: Day): string {
    const marks = this.marks.filter(({ item }) => item.day === day);
    const free = freeOn(day, this.year.free);
    return [
      dayLong(day),
      weekday(day) === 1 ? week(day) : '',
      free ? say(free.name) : '',
      ...marks.map(({ body, item }) => `${say(body.name)}${item.at ? ` ${time(item.at)}` : ''}`),
    ]
      .filter(Boolean)
      .join(', ');
  }

  // ---- Keys

  private goTo(day: Day, focus = true): void {
    if (!day.startsWith(String(this.year.year))) return;
    this.current = day;
    this.calendar?.gotoDate(day);
    this.decorate();
    if (focus) this.querySelector<HTMLElement>(`td[data-date="${day}"]`)?.focus();
  }

  private key = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const mark = this.marks.find(({ key }) => key === target.dataset['key']);
    const taken = this.moving
      ? this.keyWhileMoving(event.key, this.moving)
      : event.ctrlKey
        ? event.key === 'z' && this.takesBack()
        : mark
          ? this.keyOnMark(event.key, mark) || this.keyAnywhere(event.key, mark.item.day, mark)
          : target.matches('td') &&
            (this.keyOnDay(event.key) || this.keyAnywhere(event.key, this.current, undefined));
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private takesBack(): boolean {
    this.undo();
    return true;
  }

  private keyAnywhere(key: string, from: Day, mark: Mark | undefined): boolean {
    const to = this.dayBy(key, from);
    if (to) this.goTo(to);
    else if (/^a$/i.test(key)) this.goToFound(mark);
    else if (key === '?') this.help();
    else return false;
    return true;
  }

  private dayBy(key: string, from: Day): Day | undefined {
    const nth = weekday(from);
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
      Home: 1 - nth,
      End: 7 - nth,
      PageUp: -28,
      PageDown: 28,
    };
    const step = steps[key];
    return step === undefined ? undefined : plusDays(from, step);
  }

  private onDay = (day: Day): HTMLElement[] => [
    ...this.querySelectorAll<HTMLElement>(`a[data-day="${day}"]`),
  ];

  /** Enter opens the only meeting, goes to the first of several, or adds one. */
  private keyOnDay(key: string): boolean {
    const [first, ...others] = this.marks.filter(({ item }) => item.day === this.current);
    const move = /^f$/i.test(key);
    if (!move && key !== 'Enter') return false;
    if (others.length > 0) this.onDay(this.current)[0]?.focus();
    else if (first && move) this.startMoving(first);
    else if (first) this.open(first);
    else if (!move) this.add(this.current);
    return true;
  }

  private keyOnMark(key: string, mark: Mark): boolean {
    const events = this.onDay(mark.item.day);
    const at = events.findIndex((element) => element.dataset['key'] === mark.key);
    if (key === 'ArrowDown' || key === 'ArrowUp')
      (events[at + (key === 'ArrowDown' ? 1 : -1)] ?? events[at])?.focus();
    else if (key === 'Escape') this.goTo(mark.item.day);
    else if (key === 'Enter') this.open(mark);
    else if (/^f$/i.test(key)) this.startMoving(mark);
    else return false;
    return true;
  }

  private goToFound(mark: Mark | undefined): void {
    const found = nextFound(rowsOf(this.year), mark);
    if (!found) return tell(say(yearWords.nothingFound));
    this.goTo(found.item.day);
    requestAnimationFrame(() => this.focusSlot(found.item.id));
  }

  private startMoving(mark: Mark): void {
    if (!mark.body.may.adjust) return tell(say(yearWords.mayNot));
    this.moving = { mark, day: mark.item.day };
    this.goTo(mark.item.day);
    tellQuietly(say(yearWords.moveMode(say(mark.body.name), dayLong(mark.item.day))));
  }

  private keyWhileMoving(key: string, { mark, day }: { mark: Mark; day: Day }): boolean {
    const to = moved(day, key);
    if (to) {
      if (!to.startsWith(String(this.year.year))) return true;
      this.moving = { mark, day: to };
      this.goTo(to);
      tellQuietly(say(yearWords.lands(dayLong(to), landingInWords(landing(this.year, mark.item, to)))));
    } else if (key === 'Enter' || key === 'Escape') {
      this.moving = undefined;
      if (key === 'Enter' && day !== mark.item.day) this.propose(mark, day);
      else tellQuietly(say(yearWords.putBack));
    } else return key !== 'Tab';
    return true;
  }

  // ---- Drawing

  private show(whole: boolean): void {
    this.whole = whole;
    this.calendar?.changeView(whole ? 'dayGridYear' : 'dayGridMonth', this.current);
  }

  private step(months: number): void {
    const month = monthOf(this.current) + months;
    if (month < 1 || month > 12) return;
    this.goTo(`${this.year.year}-${String(month).padStart(2, '0')}-01`, false);
  }

  protected override render(): TemplateResult {
    return html`<div class="calendar-head">
        ${
          this.whole
            ? html`<h2>${this.year.year}</h2>`
            : html`<div class="row">
          <button type="button" class="bare" aria-label=${say(words.before)}
            @click=${() => this.step(-1)}>${icon('left')}</button>
          <h2 aria-live="polite">${capital(monthLong(monthOf(this.current || this.today)))}</h2>
          <button type="button" class="bare" aria-label=${say(words.next)}
            @click=${() => this.step(1)}>${icon('right')}</button></div>`
        }
        <div class="row">${[false, true].map(
          (whole) => html`<button type="button" class="button small" aria-pressed=${whole === this.whole}
          @click=${() => this.show(whole)}>${say(whole ? words.wholeYear : words.month)}</button>`,
        )}</div>
      </div>
      <div class="calendar" @keydown=${this.key}></div>`;
  }
}
