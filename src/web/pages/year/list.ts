// The same year as lists, month by month: for phones, and for those who would rather read.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dayOfMonth, monthOf } from '../../api/day.js';
import type { Day } from '../../api/types.js';
import { Part } from '../../parts/part.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import { freeIn, marksByDay, type Mark, type Year } from '../../plan/year.js';
import { capital, monthLong, monthShort, time, weekShort, weekdayTiny } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { freeInWords, markInWords } from '../../words/mark.js';
import { yearWords as words } from '../../words/year.js';
import { hanging, states } from './marks.js';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

@customElement('year-list')
export class YearList extends Part {
  @property({ attribute: false }) year!: Year;
  @property({ attribute: false }) today: Day = '';
  @property({ attribute: false }) selected: string | undefined;
  @property({ attribute: false }) open!: (mark: Mark) => void;

  focusSlot(slot: string): void {
    this.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slot)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const marks = marksByDay(this.year);
    return html`<nav class="to-month" aria-label=${say(words.toMonth)}>${months.map(
      (month) =>
        html`<a href="#${this.own}-${month}"
          @click=${(event: Event) => this.goTo(event, month)}>${capital(monthShort(month))}</a>`,
    )}</nav>
      <div class="months">${months.map((month) =>
        this.month(
          month,
          marks.filter(({ item }) => monthOf(item.day) === month),
        ),
      )}</div>`;
  }

  private goTo(event: Event, month: number): void {
    event.preventDefault();
    const heading = this.querySelector<HTMLElement>(`#${this.own}-${month}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  private month(month: number, marks: Mark[]): TemplateResult {
    const free = freeIn(this.year.free, this.year.year, month);
    return html`<section>
      <h2 id="${this.own}-${month}" tabindex="-1">${capital(monthLong(month))}</h2>
      ${
        free.length > 0
          ? html`<p class="free">${free.map(
              ({ free: one, from, until }, at) =>
                html`${at > 0 ? ', ' : ''}<span
                  class=${one.kind}>${freeInWords(one, from, until, weekdayTiny(one.from))}</span>`,
            )}</p>`
          : nothing
      }
      ${
        marks.length > 0
          ? html`<ul>${marks.map((mark) => html`<li>${this.line(mark)}</li>`)}</ul>`
          : html`<p
        class="muted">${say(words.nothingInMonth)}</p>`
      }
    </section>`;
  }

  private line(mark: Mark): TemplateResult {
    const { item, body, free } = mark;
    const classes = [
      'line',
      item.day < this.today && 'past',
      item.status === 'cancelled' && 'cancelled',
      free && free.kind !== 'holiday' && 'hatched',
    ]
      .filter(Boolean)
      .join(' ');
    return html`<button type="button" class=${classes} data-slot=${item.id} data-day=${item.day}
      data-key=${mark.key}
      aria-current=${item.id === this.selected ? 'true' : nothing} @click=${() => this.open(mark)}>
      <span class="when"><span
        class="weekday">${weekdayTiny(item.day)}</span> <b>${dayOfMonth(item.day)}</b></span>
      <span class="at" aria-hidden="true">${item.at ? time(item.at) : weekShort(item.day)}</span>
      ${item.kind === 'dialogue' ? shape('talk') : shape(shapeOf[body.kind])}
      <span class="what"
        aria-hidden="true">${
          item.kind === 'dialogue'
            ? html`${say(item.title)}<small>
          ${body['short-name']}</small>`
            : say(body.name)
        }</span>
      <span class="heard">, ${markInWords(mark, this.today)}</span>
      <span class="marks">${states(mark)}${hanging(mark, this.year.letters)}</span>
    </button>`;
  }
}
