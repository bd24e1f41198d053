// Taking back the latest change. Asks first if it has been published, or if somebody else made it.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../api/http.js';
import { login } from '../api/login.js';
import type { Rytm } from '../api/organisation.js';
import { Problem, type Unreachable } from '../api/problem.js';
import type { Batch, Edition } from '../api/types.js';
import { instant } from '../words/dates.js';
import { say } from '../words/language.js';
import { changeWords, undoWords as words } from '../words/meeting.js';
import { Part } from './part.js';
import { isTold, problemNote } from './problem-note.js';
import { tell } from './status-line.js';

const lookedAt = 50;

interface Asking {
  batch: Batch;
  etag: string;
  published: Edition | undefined;
}

/** The latest that stands: neither taken back, nor a taking back. */
const latestStanding = (newestFirst: Batch[]): Batch | undefined =>
  newestFirst.find((batch) => batch.undoes === undefined && batch['undone-by'] === undefined);

@customElement('undo-dialog')
export class UndoDialog extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) done: () => void = () => {};
  @state() private asking: Asking | undefined;
  @state() private refused: Problem | Unreachable | undefined;
  private readonly key = newKey();

  /** Undoes at once where nobody needs to be asked. */
  async begin(): Promise<void> {
    try {
      const [{ value: batches, etag }, editions] = await Promise.all([
        this.rytm.latestBatches(lookedAt),
        this.rytm.editions(),
      ]);
      const batch = latestStanding(batches);
      if (!batch) {
        tell(say(words.nothing));
        return this.remove();
      }
      const published = editions.find((edition) => edition.published > batch.made);
      this.asking = { batch, etag, published };
      if (!published && batch.author === login.value?.person) await this.undo();
      else await this.show();
    } catch (error) {
      await this.refuse(error);
    }
  }

  private undo = async (): Promise<void> => {
    const asking = this.asking;
    if (!asking) return;
    try {
      await this.rytm.undo(asking.batch.number, asking.etag, this.key);
      tell(say(words.undone));
      this.done();
      this.remove();
    } catch (error) {
      await this.refuse(error);
    }
  };

  private async refuse(error: unknown): Promise<void> {
    if (!isTold(error)) throw error;
    this.refused = error;
    await this.show();
  }

  private async show(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  private publishedInWords = ({ name, published }: Edition): string =>
    say(words.published(say(name), instant(published)));

  protected override render(): TemplateResult {
    const asking = this.asking;
    return html`<dialog aria-labelledby="${this.own}-heading" @close=${() => this.remove()}>
      <h2 id="${this.own}-heading">${say(words.heading)}</h2>
      ${
        asking
          ? html`<p><b>${say(asking.batch.what)}</b> <span
            class="muted">${instant(asking.batch.made)}</span></p>
        ${asking.batch.author === login.value?.person ? nothing : html`<p>${say(words.byOther)}</p>`}
        ${asking.published ? html`<p>${this.publishedInWords(asking.published)}</p>` : nothing}`
          : nothing
      }
      ${problemNote(this.refused)}
      <form method="dialog" class="row">
        ${
          asking && !(this.refused instanceof Problem)
            ? html`<button type="button" class="button primary"
          @click=${this.undo}>${say(words.undo)}</button>`
            : nothing
        }
        <button class="button quiet">${say(changeWords.abort)}</button>
      </form></dialog>`;
  }
}

/** `done`: to show the plan anew. */
export function takeBack(rytm: Rytm, done: () => void): void {
  const dialog = document.createElement('undo-dialog') as UndoDialog;
  dialog.rytm = rytm;
  dialog.done = done;
  document.querySelector('work-place')?.append(dialog);
  void dialog.begin();
}
