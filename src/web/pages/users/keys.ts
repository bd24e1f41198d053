// Keys for programs: made, shown once, revoked.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { apiKeys, makeApiKey, revokeApiKey, type ApiKey } from '../../api/accounts.js';
import { newKey } from '../../api/http.js';
import type { Body, Grant } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { copiedField } from '../../parts/copied.js';
import { textField } from '../../parts/field.js';
import { icon } from '../../parts/shapes.js';
import { tell } from '../../parts/status-line.js';
import { userWords as words } from '../../words/administration.js';
import { instant } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { linkWords } from '../../words/links.js';
import { changeWords } from '../../words/meeting.js';
import { grantsForm, grantsInWords } from './grants.js';

@customElement('api-keys')
export class ApiKeys extends Asking {
  @property({ attribute: false }) bodies: Body[] = [];
  @state() private keys: ApiKey[] | undefined;
  @state() private draft: { label: string; grants: Grant[]; until: string } | undefined;
  @state() private made: (ApiKey & { key: string }) | undefined;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.trying(this.load);
  }

  protected override updated(): void {
    this.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  private load = async (): Promise<void> => void (this.keys = await apiKeys());

  private make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft || this.busy) return;
    this.busy = true;
    await this.trying(async () => {
      this.made = (await makeApiKey(draft)).value;
      this.draft = undefined;
      await this.load();
    });
    this.busy = false;
  };

  private revoke = (id: string): Promise<boolean> =>
    this.trying(async () => {
      await revokeApiKey(id, newKey());
      tell(say(words.revokedNow));
      await this.load();
    });

  protected override render(): TemplateResult {
    const { keys, draft } = this;
    return html`${!keys ? nothing : keys.length === 0 ? html`<p>${say(words.noKeys)}</p>` : this.table(keys)}
      ${
        draft
          ? this.form(draft)
          : html`${this.problem()}<p class="after"><button type="button" class="button"
        @click=${() => (this.draft = { label: '', grants: [{ role: 'reader' }], until: `${new Date().getFullYear() + 1}-06-30` })}>${say(words.makeKey)}</button></p>`
      }
      ${
        this.made
          ? html`<dialog class="wide" aria-labelledby="${this.own}-made"
            @close=${() => (this.made = undefined)}><h2
            id="${this.own}-made">${say(words.madeKey)}: <bdi>${this.made.label}</bdi></h2>
        <p class="note warning">${icon('warning')} ${say(words.keysHow)}</p>${copiedField(`${this.own}-key`, say(words.key), this.made.key)}
        <form method="dialog"><button class="button">${say(linkWords.done)}</button></form></dialog>`
          : nothing
      }`;
  }

  private form(draft: NonNullable<ApiKeys['draft']>): TemplateResult {
    return html`<form class="sheet" @submit=${this.make} novalidate><h3>${say(words.makeKey)}</h3><div
      class="two">
      ${textField({ id: `${this.own}-label`, label: say(words.label), value: draft.label, max: 200, error: this.wrong('label'), change: (label) => (this.draft = { ...draft, label }) })}
      ${textField({ id: `${this.own}-until`, type: 'date', label: say(words.until), value: draft.until, error: this.wrong('until'), change: (until) => (this.draft = { ...draft, until }) })}</div>
      ${grantsForm(this.own, draft.grants, this.bodies, (grants) => (this.draft = { ...draft, grants }), ['planner', 'secretary', 'reader'])}
      ${this.problem('label', 'until')}
      <div class="row"><button class="button primary" aria-busy=${this.busy}>${say(words.makeKey)}</button>
        <button type="button" class="button quiet"
          @click=${() => (this.draft = undefined)}>${say(changeWords.abort)}</button></div></form>`;
  }

  private table(keys: ApiKey[]): TemplateResult {
    const state = (key: ApiKey): string =>
      say(key.revoked ? words.revoked : Date.parse(key.expires) < Date.now() ? words.expired : words.valid);
    return html`<table class="table stacks"><thead><tr><th scope="col">${say(words.label)}</th><th
      scope="col">${say(words.roles)}</th><th scope="col">${say(words.until)}</th>
        <th scope="col">${say(words.lastUsed)}</th><th scope="col">${say(words.state)}</th>
          <td></td></tr></thead>
      <tbody>${keys.map(
        (key) => html`<tr><th scope="row"><bdi>${key.label}</bdi></th>
          <td>${grantsInWords(key.grants, this.bodies)}</td><td class="unbroken">${instant(key.expires)}</td>
        <td class="unbroken">${key['last-used'] ? instant(key['last-used']) : say(words.never)}</td>
          <td>${state(key)}</td>
        <td>${
          key.revoked
            ? nothing
            : html`<button type="button" class="button small"
          @click=${() => this.revoke(key.id)}>${say(words.revoke)}</button>`
        }</td></tr>`,
      )}</tbody></table>`;
  }
}
