// Publicera: what readers will see change, who is told, the decision behind it, and then all of it at once.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { firstOf, isDay, yearOf } from '../api/day.js';
import { newKey } from '../api/http.js';
import { Problem, type Unreachable } from '../api/problem.js';
import { latestEditions, previewPublication, publish, type Publication } from '../api/publishing.js';
import type { Body } from '../api/types.js';
import { tick } from '../parts/choice.js';
import { textField } from '../parts/field.js';
import { LoadedPage } from '../parts/page.js';
import { base } from '../parts/place.js';
import { problemNote } from '../parts/problem-note.js';
import { icon, shape, shapeOf } from '../parts/shapes.js';
import { isStale, sinceNote } from '../parts/since-note.js';
import { tell } from '../parts/status-line.js';
import {
  mayPublish,
  pointerOnPage,
  requestOf,
  usualUntil,
  type Decision,
  type PublicationDraft,
} from '../plan/publishing.js';
import { together } from '../words/dates.js';
import { say } from '../words/language.js';
import { publishWords as words } from '../words/publish.js';
import { decisionForm } from './publish/decisions.js';
import { bodyDifferences } from './publish/differences.js';
import './publish/editions.js';
import { mailPreview } from './publish/mail.js';

const patienceMs = 250;
const namedMax = 6;

@customElement('publish-page')
export class PublishPage extends LoadedPage {
  @state() private bodies: Body[] | undefined;
  @state() private draft: PublicationDraft | undefined;
  /** Of all bodies one may publish, and of those chosen. */
  @state() private all: Publication | undefined;
  @state() private seen: Publication | undefined;
  @state() private reckoning = false;
  @state() private publishing = false;
  @state() private done: Publication | undefined;
  @state() private answer: Problem | Unreachable | undefined;
  @state() private mailTo: string | undefined;
  /** Fields that are still empty are no mistakes before that. */
  @state() private tried = false;
  private etag = '';
  private key = newKey();
  private asked = 0;
  private timer: number | undefined;

  override heard(): void {
    if (!this.publishing) void this.load();
  }

  /** What one has chosen and written stays when others change the plan. */
  protected load(): Promise<boolean> {
    return this.trying(async () => {
      const [bodies, { value: editions }] = await Promise.all([
        this.rytm.bodies(),
        latestEditions(this.rytm),
      ]);
      this.bodies = mayPublish(bodies);
      this.draft ??= {
        bodies: new Set(this.bodies.map(({ id }) => id)),
        until: usualUntil(editions, this.rytm.organisation.window),
        note: '',
        withhold: false,
        small: false,
        decisions: [],
      };
      if (this.bodies.length > 0) await this.preview(++this.asked);
    });
  }

  private change(more: Partial<PublicationDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...more };
    this.key = newKey();
    this.done = undefined;
    clearTimeout(this.timer);
    const mine = ++this.asked;
    this.timer = window.setTimeout(() => void this.preview(mine), patienceMs);
  }

  private async preview(mine: number): Promise<void> {
    const { draft, bodies } = this;
    if (!draft || !bodies || !isDay(draft.until)) return;
    this.reckoning = true;
    try {
      const whole = draft.bodies.size === bodies.length;
      const [{ value: seen, etag }, all] = await Promise.all([
        previewPublication(
          this.rytm,
          requestOf(
            draft.bodies.size > 0
              ? draft
              : { ...draft, bodies: new Set(bodies.map(({ id }) => id)), decisions: [] },
          ),
        ),
        whole
          ? undefined
          : previewPublication(this.rytm, { until: draft.until, bodies: bodies.map(({ id }) => id) }),
      ]);
      if (mine !== this.asked) return;
      Object.assign(this, {
        seen,
        all: all?.value ?? seen,
        etag,
        answer: isStale(this.answer) ? this.answer : undefined,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (mine === this.asked) this.answer = error;
    } finally {
      if (mine === this.asked) this.reckoning = false;
    }
  }

  private publish = async (): Promise<void> => {
    const { draft, seen } = this;
    if (!draft || !seen || this.publishing) return;
    this.tried = true;
    if (!this.ready) return void this.focusOn('[aria-invalid="true"]');
    this.publishing = true;
    const before = this.refused;
    this.answer = undefined;
    const worked = await this.trying(async () => {
      const { value } = await publish(this.rytm, requestOf(draft), this.etag, this.key);
      this.done = value;
      this.draft = { ...draft, decisions: [], note: '' };
      this.tried = false;
      tell(say(words.published(value.bodies.length)));
    });
    if (!worked) this.answer = this.refused;
    this.refused = before;
    this.publishing = false;
    if (worked || isStale(this.answer)) await this.load();
    void this.focusOn(worked ? '.done h2' : '[aria-invalid="true"]');
  };

  // ---- What stands in the way

  private wrongInDraft = (field: string): string | undefined => {
    const { answer, draft } = this;
    if (!(answer instanceof Problem) || !draft) return undefined;
    const error = answer.errors.find(({ pointer }) => pointerOnPage(draft, pointer) === field);
    return error && [error.detail, error.instead].filter(Boolean).join(' ');
  };

  private get incomplete(): boolean {
    return (
      this.answer instanceof Problem &&
      this.answer.errors.some(({ pointer }) => pointer.startsWith('/adoptions/'))
    );
  }

  private get ready(): boolean {
    const { draft, seen } = this;
    return Boolean(
      draft &&
      seen &&
      draft.bodies.size > 0 &&
      seen.bodies.length > 0 &&
      seen['in-the-way'].length === 0 &&
      (!this.answer || isStale(this.answer)),
    );
  }

  private name = (id: string): string => {
    const body = this.bodies?.find((one) => one.id === id);
    return body ? say(body.name) : id;
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    const { draft, bodies } = this;
    return html`<div class="wrap publish"><div class="head"><div><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="muted">${say(words.lede)}</p></div></div>
      ${this.problem()}
      ${!draft || !bodies ? (this.refused ? nothing : this.loading()) : this.inside(draft, bodies)}</div>`;
  }

  private inside(draft: PublicationDraft, bodies: Body[]): TemplateResult {
    const letters = this.seen?.letters ?? [];
    return html`${this.steps(draft)}
      <div class="publish-columns"><div>
        ${this.done ? this.doneNote(this.done) : nothing}
        <section aria-labelledby="andras" aria-busy=${this.reckoning}><h2 id="andras"
          tabindex="-1">${say(words.changes)}</h2>${this.what(draft, bodies)}</section>
        <section aria-labelledby="far-veta"><h2 id="far-veta"
          tabindex="-1">${say(words.recipients)}</h2>${this.who(draft)}</section>
        <section aria-labelledby="beslutet"><h2 id="beslutet"
          tabindex="-1">${say(words.decision)}</h2>${this.decided(draft, bodies)}</section>
        <section aria-labelledby="publicera"><h2 id="publicera" tabindex="-1"
          class="heard">${say(words.publish)}</h2>${this.last(draft)}</section>
      </div>
      <aside class="mail-side"
        aria-label=${say(words.mail)}>${mailPreview(draft.small ? [] : letters, this.mailTo, (person) => (this.mailTo = person))}</aside></div>
      <editions-list .rytm=${this.rytm} .bodies=${bodies} .revision=${this.all?.revision ?? 0}
        .returned=${() => void this.load()}></editions-list>`;
  }

  private steps(draft: PublicationDraft): TemplateResult {
    const changed = this.seen?.bodies.filter(({ differences }) => differences.length > 0) ?? [];
    const changes = changed.reduce((sum, { differences }) => sum + differences.length, 0);
    const steps: [string, string, string][] = [
      ['andras', say(words.changes), this.seen ? say(words.changesTold(changes, changed.length)) : '…'],
      [
        'far-veta',
        say(words.recipients),
        say(words.recipientsTold(draft.small ? 0 : (this.seen?.letters?.length ?? 0))),
      ],
      [
        'beslutet',
        say(words.decision),
        say(this.incomplete ? words.missing : words.decisionTold(draft.decisions.length)),
      ],
      ['publicera', say(words.publish), say(words.publishTold)],
    ];
    const leap = (event: Event, id: string): void => {
      event.preventDefault();
      const heading = this.querySelector<HTMLElement>(`#${id}`);
      heading?.focus({ preventScroll: true });
      heading?.closest('section')?.scrollIntoView();
    };
    return html`<nav aria-label=${say(words.steps)}><ol class="steps">${steps.map(
      ([id, name, told], at) => html`<li>
      <a href="#${id}"
        @click=${(event: Event) => leap(event, id)}><b>${at + 1}. ${name}</b><span>${told}</span></a></li>`,
    )}</ol></nav>`;
  }

  private what(draft: PublicationDraft, bodies: Body[]): TemplateResult {
    const { seen } = this;
    const changed =
      seen?.bodies.filter(({ differences, body }) => differences.length > 0 && draft.bodies.has(body)) ?? [];
    return html`<div class="two">${textField({
      id: 'until',
      type: 'date',
      label: say(words.until),
      hint: say(words.untilHint),
      value: draft.until,
      error: this.wrongInDraft('/until') ?? this.untilRefused,
      change: (until) => this.change({ until }),
    })}</div>
    ${this.choosing(draft, bodies)}
    ${
      seen && seen.quoted.length > 0
        ? html`<div class="note warning">
          <p>${icon('warning')} ${say(words.quoted(together(seen.quoted.map(this.name))))}</p>
      <button type="button" class="button small"
        @click=${() => this.change({ bodies: new Set([...draft.bodies, ...seen.quoted]) })}>${say(words.quotedTake)}</button></div>`
        : nothing
    }
    ${
      !seen
        ? this.answer
          ? nothing
          : this.loading()
        : changed.length === 0
          ? html`<p class="nothing">${icon('ok')} <b>${say(words.nothing)}.</b> ${say(words.nothingHow)}</p>`
          : changed.map(({ body, number, differences }) => {
              const one = bodies.find(({ id }) => id === body);
              return one ? bodyDifferences(one, number, differences) : nothing;
            })
    }`;
  }

  private get untilRefused(): string | undefined {
    const { answer } = this;
    return answer instanceof Problem && answer.status === 422 && answer.errors.length === 0
      ? answer.message
      : undefined;
  }

  private choosing(draft: PublicationDraft, bodies: Body[]): TemplateResult {
    const changes = new Map(
      this.all?.bodies.map(({ body, differences }) => [body, differences.length]) ?? [],
    );
    const choose = (id: string, chosen: boolean): void => {
      const next = new Set(draft.bodies);
      if (chosen) next.add(id);
      else next.delete(id);
      this.change({ bodies: next });
    };
    return html`<details class="choosing" ?open=${draft.bodies.size < bodies.length}>
      <summary>${say(words.bodies)}: ${draft.bodies.size} / ${bodies.length}</summary>
      <fieldset><legend class="heard">${say(words.bodies)}</legend>
        <div class="row"><button type="button" class="button small"
          @click=${() => this.change({ bodies: new Set(bodies.map(({ id }) => id)) })}>${say(words.allBodies)}</button>
          <button type="button" class="button small"
            @click=${() => this.change({ bodies: new Set() })}>${say(words.noBodies)}</button></div>
        <ul class="columns">${bodies.map(
          (body) => html`<li><label class="check"><input type="checkbox" .checked=${draft.bodies.has(body.id)}
          @change=${(event: Event) => choose(body.id, (event.target as HTMLInputElement).checked)}> <span>${shape(shapeOf[body.kind])} ${say(body.name)}
          <small class="muted">${say(words.changed(changes.get(body.id) ?? 0))}</small></span></label></li>`,
        )}</ul>
      </fieldset></details>
      ${
        draft.bodies.size === 0
          ? html`<p
        class="wrong">${icon('error')} ${say(words.choose)}</p>`
          : nothing
      }`;
  }

  private who(draft: PublicationDraft): TemplateResult {
    const letters = draft.small ? [] : (this.seen?.letters ?? []);
    const names = letters.slice(0, namedMax).map(({ name }) => name);
    const rest = letters.length - names.length;
    return html`<ul class="consequences">
      <li>${icon('mail')}
        <div>${letters.length === 0 ? say(words.nobody) : say(words.mails(together([...names, ...(rest > 0 ? [`+${rest}`] : [])])))}</div></li>
      <li>${icon('people')}<div>${say(words.calendars(this.seen?.feeds.length ?? 0))}</div></li></ul>
      ${tick(say(words.small), draft.small, (small) => this.change({ small }))}`;
  }

  private decided(draft: PublicationDraft, bodies: Body[]): TemplateResult {
    const year = yearOf(draft.until || '2027-01-01');
    const fresh = (): Decision => ({
      body: '',
      kind: 'adopted',
      from: firstOf(year, 1),
      until: draft.until,
      by: '',
      on: '',
      paragraph: '',
      caseNumber: '',
    });
    return html`${decisionForm(
      {
        decisions: draft.decisions,
        bodies,
        change: (decisions) => {
          this.change({ decisions });
          const added = decisions.length > draft.decisions.length;
          if (added) void this.focusOn(`#decision-${draft.decisions.length}-body`);
        },
        wrong: (number, field, empty) =>
          empty && !this.tried ? undefined : this.wrongInDraft(`/decisions/${number}/${field}`),
      },
      fresh,
    )}
    <p class="after">${tick(say(words.withhold), draft.withhold, (withhold) => this.change({ withhold }))}</p>
    ${textField({ id: 'note', label: say(words.note), value: draft.note, max: 4000, error: this.wrongInDraft('/note'), change: (note) => this.change({ note }) })}
    <p><a
      href="${base}/publicera/beslut/${[...draft.bodies][0] ?? ''}?ar=${year}">${say(words.documents)}</a></p>`;
  }

  private last(draft: PublicationDraft): TemplateResult {
    const stops = this.seen?.['in-the-way'] ?? [];
    return html`<div class="last">
      ${
        stops.length > 0
          ? html`<div class="note error"><p>${icon('error')} <b>${say(words.inTheWay)}</b></p>
            <ul>${stops.map(({ message }) => html`<li>${say(message)}</li>`)}</ul>
        <p><a href="${base}/se-over">${say(words.toFindings)}</a></p></div>`
          : nothing
      }
      ${isStale(this.answer) ? sinceNote(this.answer) : this.answer && !this.untilRefused && !this.incomplete ? problemNote(this.answer, 'until', 'note') : nothing}
      <p>${say(words.how)}</p>
      <button type="button" class="button primary" aria-disabled=${!this.ready} aria-busy=${this.publishing}
        @click=${this.publish}>${
          this.publishing ? say(words.publishing) : say(words.button(draft.bodies.size))
        }</button></div>`;
  }

  private doneNote({ bodies, feeds }: Publication): TemplateResult {
    return html`<div class="note ok done"><h2 tabindex="-1">${say(words.publishedHeading)}</h2>
      <ul>${bodies.map(
        ({ body, number }) => html`<li>${icon('ok')} ${this.name(body)}, ${say(words.edition(number))}
        <a href="${base}/publicera/beslut/${body}">${say(words.document)}</a></li>`,
      )}</ul>
      <p>${say(words.publishedCalendars(feeds.length))}</p></div>`;
  }
}
