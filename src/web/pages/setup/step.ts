// What every step does: read the rules, save a change to them, go on; tell what is refused at its field.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem, type Unreachable } from '../../api/problem.js';
import { rules, type PatchStep, type RuleFile } from '../../api/rules.js';
import { patchRules } from '../../api/settings.js';
import { Part } from '../../parts/part.js';
import { isTold, problemNote } from '../../parts/problem-note.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { say } from '../../words/language.js';
import { setupWords as words } from '../../words/setup.js';

export abstract class SetupStep extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) next!: () => void;
  @property({ attribute: false }) back: (() => void) | undefined;
  @state() protected busy = false;
  @state() protected refused: Problem | Unreachable | undefined;
  protected etag = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.trying(() => this.begin());
  }

  protected abstract begin(): Promise<void>;

  protected async readRules(): Promise<RuleFile> {
    const { value, etag } = await rules(this.rytm);
    this.etag = etag;
    return value;
  }

  protected async trying(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.refused = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      if (!isTold(error)) throw error;
      this.refused = error;
      // What one wrote is kept; the next try is against what holds now.
      if (isStale(error)) await this.readRules();
      else void this.focusOn('[aria-invalid="true"]');
      return false;
    } finally {
      this.busy = false;
    }
  }

  protected write(steps: PatchStep[]): Promise<boolean> {
    return this.trying(async () => {
      if (steps.length > 0) await patchRules(this.rytm, steps, this.etag, newKey());
      this.next();
    });
  }

  protected wrong = (pointer: string): string | undefined =>
    this.refused instanceof Problem ? this.refused.at(pointer) : undefined;

  protected ending(label = words.next as Parameters<typeof say>[0], ...shown: string[]): TemplateResult {
    return html`${isStale(this.refused) ? sinceNote(this.refused) : problemNote(this.refused, ...shown)}
      <div class="row after"><button class="button primary"
        aria-busy=${this.busy}>${say(this.busy ? words.saving : label)}</button>
        ${this.back ? html`<button type="button" class="button quiet"
          @click=${this.back}>${say(words.back)}</button>` : nothing}</div>`;
  }
}
