// What every editor of rules does: try the changed rules a moment after the last key, show what follows, save what differs, and keep
// what is written when others come first.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem, type ProblemError, type Unreachable } from '../../api/problem.js';
import { previewRules, wholeRules, type RuleFile, type Rules } from '../../api/rules.js';
import { patchRules } from '../../api/settings.js';
import type { Body, Text, WhatIf } from '../../api/types.js';
import { consequenceLines } from '../../parts/consequences.js';
import { Part } from '../../parts/part.js';
import { isTold, problemNote } from '../../parts/problem-note.js';
import { icon } from '../../parts/shapes.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { tell } from '../../parts/status-line.js';
import { takeBack } from '../../parts/undoing.js';
import { consequencesOf } from '../../plan/consequences.js';
import { namesAt } from '../../plan/rule-place.js';
import { differences } from '../../plan/rule-patch.js';
import { say } from '../../words/language.js';
import { changeWords, consequenceWords } from '../../words/meeting.js';
import { rulesWords as words } from '../../words/rules.js';

const patienceMs = 250;

export abstract class RuleTrial extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) rules!: Rules;
  @property({ attribute: false }) mayChange = false;
  /** Shows everything anew once something is saved. */
  @property({ attribute: false }) saved!: () => void;
  @state() protected whatIf: WhatIf | undefined;
  @state() protected reckoning = false;
  @state() protected saving = false;
  @state() protected refused: Problem | Unreachable | undefined;
  private asked = 0;
  private timer: number | undefined;
  private key = newKey();
  /** What the server was asked about last: its pointers are into this. */
  protected tried: RuleFile | undefined;
  /** Errors that a field says: drawn before the ending, which says the others. */
  private told = new Set<ProblemError>();

  /** The rules as they would be; nothing while nothing differs or something is missing. */
  protected abstract changed(): RuleFile | undefined;
  /** Puts the fields back as they were. */
  protected abstract restore(): void;
  /** Once it is saved. */
  protected finish(): void {
    this.restore();
  }

  /** Where in a file stands what is changed: `/reports/3`. */
  protected abstract placeIn(file: RuleFile): string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected forget(): void {
    clearTimeout(this.timer);
    this.asked++;
    Object.assign(this, { whatIf: undefined, reckoning: false, refused: undefined });
  }

  private next(): RuleFile | undefined {
    const file = this.changed();
    return file && differences(this.rules.file, file).length > 0 ? file : undefined;
  }

  protected reckon(): void {
    clearTimeout(this.timer);
    this.key = newKey();
    const mine = ++this.asked;
    const file = this.next();
    if (!file) return this.forget();
    this.reckoning = true;
    this.timer = window.setTimeout(() => void this.preview(mine, file), patienceMs);
  }

  private async preview(mine: number, file: RuleFile): Promise<void> {
    try {
      this.tried = file;
      const whatIf = await previewRules(this.rytm, file);
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
    const file = this.next();
    if (this.saving || !file || !this.whatIf) return;
    this.saving = true;
    try {
      await patchRules(this.rytm, differences(this.rules.file, file), this.rules.etag, this.key);
      this.finish();
      tell(say(words.saved), { label: say(changeWords.undo), run: () => takeBack(this.rytm, this.saved) });
      this.saved();
      void this.focusOn('h2, h3');
    } catch (error) {
      this.refuse(error);
      if (isStale(error)) await this.catchUp();
    } finally {
      this.saving = false;
    }
  };

  /** The rules as others left them, under what one wrote. */
  private async catchUp(): Promise<void> {
    this.rules = await wholeRules(this.rytm);
    const stale = this.refused;
    this.reckon();
    this.refused = stale;
  }

  // ---- What is wrong

  private get errors(): ProblemError[] {
    return this.refused instanceof Problem && !this.refused.since ? this.refused.errors : [];
  }

  /** What is said of a field: `route/1/by` finds `/reports/3/route/1/by/day`. */
  protected wrong = (field: string): string | undefined => {
    const place = this.tried ? this.placeIn(this.tried) : '';
    const errors = this.errors.filter(
      ({ pointer }) => pointer.startsWith(place) && `${pointer.slice(place.length)}/`.includes(`/${field}/`),
    );
    for (const error of errors) this.told.add(error);
    return errors.length > 0
      ? errors.map(({ detail, instead }) => [detail, instead].filter(Boolean).join(' ')).join(' ')
      : undefined;
  };

  /** What no field says, with the place it is about. */
  private note(): TemplateResult | typeof nothing {
    const others = this.errors.filter((error) => !this.told.has(error));
    this.told = new Set();
    if (this.errors.length === 0) return problemNote(this.refused);
    if (others.length === 0) return nothing;
    const { tried } = this;
    return html`<div class="note error" role="alert">${others.map(({ pointer, detail, instead }) => {
      const place = tried ? namesAt(tried, this.rules.whole, pointer).map(say).join(', ') : '';
      return html`<p>${icon('error')} ${place ? html`<b>${place}:</b> ` : nothing}${detail} ${instead ?? ''}</p>`;
    })}</div>`;
  }

  /** What follows, and the buttons: the same under every editor, drawn after its fields. */
  protected ending(
    label: Text,
    dirty: boolean,
    hint: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    if (!dirty) return html`<p class="muted">${say(words.unchanged)}</p>`;
    return html`<div class="finding-box"><div aria-live="polite" aria-busy=${this.reckoning}>
        ${
          this.whatIf
            ? html`
              <h3>${say(consequenceWords.heading)}</h3>${consequenceLines(consequencesOf(this.whatIf, []), this.bodies)}`
            : html`<p
              class="muted">${say(this.reckoning ? words.reckoning : this.refused ? words.mend : words.unfinished)}</p>`
        }${hint}</div>
      ${isStale(this.refused) ? sinceNote(this.refused) : this.note()}
      <div class="row"><button class="button primary" aria-busy=${this.saving}
        aria-disabled=${!this.whatIf}>${say(this.saving ? words.saving : label)}</button>
        <button type="button" class="button quiet" @click=${this.abort}>${say(words.restore)}</button></div></div>`;
  }

  protected abort = (): void => {
    this.restore();
    void this.focusOn('h2, h3');
  };
}
