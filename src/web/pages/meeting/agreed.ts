// "Det här tar vi med oss" in the panel of a dialogue: what was agreed the last time, and the lines to leave to the next.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { agreedAt, agreedLineMax, agreedLinesMax, writeAgreed, type Agreed } from '../../api/agreed.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem } from '../../api/problem.js';
import { Asking } from '../../parts/asking.js';
import { textField } from '../../parts/field.js';
import { base } from '../../parts/place.js';
import { tell } from '../../parts/status-line.js';
import { agreedWords as words } from '../../words/agreed.js';
import { dayShort } from '../../words/dates.js';
import { say } from '../../words/language.js';

const lineList = (lines: string[]): TemplateResult =>
  html`<ul class="told-plainly">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

/** What the dialogue of the same kind before it left, for its guide too. */
export const agreedBefore = ({ before }: Agreed): TemplateResult | typeof nothing =>
  before
    ? html`<p><b>${say(words.before(dayShort(before.day, 0)))}</b></p>${lineList(before.lines)}`
    : nothing;

@customElement('agreed-lines')
export class AgreedLines extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) looked = '';
  @property({ attribute: false }) may = false;
  /** The dialogue's guide, if it has one. */
  @property({ attribute: false }) guide: string | undefined;
  @state() private agreed: Agreed | undefined;
  @state() private draft: string[] | undefined;
  private etag = '';
  private key = newKey();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('looked')) return;
    this.draft = this.agreed = undefined;
    void this.load();
  }

  private load = (): Promise<boolean> =>
    this.trying(async () => {
      const slot = this.looked;
      const { value, etag } = await agreedAt(this.rytm, slot);
      if (slot === this.looked) Object.assign(this, { agreed: value, etag });
    });

  private begin = (): void => {
    const lines = this.agreed?.lines ?? [];
    this.draft = Array.from({ length: agreedLinesMax }, (_, at) => lines[at] ?? '');
    this.key = newKey();
    void this.focusOn('input');
  };

  private save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const lines = (this.draft ?? []).map((line) => line.trim()).filter(Boolean);
    await this.trying(async () => {
      const { value, etag } = await writeAgreed(this.rytm, this.looked, lines, this.etag, this.key);
      Object.assign(this, { agreed: value, etag, draft: undefined });
      tell(say(words.saved));
      void this.focusOn('.writes-lines');
    });
    if (!this.late) return;
    // What is written stays in the form, beside what is saved by now.
    const { refused } = this;
    await this.load();
    this.refused = refused;
  };

  /** Somebody else saved other lines meanwhile. */
  private get late(): boolean {
    return this.refused instanceof Problem && this.refused.status === 409;
  }

  protected override render(): TemplateResult {
    const { agreed, draft } = this;
    const guide = this.guide
      ? html`<p><a href="${base}/regler/vagledning/${this.guide}?samtal=${this.looked}">${say(words.guide)}</a></p>`
      : nothing;
    return html`<section><h3>${say(words.heading)}</h3>${guide}
      ${agreed ? agreedBefore(agreed) : nothing}
      ${!agreed ? this.problem() : draft ? this.form(agreed, draft) : this.told(agreed)}</section>`;
  }

  private told({ lines }: Agreed): TemplateResult {
    return html`${lines.length > 0 ? lineList(lines) : html`<p class="muted">${say(words.nothing)}</p>`}
      ${
        this.may
          ? html`<button type="button" class="button small writes-lines"
          @click=${this.begin}>${say(lines.length > 0 ? words.change : words.write)}</button>`
          : nothing
      }`;
  }

  private form({ lines }: Agreed, draft: string[]): TemplateResult {
    return html`<form @submit=${this.save} novalidate>
      <p>${say(words.how)}</p>
      <p class="note info">${say(words.becomesPublic)}</p>
      ${this.late ? html`<p role="alert">${say(words.newer)}</p>${lineList(lines)}` : this.problem()}
      ${draft.map((line, at) =>
        textField({
          id: `${this.own}-line-${at}`,
          label: say(words.line(at + 1)),
          value: line,
          max: agreedLineMax,
          change: (value) => {
            this.draft = draft.map((one, n) => (n === at ? value : one));
            this.key = newKey();
          },
        }),
      )}
      <div class="row"><button class="button primary">${say(words.save)}</button>
        <button type="button" class="button quiet"
          @click=${() => (this.draft = undefined)}>${say(words.abort)}</button></div></form>`;
  }
}
