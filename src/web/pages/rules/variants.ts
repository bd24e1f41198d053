// Meetings of a series that differ from the others: the one that decides the budget, the first of the term.
import { html, nothing, type TemplateResult } from 'lit';
import type { RuleVariant } from '../../api/rules.js';
import type { Place, Report } from '../../api/types.js';
import { minutesOf, lengthOf } from '../../api/day.js';
import { choiceField, tick } from '../../parts/choice.js';
import { moved } from '../../plan/report-rules.js';
import { withOptional } from '../../plan/rule-file.js';
import { monthShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { formWords, seriesWords as words } from '../../words/rule-forms.js';
import { rulesWords } from '../../words/rules.js';
import { nameFields, numberField, orderButtons, timeField } from './fields.js';

export interface Variants {
  id: string;
  variants: RuleVariant[];
  reports: Report[];
  places: Place[];
  chains: [string, string][];
  wrong: (field: string) => string | undefined;
  change: (variants: RuleVariant[]) => void;
}

const formOf = ({ when }: RuleVariant): string => {
  if (when.decides !== undefined) return 'decides';
  if (when['first-of']) return `first-of-${when['first-of']}`;
  return when['last-of'] ? 'last-of-year' : 'months';
};

function whenOf(form: string, report: string): RuleVariant['when'] {
  switch (form) {
    case 'decides':
      return { decides: report };
    case 'first-of-term':
      return { 'first-of': 'term' };
    case 'first-of-year':
      return { 'first-of': 'year' };
    case 'last-of-year':
      return { 'last-of': 'year' };
    default:
      return { months: [6] };
  }
}

function one(of: Variants, variant: RuleVariant, at: number): TemplateResult {
  const { variants, reports, places, chains, change } = of;
  const id = `${of.id}-${at}`;
  const set = (next: RuleVariant): void => change(variants.map((other, n) => (n === at ? next : other)));
  const wrong = (field: string): string | undefined => of.wrong(`variants/${at}/${field}`);
  const { when } = variant;
  return html`<fieldset class="one"><legend>${say(words.variant(at + 1))}</legend>
    ${orderButtons({
      name: say(words.variant(at + 1)),
      at,
      count: variants.length,
      move: (by) => change(moved(variants, at, by)),
      remove: () => change(variants.filter((_, n) => n !== at)),
    })}
    <div class="fields">${choiceField({
      id: `${id}-when`,
      label: say(words.variantWhen),
      value: formOf(variant),
      options: Object.entries(words.variantForms).map(([form, name]): [string, string] => [form, say(name)]),
      change: (form) => set({ ...variant, when: whenOf(form, reports[0]?.id ?? '') }),
    })}
    ${when.decides === undefined ? nothing : choiceField({ id: `${id}-report`, label: say(words.report), value: when.decides, options: reportChoices(reports, when.decides), error: wrong('when'), change: (decides) => set({ ...variant, when: { decides } }) })}
    ${
      when.months
        ? html`<fieldset class="tick-list"><legend>${say(words.months)}</legend>${Array.from(
            { length: 12 },
            (_, n) => n + 1,
          ).map((month) =>
            tick(monthShort(month), when.months?.includes(month) ?? false, (on) =>
              set({
                ...variant,
                when: {
                  months: (on
                    ? [...(when.months ?? []), month]
                    : (when.months ?? []).filter((m) => m !== month)
                  ).sort((a, b) => a - b),
                },
              }),
            ),
          )}</fieldset>`
        : nothing
    }
    ${nameFields({ id: `${id}-name`, label: say(words.name), value: variant.name, error: wrong('name'), change: (name) => set(withOptional(variant, 'name', name)) })}
    ${timeField({ id: `${id}-at`, label: say(formWords.at), value: variant.at, error: wrong('at'), change: (time) => set(withOptional(variant, 'at', time ?? '')) })}
    ${numberField({ id: `${id}-lasts`, label: say(formWords.lasts), value: variant.lasts ? minutesOf(variant.lasts) : '', error: wrong('lasts'), change: (minutes) => set(withOptional(variant, 'lasts', minutes ? lengthOf(minutes) : '')) })}
    ${choiceField({ id: `${id}-place`, label: say(rulesWords.place), value: variant.place ?? '', options: [['', say(rulesWords.asUsual)], ...places.map((place): [string, string] => [place.id, say(place.name)])], error: wrong('place'), change: (place) => set(withOptional(variant, 'place', place)) })}
    ${choiceField({ id: `${id}-chain`, label: say(words.chain), value: variant.chain ?? '', options: [['', say(rulesWords.asUsual)], ...chains], error: wrong('chain'), change: (chain) => set(withOptional(variant, 'chain', chain)) })}</div></fieldset>`;
}

/** One that is not in use now, as the template may name it, stays to be chosen. */
export const reportChoices = (reports: Report[], chosen: string): [string, string][] => [
  ...(reports.some(({ id }) => id === chosen) ? [] : [[chosen, chosen] as [string, string]]),
  ...reports.map(({ id, name }): [string, string] => [id, say(name)]),
];

export function variantList(of: Variants): TemplateResult {
  const { variants, change } = of;
  const add = (): void => change([...variants, { when: { 'last-of': 'year' } }]);
  return html`<details><summary>${say(words.variants)} (${variants.length})</summary>
    <p class="hint">${say(variants.length === 0 ? words.noVariants : words.variantsHow)}</p>
    ${variants.map((variant, at) => one(of, variant, at))}
    <button type="button" class="button small" @click=${add}>${say(words.addVariant)}</button></details>`;
}
