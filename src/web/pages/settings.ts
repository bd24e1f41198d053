// Inställningar: one's own language and password, the organisation's facts, how mail stands.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { newKey } from '../api/http.js';
import { changePassword, giveCode, offerTotp } from '../api/login.js';
import { Problem } from '../api/problem.js';
import { facts, patchRules } from '../api/settings.js';
import type { TotpOffer } from '../api/types.js';
import { choiceField } from '../parts/choice.js';
import { textField } from '../parts/field.js';
import { Page } from '../parts/page.js';
import { isStale, sinceNote } from '../parts/since-note.js';
import { tell } from '../parts/status-line.js';
import { takeBack } from '../parts/undoing.js';
import { factsDraft, factsPatch, type FactsDraft } from '../plan/settings.js';
import { settingsWords as words, userWords } from '../words/administration.js';
import { dayLong } from '../words/dates.js';
import { language, say, speak, type Language } from '../words/language.js';
import { changeWords } from '../words/meeting.js';
import { loginWords } from '../words/shell.js';
import './settings/mail.js';

@customElement('settings-page')
export class SettingsPage extends Page {
  @state() private old = '';
  @state() private next = '';
  @state() private offer: TotpOffer | undefined;
  @state() private hasTotp = false;
  @state() private code = '';
  @state() private draft: FactsDraft | undefined;
  @state() private busy = false;
  /** Which of the forms was refused. */
  @state() private asked: 'password' | 'totp' | 'facts' | undefined;
  private seen: FactsDraft | undefined;
  private etag = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing('facts', () => this.load());
  }

  override heard(): void {
    if (this.draft && this.seen && factsPatch(this.draft, this.seen).length === 0)
      void this.doing('facts', () => this.load());
  }

  private async load(keep?: FactsDraft): Promise<void> {
    const { value, etag } = await facts(this.rytm);
    Object.assign(this, { seen: factsDraft(value), draft: keep ?? factsDraft(value), etag });
  }

  private async doing(asked: SettingsPage['asked'], work: () => Promise<void>): Promise<boolean> {
    this.asked = asked;
    this.busy = true;
    const worked = await this.trying(work);
    this.busy = false;
    return worked;
  }

  private changePassword = (event: Event): void => {
    event.preventDefault();
    void this.doing('password', async () => {
      await changePassword(this.old, this.next);
      Object.assign(this, { old: '', next: '' });
      tell(say(words.passwordChanged));
    });
  };

  private connect = async (): Promise<void> => {
    const worked = await this.doing('totp', async () => void (this.offer = await offerTotp()));
    // Who has a code already is told so: only an administrator takes it away.
    if (!worked && this.refused instanceof Problem && this.refused.status === 409)
      Object.assign(this, { hasTotp: true, refused: undefined });
  };

  private giveCode = (event: Event): void => {
    event.preventDefault();
    void this.doing('totp', async () => {
      await giveCode(this.code.replaceAll(' ', ''));
      Object.assign(this, { offer: undefined, code: '', hasTotp: true });
      tell(say(words.totpDone));
    });
  };

  private saveFacts = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft, seen } = this;
    if (!draft || !seen || this.busy) return;
    const steps = factsPatch(draft, seen);
    if (steps.length === 0) return tell(say(words.nothingChanged));
    await this.doing('facts', async () => {
      await patchRules(this.rytm, steps, this.etag, newKey());
      tell(say(words.saved), {
        label: say(changeWords.undo),
        run: () => takeBack(this.rytm, () => void this.load()),
      });
      await this.load();
    });
    const refused = this.refused;
    if (!isStale(refused)) return;
    await this.load(draft);
    this.refused = refused;
  };

  // ---- Drawing

  private wrongIn = (form: SettingsPage['asked'], field: string): string | undefined =>
    this.asked === form ? this.wrong(field) : undefined;
  private note = (form: SettingsPage['asked'], ...fields: string[]): ReturnType<SettingsPage['problem']> =>
    this.asked === form ? this.problem(...fields) : nothing;

  protected override render(): TemplateResult {
    return html`<div class="wrap narrow"><h1 tabindex="-1">${say(this.heading)}</h1>
      <section class="after-all">
        <h2>${say(words.own)}</h2>${this.ownLanguage()}${this.password()}${this.totp()}</section>
      <section class="after-all">
        <h2>${say(words.organisation)}</h2>${this.draft ? this.facts(this.draft) : this.note('facts')}</section>
      <section class="after-all"><h2>${say(words.mail)}</h2><mail-settings
        .rytm=${this.rytm}></mail-settings></section></div>`;
  }

  private ownLanguage(): TemplateResult {
    return html`<div class="two">${choiceField({
      id: 'language',
      label: say(words.language),
      value: language.value,
      change: (next) => speak(next as Language),
      options: [
        ['sv', say(words.swedish)],
        ['en', say(words.english)],
      ],
    })}</div>`;
  }

  private password(): TemplateResult {
    return html`<form @submit=${this.changePassword} novalidate><h3>${say(words.password)}</h3><div
      class="two">
      ${textField({ id: 'old', type: 'password', label: say(words.old), value: this.old, error: this.wrongIn('password', 'old'), autocomplete: 'current-password', change: (value) => (this.old = value) })}
      ${textField({
        id: 'new',
        type: 'password',
        label: say(words.next),
        hint: say(words.nextHint),
        value: this.next,
        error: this.wrongIn('password', 'new'),
        autocomplete: 'new-password',
        change: (value) => (this.next = value),
      })}</div>
      ${this.note('password', 'old', 'new')}
      <button class="button"
        aria-busy=${this.busy && this.asked === 'password'}>${say(words.changePassword)}</button></form>`;
  }

  private totp(): TemplateResult {
    const { offer } = this;
    return html`<div class="after"><h3>${say(words.totp)}</h3>
      <p>${say(this.hasTotp ? words.totpAdmin : words.totpHow)}</p>
      ${
        offer
          ? html`<form @submit=${this.giveCode} novalidate><p>${say(loginWords.enrolmentHow)}</p>
          <dl class="facts"><dt>${say(loginWords.secret)}</dt><dd
            class="secret">${offer.secret.replace(/(.{4})/g, '$1 ').trim()}</dd></dl>
          ${textField({
            id: 'code',
            label: say(loginWords.code),
            hint: say(loginWords.codeHint),
            value: this.code,
            error: this.wrongIn('totp', 'code'),
            autocomplete: 'one-time-code',
            inputmode: 'numeric',
            change: (code) => (this.code = code),
          })}${this.note('totp', 'code')}<button
            class="button primary">${say(loginWords.giveCode)}</button></form>`
          : this.hasTotp
            ? nothing
            : html`${this.note('totp')}<button type="button" class="button"
              @click=${this.connect}>${say(words.totpStart)}</button>`
      }</div>`;
  }

  private facts(draft: FactsDraft): TemplateResult {
    const { id, host, zone, window: span, template } = this.rytm.organisation;
    const text = (key: keyof FactsDraft, field: string, label: string, hint?: string): TemplateResult =>
      textField({
        id: `facts-${key}`,
        label,
        hint,
        value: draft[key],
        error: this.wrongIn('facts', field),
        change: (value) => (this.draft = { ...draft, [key]: value }),
      });
    return html`<form @submit=${this.saveFacts} novalidate><div class="two">
      ${text('name', 'organisation/name', say(words.name))}${text('nameEn', 'organisation/name/en', say(words.nameEn))}
      ${text('contact', 'organisation/contact', say(words.contact), say(words.contactHint))}${text('contactEn', 'organisation/contact/en', say(words.contactEn))}
      ${text('address', 'organisation/address', say(words.address))}</div>
      ${this.asked === 'facts' && isStale(this.refused) ? sinceNote(this.refused) : this.note('facts', 'organisation/name', 'organisation/name/en', 'organisation/contact', 'organisation/contact/en', 'organisation/address')}
      <button class="button primary"
        aria-busy=${this.busy && this.asked === 'facts'}>${say(this.busy && this.asked === 'facts' ? userWords.saving : words.save)}</button></form>
      <dl class="facts after"><dt>${say(words.id)}</dt><dd>${id}</dd><dt>${say(words.host)}</dt>
        <dd>${host}</dd><dt>${say(words.zone)}</dt><dd>${zone}</dd>
        <dt>${say(words.window)}</dt>
          <dd>${dayLong(span.from, 0)} – ${dayLong(span.until, 0)}</dd>${
            template
              ? html`
          <dt>${say(words.template)}</dt><dd>${template}</dd>`
              : nothing
          }</dl>`;
  }
}
