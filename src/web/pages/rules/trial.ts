// What every editor of rules does: try the changed rules a moment after the last key, show what follows, save, and keep what is
// written when others come first.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem, type Unreachable } from '../../api/problem.js';
import { previewRules, rules, type RuleFile } from '../../api/rules.js';
import { patchRules, type PatchStep } from '../../api/settings.js';
import type { Body, WhatIf } from '../../api/types.js';
import { consequenceLines } from '../../parts/consequences.js';
import { Part } from '../../parts/part.js';
import { isTold, problemNote } from '../../parts/problem-note.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { tell } from '../../parts/status-line.js';
import { takeBack } from '../../parts/undoing.js';
import { consequencesOf } from '../../plan/consequences.js';
import { patched } from '../../plan/rules.js';
import { say } from '../../words/language.js';
import { changeWords, consequenceWords } from '../../words/meeting.js';
import { rulesWords as words } from '../../words/rules.js';

const patienceMs = 250;

export interface Rules {
  file: RuleFile;
  etag: string;
}

export abstract class RuleTrial extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) rules!: Rules;
  /** Shows everything anew once something is saved. */
  @property({ attribute: false }) saved!: () => void;
  @state() protected whatIf: WhatIf | undefined;
  @state() protected reckoning = false;
  @state() protected saving = false;
  @state() protected refused: Problem | Unreachable | undefined;
  private asked = 0;
  private timer: number | undefined;
  private key = newKey();

  /** What is to be written; nothing while nothing differs or something is missing. */
  protected abstract steps(): PatchStep[];
  /** Puts the fields back as they were. */
  protected abstract restore(): void;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected forget(): void {
    clearTimeout(this.timer);
    this.asked++;
    Object.assign(this, { whatIf: undefined, reckoning: false, refused: undefined });
  }

  protected reckon(): void {
    clearTimeout(this.timer);
    this.key = newKey();
    const mine = ++this.asked;
    const steps = this.steps();
    if (steps.length === 0) return this.forget();
    this.reckoning = true;
    this.timer = window.setTimeout(() => void this.preview(mine, steps), patienceMs);
  }

  private async preview(mine: number, steps: PatchStep[]): Promise<void> {
    try {
      const whatIf = await previewRules(this.rytm, patched(this.rules.file, steps));
      if (mine === this.asked)
        Object.assign(this, { whatIf, refused: isStale(this.refused) ? this.refused : undefined });
    } catch (error) {
      if (mine === this.asked) this.refuse(error);
    } finally {
      if (mine === this.asked) this.reckoning = false;
    }
  }

  private refuse(error: unknown): void {
    if (!isTold(error)) throw error;
    Object.assign(this, { refused: error, whatIf: undefined });
  }

  protected save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const steps = this.steps();
    if (this.saving || steps.length === 0 || !this.whatIf) return;
    this.saving = true;
    try {
      await patchRules(this.rytm, steps, this.rules.etag, this.key);
      this.forget();
      tell(say(words.saved), { label: say(changeWords.undo), run: () => takeBack(this.rytm, this.saved) });
      this.saved();
    } catch (error) {
      this.refuse(error);
      if (isStale(error)) await this.catchUp();
    } finally {
      this.saving = false;
    }
  };

  /** The rules as others left them, under what one wrote. */
  private async catchUp(): Promise<void> {
    const { value, etag } = await rules(this.rytm);
    this.rules = { file: value, etag };
    const stale = this.refused;
    this.reckon();
    this.refused = stale;
  }

  /** What is said of a field: `weeks` finds `/bodies/3/series/0/when/weeks/2`. */
  protected wrong = (field: string): string | undefined => {
    const error =
      this.refused instanceof Problem
        ? this.refused.errors.find(({ pointer }) => `${pointer}/`.includes(`/${field}/`))
        : undefined;
    return error && [error.detail, error.instead].filter(Boolean).join(' ');
  };

  /** Said under the fields only where no field says it. */
  private note(shown: string[]): TemplateResult | typeof nothing {
    return shown.some((field) => this.wrong(field) !== undefined) ? nothing : problemNote(this.refused);
  }

  /** What follows, and the buttons: the same under every editor. */
  protected ending(label: Parameters<typeof say>[0], shown: string[], dirty: boolean): TemplateResult {
    if (!dirty) return html`<p class="muted">${say(words.unchanged)}</p>`;
    return html`<div class="finding-box"><div aria-live="polite" aria-busy=${this.reckoning}>
        ${
          this.whatIf
            ? html`
              <h3>${say(consequenceWords.heading)}</h3>${consequenceLines(consequencesOf(this.whatIf, []), this.bodies)}`
            : html`<p
              class="muted">${say(this.reckoning ? words.reckoning : this.refused ? words.unfinished : words.unchanged)}</p>`
        }</div>
      ${isStale(this.refused) ? sinceNote(this.refused) : this.note(shown)}
      <div class="row"><button class="button primary" aria-busy=${this.saving}
        aria-disabled=${!this.whatIf}>${say(this.saving ? words.saving : label)}</button>
        <button type="button" class="button quiet"
          @click=${() => this.restore()}>${say(words.restore)}</button></div></div>`;
  }
}
