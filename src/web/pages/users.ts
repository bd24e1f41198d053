// Användare: who logs in, with which roles; keys for programs.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import {
  account,
  accounts,
  addAccount,
  changeAccount,
  eraseAccount,
  resetPassword,
  resetTotp,
  type Account,
} from '../api/accounts.js';
import { newKey } from '../api/http.js';
import { Problem } from '../api/problem.js';
import type { Body, Grant } from '../api/types.js';
import { textField } from '../parts/field.js';
import { Page } from '../parts/page.js';
import { icon } from '../parts/shapes.js';
import { tell } from '../parts/status-line.js';
import { userWords as words } from '../words/administration.js';
import { say } from '../words/language.js';
import { changeWords } from '../words/meeting.js';
import './users/keys.js';
import { grantsForm, grantsInWords } from './users/grants.js';

interface Opened {
  account: Account;
  etag: string;
  grants: Grant[];
  password: string;
  stale: boolean;
}

@customElement('users-page')
export class UsersPage extends Page {
  @state() private accounts: Account[] | undefined;
  @state() private bodies: Body[] = [];
  @state() private draft: { login: string; name: string; grants: Grant[]; password: string } | undefined;
  @state() private opened: Opened | undefined;
  @state() private erasing = false;
  @state() private busy = false;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.trying(async () => {
      this.bodies = await this.rytm.bodies();
      await this.load();
    });
  }

  protected override updated(): void {
    this.querySelector<HTMLDialogElement>('dialog.erase:not([open])')?.showModal();
  }

  private load = async (): Promise<void> => void (this.accounts = await accounts());

  private add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft || this.busy) return;
    this.busy = true;
    const worked = await this.trying(async () => {
      await addAccount(draft, this.key);
      this.draft = undefined;
      tell(say(words.added));
      await this.load();
    });
    this.busy = false;
    if (!worked) void this.focusOn('[aria-invalid="true"]');
  };

  private open = (login: string): void =>
    void this.trying(async () => {
      const { value, etag } = await account(login);
      this.draft = undefined;
      this.opened = { account: value, etag, grants: value.grants, password: '', stale: false };
      void this.focusOn('.opened-account h2');
    });

  /** One write at a time; who comes second sees what holds now, and keeps what was chosen. */
  private async write(
    work: (opened: Opened) => Promise<unknown>,
    done: string,
    close = false,
  ): Promise<void> {
    const { opened } = this;
    if (!opened || this.busy) return;
    this.busy = true;
    await this.trying(async () => {
      await work(opened);
      tell(done);
      this.erasing = false;
      if (close) this.opened = undefined;
      else {
        const { value, etag } = await account(opened.account.login);
        this.opened = { account: value, etag, grants: value.grants, password: '', stale: false };
      }
      await this.load();
    });
    this.busy = false;
    if (this.refused instanceof Problem && this.refused.status === 409)
      await this.trying(async () => {
        const { value, etag } = await account(opened.account.login);
        this.opened = { ...opened, account: value, etag, stale: true };
      });
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    const forbidden = this.refused instanceof Problem && this.refused.status === 403;
    return html`<div class="wrap"><div class="head"><div><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="muted">${say(words.lede)}</p></div>
      ${
        this.accounts && !this.draft
          ? html`<button type="button" class="button primary"
        @click=${this.begin}>${say(words.add)}</button>`
          : nothing
      }</div>
      ${
        forbidden
          ? html`<p
        class="note info">${say(words.notAllowed)}</p>`
          : this.draft || this.opened
            ? nothing
            : this.problem()
      }
      ${this.draft ? this.form(this.draft) : nothing}
      ${
        this.accounts
          ? html`${this.table(this.accounts)}
        <section class="after-all"><h2>${say(words.keys)}</h2><p>${say(words.keysHow)}</p><api-keys
          .bodies=${this.bodies}></api-keys></section>`
          : this.refused
            ? nothing
            : this.loading()
      }</div>`;
  }

  private begin = (): void => {
    this.key = newKey();
    this.opened = undefined;
    this.draft = {
      login: '',
      name: '',
      grants: [{ role: 'secretary', body: this.bodies[0]?.id ?? '' }],
      password: '',
    };
    void this.focusOn('.new-account input');
  };

  private stop = (): void => {
    this.draft = undefined;
    void this.focusOn('.head button');
  };

  private form(draft: NonNullable<UsersPage['draft']>): TemplateResult {
    const set = (more: Partial<typeof draft>): void => {
      this.draft = { ...draft, ...more };
      this.key = newKey();
    };
    return html`<form class="new-account sheet" @submit=${this.add} novalidate><h2>${say(words.add)}</h2><div
      class="two">
      ${textField({ id: 'name', label: say(words.name), value: draft.name, max: 200, error: this.wrong('name'), change: (name) => set({ name }) })}
      ${textField({ id: 'login', label: say(words.login), hint: say(words.loginHint), value: draft.login, max: 100, error: this.wrong('login'), change: (login) => set({ login }) })}
      ${textField({ id: 'password', label: say(words.password), hint: say(words.passwordHint), value: draft.password, error: this.wrong('password'), change: (password) => set({ password }) })}</div>
      ${grantsForm('new', draft.grants, this.bodies, (grants) => set({ grants }))}
      ${this.problem('name', 'login', 'password')}
      <div class="row"><button class="button primary"
        aria-busy=${this.busy}>${say(this.busy ? words.saving : words.save)}</button>
        <button type="button" class="button quiet" @click=${this.stop}>${say(changeWords.abort)}</button></div></form>`;
  }

  private table(all: Account[]): TemplateResult {
    return html`<table class="table stacks after"><thead><tr><th scope="col">${say(words.name)}</th><th
      scope="col">${say(words.login)}</th><th scope="col">${say(words.roles)}</th>
        <th scope="col">${say(words.state)}</th><td></td></tr></thead>
      <tbody>${all.map(
        (one) => html`<tr><th scope="row"><bdi>${one.name}</bdi></th><td>${one.login}</td>
          <td>${grantsInWords(one.grants, this.bodies)}</td>
        <td>${
          one.disabled
            ? html`<span
          class="tag error">${icon('lock')} ${say(words.disabled)}</span>`
            : say(words.open)
        }<br>
          <small
            class="muted">${[say(one['has-totp'] ? words.totp : words.noTotp), one['must-change'] ? say(words.mustChange) : ''].filter(Boolean).join(', ')}</small></td>
        <td><button type="button" class="button small" aria-label=${say(words.changing(one.name))}
          aria-expanded=${this.opened?.account.login === one.login}
          @click=${() => (this.opened?.account.login === one.login ? (this.opened = undefined) : this.open(one.login))}>${say(words.change)}</button></td></tr>
        ${
          this.opened?.account.login === one.login
            ? html`<tr class="whole"><td
          colspan="5">${this.openedAccount(this.opened)}</td></tr>`
            : nothing
        }`,
      )}</tbody></table>`;
  }

  private openedAccount(opened: Opened): TemplateResult {
    const { account: one, etag } = opened;
    const set = (more: Partial<Opened>): Opened => (this.opened = { ...opened, ...more });
    return html`<div class="opened-account"><h2 tabindex="-1">${say(words.changing(one.name))}</h2>
      ${
        opened.stale
          ? html`<p class="note warning"
        role="alert">${icon('warning')} ${say(words.stale)}</p>`
          : this.erasing
            ? nothing
            : this.problem('password')
      }
      ${grantsForm('opened', opened.grants, this.bodies, (grants) => set({ grants }))}
      <div class="row"><button type="button" class="button primary" aria-busy=${this.busy}
        @click=${() => this.write((now) => changeAccount(one.login, { grants: now.grants }, etag, newKey()), say(words.saved))}>${say(this.busy ? words.saving : words.save)}</button></div>
      <div class="two after">
        ${textField({ id: 'new-password', label: say(words.newPassword), hint: say(words.passwordHint), value: opened.password, error: this.wrong('password'), change: (password) => set({ password }) })}
      </div>
      <div class="row"><button type="button" class="button small"
        @click=${() => this.write((now) => resetPassword(one.login, now.password, etag, newKey()), say(words.saved))}>${say(words.newPassword)}</button>
        ${
          one['has-totp']
            ? html`<button type="button" class="button small" title=${say(words.resetTotpHow)}
          @click=${() => this.write(() => resetTotp(one.login, etag, newKey()), say(words.saved))}>${say(words.resetTotp)}</button>`
            : nothing
        }
        <button type="button" class="button small"
          @click=${() => this.write(() => changeAccount(one.login, { disabled: !one.disabled }, etag, newKey()), say(words.saved))}>${say(one.disabled ? words.enable : words.disable)}</button>
        <button type="button" class="button small"
          @click=${() => (this.erasing = true)}>${say(words.erase)} …</button></div>
      ${
        this.erasing
          ? html`<dialog class="erase" aria-labelledby="erase-heading" @close=${() => (this.erasing = false)}>
            <h2 id="erase-heading">${say(words.erase)}</h2>
        <p>${say(words.eraseHow(one.name))}</p>${this.problem()}<form method="dialog" class="row">
          <button type="button" class="button primary"
            @click=${() => this.write(() => eraseAccount(one.login, etag, newKey()), say(words.erased), true)}>${say(words.erase)}</button>
          <button class="button quiet">${say(changeWords.abort)}</button></form></dialog>`
          : nothing
      }</div>`;
  }
}
