// Step four: the year as it became, and publishing it.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { yearOf } from '../../api/day.js';
import { newKey } from '../../api/http.js';
import { publish, type Publication } from '../../api/publishing.js';
import type { Body, Item } from '../../api/types.js';
import { base } from '../../parts/place.js';
import { problemNote } from '../../parts/problem-note.js';
import { icon, shape, shapeOf } from '../../parts/shapes.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { dayAndMonth } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { setupWords as words } from '../../words/setup.js';
import { SetupStep } from './step.js';

@customElement('setup-publishing')
export class SetupPublishing extends SetupStep {
  @state() private bodies: Body[] = [];
  @state() private meetings: Item[] | undefined;
  @state() private findings = 0;
  @state() private done: Publication | undefined;
  private until = '';
  private key = newKey();

  protected async begin(): Promise<void> {
    const file = await this.readRules();
    this.until = file.window.until;
    const [bodies, meetings, findings] = await Promise.all([
      this.rytm.bodies(),
      this.rytm.plan(file.window.from, file.window.until, 'meeting'),
      this.rytm.findings(),
    ]);
    Object.assign(this, { bodies, meetings, findings: findings.length });
  }

  private publish = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    void this.trying(async () => {
      this.done = (await publish(this.rytm, { until: this.until }, this.etag, this.key)).value;
      void this.focusOn('.done h2');
    });
  };

  protected override render(): TemplateResult {
    const { meetings } = this;
    if (this.done) return this.published();
    if (!meetings) return html`${this.refused ? problemNote(this.refused) : ''}`;
    const year = yearOf(meetings[0]?.day ?? this.until);
    return html`<form @submit=${this.publish} novalidate><h2>${say(words.result)}</h2>
      <table class="table stacks"><thead><tr><th scope="col">${say(words.body)}</th><th
        scope="col">${say(words.meetings)}</th></tr></thead>
        <tbody>${this.bodies.map((body) => {
          const own = meetings.filter((item) => item.body === body.id);
          return html`<tr><th scope="row">${shape(shapeOf[body.kind])} ${say(body.name)}</th>
            <td>${own.length}: ${own.map(({ day }) => dayAndMonth(day)).join(', ')}</td></tr>`;
        })}</tbody></table>
      <p class="after">${icon(this.findings > 0 ? 'warning' : 'ok')} ${say(words.findings(this.findings))} ${this.findings > 0 ? html`<a href="${base}/se-over">${say(words.toFindings)}</a>` : nothing}
        <a href="${base}/ar/${year}">${say(words.toYear)}</a></p>
      <p>${say(words.publishHow)} <a href="${base}/publicera">${say(words.more)}</a></p>
      ${isStale(this.refused) ? sinceNote(this.refused) : problemNote(this.refused)}
      <div class="row"><button class="button primary"
        aria-busy=${this.busy}>${say(this.busy ? words.publishing : words.publish)}</button>
        ${
          this.back
            ? html`<button type="button" class="button quiet"
          @click=${this.back}>${say(words.back)}</button>`
            : nothing
        }</div></form>`;
  }

  private published(): TemplateResult {
    return html`<div class="note ok done"><h2 tabindex="-1">${icon('ok')} ${say(words.done)}</h2>
      <p>${say(words.doneHow)}</p>
      <div class="row"><a class="button primary" href="${base}/kalenderlankar">${say(words.links)}</a><a
        class="button" href="${base}/manniskor">${say(words.people)}</a>
        <a class="button" href="${base}/ar">${say(words.toYear)}</a></div></div>`;
  }
}
