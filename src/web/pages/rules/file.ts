// The rule file itself: every rule there is, to be changed as text, with what follows and every mistake at its place.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem, type ProblemError } from '../../api/problem.js';
import { previewRules, replaceRules, rules } from '../../api/rules.js';
import type { Body, WhatIf } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { longField } from '../../parts/choice.js';
import { consequenceLines } from '../../parts/consequences.js';
import { icon } from '../../parts/shapes.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import { tell } from '../../parts/status-line.js';
import { takeBack } from '../../parts/undoing.js';
import { consequencesOf } from '../../plan/consequences.js';
import { placeInJson } from '../../plan/json-place.js';
import { say } from '../../words/language.js';
import { changeWords, consequenceWords } from '../../words/meeting.js';
import { rulesWords as words } from '../../words/rules.js';
import type { Rules } from './trial.js';

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
  @state() private unreadable: string | undefined;
  private seen = '';
  private key = newKey();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rules')) return;
    const now = JSON.stringify(this.rules.file, undefined, 2);
    if (this.text === this.seen) this.text = now;
    this.seen = now;
  }

  private write = (text: string): void => {
    Object.assign(this, { text, whatIf: undefined, unreadable: undefined, refused: undefined });
    this.key = newKey();
  };

  private read(): unknown {
    try {
      return JSON.parse(this.text);
    } catch (error) {
      this.unreadable = say(words.notJson((error as Error).message));
      return undefined;
    }
  }

  private async doing(work: (file: unknown) => Promise<void>): Promise<void> {
    const file = this.read();
    if (file === undefined || this.busy) return void this.focusOn('textarea');
    this.busy = true;
    try {
      await this.trying(() => work(file));
      if (isStale(this.refused))
        this.rules = await rules(this.rytm).then(({ value, etag }) => ({ file: value, etag }));
    } finally {
      this.busy = false;
    }
  }

  private look = (event: Event): void => {
    event.preventDefault();
    void this.doing(async (file) => void (this.whatIf = await previewRules(this.rytm, file)));
  };

  private save = (): void =>
    void this.doing(async (file) => {
      await replaceRules(this.rytm, file, this.rules.etag, this.key);
      this.seen = this.text;
      this.whatIf = undefined;
      tell(say(words.saved), { label: say(changeWords.undo), run: () => takeBack(this.rytm, this.saved) });
      this.saved();
    });

  private goTo(error: ProblemError): void {
    const area = this.querySelector('textarea');
    const [from, until] = placeInJson(this.text, error.pointer);
    if (!area) return;
    area.focus();
    area.setSelectionRange(from, until);
    // The browser shows the caret, not what is selected: scroll there by hand.
    area.scrollTop =
      (this.text.slice(0, from).split('\n').length - 4) * parseFloat(getComputedStyle(area).lineHeight);
  }

  protected override render(): TemplateResult {
    const errors = this.refused instanceof Problem && !this.refused.since ? this.refused.errors : [];
    return html`<form class="rule-file" @submit=${this.look} novalidate><h2>${say(words.file)}</h2>
      <p>${say(words.fileHow)}</p>
      ${this.mayChange ? nothing : html`<p class="note info">${say(words.mayNot)}</p>`}
      ${longField({ id: `${this.own}-file`, label: say(words.fileLabel), rows: 28, value: this.text, error: this.unreadable, change: this.write })}
      ${
        errors.length > 0
          ? html`<section class="note error" role="alert">
            <h3>${icon('error')} ${say(words.fileErrors(errors.length))}</h3><ul class="plain">${errors.map(
              (error) => html`<li>
        <code>${error.pointer}</code> <button type="button" class="linklike"
          @click=${() => this.goTo(error)}>${say(words.goThere)}</button><br>${error.detail} ${error.instead ?? ''}</li>`,
            )}</ul></section>`
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
      ${this.mayChange && !this.whatIf ? html`<button class="button primary"
        aria-busy=${this.busy}>${say(this.busy ? words.reckoning : words.fileLook)}</button>` : nothing}</form>`;
  }
}
