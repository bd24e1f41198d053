// The dialogue programme: which talks, between whom, on which days, with a guide to print; to be added to, changed and taken away.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Dialogue, RuleDialogue } from '../../api/rules.js';
import type { Item, Report } from '../../api/types.js';
import { base } from '../../parts/place.js';
import { icon, shape } from '../../parts/shapes.js';
import {
  hasOwnTime,
  isComplete,
  newDialogue,
  talkWhenOf,
  writtenWhen,
  type TalkWhen,
} from '../../plan/dialogue-rules.js';
import { liveDays } from '../../plan/live.js';
import { unusedOf } from '../../plan/rule-file.js';
import { dayAndMonth } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { talkWords } from '../../words/rule-forms.js';
import { rulesWords as words } from '../../words/rules.js';
import { dialogueForm } from './dialogue-form.js';
import { liveList } from './live.js';
import { ListTrial, type Doing } from './thing-trial.js';

const shownMax = 8;
const firstTime = '13:00';

@customElement('dialogue-programme')
export class DialogueProgramme extends ListTrial<'dialogues'> {
  @property({ attribute: false }) dialogues: Dialogue[] = [];
  @property({ attribute: false }) reports: Report[] = [];
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) year = 0;
  protected override draft = newDialogue('');
  protected readonly words = talkWords;
  protected readonly list = 'dialogues';
  @state() private when: TalkWhen = { form: 'kept' };

  protected get complete(): boolean {
    return isComplete(this.draft, this.when);
  }

  protected override begin(doing: Doing, talk: RuleDialogue): void {
    this.when = talkWhenOf(talk.when);
    super.begin(doing, talk);
  }

  /** `when` is kept as it is written as long as nobody touches it. */
  private write = (talk: RuleDialogue, when?: TalkWhen): void => {
    if (when) this.when = when;
    const written = when && writtenWhen(when);
    const needsTime = when && hasOwnTime(when) && !talk.at;
    this.change({
      ...talk,
      ...(written === undefined ? {} : { when: written }),
      ...(needsTime && when.form !== 'kept' ? { at: firstTime } : {}),
      ...(when?.form === 'kept' ? { when: this.seen?.when ?? talk.when } : {}),
    });
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    return html`<form @submit=${this.save} novalidate><h2 tabindex="-1">${say(words.dialogues)}</h2><p>${say(words.dialoguesHow)}</p>
      ${this.doing === 'looking' ? this.programme() : this.editor(this.fields, this.live)}</form>`;
  }

  private programme(): TemplateResult {
    return html`<table class="table stacks"><thead><tr><th scope="col">${say(words.talk)}</th><th
      scope="col">${say(words.who)}</th><th scope="col">${say(words.whichBodies)}</th><th
      scope="col">${say(words.days(this.year))}</th>${this.mayChange ? html`<td></td>` : nothing}</tr></thead>
    <tbody>${this.dialogues.map((one) => this.row(one))}</tbody></table>${this.mayChange ? this.more() : html`<p class="note info">${say(words.mayNot)}</p>`}`;
  }

  private row(one: Dialogue): TemplateResult {
    const days = [
      ...new Set(
        this.items
          .filter(({ kind, origin }) => kind === 'dialogue' && origin === one.id)
          .map(({ day }) => day),
      ),
    ].sort();
    const names = one.bodies
      .map((id) => this.bodies.find((body) => body.id === id)?.['short-name'] ?? id)
      .join(', ');
    const name = say(one.name);
    const rule = this.standing(one.id);
    return html`<tr><th
      scope="row">${shape('talk')} ${name} ${one.protected ? icon('lock', say(words.protectedTalk)) : nothing}
        ${one.guide ? html`<br><a href="${base}/regler/vagledning/${one.guide}">${say(words.guide)}</a>` : nothing}</th>
      <td>${say(one.participants)}</td><td>${names}</td>
      <td>${days.length === 0 ? html`<span class="muted">${say(words.noDays)}</span>` : `${days.slice(0, shownMax).map(dayAndMonth).join(', ')}${days.length > shownMax ? ` (+${days.length - shownMax})` : ''}`}</td>
      ${this.mayChange && rule ? html`<td>${this.changeButton(rule)}</td>` : nothing}</tr>`;
  }

  private more(): TemplateResult {
    return html`<p class="after"><button type="button" class="button"
      @click=${() => this.begin('adding', newDialogue(''))}>${say(talkWords.add)}</button></p>
      ${this.unused(unusedOf(this.rules, 'dialogues'))}`;
  }

  private fields = (): TemplateResult =>
    dialogueForm({
      id: this.own,
      talk: this.draft,
      when: this.when,
      bodies: this.bodies,
      reports: this.reports,
      guides: this.rules.guides.map(({ id, title }): [string, string] => [id, say(title)]),
      wrong: this.wrong,
      change: this.write,
    });

  private live = (): TemplateResult => {
    const { itsId: id } = this;
    const days = liveDays(
      this.items,
      this.whatIf?.items ?? [],
      ({ kind, origin }) => kind === 'dialogue' && origin === id,
      this.year,
    );
    return liveList({
      heading: say(talkWords.live(days.filter(({ takesPlace }) => takesPlace).length, this.year)),
      days,
      reckoning: this.reckoning,
      beside: ({ body }) => this.bodies.find((one) => one.id === body)?.['short-name'] ?? '',
    });
  };
}
