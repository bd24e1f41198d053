// Which bodies there are: added from the template or wholly new, changed, taken away.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { RuleBody, RuleFile } from '../../api/rules.js';
import type { BodyKind } from '../../api/types.js';
import { choiceField, tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import { base } from '../../parts/place.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import {
  bodyKinds,
  isComplete,
  newBody,
  offeredBodies,
  withBody,
  withoutBody,
} from '../../plan/body-rules.js';
import { newId, takenIds, textOf, thingIn, withOptional } from '../../plan/rule-file.js';
import { placeOf } from '../../plan/rule-place.js';
import { say } from '../../words/language.js';
import { bodyWords as words, formWords, kindNames } from '../../words/rule-forms.js';
import { rulesWords } from '../../words/rules.js';
import { nameFields, numberField } from './fields.js';
import { ThingTrial } from './thing-trial.js';

const listedFromStart: BodyKind[] = ['council', 'executive-board', 'committee'];

@customElement('rule-bodies')
export class RuleBodies extends ThingTrial<RuleBody> {
  protected override draft = newBody();
  protected readonly words = words;

  protected override standing(id: string): RuleBody | undefined {
    return thingIn(this.rules.whole.bodies, id);
  }

  /** One of the template has its id; a wholly new one gets it from its short name. */
  private get itsId(): string {
    const { id, short = '' } = this.draft;
    return id || newId(short, takenIds(this.rules, 'bodies'));
  }

  protected changed(): RuleFile | undefined {
    const { doing, draft, itsId: id } = this;
    if (doing === 'removing') return withoutBody(this.rules, id);
    if (doing === 'looking' || !isComplete(draft)) return undefined;
    const now = this.seen ?? thingIn(this.rules.template.bodies, id);
    return withBody(this.rules, { ...draft, id }, now);
  }

  protected placeIn(file: RuleFile): string {
    return `/bodies/${placeOf(file.bodies, this.itsId)}`;
  }

  private set = (more: Partial<RuleBody>): void => this.change({ ...this.draft, ...more });

  // ---- Drawing

  protected override render(): TemplateResult {
    const { doing } = this;
    const hint = doing === 'adding' ? words.goOn : undefined;
    return html`<form @submit=${this.save} novalidate><h2 tabindex="-1">${say(words.nav)}</h2>
      ${doing === 'looking' ? this.list() : this.editor(this.fields, () => nothing, hint)}</form>`;
  }

  private list(): TemplateResult {
    return html`<p>${say(words.how)}</p><table class="table stacks"><thead><tr><th scope="col">${say(words.body)}</th><th
      scope="col">${say(words.kind)}</th><th scope="col">${say(words.series)}</th>${this.mayChange ? html`<td></td>` : nothing}</tr></thead>
      <tbody>${this.bodies.map(({ id, kind, name, series }) => {
        const rule = this.standing(id);
        return html`<tr><th scope="row">${shape(shapeOf[kind])} <a href="${base}/regler/${id}${location.search}">${say(name)}</a></th>
          <td>${say(kindNames[kind])}</td>
          <td>${series.length === 0 ? html`<span class="muted">${say(words.noSeries)}</span>` : series.map((one) => say(one.name)).join(', ')}</td>
          ${this.mayChange && rule ? html`<td>${this.changeButton(rule)}</td>` : nothing}</tr>`;
      })}</tbody></table>
      ${this.mayChange ? html`<p class="after"><button type="button" class="button" @click=${() => this.begin('adding', newBody())}>${say(words.add)}</button></p>` : html`<p class="note info">${say(rulesWords.mayNot)}</p>`}`;
  }

  /** The template knows many bodies and their meetings. */
  private offer(): TemplateResult {
    const offered = offeredBodies(this.rules);
    return choiceField({
      id: `${this.own}-which`,
      label: say(words.which),
      value: this.draft.id,
      options: [
        ['', say(words.ownNew)],
        ...offered.map(({ id, name }): [string, string] => [id, say(textOf(name))]),
      ],
      change: (id) => this.change(thingIn(offered, id) ?? newBody()),
    });
  }

  private fields = (): TemplateResult => {
    const { draft, wrong } = this;
    const { kind = 'committee' } = draft;
    const others = this.bodies.filter(({ id }) => id !== draft.id);
    const optional = (key: 'of' | 'from' | 'until' | 'dialogue-hours', value: string | number): void =>
      this.change(withOptional(draft, key, value));
    return html`${this.doing === 'adding' ? this.offer() : nothing}<div class="fields">
      ${nameFields({ id: `${this.own}-name`, label: say(formWords.name), value: draft.name, error: wrong('name'), change: (name) => this.set({ name }) })}
      ${textField({ id: `${this.own}-short`, label: say(words.short), hint: say(words.shortHint), value: draft.short ?? '', error: wrong('short'), change: (short) => this.set({ short }) })}
      ${choiceField({ id: `${this.own}-kind`, label: say(words.kind), value: kind, options: bodyKinds.map((one): [string, string] => [one, say(kindNames[one])]), error: wrong('kind'), change: (to) => this.set({ kind: to as BodyKind }) })}
      ${choiceField({ id: `${this.own}-of`, label: say(words.of), value: draft.of ?? '', options: [['', say(words.ofNone)], ...others.map(({ id, name }): [string, string] => [id, say(name)])], error: wrong('of'), change: (of) => optional('of', of) })}
      ${textField({ id: `${this.own}-from`, type: 'date', label: say(words.from), value: draft.from ?? '', error: wrong('from'), change: (day) => optional('from', day) })}
      ${textField({ id: `${this.own}-until`, type: 'date', label: say(words.until), value: draft.until ?? '', error: wrong('until'), change: (day) => optional('until', day) })}
      ${numberField({ id: `${this.own}-hours`, label: say(words.dialogueHours), hint: say(words.dialogueHoursHint), value: draft['dialogue-hours'] ?? '', error: wrong('dialogue-hours'), change: (hours) => optional('dialogue-hours', hours) })}
      ${tick(say(words.listed), draft.listed ?? listedFromStart.includes(kind), (listed) => this.set({ listed }))}</div>`;
  };
}
