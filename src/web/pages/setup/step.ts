// What every step does: read the rules, save a change to them, go on; tell what is refused at its field.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { rules, type PatchStep, type RuleFile } from '../../api/rules.js';
import { patchRules } from '../../api/settings.js';
import { Asking } from '../../parts/asking.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { say } from '../../words/language.js';
import { setupWords as words } from '../../words/setup.js';

export abstract class SetupStep extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) next!: () => void;
  @property({ attribute: false }) back: (() => void) | undefined;
  @state() protected busy = false;
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

  protected override async trying(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    try {
      const worked = await super.trying(work);
      // What one wrote is kept; the next try is against what holds now.
      if (isStale(this.refused)) await this.readRules();
      else if (!worked) void this.focusOn('[aria-invalid="true"]');
      return worked;
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

  protected ending(label = words.next as Parameters<typeof say>[0], ...shown: string[]): TemplateResult {
    return html`${isStale(this.refused) ? sinceNote(this.refused) : this.problem(...shown)}
      <div class="row after"><button class="button primary"
        aria-busy=${this.busy}>${say(this.busy ? words.saving : label)}</button>
        ${
          this.back
            ? html`<button type="button" class="button quiet"
          @click=${this.back}>${say(words.back)}</button>`
            : nothing
        }</div>`;
  }
}
