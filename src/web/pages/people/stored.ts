// Everything stored of a person, for the person who asks.
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Rytm } from '../../api/organisation.js';
import { storedOf, type Person, type StoredPerson } from '../../api/people.js';
import type { Body } from '../../api/types.js';
import { Asking } from '../../parts/asking.js';
import { download } from '../../parts/download.js';
import { draftOf } from '../../plan/people.js';
import { instant } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { peopleWords as words } from '../../words/people.js';
import { assignmentInWords } from './form.js';

@customElement('person-stored')
export class PersonStored extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) person!: Person;
  @property({ attribute: false }) bodies: Body[] = [];
  @state() private stored: StoredPerson | undefined;

  private show = (): Promise<boolean> =>
    this.trying(async () => {
      this.stored = await storedOf(this.rytm, this.person.id);
      void this.focusOn('dl');
    });

  protected override render(): TemplateResult {
    const { stored } = this;
    return html`<section class="after-all"><h2>${say(words.stored)}</h2><p
      class="muted">${say(words.storedHow)}</p>
      ${
        stored
          ? this.all(stored)
          : html`<button type="button" class="button"
        @click=${this.show}>${say(words.storedShow)}</button>`
      }
      ${this.problem()}</section>`;
  }

  private all(stored: StoredPerson): TemplateResult {
    const list = (some: string[]): TemplateResult =>
      some.length === 0
        ? html`<span class="muted">${say(words.nothing)}</span>`
        : html`<ul class="plain">${some.map((one) => html`<li>${one}</li>`)}</ul>`;
    const number = (some: unknown[]): string =>
      some.length === 0 ? say(words.nothing) : String(some.length);
    return html`<dl class="facts sheet" tabindex="-1">
      <dt>${say(words.name)}</dt><dd><bdi>${stored.name}</bdi></dd>
      <dt>${say(words.address)}</dt><dd>${stored.address ?? say(words.nothing)}</dd>
      <dt>${say(words.storedSince)}</dt><dd>${instant(stored.created)}</dd>
      <dt>${say(words.assignments)}</dt>
        <dd>${list(draftOf(stored).assignments.map((one) => assignmentInWords(one, this.bodies)))}</dd>
      <dt>${say(words.storedLinks)}</dt><dd>${number(stored['feed-links'])}</dd>
      <dt>${say(words.storedAbsences)}</dt><dd>${list(stored.absences)}</dd>
      <dt>${say(words.storedCalled)}</dt><dd>${list(stored['called-to'])}</dd>
      <dt>${say(words.storedInvitations)}</dt><dd>${number(stored.invitations)}</dd>
      <dt>${say(words.storedLetters)}</dt>
        <dd>${list(stored.letters.map(({ made, subject }) => `${instant(made)}: ${subject}`))}</dd></dl>
      <p class="after"><button type="button" class="button small" @click=${() =>
        download(
          `${stored.id}.json`,
          JSON.stringify(stored, undefined, 2),
          'application/json',
        )}>${say(words.storedDownload)}</button></p>`;
  }
}
