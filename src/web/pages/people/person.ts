// One person: who they are, what they are in the bodies, their mail, everything stored of them.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn } from '../../api/day.js';
import { newKey } from '../../api/http.js';
import { addPerson, changePerson, erasePerson, person, type Person } from '../../api/people.js';
import { Problem } from '../../api/problem.js';
import type { Body } from '../../api/types.js';
import { Page } from '../../parts/page.js';
import { base, go } from '../../parts/place.js';
import { icon } from '../../parts/shapes.js';
import { tell } from '../../parts/status-line.js';
import { draftOf, emptyAssignment, personOf, type PersonDraft } from '../../plan/people.js';
import { say } from '../../words/language.js';
import { changeWords } from '../../words/meeting.js';
import { peopleWords as words } from '../../words/people.js';
import { linkWords } from '../../words/links.js';
import '../links/private.js';
import { assignmentInWords, personForm } from './form.js';
import './mail-choices.js';
import './stored.js';

@customElement('person-page')
export class PersonPage extends Page {
  @state() private bodies: Body[] = [];
  @state() private person: Person | undefined;
  @state() private draft: PersonDraft | undefined;
  /** As somebody else has made it meanwhile. */
  @state() private theirs: Person | undefined;
  @state() private saving = false;
  @state() private erasing = false;
  private etag = '';
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.trying(() => this.load());
  }

  private get isNew(): boolean {
    return this.path['person'] === undefined;
  }

  private async load(): Promise<void> {
    this.bodies = await this.rytm.bodies();
    if (this.isNew) {
      this.draft = {
        name: '',
        address: '',
        language: 'sv',
        hidden: false,
        assignments: [emptyAssignment(todayIn(this.rytm.organisation.zone))],
      };
      return;
    }
    const { value, etag } = await person(this.rytm, this.path['person'] ?? '');
    Object.assign(this, { person: value, draft: draftOf(value), etag });
  }

  private change = (draft: PersonDraft): void => {
    const before = this.draft?.assignments.length ?? 0;
    this.draft = draft;
    this.key = newKey();
    if (draft.assignments.length > before) void this.focusOn(`#assignment-${before}-body`);
  };

  private save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { draft, isNew } = this;
    if (!draft || this.saving) return;
    this.saving = true;
    const body = personOf(draft, isNew);
    const worked = await this.trying(async () => {
      const { value, etag } = isNew
        ? await addPerson(this.rytm, body, this.key)
        : await changePerson(this.rytm, this.person?.id ?? '', body, this.etag, this.key);
      Object.assign(this, { person: value, draft: draftOf(value), etag, theirs: undefined });
      tell(say(isNew ? words.added(value.name) : words.saved));
      if (isNew) go(`${base}/manniskor`, { replace: true });
    });
    this.saving = false;
    if (worked) return;
    if (this.refused instanceof Problem && this.refused.status === 409 && !isNew) await this.showBoth();
    else void this.focusOn('[aria-invalid="true"]');
  };

  /** Theirs beside mine: nothing that either wrote is lost. */
  private showBoth(): Promise<boolean> {
    return this.trying(async () => {
      const { value, etag } = await person(this.rytm, this.person?.id ?? '');
      Object.assign(this, { theirs: value, etag });
      this.key = newKey();
      void this.focusOn('.conflict h2');
    });
  }

  private erase = async (): Promise<void> => {
    const worked = await this.trying(async () => {
      await erasePerson(this.rytm, this.person?.id ?? '', this.etag, newKey());
      tell(say(words.erased));
      go(`${base}/manniskor`, { replace: true });
    });
    if (!worked) this.erasing = false;
  };

  protected override updated(): void {
    this.querySelector<HTMLDialogElement>('dialog.erase:not([open])')?.showModal();
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    const { draft, refused } = this;
    const missing = refused instanceof Problem && refused.status === 404;
    return html`<div class="wrap narrow"><p><a
      href="${base}/manniskor">${icon('left')} ${say(words.back)}</a></p>
      <h1
        tabindex="-1">${this.isNew ? say(words.newPerson) : html`<bdi>${this.person?.name ?? say(this.heading)}</bdi>`}</h1>
      ${
        missing
          ? html`
        <p>${say(words.unknown)}</p>`
          : !draft
            ? refused
              ? this.problem()
              : this.loading()
            : this.inside(draft)
      }</div>`;
  }

  private inside(draft: PersonDraft): TemplateResult {
    return html`${this.theirs ? this.conflict(draft, this.theirs) : nothing}
      <form @submit=${this.save} novalidate>
        ${personForm({ draft, bodies: this.bodies, refused: this.refused, today: todayIn(this.rytm.organisation.zone), change: this.change })}
        ${this.problem('name', 'address', 'language', 'hidden', 'body', 'post', 'party', 'order', 'unit', 'function', 'from', 'until')}
        <div class="row"><button class="button primary"
          aria-busy=${this.saving}>${say(this.saving ? words.saving : words.save)}</button>
          <a class="button quiet" href="${base}/manniskor">${say(changeWords.abort)}</a></div>
      </form>
      ${
        this.person
          ? html`<person-mail .rytm=${this.rytm} .whose=${this.person.id}></person-mail>
        <section class="after-all"><h2>${say(linkWords.personal)}</h2><p
          class="muted">${say(linkWords.privateHow)}</p>
          <private-links .rytm=${this.rytm} .bodies=${this.bodies}
            .person=${this.person.id}></private-links></section>
        <person-stored .rytm=${this.rytm} .person=${this.person} .bodies=${this.bodies}></person-stored>
        <section class="after-all"><h2>${say(words.erase)}</h2><button type="button" class="button"
          @click=${() => (this.erasing = true)}>${say(words.erase)} …</button></section>`
          : nothing
      }
      ${
        this.erasing && this.person
          ? html`<dialog class="erase" aria-labelledby="erase-heading" @close=${() => (this.erasing = false)}>
        <h2 id="erase-heading">${say(words.erase)}</h2><p>${say(words.eraseHow(this.person.name))}</p>
        <form method="dialog" class="row"><button type="button" class="button primary"
          @click=${this.erase}>${say(words.erase)}</button>
          <button class="button quiet">${say(changeWords.abort)}</button></form></dialog>`
          : nothing
      }`;
  }

  private conflict(draft: PersonDraft, theirs: Person): TemplateResult {
    const now = draftOf(theirs);
    const lines: [string, string, string][] = [
      [say(words.name), draft.name, now.name],
      [say(words.address), draft.address, now.address],
      ...Array.from(
        { length: Math.max(draft.assignments.length, now.assignments.length) },
        (_, at): [string, string, string] => [
          say(words.assignment(at + 1)),
          assignmentInWords(draft.assignments[at], this.bodies),
          assignmentInWords(now.assignments[at], this.bodies),
        ],
      ),
    ];
    const take = (): void =>
      Object.assign(this, { person: theirs, draft: now, theirs: undefined, refused: undefined });
    return html`<section class="conflict"><h2
      tabindex="-1">${icon('warning')} ${say(words.changedMeanwhile)}</h2>
      <table class="table stacks"><thead><tr><th scope="col">${say(words.field)}</th><th
        scope="col">${say(words.yours)}</th><th scope="col">${say(words.theirs)}</th></tr></thead>
        <tbody>${lines
          .filter(([, mine, other]) => mine !== other)
          .map(
            ([name, mine, other]) => html`<tr><th
          scope="row">${name}</th><td>${mine}</td><td>${other}</td></tr>`,
          )}</tbody></table>
      <div class="row"><button type="button" class="button primary"
        @click=${() => void this.save()}>${say(words.keepMine)}</button>
        <button type="button" class="button"
          @click=${take}>${say(words.takeTheirs)}</button></div></section>`;
  }
}
