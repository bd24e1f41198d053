// Så ser omvärlden er plan: exactly what the public, an elected representative, an official and others would see of it.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn, yearOf } from '../api/day.js';
import type { Body, Item, Level, Place } from '../api/types.js';
import { choiceField } from '../parts/choice.js';
import { Page } from '../parts/page.js';
import { base, goWith } from '../parts/place.js';
import { icon, shape, shapeOf } from '../parts/shapes.js';
import { byMonth, counts, hiddenFrom } from '../plan/seen.js';
import { capital, dayShort, monthLong, timeSpan, together } from '../words/dates.js';
import { say } from '../words/language.js';
import { statusInWords } from '../words/mark.js';
import { seenKinds, seenLevels, seenWords as words } from '../words/seen.js';

interface Source {
  for: string;
  bodies: Body[];
  places: Place[];
  seen: Item[];
  all: Item[];
}

const levels = Object.keys(seenLevels) as Level[];

@customElement('seen-page')
export class SeenPage extends Page {
  @state() private source: Source | undefined;
  private asked = '';

  override heard(): void {
    this.asked = '';
    this.requestUpdate();
  }

  private get level(): Level {
    return levels.find((level) => level === this.query.get('som')) ?? 'public';
  }

  private get body(): string | undefined {
    return this.query.get('organ') ?? undefined;
  }

  private get year(): number {
    const { from, until } = this.rytm.organisation.window;
    return Math.min(
      yearOf(until),
      Math.max(
        yearOf(from),
        Number(this.query.get('ar')) || yearOf(todayIn(this.rytm.organisation.zone)) + 1,
      ),
    );
  }

  protected override willUpdate(): void {
    const wanted = [this.level, this.body, this.year].join(' ');
    if (this.asked === wanted) return;
    this.asked = wanted;
    void this.trying(() => this.load(wanted));
  }

  private async load(wanted: string): Promise<void> {
    const { rytm, level, body, year } = this;
    const query = { from: `${year}-01-01`, until: `${year}-12-31`, body };
    const [bodies, places, seen, all] = await Promise.all([
      rytm.bodies(),
      rytm.places(),
      rytm.all<Item>('/plan', { ...query, level }),
      rytm.all<Item>('/plan', query),
    ]);
    if (wanted === this.asked)
      this.source = { for: wanted, bodies, places, seen: seen.value, all: all.value };
  }

  protected override render(): TemplateResult {
    const { source } = this;
    return html`<div class="wrap wide-wrap seen"><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="muted">${say(words.lede)}</p>
      ${this.choices(source?.bodies ?? [])}${this.problem()}
      ${source && source.for === this.asked ? this.inside(source) : this.refused ? nothing : this.loading()}</div>`;
  }

  private choices(bodies: Body[]): TemplateResult {
    const { from, until } = this.rytm.organisation.window;
    const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, at) =>
      String(yearOf(from) + at),
    );
    return html`<div class="finder">
      ${choiceField({ id: 'as', label: say(words.as), value: this.level, options: levels.map((level): [string, string] => [level, say(seenLevels[level])]), change: (som) => goWith({ som }) })}
      ${choiceField({
        id: 'body',
        label: say(words.body),
        value: this.body ?? '',
        options: [
          ['', say(words.allBodies)],
          ...bodies.map(({ id, name }): [string, string] => [id, say(name)]),
        ],
        change: (organ) => goWith({ organ: organ || undefined }),
      })}
      ${choiceField({ id: 'year', label: say(words.year), value: String(this.year), options: years.map((year): [string, string] => [year, year]), change: (ar) => goWith({ ar }) })}</div>`;
  }

  private inside(source: Source): TemplateResult {
    const { seen, all, bodies } = source;
    const told = (items: Item[]): string =>
      together(counts(items).map(([kind, count]) => say(seenKinds[kind](count))));
    const hidden = hiddenFrom(all, seen);
    const body = bodies.find(({ id }) => id === this.body);
    return html`
      <p>${icon('eye')} <b>${seen.length > 0 ? say(words.sees(told(seen))) : say(words.seesNothing)}</b> ${hidden.length > 0 ? say(words.hidden(told(hidden))) : say(words.seesAll)}</p>
      <p>${
        this.level === 'public'
          ? body && !body.listed
            ? say(words.noPage)
            : html`<a href="/${this.rytm.organisation.id}${body ? `/${body.id}` : ''}"
              target="_blank">${say(words.publicPage)}</a>`
          : html`<a href="${base}/kalenderlankar">${say(words.calendar)}</a>`
      }</p>
      <div class="months">${byMonth(seen).map(
        ([month, items]) => html`<section>
        <h2>${capital(monthLong(month))}</h2>
        <ul>${items.map((item) => this.item(item, source))}</ul></section>`,
      )}</div>`;
  }

  private item(item: Item, { bodies, places }: Source): TemplateResult {
    const body = bodies.find(({ id }) => id === item.body);
    const where = places.find(({ id }) => id === item.place);
    const mark =
      item.kind === 'dialogue'
        ? 'talk'
        : item.kind === 'hop' || item.kind === 'feedback'
          ? 'report'
          : item.kind === 'step'
            ? 'chain'
            : body
              ? shapeOf[body.kind]
              : 'chain';
    return html`<li
      class=${item.status === 'cancelled' ? 'seen-item cancelled' : 'seen-item'}><span><b>${dayShort(item.day)}</b>${item.at ? html`<br><small>${timeSpan(item.at, item.lasts)}</small>` : nothing}</span>
      <div>${shape(mark)} <span class="what">${say(item.title)}</span> <small
        class="muted">${[body ? say(body.name) : '', where ? say(where.name) : (item.place ?? ''), statusInWords({ item })].filter(Boolean).join(', ')}</small></div></li>`;
  }
}
