// Människor: the list, to search and to go on from.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn } from '../api/day.js';
import { exportPeople, people, type Assignment, type Person } from '../api/people.js';
import type { Body } from '../api/types.js';
import { choiceField, tick } from '../parts/choice.js';
import { download } from '../parts/download.js';
import { textField } from '../parts/field.js';
import { Page } from '../parts/page.js';
import { base } from '../parts/place.js';
import { icon, shape, shapeOf } from '../parts/shapes.js';
import { found, isNow, isPast, type PeopleFilter } from '../plan/people.js';
import { dayAndMonth } from '../words/dates.js';
import { say } from '../words/language.js';
import { peopleWords as words, postNames } from '../words/people.js';
import './people/person.js';
import './people/table.js';

@customElement('people-page')
export class PeoplePage extends Page {
  @state() private people: Person[] | undefined;
  @state() private bodies: Body[] = [];
  @state() private filter: PeopleFilter = { words: '', body: '', past: false };
  @state() private withProtected = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.filter = { ...this.filter, body: this.query.get('organ') ?? '' };
    void this.trying(async () => {
      const [all, bodies] = await Promise.all([people(this.rytm), this.rytm.bodies()]);
      Object.assign(this, { people: all, bodies });
    });
  }

  private get today(): string {
    return todayIn(this.rytm.organisation.zone);
  }

  private choose(more: Partial<PeopleFilter>): void {
    this.filter = { ...this.filter, ...more };
  }

  private export = (): void =>
    void this.trying(async () => {
      const { body } = this.filter;
      download(
        `manniskor${body ? `-${body}` : ''}.csv`,
        `\uFEFF${(await exportPeople(this.rytm, body || undefined, this.withProtected)).replace(/^\uFEFF/, '')}`,
        'text/csv',
      );
    });

  protected override render(): TemplateResult {
    return html`<div class="wrap"><div class="head"><div><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="muted">${say(words.lede)}</p></div>
      <div class="row"><a class="button primary" href="${base}/manniskor/ny">${say(words.add)}</a><a
        class="button" href="${base}/manniskor/tabell">${say(words.table)}</a></div></div>
      ${this.problem()}
      ${this.people ? this.list(this.people) : this.refused ? nothing : this.loading()}</div>`;
  }

  private list(all: Person[]): TemplateResult {
    if (all.length === 0) return html`<p class="lede">${say(words.none)} ${say(words.noneHow)}</p>`;
    const shown = found(all, this.filter, this.today);
    return html`<div class="finder">
      ${textField({ id: 'search', label: say(words.search), hint: say(words.searchHint), value: this.filter.words, change: (text) => this.choose({ words: text }) })}
      ${choiceField({
        id: 'body',
        label: say(words.body),
        value: this.filter.body,
        change: (body) => this.choose({ body }),
        options: [
          ['', say(words.allBodies)],
          ...this.bodies.map(({ id, name }): [string, string] => [id, say(name)]),
        ],
      })}
      ${tick(say(words.past), this.filter.past, (past) => this.choose({ past }))}</div>
      <p role="status" class="muted">${say(words.count(shown.length, all.length))}</p>
      ${
        shown.length === 0
          ? html`<p>${say(words.noneFound)}</p>`
          : html`<table class="table stacks people"><thead><tr><th scope="col">${say(words.name)}</th>
        <th scope="col">${say(words.assignments)}</th><th scope="col">${say(words.address)}</th></tr></thead>
        <tbody>${shown.map((one) => this.row(one))}</tbody></table>`
      }
      <div class="row after"><button type="button" class="button small"
        @click=${this.export}>${say(words.download)}</button>
        ${tick(say(words.downloadProtected), this.withProtected, (on) => (this.withProtected = on))}</div>`;
  }

  private row({ id, name, address, hidden, assignments }: Person): TemplateResult {
    const shown = assignments.filter((one) => this.filter.past || !isPast(one, this.today));
    return html`<tr><th scope="row"><a href="${base}/manniskor/${id}"><bdi>${name}</bdi></a>
        ${hidden ? html`<span class="tag">${icon('lock')} ${say(words.protected)}</span>` : nothing}</th>
      <td><ul class="plain">${shown.map((one) => html`<li>${this.assignment(one)}</li>`)}</ul></td>
      <td>${address ?? html`<span class="muted">${say(words.noAddress)}</span>`}</td></tr>`;
  }

  private assignment(one: Assignment): TemplateResult {
    const body = this.bodies.find(({ id }) => id === one.body);
    const when = isNow(one, this.today)
      ? one.until
        ? say(words.until(dated(one.until)))
        : ''
      : isPast(one, this.today)
        ? say(words.until(dated(one.until ?? '')))
        : say(words.fromDay(dated(one.from)));
    return html`${body ? shape(shapeOf[body.kind]) : nothing} ${body ? say(body.name) : one.body}, ${say(postNames[one.post])}${
      one.party ? html` <span class="muted">${one.party}</span>` : nothing
    }${when ? html` <span class="muted">(${when})</span>` : nothing}`;
  }
}

const dated = (day: string): string => `${dayAndMonth(day)} ${day.slice(0, 4)}`;
