// Recesses and school breaks: which days each year meetings are to avoid.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { RuleBreak, RuleFile } from '../../api/rules.js';
import { choiceField, tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import {
  asForm,
  breakForm,
  breakForms,
  breakLists,
  breaksOf,
  everyYear,
  isComplete,
  withBreaks,
  type BreakForm,
  type BreakList,
} from '../../plan/breaks.js';
import { textOf } from '../../plan/rule-file.js';
import { same } from '../../plan/rule-patch.js';
import { say } from '../../words/language.js';
import { breakWords as words, formWords } from '../../words/rule-forms.js';
import { rulesWords } from '../../words/rules.js';
import { dayOfYearField, nameFields, numberField } from './fields.js';
import { RuleTrial } from './trial.js';

type Lists = Record<BreakList, RuleBreak[]>;

@customElement('rule-breaks')
export class RuleBreaks extends RuleTrial {
  @state() private draft: Lists = { recess: [], 'school-break': [] };
  private seen: Lists = this.draft;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rules') && same(this.draft, this.seen)) this.restore();
  }

  protected restore(): void {
    this.seen = {
      recess: breaksOf(this.rules, 'recess'),
      'school-break': breaksOf(this.rules, 'school-break'),
    };
    this.draft = this.seen;
    this.forget();
  }

  protected changed(): RuleFile | undefined {
    let { file } = this.rules;
    for (const list of breakLists) {
      if (same(this.draft[list], this.seen[list])) continue;
      if (!isComplete(this.draft[list])) return undefined;
      file = withBreaks({ ...this.rules, file }, list, this.draft[list]);
    }
    return file;
  }

  protected placeIn(): string {
    return '/calendars';
  }

  private change(list: BreakList, breaks: RuleBreak[]): void {
    this.draft = { ...this.draft, [list]: breaks };
    this.reckon();
  }

  private takeAway(list: BreakList, at: number): void {
    this.change(
      list,
      this.draft[list].filter((_, n) => n !== at),
    );
    void this.focusOn(`[data-add="${list}"]`);
  }

  private add(list: BreakList): void {
    this.change(list, [...this.draft[list], asForm({ name: '' }, 'iso-week')]);
    void this.focusOn(`[data-break="${list}-${this.draft[list].length - 1}"] .fields input`);
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    return html`<form @submit=${this.save} novalidate><h2 tabindex="-1">${say(words.nav)}</h2><p>${say(words.how)}</p>
      ${breakLists.map((list) => this.list(list))}
      ${this.mayChange ? this.ending(words.save, !same(this.draft, this.seen)) : html`<p class="note info">${say(rulesWords.mayNot)}</p>`}</form>`;
  }

  private list(list: BreakList): TemplateResult {
    const name = say(words.lists[list]);
    return html`<h3>${name}</h3>${this.draft[list].map((one, at) => this.one(list, one, at))}
      ${
        this.mayChange
          ? html`<p class="after"><button type="button" class="button small" data-add=${list}
        aria-label=${say(words.addOf(name))} @click=${() => this.add(list)}>${say(words.add)}</button></p>`
          : nothing
      }`;
  }

  private one(list: BreakList, one: RuleBreak, at: number): TemplateResult {
    const heading = say(textOf(one.name)) || say(words.number(say(words.lists[list]), at + 1));
    if (!this.mayChange) return html`<p>${heading}</p>`;
    const id = `${this.own}-${list}-${at}`;
    const set = (next: RuleBreak): void =>
      this.change(
        list,
        this.draft[list].map((other, n) => (n === at ? next : other)),
      );
    const wrong = (field: string): string | undefined => this.wrong(`${list}/${at}/${field}`);
    return html`<fieldset class="one" data-break="${list}-${at}"><legend>${heading}</legend>
      <div class="row order"><button type="button" class="button small" aria-label=${say(formWords.removeOf(heading))}
        @click=${() => this.takeAway(list, at)}>${say(formWords.remove)}</button></div>
      <div class="fields">${nameFields({ id: `${id}-name`, label: say(formWords.name), value: one.name, error: wrong('name'), change: (name) => set({ ...one, name }) })}
      ${choiceField({ id: `${id}-form`, label: say(words.form), value: breakForm(one), options: breakForms.map((form): [string, string] => [form, say(words.forms[form])]), change: (form) => set(asForm(one, form as BreakForm)) })}
      ${this.days(id, one, wrong, set)}
      </div></fieldset>`;
  }

  private days(
    id: string,
    one: RuleBreak,
    wrong: (field: string) => string | undefined,
    set: (next: RuleBreak) => void,
  ): TemplateResult {
    switch (breakForm(one)) {
      case 'iso-week':
        return numberField({
          id: `${id}-week`,
          label: say(words.week),
          value: one['iso-week'] ?? '',
          error: wrong('iso-week'),
          change: (week) => set({ ...one, 'iso-week': week }),
        });
      case 'easter-week':
        return choiceField({
          id: `${id}-easter`,
          label: say(words.easter),
          value: one['easter-week'] ?? 'before',
          options: [
            ['before', say(words.before)],
            ['after', say(words.after)],
          ],
          change: (week) => set({ ...one, 'easter-week': week as 'before' | 'after' }),
        });
      case 'from':
        return html`${this.spanDay(`${id}-from`, say(words.from), one.from, wrong('from'), (from) => set({ ...one, from }))}
          ${this.spanDay(`${id}-until`, say(words.until), one.until, wrong('until'), (until) => set({ ...one, until }))}
          ${tick(say(words.everyYear), everyYear(one.from), (on) => set(this.asYearly(one, on)))}`;
    }
  }

  private spanDay(
    id: string,
    label: string,
    value: string | undefined,
    error: string | undefined,
    change: (day: string) => void,
  ): TemplateResult {
    return everyYear(value)
      ? dayOfYearField({ id, label, value: value ?? '', error, change })
      : textField({ id, type: 'date', label, value: value ?? '', error, change });
  }

  /** Of every year, or of the first year that is planned. */
  private asYearly(one: RuleBreak, yearly: boolean): RuleBreak {
    const year = this.rules.file.window.from.slice(0, 4);
    const turned = (day = ''): string => (yearly ? `-${day.slice(4)}` : `${year}${day.slice(1)}`);
    return { ...one, from: turned(one.from), until: turned(one.until) };
  }
}
