// Fields that several forms of rules have: a text in two languages, a number, a day of every year, who sees it, whose it is.
import { html, nothing, type TemplateResult } from 'lit';
import type { Written } from '../../api/rules.js';
import type { Body, BodyKind, Level } from '../../api/types.js';
import { choiceField, tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import { bodyKinds } from '../../plan/body-rules.js';
import { textOf, withText, type Whose } from '../../plan/rule-file.js';
import { monthLong } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { levelNames } from '../../words/meeting.js';
import { allOfKind, formWords as words } from '../../words/rule-forms.js';

interface Of<T> {
  id: string;
  label: string;
  value: T;
  error?: string | undefined;
  hint?: string;
  change: (value: T) => void;
}

/** Swedish, and English where somebody wants it. */
export function nameFields({
  id,
  label,
  value,
  error,
  change,
}: Omit<Of<Written>, 'value'> & { value: Written | undefined }): TemplateResult {
  const { sv, en = '' } = textOf(value);
  return html`${textField({ id: `${id}-sv`, label, value: sv, error, change: (text) => change(withText(value, 'sv', text)) })}
    ${textField({ id: `${id}-en`, label: say(words.inEnglish(label)), value: en, change: (text) => change(withText(value, 'en', text)) })}`;
}

/** Empty while nothing is written. */
export const numberField = ({ change, value, ...of }: Of<number | ''>): TemplateResult =>
  textField({
    ...of,
    type: 'number',
    value: String(value),
    change: (text) => change(text.trim() === '' ? '' : Number(text)),
  });

export const timeField = ({ value, change, ...of }: Of<string | undefined>): TemplateResult =>
  textField({ ...of, type: 'time', value: value ?? '', change: (text) => change(text || undefined) });

/** `--06-30`: a month and a day in it. */
export function dayOfYearField({ id, label, value, error, change }: Of<string>): TemplateResult {
  const [, month = '01', day = '1'] = /^--(\d\d)-(\d\d)$/.exec(value) ?? [];
  const write = (toMonth: string, toDay: string): void => change(`--${toMonth}-${toDay.padStart(2, '0')}`);
  return html`<div class="together">${numberField({ id: `${id}-day`, label: say(words.dayIn(label)), value: Number(day), error, change: (number) => write(month, String(number)) })}
    ${choiceField({
      id: `${id}-month`,
      label: say(words.monthIn(label)),
      value: month,
      options: Array.from({ length: 12 }, (_, at): [string, string] => [
        String(at + 1).padStart(2, '0'),
        monthLong(at + 1),
      ]),
      change: (number) => write(number, day),
    })}</div>`;
}

const levels: Level[] = ['public', 'member', 'management', 'official', 'secretariat'];

/** One or several; the last is not taken away. */
export function levelTicks({ label, value, change }: Omit<Of<Level[]>, 'id'>): TemplateResult {
  return html`<fieldset class="tick-list"><legend>${label}</legend>${levels.map((level) =>
    tick(say(levelNames[level]), value.includes(level), (on) =>
      change(levels.filter((one) => (one === level ? on : value.includes(one)))),
    ),
  )}</fieldset>`;
}

/** Bodies one by one, or all of a kind. */
export function whoseTicks(
  { label, value, error, change }: Omit<Of<Whose>, 'id'>,
  bodies: Body[],
): TemplateResult {
  const kinds = bodyKinds.filter((kind) => bodies.some((body) => body.kind === kind));
  const set = <T>(list: T[], one: T, on: boolean): T[] =>
    on ? [...list, one] : list.filter((other) => other !== one);
  return html`<fieldset class="whose"><legend>${label}</legend>
    <div class="tick-list">${kinds.map((kind: BodyKind) => tick(say(allOfKind[kind]), value.kinds.includes(kind), (on) => change({ ...value, kinds: set(value.kinds, kind, on) })))}</div>
    <div class="tick-list">${bodies.map(({ id, name }) => tick(say(name), value.ids.includes(id), (on) => change({ ...value, ids: set(value.ids, id, on) })))}</div>
    ${error ? html`<p class="wrong">${error}</p>` : nothing}</fieldset>`;
}

/** Up, down and away, for one of a list. */
export function orderButtons(of: {
  name: string;
  at: number;
  count: number;
  move: (by: -1 | 1) => void;
  remove: () => void;
}): TemplateResult {
  const { name, at, count, move, remove } = of;
  return html`<span class="row order">
    ${at > 0 ? html`<button type="button" class="button small" data-up=${at} aria-label=${say(words.upOf(name))} @click=${() => move(-1)}>${say(words.up)}</button>` : nothing}
    ${at < count - 1 ? html`<button type="button" class="button small" data-down=${at} aria-label=${say(words.downOf(name))} @click=${() => move(1)}>${say(words.down)}</button>` : nothing}
    <button type="button" class="button small" aria-label=${say(words.removeOf(name))} @click=${remove}>${say(words.remove)}</button></span>`;
}

/** Where the focus goes with what was moved from `at`. */
export const movedButton = (at: number, by: -1 | 1): string => {
  const to = at + by;
  return by < 0 ? `[data-up="${to}"], [data-down="${to}"]` : `[data-down="${to}"], [data-up="${to}"]`;
};
