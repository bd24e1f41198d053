// Decisions to put on record with a publication: which body, which days, by whom, when.
import { html, type TemplateResult } from 'lit';
import type { AdoptionKind } from '../../api/publishing.js';
import type { Body } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { textField, type TextField } from '../../parts/field.js';
import type { Decision } from '../../plan/publishing.js';
import { say } from '../../words/language.js';
import { adoptionKinds, publishWords as words } from '../../words/publish.js';

export interface DecisionForm {
  decisions: Decision[];
  bodies: Body[];
  /** What is wrong with a field of the n-th, `decided-by`. */
  wrong: (number: number, field: string, empty: boolean) => string | undefined;
  change: (decisions: Decision[]) => void;
}

const offered: AdoptionKind[] = ['adopted', 'proposed', 'amended', 'corrected'];

function oneDecision(
  { decisions, bodies, wrong, change }: DecisionForm,
  decision: Decision,
  at: number,
): TemplateResult {
  const set = (more: Partial<Decision>): void =>
    change(decisions.map((one, n) => (n === at ? { ...one, ...more } : one)));
  const text = (
    key: keyof Decision,
    name: string,
    label: string,
    more: Partial<TextField> = {},
  ): TemplateResult =>
    textField({
      ...more,
      id: `decision-${at}-${name}`,
      label,
      value: decision[key],
      error: wrong(at, name, decision[key] === ''),
      change: (value) => set({ [key]: value }),
    });
  return html`<fieldset class="decision"><legend>${say(words.decisionNumber(at + 1))}</legend>
    <div class="two">
      ${choiceField({
        id: `decision-${at}-body`,
        label: say(words.forBody),
        value: decision.body,
        error: wrong(at, 'body', false),
        change: (body) => set({ body }),
        options: [
          ['', say(words.allPublished)],
          ...bodies.map(({ id, name }): [string, string] => [id, say(name)]),
        ],
      })}
      ${choiceField({
        id: `decision-${at}-kind`,
        label: say(words.kind),
        value: decision.kind,
        error: wrong(at, 'kind', false),
        change: (kind) => set({ kind: kind as AdoptionKind }),
        options: offered.map((kind): [string, string] => [kind, say(adoptionKinds[kind])]),
      })}
      ${text('by', 'decided-by', say(words.by), { hint: say(words.byHint) })}
      ${text('on', 'decided-on', say(words.on), { type: 'date' })}
      ${text('paragraph', 'paragraph', say(words.paragraph))}
      ${text('caseNumber', 'case-number', say(words.caseNumber))}
      ${text('from', 'from', say(words.from), { type: 'date' })}
      ${text('until', 'until', say(words.untilDay), { type: 'date' })}
    </div>
    <button type="button" class="button small"
      @click=${() => change(decisions.filter((_, n) => n !== at))}>${say(words.removeDecision)}</button>
  </fieldset>`;
}

export function decisionForm(form: DecisionForm, fresh: () => Decision): TemplateResult {
  return html`<p>${say(words.decisionHow)}</p>
    ${form.decisions.map((decision, at) => oneDecision(form, decision, at))}
    <button type="button" class="button"
      @click=${() => form.change([...form.decisions, fresh()])}>${say(words.addDecision)}</button>`;
}
