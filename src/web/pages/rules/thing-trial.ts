// An editor of a list of things: one of them at a time is changed, added, taken away or taken back.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RuleFile, RuleThing, Written } from '../../api/rules.js';
import type { Text } from '../../api/types.js';
import {
  newId,
  takenIds,
  textOf,
  thingNow,
  withOne,
  withOneBack,
  withoutOne,
  type ListKey,
  type ThingOf,
} from '../../plan/rule-file.js';
import { same } from '../../plan/rule-patch.js';
import { placeOf } from '../../plan/rule-place.js';
import { say } from '../../words/language.js';
import { formWords } from '../../words/rule-forms.js';
import { rulesWords } from '../../words/rules.js';
import { RuleTrial } from './trial.js';

export type Doing = 'looking' | 'changing' | 'adding' | 'removing' | 'using';

interface Named extends RuleThing {
  name?: Written;
}

/** What is said of the things: `Ta bort rapporten`. */
export interface ThingWords {
  fresh: Text;
  save: Text;
  remove: Text;
}

export abstract class ThingTrial<T extends Named> extends RuleTrial {
  @state() protected doing: Doing = 'looking';
  @state() protected draft!: T;
  protected seen: T | undefined;
  protected abstract readonly words: ThingWords;
  /** As the rules have it, with what the template says of it. */
  protected abstract standing(id: string): T | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('rules') || this.doing !== 'changing' || this.dirty) return;
    const now = this.standing(this.draft.id);
    if (now) this.seen = this.draft = now;
    else this.restore();
  }

  protected restore(): void {
    this.doing = 'looking';
    this.forget();
  }

  protected get dirty(): boolean {
    return this.doing !== 'changing' || !same(this.draft, this.seen);
  }

  protected begin(doing: Doing, thing: T): void {
    this.seen = doing === 'changing' ? thing : undefined;
    Object.assign(this, { doing, draft: thing });
    this.reckon();
    const writes = doing === 'changing' || doing === 'adding';
    void this.focusOn(writes ? '.editing :is(select, input)' : '.finding-box .primary');
  }

  protected change = (draft: T): void => {
    this.draft = draft;
    this.reckon();
  };

  // ---- Drawing

  protected nameOf = ({ name, id }: Named): string => say(textOf(name ?? id));

  /** The form, or what is to be gone; `fields` are drawn before what follows from them. */
  protected editor(fields: () => unknown, beside: () => unknown, hint?: Text): TemplateResult {
    const { doing, words } = this;
    const name = this.nameOf(this.draft);
    const writes = doing === 'changing' || doing === 'adding';
    const label =
      doing === 'removing' ? words.remove : doing === 'using' ? formWords.useOf(name) : words.save;
    return html`<div class="rule-columns editing"><div><h3 tabindex="-1">${doing === 'adding' ? say(words.fresh) : name}</h3>
      ${writes ? fields() : nothing}
      ${doing === 'removing' ? html`<p class="note warning">${say(formWords.takenAway(name))} ${say(formWords.published)}</p>` : nothing}
      ${this.ending(label, this.dirty, hint ? html`<p class="hint">${say(hint)}</p>` : nothing)}
      ${this.dirty ? nothing : this.leave()}</div>${beside()}</div>`;
  }

  private leave(): TemplateResult {
    return html`<div class="row"><button type="button" class="button small"
        @click=${() => this.begin('removing', this.draft)}>${say(this.words.remove)}</button>
      <button type="button" class="button quiet" @click=${this.abort}>${say(rulesWords.restore)}</button></div>`;
  }

  /** What the template has and nobody uses. */
  protected unused(things: T[]): TemplateResult | typeof nothing {
    if (things.length === 0) return nothing;
    return html`<details class="after"><summary>${say(formWords.unused)} (${things.length})</summary><ul class="plain">${things.map(
      (
        one,
      ) => html`<li class="row">${this.nameOf(one)} <span class="muted">${one.id}</span> <button type="button"
          class="button small" aria-label=${say(formWords.useOf(this.nameOf(one)))}
          @click=${() => this.begin('using', one)}>${say(formWords.use)}</button></li>`,
    )}</ul></details>`;
  }

  protected changeButton(thing: T): TemplateResult {
    return html`<button type="button" class="button small" aria-label=${say(formWords.changeOf(this.nameOf(thing)))}
      @click=${() => this.begin('changing', thing)}>${say(formWords.change)}</button>`;
  }
}

/** The same of a list that stands by itself in the file. */
export abstract class ListTrial<K extends ListKey> extends ThingTrial<ThingOf<K>> {
  protected abstract readonly list: K;
  /** Whether there is enough written to try it. */
  protected abstract get complete(): boolean;

  protected override standing(id: string): ThingOf<K> | undefined {
    return thingNow(this.rules, this.list, id);
  }

  /** Of a new one, the id it will have. */
  protected get itsId(): string {
    if (this.doing !== 'adding') return this.draft.id;
    return newId(textOf(this.draft.name).sv, takenIds(this.rules, this.list));
  }

  protected changed(): RuleFile | undefined {
    const { doing, draft, list, itsId: id } = this;
    if (doing === 'removing') return withoutOne(this.rules, list, id);
    if (doing === 'using') return withOneBack(this.rules, list, id);
    if (doing === 'looking' || !this.complete) return undefined;
    return withOne(this.rules, list, { ...draft, id }, this.seen);
  }

  protected placeIn(file: RuleFile): string {
    return `/${this.list}/${placeOf(file[this.list], this.itsId)}`;
  }
}
