// Who can come to a meeting, which substitutes are called, and whether its papers are out. What people answer
// is what they intend, never who was there.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import type { MeetingPeople, NamedPerson } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { field } from '../../parts/field.js';
import { tell } from '../../parts/status-line.js';
import { instant, together } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { attendanceWords as words, meetingWords } from '../../words/meeting.js';

@customElement('meeting-attendance')
export class MeetingAttendance extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) looked = '';
  @property({ attribute: false }) body = '';
  @property({ attribute: false }) may = false;
  @property({ attribute: false }) people!: MeetingPeople;
  @property({ attribute: false }) changed!: (people: MeetingPeople) => void;
  /** Those one may choose from, once asked for. */
  @state() private members: NamedPerson[] | undefined;

  private set = (what: 'absent' | 'called', person: NamedPerson, yes: boolean): Promise<boolean> =>
    this.trying(async () => {
      this.changed(await this.rytm.setAttendance(this.looked, what, person.person, yes, newKey()));
      const said =
        what === 'absent'
          ? yes
            ? words.savedAbsent
            : words.savedPresent
          : yes
            ? words.savedCalled
            : words.savedReleased;
      tell(say(said(person.name)));
    });

  private papers = (): Promise<boolean> =>
    this.trying(async () => {
      const out = !this.people['papers-out'];
      this.changed(await this.rytm.papersOut(this.looked, out, newKey()));
      tell(say(out ? meetingWords.papersSaved : meetingWords.papersTakenBack));
    });

  private choose = (): Promise<boolean> =>
    this.trying(async () => {
      this.members = await this.rytm.electedIn(this.body);
      void this.focusOn('select');
    });

  private chosen = (event: Event): void => {
    const chosen = this.members?.find(({ person }) => person === (event.target as HTMLSelectElement).value);
    this.members = undefined;
    if (chosen) void this.set('absent', chosen, true).then(() => this.focusOn('.choose-absent'));
  };

  protected override render(): TemplateResult {
    const { absent, called } = this.people;
    return html`<section><h3>${say(words.people)}</h3>
      ${
        absent.length === 0
          ? html`<p class="muted">${say(words.allCome)}</p>`
          : html`<ul
        class="plain">${absent.map((one) => this.away(one, called))}</ul>`
      }
      ${
        called.length > 0
          ? html`<p>${say(words.called)}</p><ul class="plain">${called.map(
              (one) => html`<li>${one.name}
        ${this.verb(say(words.release), say(words.releaseOne(one.name)), () => this.set('called', one, false))}</li>`,
            )}</ul>`
          : nothing
      }
      ${this.adding()}
      ${this.problem()}</section>
      ${this.papersOut()}`;
  }

  private away(one: MeetingPeople['absent'][number], called: NamedPerson[]): TemplateResult {
    const next = one.substitutes.filter(({ person }) => !called.some((other) => other.person === person));
    const [first] = next;
    const present = this.verb(say(words.present), say(words.presentOne(one.name)), () =>
      this.set('absent', one, false),
    );
    const call =
      first && this.verb(say(words.call(first.name)), undefined, () => this.set('called', first, true));
    return html`<li><b>${one.name}</b> ${say(words.cannot)}. ${present}
      ${
        next.length > 0
          ? html`<br>${say(words.substitutes(together(next.map(({ name }) => name))))}
        ${call ?? nothing}`
          : nothing
      }</li>`;
  }

  private verb(label: string, whole: string | undefined, run: () => void): TemplateResult | typeof nothing {
    return this.may
      ? html`<button type="button" class="linklike" aria-label=${whole ?? nothing}
        @click=${run}>${label}</button>`
      : nothing;
  }

  private adding(): TemplateResult | typeof nothing {
    if (!this.may) return nothing;
    if (!this.members)
      return html`<button type="button" class="button small choose-absent"
        @click=${this.choose}>${say(words.report)}</button>`;
    const away = new Set(this.people.absent.map(({ person }) => person));
    const id = `${this.own}-who`;
    return field(
      { id, label: say(words.who) },
      (described) => html`<select id=${id} aria-describedby=${described} @change=${this.chosen}>
      <option value="">${say(words.choose)}</option>${this.members
        ?.filter(({ person }) => !away.has(person))
        .map(({ person, name }) => html`<option value=${person}>${name}</option>`)}</select>`,
    );
  }

  private papersOut(): TemplateResult {
    const out = this.people['papers-out'];
    return html`<section><h3>${say(meetingWords.papers)}</h3>
      <p>${say(out ? meetingWords.papersOut(instant(out)) : meetingWords.papersNot)}</p>
      ${
        this.may
          ? html`<button type="button" class="button small"
        @click=${this.papers}>
        ${say(out ? meetingWords.takeBackPapers : meetingWords.setPapers)}</button>`
          : nothing
      }</section>`;
  }
}
