// The year as a matrix: bodies by months. One tab stop; keys go from date to date, and F moves one.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { dayOfMonth, lastOf, monthOf } from '../../api/day.js';
import type { Day } from '../../api/types.js';
import { Part } from '../../parts/part.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import { tell, tellQuietly } from '../../parts/status-line.js';
import { landing, moved } from '../../plan/move.js';
import { nextFound, walk } from '../../plan/walk.js';
import {
  freeIn,
  inMonth,
  rowsOf,
  weeksOf,
  type Group,
  type Mark,
  type Row,
  type Year,
} from '../../plan/year.js';
import { capital, dayLong, monthShort, time, weekdayTiny, weekdayTinyOf } from '../../words/dates.js';
import { softly } from '../../words/hyphens.js';
import { language, say } from '../../words/language.js';
import { freeInWords, landingInWords, markInWords } from '../../words/mark.js';
import { groupNames, yearWords as words } from '../../words/year.js';
import { hanging, states } from './marks.js';

export interface Proposed {
  slot: string;
  day: Day;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

@customElement('year-matrix')
export class YearMatrix extends Part {
  @property({ attribute: false }) year!: Year;
  @property({ attribute: false }) today: Day = '';
  /** The slot whose panel is open. */
  @property({ attribute: false }) selected: string | undefined;
  /** A day that is being thought of for a slot. */
  @property({ attribute: false }) proposed: Proposed | undefined;
  @property({ attribute: false }) open!: (mark: Mark) => void;
  @property({ attribute: false }) propose!: (mark: Mark, day: Day) => void;
  @property({ attribute: false }) undo!: () => void;
  @property({ attribute: false }) help!: () => void;
  /** The one date in the tab order. */
  @state() private current = '';
  @state() private moving: { mark: Mark; day: Day } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const focused = document.activeElement;
    this.focused =
      focused instanceof HTMLElement && this.contains(focused) ? focused.dataset['key'] : undefined;
    if (!changed.has('year') && !changed.has('selected')) return;
    const marks = rowsOf(this.year).flatMap((row) => row.marks);
    const selected = changed.has('selected')
      ? marks.find(({ item }) => item.id === this.selected)
      : undefined;
    if (selected && !this.current.endsWith(`/${selected.item.id}`)) this.current = selected.key;
    if (marks.some(({ key }) => key === this.current)) return;
    this.current = (marks.find(({ item }) => item.day >= this.today) ?? marks[0])?.key ?? '';
  }

  /** A date that has moved to another month is drawn anew: whoever stood on it still does. */
  protected override updated(): void {
    if (this.focused && (document.activeElement as HTMLElement | null)?.dataset['key'] !== this.focused)
      this.cell(this.focused)?.focus({ preventScroll: true });
  }
  private focused: string | undefined;

  /** Where the panel was opened from. */
  focusSlot(slot: string): void {
    const cell =
      this.cell(this.current)?.dataset['slot'] === slot
        ? this.cell(this.current)
        : this.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slot)}"]`);
    cell?.focus();
  }

  private cell = (key: string): HTMLElement | null => this.querySelector(`[data-key="${CSS.escape(key)}"]`);

  private markOf(event: Event): Mark | undefined {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'];
    return rowsOf(this.year)
      .flatMap(({ marks }) => marks)
      .find((mark) => mark.key === key);
  }

  private goTo(mark: Mark): void {
    this.current = mark.key;
    void this.updateComplete.then(() => this.cell(mark.key)?.focus());
  }

  // ---- Keys

  private key = (event: KeyboardEvent): void => {
    const mark = this.markOf(event);
    if (!mark || event.altKey || event.metaKey) return;
    const taken = this.moving ? this.keyWhileMoving(event.key, this.moving) : this.keyOf(event, mark);
    if (taken) event.preventDefault();
  };

  private keyOf(event: KeyboardEvent, mark: Mark): boolean {
    if (event.ctrlKey) {
      if (event.key !== 'z') return false;
      this.undo();
      return true;
    }
    const to = walk(rowsOf(this.year), mark, event.key);
    if (to) this.goTo(to);
    else if (/^f$/i.test(event.key)) this.startMoving(mark);
    else if (/^a$/i.test(event.key)) this.goToFound(mark);
    else if (event.key === '?') this.help();
    else return /^(Arrow|Page|Home|End)/.test(event.key);
    return true;
  }

  private goToFound(mark: Mark): void {
    const found = nextFound(rowsOf(this.year), mark);
    if (found) this.goTo(found);
    else tell(say(words.nothingFound));
  }

  private startMoving(mark: Mark): void {
    if (!mark.body.may.adjust) return tell(say(words.mayNot));
    this.moving = { mark, day: mark.item.day };
    tellQuietly(say(words.moveMode(say(mark.body.name), dayLong(mark.item.day))));
  }

  private keyWhileMoving(key: string, { mark, day }: { mark: Mark; day: Day }): boolean {
    if (key === 'Escape') {
      this.moving = undefined;
      tellQuietly(say(words.putBack));
      return true;
    }
    if (key === 'Enter') {
      this.moving = undefined;
      if (day === mark.item.day) tellQuietly(say(words.putBack));
      else this.propose(mark, day);
      return true;
    }
    const to = moved(day, key);
    if (!to) return key !== 'Tab';
    if (!to.startsWith(String(this.year.year))) return true;
    this.moving = { mark, day: to };
    tellQuietly(say(words.lands(dayLong(to), landingInWords(landing(this.year, mark.item, to)))));
    return true;
  }

  private left = (event: FocusEvent): void => {
    if (this.moving && !this.contains(event.relatedTarget as Node | null)) this.moving = undefined;
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    const { year, groups } = this.year;
    if (groups.length === 0) return html`<p class="empty">${say(words.none)}</p>`;
    return html`<table class=${this.moving ? 'matrix moving' : 'matrix'} @keydown=${this.key}
      @click=${this.pressed} @focusout=${this.left}>
      <caption class="heard">${say(words.caption(year))}</caption>
      <thead><tr><th
        scope="col">${say(words.body)}</th>${months.map((month) => this.monthHead(month))}</tr></thead>
      ${
        this.year.free.length > 0
          ? html`<tbody><tr class="free"><th
        scope="row">${say(words.freeRow)}</th>${months.map((month) => this.freeCell(month))}</tr></tbody>`
          : nothing
      }
      ${groups.map((group) => this.group(group))}
    </table>
    ${
      this.moving
        ? html`<p class="mode"
          aria-hidden="true">${say(words.moveMode(this.moving.mark.body['short-name'], dayLong(this.moving.day)))}
      <b>${capital(landingInWords(landing(this.year, this.moving.mark.item, this.moving.day)))}</b></p>`
        : nothing
    }`;
  }

  private pressed = (event: Event): void => {
    const mark = this.markOf(event);
    if (!mark) return;
    this.current = mark.key;
    this.open(mark);
  };

  private monthHead(month: number): TemplateResult {
    const [from, until] = weeksOf(this.year.year, month);
    return html`<th scope="col" class=${month === 7 ? 'july' : ''}>${capital(monthShort(month))}
      <span class="weeks">${say(words.weeks(from, until))}</span></th>`;
  }

  private freeCell(month: number): TemplateResult {
    const inside = freeIn(this.year.free, this.year.year, month);
    return html`<td class=${inside.some(({ free }) => free.kind !== 'holiday') ? 'hatched' : ''}>${inside.map(
      ({ free, from, until }) =>
        html`<span class=${free.kind}>${softly(freeInWords(free, from, until, weekdayTiny(free.from)))}</span>`,
    )}</td>`;
  }

  private group({ id, rows }: Group): TemplateResult {
    return html`<tbody><tr class="group"><th colspan="13" scope="rowgroup">${say(groupNames[id])}</th></tr>
      ${repeat(
        rows,
        ({ body }) => body.id,
        (row) => this.row(row),
      )}</tbody>`;
  }

  private row(row: Row): TemplateResult {
    const { body, usual, marks } = row;
    return html`<tr>
      <th scope="row"><span class="short">${shape(shapeOf[body.kind])} <b>${body['short-name']}</b>${
        usual
          ? html` <span
            class="usual">${weekdayTinyOf(usual.weekday)}${usual.at ? ` ${time(usual.at)}` : ''}</span>`
          : nothing
      }</span>
        <span class="name">${softly(say(body.name))}</span></th>
      ${
        marks.length > 0
          ? months.map((month) => this.month(row, month))
          : html`<td colspan="12"
        class="empty">${say(words.noMeetings)}</td>`
      }
    </tr>`;
  }

  private month({ marks, body }: Row, month: number): TemplateResult {
    const recess = freeIn(this.year.free, this.year.year, month).some(
      ({ free, from, until }) =>
        free.kind === 'recess' && from === 1 && until === dayOfMonth(lastOf(this.year.year, month)),
    );
    return html`<td class=${recess ? 'recess' : ''}>${repeat(
      inMonth(marks, month),
      ({ key }) => key,
      (mark) => this.unlessDrawn(mark),
    )}${this.ghost(marks, body.id, month)}</td>`;
  }

  /** There are hundreds: only those that look different are drawn anew. */
  private unlessDrawn = (mark: Mark): unknown =>
    guard(
      [
        mark,
        language.value,
        this.today,
        mark.key === this.current,
        mark.item.id === this.selected,
        mark.key === this.moving?.mark.key,
      ],
      () => this.date(mark),
    );

  private date(mark: Mark): TemplateResult {
    const { item, key, unusual, free } = mark;
    const classes = classMap({
      date: true,
      past: item.day < this.today,
      today: item.day === this.today,
      hatched: free !== undefined && free.kind !== 'holiday',
      cancelled: item.status === 'cancelled',
      talk: item.kind === 'dialogue',
      leaving: this.moving?.mark.key === key,
    });
    return html`<button type="button" class=${classes} data-key=${key} data-slot=${item.id}
      data-day=${item.day}
      tabindex=${key === this.current ? 0 : -1} aria-current=${item.id === this.selected ? 'true' : nothing}>${
        item.kind === 'dialogue' ? shape('talk') : nothing
      }<span class="weekday">${weekdayTiny(item.day)}</span> <span class="number">${dayOfMonth(item.day)}${
        unusual ? html`<sup aria-hidden="true">*</sup>` : nothing
      }</span><span class="heard">, ${markInWords(mark, this.today)}</span>${states(mark)}${
        item.day === this.today
          ? html`<span class="now"
        aria-hidden="true">${say(words.today)}</span>`
          : nothing
      }${hanging(mark, this.year.letters)}</button>`;
  }

  /** Where the date would come: dashed, with a question mark. */
  private ghost(marks: Mark[], body: string, month: number): TemplateResult | typeof nothing {
    const moving = this.moving && { slot: this.moving.mark.item.id, day: this.moving.day };
    const to = moving ?? this.proposed;
    const from = to && marks.find(({ item }) => item.id === to.slot);
    if (
      !to ||
      !from ||
      from.body.id !== body ||
      to.day === from.item.day ||
      monthOf(to.day) !== month ||
      !to.day.startsWith(`${this.year.year}-`)
    )
      return nothing;
    return html`<span class="ghost"><span class="heard">${say(words.proposal)}</span><span
      class="weekday">${weekdayTiny(to.day)}</span> ${dayOfMonth(to.day)}?</span>`;
  }
}
