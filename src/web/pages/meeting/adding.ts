// Adding a meeting to a body's series, with what follows in view.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isDay, readTime } from '../../api/day.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import type { Body, Day, Proposal } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { consequenceLines } from '../../parts/consequences.js';
import { field, textField } from '../../parts/field.js';
import { isStale } from '../../parts/since-note.js';
import { tell } from '../../parts/status-line.js';
import { takeBack } from '../../parts/undoing.js';
import { consequencesOf, type Consequences } from '../../plan/consequences.js';
import { time, week, weekdayLong } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { addWords as words, changeWords, consequenceWords, reasonKinds } from '../../words/meeting.js';

const shown = ['add', 'series', 'set/at', 'reason-kind'];

@customElement('add-meeting')
export class AddMeeting extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) bodies: Body[] = [];
  /** To begin with. */
  @property({ attribute: false }) day: Day = '';
  @property({ attribute: false }) close!: () => void;
  @property({ attribute: false }) saved!: () => void;
  @state() private series = '';
  @state() private chosen = '';
  @state() private at = '';
  @state() private reasonKind = '';
  @state() private whatIf: Consequences | undefined;
  @state() private saving = false;
  private etag = '';
  private key = newKey();
  private asked = 0;

  private get choices(): { id: string; name: string; at: string }[] {
    return this.bodies
      .filter(({ may }) => may.adjust)
      .flatMap((body) =>
        body.series.map((series) => ({
          id: `${body.id}/${series.id}`,
          name: `${say(body.name)}: ${say(series.name)}`,
          at: series.at,
        })),
      );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('day')) this.chosen = this.day;
    if (this.series || this.choices.length === 0) return;
    this.series = this.choices[0]?.id ?? '';
    this.at = time(this.choices[0]?.at ?? '');
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    void this.preview();
  }

  private get proposal(): Proposal | undefined {
    const at = readTime(this.at);
    if (!this.series || !isDay(this.chosen) || !at) return undefined;
    return {
      changes: [
        {
          series: this.series,
          add: this.chosen,
          set: { at },
          ...(this.reasonKind ? { 'reason-kind': this.reasonKind } : {}),
        },
      ],
    };
  }

  private change(changed: Partial<Record<'series' | 'chosen' | 'at' | 'reasonKind', string>>): void {
    Object.assign(this, changed);
    this.key = newKey();
    void this.preview();
  }

  private async preview(): Promise<void> {
    const { proposal } = this;
    const mine = ++this.asked;
    if (!proposal) {
      this.whatIf = undefined;
      return;
    }
    await this.asking(async () => {
      const { value, etag } = await this.rytm.preview(proposal);
      if (mine !== this.asked) return;
      this.etag = etag;
      this.whatIf = consequencesOf(
        value['what-if'],
        value['what-if'].items
          .filter(({ change }) => change === 'appears')
          .slice(0, 1)
          .map(({ id }) => id),
      );
    });
  }

  private save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { proposal } = this;
    if (!proposal || this.saving) return;
    this.saving = true;
    await this.asking(async () => {
      await this.rytm.save(proposal, this.etag, this.key);
      tell(say(words.saved), { label: say(changeWords.undo), run: () => takeBack(this.rytm, this.saved) });
      this.saved();
      this.close();
    });
    this.saving = false;
  };

  /**
   * What somebody else saved meanwhile changes what follows: it is reckoned anew, and saved once it has been
   * seen.
   */
  private async asking(work: () => Promise<void>): Promise<void> {
    await this.trying(work);
    if (isStale(this.refused))
      void this.rytm.preview(this.proposal ?? { changes: [] }).then(({ etag }) => (this.etag = etag));
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="${this.own}-heading" @close=${this.close}><form
      @submit=${this.save} novalidate>
      <h2 id="${this.own}-heading">${say(words.heading)}</h2>
      ${this.choice(
        'series',
        say(words.series),
        this.series,
        this.wrong('series'),
        this.choices.map(({ id, name }) => [id, name]),
      )}
      <div class="times">${textField({
        id: `${this.own}-day`,
        type: 'date',
        label: say(changeWords.day),
        value: this.chosen,
        error: this.wrong('add'),
        hint: isDay(this.chosen) ? `${weekdayLong(this.chosen)}, ${week(this.chosen)}` : undefined,
        change: (value) => this.change({ chosen: value }),
      })}${textField({
        id: `${this.own}-at`,
        inputmode: 'numeric',
        label: say(changeWords.from),
        value: this.at,
        change: (value) => this.change({ at: value }),
        error: readTime(this.at) ? this.wrong('set/at') : say(changeWords.wrongTime),
      })}</div>
      ${this.choice('reasonKind', say(changeWords.reasonKind), this.reasonKind, this.wrong('reason-kind'), [
        ['', say(changeWords.chooseReason)],
        ...reasonKinds.map(([id, name]): [string, string] => [id, say(name)]),
      ])}
      <div class="followed" aria-live="polite"><h3>${say(consequenceWords.heading)}</h3>${
        this.whatIf
          ? consequenceLines(this.whatIf, this.bodies)
          : html`<p class="muted">${say(words.choose)}</p>`
      }</div>
      ${this.problem(...shown)}
      <div class="row"><button class="button primary" aria-disabled=${!this.proposal}
        aria-busy=${this.saving}>${say(words.save)}</button>
        <button type="button" class="button quiet"
          @click=${() => this.querySelector('dialog')?.close()}>${say(changeWords.abort)}</button></div>
    </form></dialog>`;
  }

  private choice(
    key: 'series' | 'reasonKind',
    label: string,
    value: string,
    error: string | undefined,
    options: [string, string][],
  ): TemplateResult {
    const id = `${this.own}-${key}`;
    const choose = (event: Event): void => {
      const chosen = (event.target as HTMLSelectElement).value;
      const at = this.choices.find((one) => key === 'series' && one.id === chosen)?.at;
      this.change({ [key]: chosen, ...(at ? { at: time(at) } : {}) });
    };
    return field(
      { id, label, error },
      (
        described,
      ) => html`<select id=${id} aria-describedby=${described} aria-invalid=${error ? 'true' : nothing}
      @change=${choose}>${options.map(
        ([option, name]) => html`<option value=${option}
        ?selected=${option === value}>${name}</option>`,
      )}</select>`,
    );
  }
}
