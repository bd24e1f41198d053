// What is published: the latest edition of each body, all of one, and going back to an earlier one.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import {
  differences,
  editionsOf,
  latestEditions,
  returnTo,
  type Difference,
  type FullEdition,
} from '../../api/publishing.js';
import type { Body } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { tell } from '../../parts/status-line.js';
import { dayShort, instant } from '../../words/dates.js';
import { language, say } from '../../words/language.js';
import { changeWords } from '../../words/meeting.js';
import { publishWords as words } from '../../words/publish.js';
import { differenceTable } from './differences.js';

@customElement('editions-list')
export class EditionsList extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) bodies: Body[] = [];
  /** Changes when something was published: read anew. */
  @property({ attribute: false }) revision = 0;
  @property({ attribute: false }) returned!: () => void;
  @state() private latest: FullEdition[] | undefined;
  @state() private opened: { body: string; editions: FullEdition[] } | undefined;
  @state() private asking:
    { edition: FullEdition; latest: FullEdition; differences: Difference[] } | undefined;
  @state() private busy = false;
  private etag = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) void this.load();
  }

  protected override updated(): void {
    this.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  private load = (): Promise<boolean> =>
    this.trying(async () => {
      const { value, etag } = await latestEditions(this.rytm);
      Object.assign(this, { latest: value, etag });
      if (this.opened) await this.openBody(this.opened.body);
    });

  private openBody = (body: string): Promise<boolean> =>
    this.trying(async () => {
      this.opened = { body, editions: (await editionsOf(this.rytm, body)).value };
    });

  private ask = (edition: FullEdition): Promise<boolean> =>
    this.trying(async () => {
      const latest = this.opened?.editions[0];
      if (latest)
        this.asking = {
          edition,
          latest,
          differences: (await differences(this.rytm, edition.body, latest.number, edition.number))
            .differences,
        };
    });

  private goBack = async (): Promise<void> => {
    const asking = this.asking;
    if (!asking || this.busy) return;
    this.busy = true;
    await this.trying(async () => {
      await returnTo(this.rytm, asking.edition.body, asking.edition.number, this.etag, newKey());
      this.asking = undefined;
      tell(say(words.wentBack));
      this.returned();
    });
    this.busy = false;
    if (isStale(this.refused)) this.etag = (await latestEditions(this.rytm)).etag;
  };

  protected override render(): TemplateResult {
    const { latest } = this;
    return html`<h2 id="utgavor" tabindex="-1">${say(words.editions)}</h2>
      ${this.asking ? nothing : this.problem()}
      ${
        !latest
          ? nothing
          : latest.length === 0
            ? html`<p>${say(words.noEditions)}</p>`
            : html`<ul
        class="editions">${latest.map((edition) => this.body(edition))}</ul>
        <p>${say(words.archiveHow)} <a download
          href=${this.rytm.file('/editions/archive', { language: language.value })}>${say(words.archiveAll)}</a></p>`
      }
      ${this.asking ? this.dialog(this.asking) : nothing}`;
  }

  private body(edition: FullEdition): TemplateResult {
    const open = this.opened?.body === edition.body;
    return html`<li><button type="button" class="opens" aria-expanded=${open}
        @click=${() => (open ? (this.opened = undefined) : void this.openBody(edition.body))}>
        <b>${say(edition.name)}</b> <span>${say(words.edition(edition.number))}, ${instant(edition.published)}</span></button>
      ${open && this.opened ? this.table(this.opened.editions) : nothing}</li>`;
  }

  private table(editions: FullEdition[]): TemplateResult {
    const may = this.bodies.find(({ id }) => id === editions[0]?.body)?.may.publish ?? false;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${say(words.all)}><table
      class="table stacks">
      <thead><tr><th scope="col">${say(words.number)}</th><th scope="col">${say(words.publishedOn)}</th><th
        scope="col">${say(words.reaches)}</th>
        <th scope="col">${say(words.comment)}</th><td></td></tr></thead>
      <tbody>${editions.map(
        (edition, at) => html`<tr><th scope="row">${edition.number}</th><td>${instant(edition.published)}</td>
        <td>${dayShort(edition.until, 0)}</td>
        <td>${[edition['returns-to'] ? say(words.returnsTo(edition['returns-to'])) : '', edition.note ? say(edition.note) : ''].filter(Boolean).join('. ')}</td>
        <td><a download href=${this.archive(edition)}
            aria-label=${say(words.archiveOf(edition.number))}>${say(words.archive)}</a> ${
              at === 0
                ? html`<span class="tag ok">${say(words.latest)}</span>`
                : may
                  ? html`<button type="button" class="button small"
          @click=${() => this.ask(edition)}>${say(words.goBack(edition.number))}</button>`
                  : nothing
            }</td></tr>`,
      )}</tbody></table></div>`;
  }

  private archive({ body, number }: FullEdition): string {
    return this.rytm.file(`/editions/${body}/${number}/archive`, { language: language.value });
  }

  private dialog({
    edition,
    differences: changes,
  }: {
    edition: FullEdition;
    differences: Difference[];
  }): TemplateResult {
    return html`<dialog class="wide" aria-labelledby="${this.own}-back"
      @close=${() => (this.asking = undefined)}>
      <h2 id="${this.own}-back">${say(words.goBack(edition.number))}</h2>
      <p>${say(words.goBackHow(edition.number))}</p>
      ${
        changes.length === 0
          ? html`
        <p>${say(words.noDifference)}</p>`
          : differenceTable(changes, say(words.changes))
      }
      ${isStale(this.refused) ? sinceNote(this.refused) : this.problem()}
      <form method="dialog" class="row"><button type="button" class="button primary" aria-busy=${this.busy}
        @click=${this.goBack}>${
          this.busy ? say(words.publishing) : say(words.goBack(edition.number))
        }</button>
        <button class="button quiet">${say(changeWords.abort)}</button></form></dialog>`;
  }
}
