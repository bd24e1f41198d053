// How mail stands: what waits, what became of the rest, stopping it for a while, and what is usual for those who have not chosen.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { permitted } from '../../api/accounts.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { people, type Person } from '../../api/people.js';
import { letters, mailStatus, pauseMail, type MailStatus, type SentLetter } from '../../api/settings.js';
import { Asking } from '../../parts/asking.js';
import { icon, type Icon } from '../../parts/shapes.js';
import { tell } from '../../parts/status-line.js';
import { historyWords, letterKinds, settingsWords as words, userWords } from '../../words/administration.js';
import { instant, together } from '../../words/dates.js';
import { say } from '../../words/language.js';
import '../people/mail-choices.js';

const signs: Record<SentLetter['state'], Icon> = {
  waiting: 'clock',
  sent: 'ok',
  failed: 'error',
  stale: 'cross',
};

@customElement('mail-settings')
export class MailSettings extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  @state() private status: MailStatus | undefined;
  @state() private forbidden = false;
  @state() private letters: SentLetter[] = [];
  @state() private next: number | undefined;
  private names = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.trying(async () => {
      const status = await mailStatus(this.rytm).catch(permitted(undefined));
      this.forbidden = !status;
      if (!status) return;
      const [all, { items, next }] = await Promise.all([
        people(this.rytm).catch(permitted<Person[]>([])),
        letters(this.rytm),
      ]);
      this.names = new Map(all.map(({ id, name }) => [id, name]));
      Object.assign(this, { status, letters: items, next });
    });
  }

  private pause = (on: boolean): Promise<boolean> =>
    this.trying(async () => {
      this.status = await pauseMail(this.rytm, on, newKey());
      tell(say(on ? words.pausedNow : words.resumedNow));
    });

  private more = (): Promise<boolean> =>
    this.trying(async () => {
      const { items, next } = await letters(this.rytm, this.next);
      Object.assign(this, { letters: [...this.letters, ...items], next });
    });

  protected override render(): TemplateResult {
    if (this.forbidden) return html`<p>${say(words.mailOff)}</p>`;
    const { status } = this;
    return html`${this.problem()}${
      status
        ? html`${this.stands(status)}${this.outbox()}
      <details><summary>${say(words.usual)}: ${say(words.elected)}</summary><p
        class="hint">${say(words.usualHow)}</p><person-mail .rytm=${this.rytm}
        .whose=${'elected'}></person-mail></details>
      <details><summary>${say(words.usual)}: ${say(words.officials)}</summary><p
        class="hint">${say(words.usualHow)}</p><person-mail .rytm=${this.rytm}
        .whose=${'officials'}></person-mail></details>`
        : nothing
    }`;
  }

  private stands({ paused, waiting, sent, failed, stale, unreachable }: MailStatus): TemplateResult {
    return html`<p>${icon(paused ? 'warning' : 'ok')} <b>${say(paused ? words.paused : words.running)}</b>
        <button type="button" class="button small"
          @click=${() => this.pause(!paused)}>${say(paused ? words.resume : words.pause)}</button></p>
      <dl class="facts"><dt>${say(words.waiting)}</dt><dd>${waiting}</dd><dt>${say(words.sent)}</dt>
        <dd>${sent}</dd><dt>${say(words.failed)}</dt><dd>${failed}</dd>
        <dt>${say(words.stale)}</dt><dd>${stale}</dd></dl>
      ${
        unreachable.length > 0
          ? html`<p
        class="note warning">${say(words.unreachable(together(unreachable.map((id) => this.names.get(id) ?? id))))}</p>`
          : nothing
      }`;
  }

  private outbox(): TemplateResult {
    const names = { waiting: words.waiting, sent: words.sent, failed: words.failed, stale: words.stale };
    if (this.letters.length === 0) return html`<p>${say(words.noLetters)}</p>`;
    return html`<h3 class="after">${say(words.outbox)}</h3><table class="table stacks"><thead><tr><th
      scope="col">${say(words.subject)}</th><th scope="col">${say(words.to)}</th>
        <th scope="col">${say(words.kind)}</th><th scope="col">${say(words.made)}</th><th
          scope="col">${say(userWords.state)}</th></tr></thead>
      <tbody>${this.letters.map((letter) => {
        const kind = letterKinds[letter.kind];
        return html`<tr><th scope="row">${
          letter.subject ||
          html`<span
          class="muted">${say(words.gone)}</span>`
        }</th>
          <td>${this.names.get(letter.person) ?? letter.person}</td>
          <td>${kind ? say(kind) : letter.kind}</td><td class="unbroken">${instant(letter.made)}</td>
          <td>${icon(signs[letter.state])} ${say(names[letter.state])}${
            letter.answer
              ? html`<br><small
            class="muted">${letter.answer}</small>`
              : nothing
          }</td></tr>`;
      })}</tbody></table>
      ${
        this.next
          ? html`<p class="after"><button type="button" class="button"
        @click=${this.more}>${say(historyWords.more)}</button></p>`
          : nothing
      }`;
  }
}
