// Links to private calendars, of a person or of roles: whether they work, making one, taking one back.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../api/http.js';
import {
  feedLinks,
  makeFeedLink,
  revokeFeedLink,
  type FeedLink,
  type MadeFeedLink,
} from '../../api/links.js';
import type { Rytm } from '../../api/organisation.js';
import type { Person } from '../../api/people.js';
import type { Body } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { copiedField } from '../../parts/copied.js';
import { icon } from '../../parts/shapes.js';
import { tell } from '../../parts/status-line.js';
import { linkOf, type LinkDraft } from '../../plan/links.js';
import { instant, together } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { itemKinds, linkKinds, linkWords as words } from '../../words/links.js';
import { changeWords, levelNames } from '../../words/meeting.js';
import { linkForm } from './form.js';

@customElement('private-links')
export class PrivateLinks extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) people: Person[] = [];
  /** Whose; undefined: those of roles. */
  @property({ attribute: false }) person: string | undefined;
  @state() private links: FeedLink[] | undefined;
  @state() private draft: LinkDraft | undefined;
  @state() private made: MadeFeedLink | undefined;
  @state() private revoking: FeedLink | undefined;
  @state() private busy = false;
  private key = newKey();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person') || changed.has('rytm')) void this.load();
  }

  protected override updated(): void {
    this.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  private load(): Promise<boolean> {
    const { person } = this;
    return this.trying(async () => {
      const links = await feedLinks(this.rytm, person);
      if (person === this.person) this.links = links;
    });
  }

  private begin = (): void => {
    this.key = newKey();
    this.draft = {
      kind: this.person ? 'person' : 'role',
      name: '',
      person: this.person ?? '',
      bodies: new Set(),
      level: 'official',
      kinds: new Set(),
      language: 'sv',
      cancelled: true,
      alarm: '',
    };
    void this.focusOn('.link-form input');
  };

  private make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft || this.busy) return;
    this.busy = true;
    const worked = await this.trying(async () => {
      this.made = (await makeFeedLink(this.rytm, linkOf(draft), this.key)).value;
      this.draft = undefined;
      await this.load();
    });
    this.busy = false;
    if (!worked) void this.focusOn('[aria-invalid="true"]');
  };

  private revoke = async (): Promise<void> => {
    const { revoking } = this;
    if (!revoking) return;
    await this.trying(async () => {
      await revokeFeedLink(this.rytm, revoking.id, newKey());
      this.revoking = undefined;
      tell(say(words.revoked));
      await this.load();
    });
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    const { links } = this;
    return html`${links ? this.list(links) : nothing}
      ${
        this.draft
          ? linkForm({
              id: this.own,
              draft: this.draft,
              bodies: this.bodies,
              people: this.people,
              refused: this.refused,
              busy: this.busy,
              fixed: this.person !== undefined,
              change: (draft) => {
                this.draft = draft;
                this.key = newKey();
              },
              make: this.make,
              stop: () => (this.draft = undefined),
            })
          : html`${this.problem()}<p class="after"><button type="button" class="button primary"
            @click=${this.begin}>${say(words.make)}</button></p>`
      }
      ${this.made ? this.madeDialog(this.made) : nothing}${this.revoking ? this.revokeDialog(this.revoking) : nothing}`;
  }

  private list(links: FeedLink[]): TemplateResult {
    if (links.length === 0) return html`<p>${say(words.none)}</p>`;
    const stale = links.filter(({ works }) => !works).length;
    return html`
      <p>${icon(stale > 0 ? 'warning' : 'ok')} ${say(stale > 0 ? words.someStale(stale) : words.allWork(links.length))}</p>
      <div class="scroll" role="region" tabindex="0" aria-label=${say(words.list)}><table
        class="table stacks"><thead><tr><th scope="col">${say(words.name)}</th>
        <th scope="col">${say(words.what)}</th><th scope="col">${say(words.state)}</th><th
          scope="col">${say(words.created)}</th><td></td></tr></thead>
      <tbody>${links.map(
        (link) => html`<tr><th scope="row"><bdi>${link.name}</bdi></th><td>${this.what(link)}</td>
        <td>${
          link.works
            ? html`<span class="tag ok">${icon('ok')} ${say(words.works)}</span>`
            : html`<span class="tag warning">${icon('warning')} ${say(words.stale)}</span><p
              class="hint">${say(words.staleHow)}</p>`
        }</td>
        <td class="unbroken">${instant(link.created)}</td>
        <td><button type="button" class="button small"
          @click=${() => (this.revoking = link)}>${say(words.revoke)} …</button></td></tr>`,
      )}</tbody></table></div>`;
  }

  private what({ kind, bodies = [], level, kinds = [] }: FeedLink): string {
    const names = bodies
      .map((id) => this.bodies.find((body) => body.id === id))
      .map((body, at) => (body ? say(body.name) : (bodies[at] ?? '')));
    return [
      kind === 'person' ? say(linkKinds.person) : together(names),
      kinds.length > 0 ? together(kinds.map((one) => say(itemKinds[one]).toLocaleLowerCase())) : '',
      level ? say(words.seenBy(say(levelNames[level]))) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  private madeDialog({ url, name }: MadeFeedLink): TemplateResult {
    return html`<dialog class="wide" aria-labelledby="${this.own}-made"
      @close=${() => (this.made = undefined)}><h2
      id="${this.own}-made">${say(words.made)}: <bdi>${name}</bdi></h2>
      <p class="note warning">${icon('warning')} ${say(words.once)}</p>${copiedField(`${this.own}-url`, say(words.address), url)}
      <form method="dialog"><button class="button">${say(words.done)}</button></form></dialog>`;
  }

  private revokeDialog({ name }: FeedLink): TemplateResult {
    return html`<dialog aria-labelledby="${this.own}-revoke" @close=${() => (this.revoking = undefined)}><h2
      id="${this.own}-revoke">${say(words.revoke)}</h2>
      <p>${say(words.revokeHow(name))}</p>${this.problem()}
      <form method="dialog" class="row"><button type="button" class="button primary"
        @click=${this.revoke}>${say(words.revoke)}</button>
        <button class="button quiet">${say(changeWords.abort)}</button></form></dialog>`;
  }
}
