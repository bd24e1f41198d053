// Step two: which bodies there are, those of the template and one's own.
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { bodies as municipality } from '../../../../calendar/templates/sweden-municipality@1.json';
import { bodies as region } from '../../../../calendar/templates/sweden-region@1.json';
import type { RuleFile } from '../../api/rules.js';
import type { BodyKind } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import { weekdayWords, type WeekdayWord } from '../../plan/rules.js';
import { bodiesOf, chosenBodies, freshBody, type ChosenBody, type TemplateBody } from '../../plan/setup.js';
import { say } from '../../words/language.js';
import { nths, weekdayTexts } from '../../words/rules.js';
import { setupWords as words } from '../../words/setup.js';
import { SetupStep } from './step.js';

const templates: Record<string, TemplateBody[]> = {
  'sweden-municipality': municipality as TemplateBody[],
  'sweden-region': region as TemplateBody[],
};

@customElement('setup-bodies')
export class SetupBodies extends SetupStep {
  @state() private chosen: ChosenBody[] | undefined;
  private file: RuleFile | undefined;

  protected async begin(): Promise<void> {
    this.file = await this.readRules();
    const template = templates[String(this.file['template'] ?? '').split('@')[0] ?? ''] ?? [];
    this.chosen = chosenBodies(
      this.file,
      template.filter(({ name }) => name),
    );
  }

  private set(at: number, more: Partial<ChosenBody>): void {
    this.chosen = this.chosen?.map((one, n) => (n === at ? { ...one, ...more } : one));
  }

  private save = (event: Event): void => {
    event.preventDefault();
    const { file, chosen } = this;
    if (!file || !chosen || this.busy) return;
    const bodies = bodiesOf(file, chosen);
    void this.write(
      JSON.stringify(bodies) === JSON.stringify(file.bodies)
        ? []
        : [{ op: 'replace', path: '/bodies', value: bodies }],
    );
  };

  protected override render(): TemplateResult {
    const { chosen } = this;
    if (!chosen) return html`${this.refused ? this.ending() : ''}`;
    const add = (): void => {
      this.chosen = [...chosen, freshBody()];
      void this.focusOn(`#own-name-${chosen.length}`);
    };
    return html`<form @submit=${this.save} novalidate><p>${say(words.bodiesHow)}</p>
      <fieldset class="template-bodies"><legend>${say(words.template)}</legend>
        <ul>${chosen.map((one, at) => (one.usual ? this.usual(one, at) : ''))}</ul></fieldset>
      <h2>${say(words.ownBodies)}</h2>${chosen.map((one, at) => (one.usual ? '' : this.ofOwn(one, at)))}
      <p><button type="button" class="button" @click=${add}>${say(words.addBody)}</button></p>
      ${this.ending()}</form>`;
  }

  private usual(one: ChosenBody, at: number): TemplateResult {
    return html`<li><label class="check"><input type="checkbox" .checked=${one.chosen}
      @change=${(event: Event) => this.set(at, { chosen: (event.target as HTMLInputElement).checked })}>
        <span>${shape(shapeOf[one.kind])} ${one.usual ? say(one.usual) : one.name}</span></label>
      ${
        one.chosen
          ? html`<input aria-label=${say(words.nameOf(one.usual ? say(one.usual) : ''))}
        .value=${one.name}
        @input=${(event: Event) => this.set(at, { name: (event.target as HTMLInputElement).value })}>`
          : ''
      }</li>`;
  }

  private ofOwn(one: ChosenBody, at: number): TemplateResult {
    return html`<fieldset class="decision"><legend>${one.name || say(words.addBody)}</legend><div
      class="three">
      ${textField({ id: `own-name-${at}`, label: say(words.name), value: one.name, change: (name) => this.set(at, { name }) })}
      ${textField({ id: `own-short-${at}`, label: say(words.short), hint: say(words.shortHint), value: one.short, change: (short) => this.set(at, { short }) })}
      ${choiceField({
        id: `own-kind-${at}`,
        label: say(words.kind),
        value: one.kind,
        options: (Object.keys(words.kinds) as BodyKind[]).map((kind): [string, string] => [
          kind,
          say(words.kinds[kind]),
        ]),
        change: (kind) => this.set(at, { kind: kind as BodyKind }),
      })}
      ${one.meets ? this.meets(one.meets, at) : ''}</div>
      <button type="button" class="button small"
        @click=${() => (this.chosen = this.chosen?.filter((_, n) => n !== at))}>${say(words.remove)}</button></fieldset>`;
  }

  private meets(meets: NonNullable<ChosenBody['meets']>, at: number): TemplateResult {
    return html`${choiceField({
      id: `own-nth-${at}`,
      label: say(words.meetsNth),
      hint: say(words.meetsHint),
      value: meets.nth,
      options: nths.map(([nth, name]): [string, string] => [nth, say(name)]),
      change: (nth) => this.set(at, { meets: { ...meets, nth } }),
    })}
      ${choiceField({
        id: `own-weekday-${at}`,
        label: say(words.meetsWeekday),
        value: meets.weekday,
        options: weekdayWords.map((word): [string, string] => [word, say(weekdayTexts[word])]),
        change: (word) => this.set(at, { meets: { ...meets, weekday: word as WeekdayWord } }),
      })}`;
  }
}
