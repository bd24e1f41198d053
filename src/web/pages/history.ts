// Historik: what was changed in the plan, the latest undone from here; for administrators what was done besides.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { audit, batches, permitted, type AuditLine } from '../api/accounts.js';
import { login } from '../api/login.js';
import { people, type Person } from '../api/people.js';
import type { Batch } from '../api/types.js';
import { LoadedPage } from '../parts/page.js';
import { base } from '../parts/place.js';
import { takeBack } from '../parts/undoing.js';
import { auditNames, historyWords as words, viaNames } from '../words/administration.js';
import { instant } from '../words/dates.js';
import { say } from '../words/language.js';

@customElement('history-page')
export class HistoryPage extends LoadedPage {
  @state() private batches: Batch[] | undefined;
  @state() private nextBatch: number | undefined;
  @state() private audit: AuditLine[] | undefined;
  @state() private nextLine: number | undefined;
  private names = new Map<string, string>();

  protected load(): Promise<boolean> {
    return this.trying(async () => {
      const [changes, log, authors, all] = await Promise.all([
        batches(this.rytm),
        audit(this.rytm).catch(permitted(undefined)),
        this.rytm.authors(),
        people(this.rytm).catch(permitted<Person[]>([])),
      ]);
      this.names = new Map([...all.map(({ id, name }): [string, string] => [id, name]), ...authors]);
      Object.assign(this, {
        batches: changes.items,
        nextBatch: changes.next,
        audit: log?.items,
        nextLine: log?.next,
      });
    });
  }

  private moreBatches = (): void =>
    void this.trying(async () => {
      const { items, next } = await batches(this.rytm, this.nextBatch);
      Object.assign(this, { batches: [...(this.batches ?? []), ...items], nextBatch: next });
    });

  private moreLines = (): void =>
    void this.trying(async () => {
      const { items, next } = await audit(this.rytm, this.nextLine);
      Object.assign(this, { audit: [...(this.audit ?? []), ...items], nextLine: next });
    });

  private who(id: string): string {
    if (!id) return say(words.commandLine);
    return id === login.value?.person ? say(words.you) : (this.names.get(id) ?? id);
  }

  protected override render(): TemplateResult {
    const log = this.query.get('vy') === 'logg' && this.audit;
    return html`<div class="wrap"><div class="head"><div><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="muted">${say(words.lede)}</p></div>
      ${
        this.audit
          ? html`<nav class="views" aria-label=${say(words.views)}><a href="${base}/historik"
            aria-current=${log ? nothing : 'page'}>${say(words.batches)}</a>
        <a href="${base}/historik?vy=logg"
          aria-current=${log ? 'page' : nothing}>${say(words.audit)}</a></nav>`
          : nothing
      }</div>
      ${this.problem()}
      ${!this.batches ? (this.refused ? nothing : this.loading()) : log ? this.log(log) : this.changes(this.batches)}</div>`;
  }

  private changes(all: Batch[]): TemplateResult {
    if (all.length === 0) return html`<p>${say(words.none)}</p>`;
    const latest = all.find(
      (batch) => batch.undoes === undefined && batch['undone-by'] === undefined,
    )?.number;
    return html`<p class="hint">${say(words.latest)}</p><table class="table stacks"><thead><tr><th
      scope="col">${say(words.number)}</th><th scope="col">${say(words.when)}</th>
        <th scope="col">${say(words.what)}</th><th scope="col">${say(words.who)}</th><td></td></tr></thead>
      <tbody>${all.map(
        (batch) => html`<tr><td>${batch.number}</td><td class="unbroken">${instant(batch.made)}</td>
        <th scope="row">${batch['undone-by'] ? html`<del>${say(batch.what)}</del>` : say(batch.what)}
          ${
            batch.undoes
              ? html`<br><small
            class="muted">${say(words.undoes(batch.undoes))}</small>`
              : nothing
          }
          ${
            batch['undone-by']
              ? html`<br><small
            class="muted">${say(words.undone(batch['undone-by']))}</small>`
              : nothing
          }</th>
        <td>${this.who(batch.author)}</td>
        <td>${
          batch.number === latest && batch.number > 1
            ? html`<button type="button" class="button small"
          @click=${() => takeBack(this.rytm, () => void this.load())}>${say(words.undo)}</button>`
            : nothing
        }</td></tr>`,
      )}</tbody></table>
      ${
        this.nextBatch
          ? html`<p class="after"><button type="button" class="button"
        @click=${this.moreBatches}>${say(words.more)}</button></p>`
          : nothing
      }`;
  }

  private log(all: AuditLine[]): TemplateResult {
    return html`<table class="table stacks"><thead><tr><th scope="col">${say(words.when)}</th><th
      scope="col">${say(words.what)}</th><th scope="col">${say(words.subject)}</th>
        <th scope="col">${say(words.who)}</th><th scope="col">${say(words.via)}</th></tr></thead>
      <tbody>${all.map(({ made, what, subject, detail, person, via }) => {
        const name = auditNames[what];
        const through = viaNames[via];
        return html`<tr><td class="unbroken">${instant(made)}</td><th
          scope="row">${name ? say(name) : what}</th>
          <td>${[this.names.get(subject) ?? subject, detail].filter(Boolean).join(', ')}</td>
            <td>${this.who(person)}</td><td>${through ? say(through) : via}</td></tr>`;
      })}</tbody></table>
      ${
        this.nextLine
          ? html`<p class="after"><button type="button" class="button"
        @click=${this.moreLines}>${say(words.more)}</button></p>`
          : nothing
      }`;
  }
}
