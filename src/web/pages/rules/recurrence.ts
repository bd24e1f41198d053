// When a series meets, as part of a sentence.
import { html, nothing, type TemplateResult } from 'lit';
import type { Body } from '../../api/types.js';
import { choiceField, longField, tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import { weekdayWords, type Recurrence, type WeekdayWord } from '../../plan/rules.js';
import { monthShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { forms, intervals, nths, rulesWords as words, weekdayTexts } from '../../words/rules.js';

export interface RecurrenceFields {
  id: string;
  recurrence: Recurrence;
  bodies: Body[];
  /** The series itself: it cannot count from its own days. */
  own: string;
  wrong: (pointer: string) => string | undefined;
  change: (recurrence: Recurrence) => void;
}

/** What a form begins with. */
function fresh(form: Recurrence['form'], weekday: WeekdayWord, from: string): Recurrence {
  switch (form) {
    case 'kept':
      return { form };
    case 'monthly':
      return { form, nth: '1', weekday, months: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12] };
    case 'every':
      return { form, interval: '4', weekday, anchor: '', again: '' };
    case 'weeks':
      return { form, weekday, weeks: '' };
    case 'beside':
      return { form, from, weeks: '-2', weekday };
    case 'dates':
      return { form, dates: '' };
  }
}

export function recurrenceFields(of: RecurrenceFields): TemplateResult {
  const { id, recurrence, bodies, own, change } = of;
  const series = bodies
    .flatMap((body) => body.series.map((one): [string, string] => [`${body.id}/${one.id}`, say(body.name)]))
    .filter(([name]) => name !== own);
  const weekday = 'weekday' in recurrence ? recurrence.weekday : 'WE';
  return html`${choiceField({
    id: `${id}-form`,
    label: say(words.when),
    value: recurrence.form,
    options: (Object.keys(forms) as Recurrence['form'][]).map((form): [string, string] => [
      form,
      say(forms[form]),
    ]),
    change: (form) => change(fresh(form as Recurrence['form'], weekday, series[0]?.[0] ?? '')),
  })}${fieldsOf(of, recurrence, series)}`;
}

function fieldsOf(
  { id, wrong, change }: RecurrenceFields,
  recurrence: Recurrence,
  series: [string, string][],
): TemplateResult | typeof nothing {
  const days = (weekday: WeekdayWord, set: (weekday: WeekdayWord) => void): TemplateResult =>
    choiceField({
      id: `${id}-weekday`,
      label: say(words.weekday),
      value: weekday,
      options: weekdayWords.map((word): [string, string] => [word, say(weekdayTexts[word])]),
      change: (word) => set(word as WeekdayWord),
    });
  switch (recurrence.form) {
    case 'kept':
      return nothing;
    case 'monthly':
      return html`
      ${choiceField({ id: `${id}-nth`, label: say(words.nth), value: recurrence.nth, options: nths.map(([nth, name]): [string, string] => [nth, say(name)]), change: (nth) => change({ ...recurrence, nth }) })}
      ${days(recurrence.weekday, (weekday) => change({ ...recurrence, weekday }))}
      <fieldset class="months-of"><legend>${say(words.inMonths)}</legend>${Array.from(
        { length: 12 },
        (_, at) => at + 1,
      ).map((month) =>
        tick(monthShort(month), recurrence.months.includes(month), (on) =>
          change({
            ...recurrence,
            months: on ? [...recurrence.months, month] : recurrence.months.filter((one) => one !== month),
          }),
        ),
      )}</fieldset>`;
    case 'every':
      return html`
      ${choiceField({ id: `${id}-interval`, label: say(words.interval), value: recurrence.interval, options: intervals.map(([n, name]): [string, string] => [n, say(name)]), change: (interval) => change({ ...recurrence, interval }) })}
      ${days(recurrence.weekday, (weekday) => change({ ...recurrence, weekday }))}
      ${textField({ id: `${id}-anchor`, type: 'date', label: say(words.anchor), value: recurrence.anchor, error: recurrence.anchor ? wrong('anchor') : undefined, change: (anchor) => change({ ...recurrence, anchor }) })}
      ${textField({ id: `${id}-again`, type: 'number', label: say(words.again), value: recurrence.again, error: wrong('iso-week'), change: (again) => change({ ...recurrence, again }) })}`;
    case 'weeks':
      return html`${days(recurrence.weekday, (weekday) => change({ ...recurrence, weekday }))}
      ${textField({ id: `${id}-weeks`, label: say(words.weeks), hint: say(words.weeksHint), value: recurrence.weeks, error: recurrence.weeks ? wrong('weeks') : undefined, change: (weeks) => change({ ...recurrence, weeks }) })}`;
    case 'beside':
      return html`${days(recurrence.weekday, (weekday) => change({ ...recurrence, weekday }))}
      ${textField({ id: `${id}-beside`, type: 'number', label: say(words.besideWeeks), value: recurrence.weeks, error: wrong('weeks'), change: (weeks) => change({ ...recurrence, weeks }) })}
      ${choiceField({ id: `${id}-from`, label: say(words.besideOf), value: recurrence.from, options: series, error: wrong('from'), change: (from) => change({ ...recurrence, from }) })}`;
    case 'dates':
      return longField({
        id: `${id}-dates`,
        label: say(words.dates),
        hint: say(words.datesHint),
        rows: 6,
        value: recurrence.dates,
        error: recurrence.dates ? wrong('dates') : undefined,
        change: (dates) => change({ ...recurrence, dates }),
      });
  }
}
