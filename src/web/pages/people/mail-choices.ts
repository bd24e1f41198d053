// Which mails somebody gets, and when. Also what is usual, for elected representatives and for officials.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { mailChoices, setMailChoices, type MailChoices, type Reminder } from '../../api/people.js';
import { Asking } from '../../parts/asking.js';
import { tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import { tell } from '../../parts/status-line.js';
import { say } from '../../words/language.js';
import { peopleWords as words, reminderNames } from '../../words/people.js';

@customElement('person-mail')
export class PersonMail extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) whose = '';
  @state() private choices: MailChoices | undefined;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('whose'))
      void this.trying(async () => void (this.choices = await mailChoices(this.rytm, this.whose)));
  }

  private set(more: Partial<MailChoices>): void {
    if (this.choices) this.choices = { ...this.choices, ...more };
  }

  private save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { choices } = this;
    if (!choices || this.saving) return;
    this.saving = true;
    await this.trying(async () => {
      this.choices = await setMailChoices(this.rytm, this.whose, choices, newKey());
      tell(say(words.mailSaved));
    });
    this.saving = false;
  };

  protected override render(): TemplateResult {
    const { choices } = this;
    return html`<section class="after-all"><h2>${say(words.mail)}</h2><p
      class="muted">${say(words.mailHow)}</p>
      ${choices ? this.form(choices) : this.problem()}</section>`;
  }

  private form(choices: MailChoices): TemplateResult {
    const remind = (which: Reminder, on: boolean): void =>
      this.set({
        reminders: on ? [...choices.reminders, which] : choices.reminders.filter((one) => one !== which),
      });
    const quiet = choices.quiet ?? { from: '', until: '' };
    return html`<form @submit=${this.save} novalidate><fieldset class="ticks">
      <legend>${say(words.reminders)}</legend>
        ${(Object.keys(reminderNames) as Reminder[]).map((which) => tick(say(reminderNames[which]), choices.reminders.includes(which), (on) => remind(which, on)))}</fieldset>
      <fieldset class="ticks"><legend class="heard">${say(words.mail)}</legend>
        ${tick(say(words.digest), choices.digest, (digest) => this.set({ digest }))}
        ${tick(say(words.changes), choices.changes, (on) => this.set({ changes: on }))}
        ${tick(say(words.invitations), choices.invitations, (invitations) => this.set({ invitations }))}</fieldset>
      <div class="three">
        ${textField({ id: `${this.own}-at`, type: 'time', label: say(words.at), value: choices.at ?? '', error: this.wrong('at'), change: (at) => this.set({ at }) })}
        ${textField({ id: `${this.own}-from`, type: 'time', label: say(words.quietFrom), value: quiet.from, error: this.wrong('quiet/from'), change: (from) => this.set({ quiet: { ...quiet, from } }) })}
        ${textField({ id: `${this.own}-until`, type: 'time', label: say(words.quietUntil), value: quiet.until, error: this.wrong('quiet/until'), change: (until) => this.set({ quiet: { ...quiet, until } }) })}</div>
      ${this.refused ? this.problem('at', 'quiet/from', 'quiet/until') : nothing}
      <button class="button"
        aria-busy=${this.saving}>${say(this.saving ? words.saving : words.saveMail)}</button></form>`;
  }
}
