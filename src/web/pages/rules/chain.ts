// Before and after the meeting: the steps in order, each in words, to be changed, moved, taken away and added to.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RuleFile, RuleStep } from '../../api/rules.js';
import type { Item, Level } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import {
  inTimeOrder,
  originOf,
  placedAnew,
  stepsOf,
  unusedSteps,
  withChain,
  withOwnChain,
} from '../../plan/chain-rules.js';
import { liveDays } from '../../plan/live.js';
import { moved } from '../../plan/report-rules.js';
import { newId, oneOrMany, textOf } from '../../plan/rule-file.js';
import { same } from '../../plan/rule-patch.js';
import { placeOf } from '../../plan/rule-place.js';
import { dayShort, together } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { levelNames } from '../../words/meeting.js';
import { chainNames, chainWords, formWords, origins } from '../../words/rule-forms.js';
import { rulesWords as words } from '../../words/rules.js';
import { movedButton, orderButtons } from './fields.js';
import { liveList } from './live.js';
import { lawOf, nameOf, stepForm, stepInWords } from './step-form.js';
import { RuleTrial } from './trial.js';

const newStep: RuleStep = { id: '', name: '', days: -10, for: ['official'] };

@customElement('chain-editor')
export class ChainEditor extends RuleTrial {
  @property({ attribute: false }) chain = '';
  @property({ attribute: false }) body = '';
  @property({ attribute: false }) series = '';
  /** The body's meetings of the year looked at, and their steps. */
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) meetings: Item[] = [];
  @property({ attribute: false }) year = 0;
  @state() private editing = false;
  @state() private draft: RuleStep[] = [];
  /** The step whose fields are open. */
  @state() private open = '';
  @state() private adding: RuleStep | undefined;
  @state() private onlyHere = false;
  private inWeeks = new Set<string>();
  private seen: RuleStep[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('chain') || changed.has('body')) this.restore();
    else if (changed.has('rules') && !this.dirty) this.restore();
  }

  protected restore(): void {
    this.seen = stepsOf(this.rules, this.chain);
    this.inWeeks = new Set();
    Object.assign(this, { draft: this.seen, open: '', adding: undefined, editing: false, onlyHere: false });
    this.forget();
  }

  private get dirty(): boolean {
    return this.adding !== undefined || !same(this.draft, this.seen);
  }

  /** In the order of time, with the new step among them. */
  private get wanted(): RuleStep[] {
    const { adding } = this;
    const draft = placedAnew(this.draft, this.seen);
    if (!adding?.name) return draft;
    const id = newId(
      textOf(adding.name).sv,
      draft.map((step) => step.id),
    );
    return inTimeOrder(draft, { ...adding, id });
  }

  protected changed(): RuleFile | undefined {
    if (this.adding && !this.adding.name) return undefined;
    return this.onlyHere
      ? withOwnChain(this.rules, this.chain, this.body, this.series, this.wanted)
      : withChain(this.rules, this.chain, this.wanted, this.seen);
  }

  protected placeIn(): string {
    return '/chains';
  }

  /** Errors stand at the step's place in the file's own list. */
  private wrongIn =
    (id: string) =>
    (field: string): string | undefined => {
      const [name, list] =
        Object.entries(this.tried?.chains ?? {}).find(([, steps]) => placeOf(steps, id) >= 0) ?? [];
      return list && this.wrong(`${name}/${placeOf(list, id)}/${field}`);
    };

  // ---- Changing

  private setStep(at: number, step: RuleStep, inWeeks = false): void {
    this.inWeeks[inWeeks ? 'add' : 'delete'](step.id);
    this.draft = this.draft.map((one, n) => (n === at ? step : one));
    this.reckon();
  }

  private takeAway(at: number): void {
    this.draft = this.draft.filter((_, n) => n !== at);
    this.reckon();
    void this.focusOn(`[data-edit="${Math.min(at, this.draft.length - 1)}"]`);
  }

  private move(at: number, by: -1 | 1): void {
    this.draft = moved(this.draft, at, by);
    this.reckon();
    void this.focusOn(movedButton(at, by));
  }

  private setNew(adding: RuleStep, inWeeks = false): void {
    this.inWeeks[inWeeks ? 'add' : 'delete']('');
    this.adding = adding;
    this.reckon();
  }

  private takeBack(step: RuleStep): void {
    const { off: _, ...back } = step;
    this.draft = inTimeOrder(this.draft, back as RuleStep);
    this.reckon();
  }

  private begin = (): void => {
    this.editing = true;
    void this.focusOn('[data-edit="0"]');
  };

  private add = (): void => {
    this.adding = newStep;
    void this.focusOn('.adding-step input');
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    const name = chainNames[this.chain];
    return html`<form @submit=${this.save} novalidate><div class="rule-columns"><div>
      <h2 tabindex="-1">${say(words.chain)}</h2>
      <p class="hint">${say(words.chainHow(name ? say(name) : this.chain))}</p>
      ${this.draft.length === 0 ? html`<p>${say(words.noChain)}</p>` : this.list()}
      ${this.editing ? this.more() : nothing}
      ${
        this.mayChange && !this.editing
          ? html`<p class="after"><button type="button" class="button small"
          @click=${this.begin}>${say(words.editChain)}</button></p>`
          : nothing
      }
      ${this.editing ? this.ending(words.saveChain, this.dirty) : nothing}</div>${this.live()}</div></form>`;
  }

  private list(): TemplateResult {
    return html`<ol class="things">${this.draft.map((step, at) => this.row(step, at))}</ol>`;
  }

  private row(step: RuleStep, at: number): TemplateResult {
    const name = nameOf(step);
    const origin = originOf(this.rules, this.chain, step.id);
    const levels = oneOrMany<Level>(step.for ?? 'official').map((level) => say(levelNames[level]));
    const seers = step['meeting-of'] === undefined ? [together(levels)] : [];
    const law = lawOf(step);
    const isOpen = this.open === step.id;
    return html`<li><div class="thing"><div><b>${name}</b> <span>${stepInWords(step, this.draft, this.bodies)}</span>
        <p class="hint">${[...seers, law, say(origins[origin])].filter(Boolean).join(' · ')}</p></div>
      ${
        this.editing
          ? html`<span class="row order"><button type="button" class="button small" data-edit=${at} aria-expanded=${isOpen}
          aria-label=${say(formWords.changeOf(name))}
          @click=${() => (this.open = isOpen ? '' : step.id)}>${say(isOpen ? formWords.done : formWords.change)}</button></span>
        ${orderButtons({ name, at, count: this.draft.length, move: (by) => this.move(at, by), remove: () => this.takeAway(at) })}`
          : nothing
      }</div>
      ${
        this.editing && isOpen
          ? stepForm({
              id: `${this.own}-${step.id}`,
              step,
              steps: this.draft,
              bodies: this.bodies,
              origin,
              inWeeks: this.inWeeks.has(step.id),
              wrong: this.wrongIn(step.id),
              change: (next, inWeeks) => this.setStep(at, next, inWeeks),
            })
          : nothing
      }</li>`;
  }

  private more(): TemplateResult {
    const { adding } = this;
    const unused = unusedSteps(this.rules, this.chain).filter(
      ({ id }) => !this.draft.some((step) => step.id === id),
    );
    return html`${
      adding
        ? html`<fieldset class="adding-step"><legend>${say(chainWords.fresh)}</legend>${stepForm({
            id: `${this.own}-new`,
            step: adding,
            steps: this.draft,
            bodies: this.bodies,
            origin: 'own',
            inWeeks: this.inWeeks.has(''),
            wrong: this.wrongIn(
              newId(
                textOf(adding.name).sv,
                this.draft.map(({ id }) => id),
              ),
            ),
            change: (next, inWeeks) => this.setNew(next, inWeeks),
          })}</fieldset>`
        : html`<p class="after"><button type="button" class="button small"
            @click=${this.add}>${say(chainWords.add)}</button></p>`
    }
    ${
      unused.length > 0
        ? html`<details><summary>${say(chainWords.unusedSteps)} (${unused.length})</summary><ul class="plain">${unused.map(
            (step) => html`<li class="row">${nameOf(step)} <button type="button" class="button small"
              aria-label=${say(formWords.useOf(nameOf(step)))}
              @click=${() => this.takeBack(step)}>${say(formWords.use)}</button></li>`,
          )}</ul></details>`
        : nothing
    }${this.scope()}`;
  }

  /** Many bodies share a chain: a change for one of them gives it its own. */
  private scope(): TemplateResult | typeof nothing {
    const sharing = this.bodies.filter(({ series }) => series.some(({ chain }) => chain === this.chain));
    const body = this.bodies.find(({ id }) => id === this.body);
    if (sharing.length < 2 || !body || !this.dirty) return nothing;
    return choiceField({
      id: `${this.own}-scope`,
      label: say(chainWords.holdsFor),
      value: this.onlyHere ? 'here' : 'all',
      options: [
        ['all', say(chainWords.all(sharing.length))],
        ['here', say(chainWords.onlyHere(say(body.name)))],
      ],
      change: (scope) => {
        this.onlyHere = scope === 'here';
        this.reckon();
      },
    });
  }

  /** The steps of one meeting, with what the change would make of them. */
  private live(): TemplateResult {
    const taking = this.meetings.filter(({ status }) => status !== 'cancelled');
    // One in the middle of the year has all its steps in it.
    const meeting = taking[Math.floor(taking.length / 2)];
    if (!meeting) return html``;
    const days = liveDays(
      [...this.items, meeting],
      this.whatIf?.items ?? [],
      ({ id, parent }) => id === meeting.id || parent === meeting.id,
      this.year,
    );
    return liveList({
      heading: say(chainWords.live(dayShort(meeting.day))),
      days,
      reckoning: this.reckoning,
      beside: ({ title }) => say(title),
    });
  }
}
