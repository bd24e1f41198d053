// Logging in, step by step, as the server asks: password, one-time code, connecting an app, a password of
// one's own. On a page of its own, and in a dialog over what one was doing when the login expired.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { changePassword, giveCode, logIn, login, offerTotp } from '../api/login.js';
import type { Login, Stage, Text, TotpOffer } from '../api/types.js';
import { say } from '../words/language.js';
import { loginWords as words } from '../words/shell.js';
import { Asking } from './asking.js';
import { textField } from './field.js';

@customElement('login-form')
export class LoginForm extends Asking {
  /** Over what one was doing: why. */
  @property({ attribute: false }) again: Text | undefined;
  @state() private stage: Stage | 'password' = 'password';
  @state() private name = '';
  @state() private password = '';
  @state() private code = '';
  @state() private chosen = '';
  @state() private offer: TotpOffer | undefined;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const begun = login.value;
    if (begun && begun.stage !== 'complete' && !this.again) void this.goOn(Promise.resolve(begun));
    if (this.again) this.name = begun?.login ?? '';
    void this.focusOn(this.name ? 'input[type=password]' : 'input');
  }

  private async goOn(step: Promise<Login>): Promise<void> {
    this.busy = true;
    try {
      await this.trying(async () => {
        const { stage } = await step;
        if (stage === 'totp-enrolment') this.offer = await offerTotp();
        this.stage = stage;
        this.code = '';
        if (stage === 'complete') this.dispatchEvent(new CustomEvent('logged-in', { bubbles: true }));
        else void this.focusOn('h1, h2');
      });
    } finally {
      this.busy = false;
    }
  }

  private send = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    if (this.stage === 'password') void this.goOn(logIn(this.name, this.password));
    else if (this.stage === 'new-password') void this.goOn(changePassword(this.password, this.chosen));
    else void this.goOn(giveCode(this.code.replaceAll(' ', '')));
  };

  private close = (): void => this.closest('dialog')?.close();

  private heading(): string {
    if (this.stage === 'totp-enrolment') return say(words.enrolment);
    if (this.stage === 'new-password') return say(words.newPassword);
    return say(this.again ? words.again : words.heading);
  }

  protected override render(): TemplateResult {
    const heading = this.heading();
    return html`<form class="login" @submit=${this.send} novalidate>
      ${this.again ? html`<h2 tabindex="-1">${heading}</h2>` : html`<h1 tabindex="-1">${heading}</h1>`}
      ${this.again && this.stage === 'password' ? html`<p>${say(this.again)}</p>` : nothing}
      ${this.fields()}
      ${this.problem('login', 'password', 'code', 'old', 'new')}
      <div class="row">
        <button class="button primary" aria-busy=${this.busy}>${this.verb()}</button>
        ${
          this.again
            ? html`<button type="button" class="button quiet"
          @click=${this.close}>${say(words.notNow)}</button>`
            : nothing
        }
      </div>
    </form>`;
  }

  private verb(): string {
    if (this.stage === 'password') return say(words.heading);
    return say(this.stage === 'new-password' ? words.choose : words.giveCode);
  }

  private fields(): TemplateResult {
    if (this.stage === 'password') return this.nameAndPassword();
    if (this.stage === 'new-password') return this.passwords();
    return html`${this.stage === 'totp-enrolment' ? this.enrolment() : nothing}
      ${textField({
        id: `${this.own}-code`,
        label: say(words.code),
        hint: say(words.codeHint),
        error: this.wrong('code'),
        value: this.code,
        change: (value) => (this.code = value),
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
      })}`;
  }

  private nameAndPassword(): TemplateResult {
    return html`${textField({
      id: `${this.own}-name`,
      label: say(words.name),
      error: this.wrong('login'),
      value: this.name,
      change: (value) => (this.name = value),
      autocomplete: 'username',
    })}
    ${this.passwordField('password', say(words.password), 'current-password')}`;
  }

  private passwordField(field: string, label: string, autocomplete: AutoFill): TemplateResult {
    return textField({
      id: `${this.own}-password`,
      type: 'password',
      label,
      error: this.wrong(field),
      value: this.password,
      change: (value) => (this.password = value),
      autocomplete,
    });
  }

  private passwords(): TemplateResult {
    return html`<p>${say(words.newPasswordHow)}</p>
    ${this.passwordField('old', say(words.old), 'current-password')}
    ${textField({
      id: `${this.own}-own`,
      type: 'password',
      label: say(words.own),
      error: this.wrong('new'),
      value: this.chosen,
      change: (value) => (this.chosen = value),
      autocomplete: 'new-password',
    })}`;
  }

  private enrolment(): TemplateResult {
    const secret = this.offer?.secret ?? '';
    const qr = this.offer?.qr;
    return html`<p>${say(words.enrolmentHow)}</p>
    ${
      qr
        ? html`<img class="qr" width="200" height="200" alt=${say(words.qr)}
      src="data:image/svg+xml,${encodeURIComponent(qr)}">`
        : nothing
    }
    <dl class="facts"><dt>${say(words.secret)}</dt><dd
      class="secret">${secret.replace(/(.{4})/g, '$1 ').trim()}</dd></dl>
    ${this.offer ? html`<p><a href=${this.offer.uri}>${say(words.openApp)}</a></p>` : nothing}`;
  }
}
