// The rule file itself: every rule there is, to be changed as text, with what follows and every mistake at its place.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem, type ProblemError } from '../../api/problem.js';
import { previewRules, replaceRules, wholeRules, type Rules } from '../../api/rules.js';
import type { Body, WhatIf } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { consequenceLines } from '../../parts/consequences.js';
import { icon } from '../../parts/shapes.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { tell } from '../../parts/status-line.js';
import { takeBack } from '../../parts/undoing.js';
import { consequencesOf } from '../../plan/consequences.js';
import { lineAt, placeOfError } from '../../plan/json-place.js';
import { say } from '../../words/language.js';
import { changeWords, consequenceWords } from '../../words/meeting.js';
import { rulesWords as words } from '../../words/rules.js';

@customElement('rule-file')
export class RuleFileEditor extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) rules!: Rules;
  @property({ attribute: false }) saved!: () => void;
  @property({ attribute: false }) mayChange = false;
  @state() private text = '';
  @state() private whatIf: WhatIf | undefined;
  @state() private busy = false;
  private seen = '';
  private key = newKey();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rules')) return;
    if (this.text === this.seen) this.text = this.rules.text;
    this.seen = this.rules.text;
  }

  protected override updated(): void {
    this.follow();
  }

  private write = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    Object.assign(this, { text: value, whatIf: undefined, refused: undefined });
    this.key = newKey();
  };

  /** The numbers go along with the text. */
  private follow = (): void => {
    const [area, numbers] = [this.querySelector('textarea'), this.querySelector('.line-numbers')];
    if (area && numbers) numbers.scrollTop = area.scrollTop;
  };

  private async doing(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.trying(work);
      if (isStale(this.refused)) this.rules = await wholeRules(this.rytm);
      const [first] = this.errors;
      if (first) this.goTo(first);
    } finally {
      this.busy = false;
    }
  }

  private look = (event: Event): void => {
    event.preventDefault();
    void this.doing(async () => void (this.whatIf = await previewRules(this.rytm, this.text)));
  };

  private save = (): void =>
    void this.doing(async () => {
      await replaceRules(this.rytm, this.text, this.rules.etag, this.key);
      this.seen = this.text;
      this.whatIf = undefined;
      tell(say(words.saved), { label: say(changeWords.undo), run: () => takeBack(this.rytm, this.saved) });
      this.saved();
    });

  private get errors(): ProblemError[] {
    return this.refused instanceof Problem && !this.refused.since ? this.refused.errors : [];
  }

  private goTo({ pointer }: ProblemError): void {
    const area = this.querySelector('textarea');
    const [from, until] = placeOfError(this.text, pointer);
    if (!area) return;
    area.focus();
    area.setSelectionRange(from, until);
    // The browser shows the caret, not what is selected: scroll there by hand.
    area.scrollTop = (lineAt(this.text, from) - 4) * parseFloat(getComputedStyle(area).lineHeight);
  }

  protected override render(): TemplateResult {
    const { errors } = this;
    return html`<form class="rule-file" @submit=${this.look} novalidate><h2 tabindex="-1">${say(words.file)}</h2>
      <p>${say(words.fileHow)}</p>
      ${this.mayChange ? nothing : html`<p class="note info">${say(words.mayNot)}</p>`}
      ${this.lines(errors)}
      ${
        errors.length > 0
          ? this.mistakes(errors)
          : isStale(this.refused)
            ? sinceNote(this.refused)
            : this.problem()
      }
      ${
        this.whatIf
          ? html`<div class="finding-box">
            <h3>${say(consequenceWords.heading)}</h3>${consequenceLines(consequencesOf(this.whatIf, []), this.bodies)}
        <button type="button" class="button primary" aria-busy=${this.busy}
          @click=${this.save}>${say(this.busy ? words.saving : words.fileSave)}</button></div>`
          : nothing
      }
      ${
        this.mayChange && !this.whatIf
          ? html`<button class="button primary"
        aria-busy=${this.busy}>${say(this.busy ? words.reckoning : words.fileLook)}</button>`
          : nothing
      }</form>`;
  }

  /** The text with a number beside each line; those with a mistake are marked. */
  private lines(errors: ProblemError[]): TemplateResult {
    const wrong = new Set(
      errors.map(({ pointer }) => lineAt(this.text, placeOfError(this.text, pointer)[0])),
    );
    const count = this.text.split('\n').length;
    const id = `${this.own}-file`;
    return html`<div class=${errors.length > 0 ? 'field bad' : 'field'}><label for=${id}>${say(words.fileLabel)}</label>
      <div class="lined"><div class="line-numbers" aria-hidden="true">${Array.from(
        { length: count },
        (_, at) => at + 1,
      ).map(
        (line) => html`<span class=${wrong.has(line) ? 'wrong-line' : nothing}>${line}</span>`,
      )}</div><textarea id=${id} rows="28" spellcheck="false" .value=${this.text} ?readonly=${!this.mayChange}
        aria-invalid=${errors.length > 0 ? 'true' : nothing} aria-describedby=${errors.length > 0 ? `${id}-mistakes` : nothing}
        @input=${this.write} @scroll=${this.follow}></textarea></div></div>`;
  }

  private mistakes(errors: ProblemError[]): TemplateResult {
    return html`<section class="note error" role="alert" id="${this.own}-file-mistakes">
      <h3>${icon('error')} ${say(words.fileErrors(errors.length))}</h3><ul class="plain">${errors.map(
        (error) => {
          const line = lineAt(this.text, placeOfError(this.text, error.pointer)[0]);
          return html`<li><button type="button" class="linklike" @click=${() => this.goTo(error)}>${say(words.line(line))}</button>
          <code>${error.pointer.startsWith('/') ? error.pointer : nothing}</code><br>${error.detail} ${error.instead ?? ''}</li>`;
        },
      )}</ul></section>`;
  }
}
