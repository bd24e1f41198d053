// Before and after the meeting: each step in words, and its number of days to change.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PatchStep } from '../../api/rules.js';
import type { Item } from '../../api/types.js';
import { chainPatch, chainSteps, type ChainStep } from '../../plan/chain-rules.js';
import { together } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { lawInWords } from '../../words/law.js';
import { levelNames } from '../../words/meeting.js';
import { rulesWords as words } from '../../words/rules.js';
import { RuleTrial } from './trial.js';

@customElement('chain-editor')
export class ChainEditor extends RuleTrial {
  @property({ attribute: false }) chain = '';
  /** The steps of the body's meetings, with their reasons. */
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) meetings: Item[] = [];
  @property({ attribute: false }) mayChange = false;
  @state() private editing = false;
  @state() private days = new Map<string, number>();
  @state() private off = new Set<string>();
  private all: ChainStep[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('items')) this.all = chainSteps(this.items, this.meetings);
    if (changed.has('chain')) this.restore();
  }

  protected restore(): void {
    Object.assign(this, { days: new Map(), off: new Set(), editing: false });
    this.forget();
  }

  protected steps(): PatchStep[] {
    return chainPatch(this.rules.file, this.chain, this.days, this.off, this.all);
  }

  private setDays({ id, count }: ChainStep, value: string): void {
    const next = new Map(this.days);
    const number = Number(value);
    if (!value || number === count?.days) next.delete(id);
    else next.set(id, number);
    this.days = next;
    this.reckon();
  }

  private takeAway(id: string): void {
    const next = new Set(this.off);
    if (!next.delete(id)) next.add(id);
    this.off = next;
    this.reckon();
  }

  protected override render(): TemplateResult {
    const dirty = this.days.size + this.off.size > 0;
    return html`<form @submit=${this.save} novalidate><h2>${say(words.chain)}</h2>
      ${
        this.all.length === 0
          ? html`<p>${say(words.noChain)}</p>`
          : html`<p class="hint">${say(words.chainHow(this.chain))}</p>${this.table()}
        ${this.mayChange && !this.editing ? html`<p class="after"><button type="button" class="button small"
          @click=${() => (this.editing = true)}>${say(words.editChain)}</button></p>` : nothing}
        ${this.editing && dirty ? this.ending(words.saveChain, [], dirty) : nothing}`
      }</form>`;
  }

  private table(): TemplateResult {
    return html`<table class="table stacks"><thead><tr><th scope="col">${say(words.step)}</th><th
      scope="col">${say(words.stepWhen)}</th><th scope="col">${say(words.law)}</th>
      ${this.editing ? html`<th scope="col">${say(words.stepDays)}</th><td></td>` : html`<th
        scope="col">${say(words.seenBy)}</th>`}</tr></thead>
      <tbody>${this.all.map((step) => this.row(step))}</tbody></table>`;
  }

  private row(step: ChainStep): TemplateResult {
    const off = this.off.has(step.id);
    const name = say(step.name);
    return html`<tr><th scope="row">${off ? html`<del>${name}</del>` : name}</th><td>${say(step.words)}</td>
      <td>${step.law ? lawInWords(step.law) : ''}</td>
      ${
        this.editing
          ? html`<td>${
              step.count && !off
                ? html`<input type="number" class="few" aria-label=${say(words.stepDaysOf(name))}
                  .value=${String(this.days.get(step.id) ?? step.count.days)}
          @input=${(event: Event) => this.setDays(step, (event.target as HTMLInputElement).value)}>`
                : off
                  ? say(words.taken)
                  : html`<span class="muted">${say(words.notPlain)}</span>`
            }</td>
        <td><button type="button" class="button small" aria-pressed=${off}
          aria-label=${say(words.takeAwayOf(name))}
          @click=${() => this.takeAway(step.id)}>${say(words.takeAway)}</button></td>`
          : html`<td>${together(step.for.map((level) => say(levelNames[level])))}</td>`
      }</tr>`;
  }
}
