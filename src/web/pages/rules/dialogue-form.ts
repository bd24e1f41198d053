// A talk as a form: what it is, between whom, when, how long, with which guide.
import { html, nothing, type TemplateResult } from 'lit';
import { lengthOf, minutesOf } from '../../api/day.js';
import type { RuleDialogue } from '../../api/rules.js';
import type { Body, Level, Report } from '../../api/types.js';
import { choiceField, longField, tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import {
  dialogueKinds,
  freshTalkWhen,
  hasOwnTime,
  type Beside,
  type TalkForm,
  type TalkWhen,
} from '../../plan/dialogue-rules.js';
import { oneOrMany, textOf, whoseIs, withOptional, withText, withWhose } from '../../plan/rule-file.js';
import { weekdayWords, type WeekdayWord } from '../../plan/rules.js';
import { say } from '../../words/language.js';
import { besides, formWords, talkForms, talkKinds, talkWords as words } from '../../words/rule-forms.js';
import { rulesWords, weekdayTexts } from '../../words/rules.js';
import { dayOfYearField, levelTicks, nameFields, numberField, timeField, whoseTicks } from './fields.js';
import { reportChoices } from './variants.js';

export interface DialogueForm {
  id: string;
  talk: RuleDialogue;
  when: TalkWhen;
  bodies: Body[];
  reports: Report[];
  guides: [id: string, title: string][];
  wrong: (field: string) => string | undefined;
  change: (talk: RuleDialogue, when?: TalkWhen) => void;
}

const choices = <K extends string>(texts: Record<K, Parameters<typeof say>[0]>): [string, string][] =>
  (Object.entries(texts) as [string, Parameters<typeof say>[0]][]).map(([value, text]) => [value, say(text)]);

function besideFields({ id, talk, when, wrong, change }: DialogueForm): TemplateResult | typeof nothing {
  if (!('beside' in when)) return nothing;
  return html`${choiceField({ id: `${id}-beside`, label: say(words.beside), value: when.beside, options: choices(besides), error: wrong('place'), change: (beside) => change(talk, { ...when, beside: beside as Beside }) })}
    ${when.beside === 'days' ? textField({ id: `${id}-days`, type: 'number', label: say(words.days), value: when.days, error: wrong('days'), change: (days) => change(talk, { ...when, days }) }) : nothing}`;
}

/** What each form of `when` has of its own. */
function formFields(of: DialogueForm): TemplateResult | typeof nothing {
  const { id, talk, when, reports, wrong, change } = of;
  const set = (next: TalkWhen): void => change(talk, next);
  const weekday = (now: WeekdayWord, to: (next: WeekdayWord) => void): TemplateResult =>
    choiceField({
      id: `${id}-weekday`,
      label: say(rulesWords.weekday),
      value: now,
      options: weekdayWords.map((word): [string, string] => [word, say(weekdayTexts[word])]),
      change: (word) => to(word as WeekdayWord),
    });
  switch (when.form) {
    case 'kept':
      return nothing;
    case 'every':
      return textField({
        id: `${id}-n`,
        type: 'number',
        label: say(words.n),
        value: when.n,
        error: wrong('n'),
        change: (n) => set({ ...when, n }),
      });
    case 'first':
    case 'last':
      return choiceField({
        id: `${id}-of`,
        label: say(words.of),
        value: when.of,
        options: choices(words.ofs),
        change: (to) => set({ ...when, of: to as 'year' | 'term' }),
      });
    case 'decides':
      return choiceField({
        id: `${id}-report`,
        label: say(words.report),
        value: when.report,
        options: reportChoices(reports, when.report),
        error: wrong('report'),
        change: (report) => set({ ...when, report }),
      });
    case 'months-after-start':
      return html`${textField({ id: `${id}-months`, type: 'number', label: say(words.months), value: when.months, error: wrong('months'), change: (months) => set({ ...when, months }) })}${weekday(when.weekday, (next) => set({ ...when, weekday: next }))}`;
    case 'middle':
      return weekday(when.weekday, (next) => set({ ...when, weekday: next }));
    case 'election-year':
      return dayOfYearField({
        id: `${id}-day`,
        label: say(words.electionDay),
        value: when.day,
        error: wrong('day'),
        change: (day) => set({ ...when, day }),
      });
    case 'weeks':
      return html`${weekday(when.weekday, (next) => set({ ...when, weekday: next }))}${textField({ id: `${id}-weeks`, label: say(rulesWords.weeks), hint: say(rulesWords.weeksHint), value: when.weeks, error: when.weeks ? wrong('weeks') : undefined, change: (weeks) => set({ ...when, weeks }) })}`;
    case 'dates':
      return longField({
        id: `${id}-dates`,
        label: say(rulesWords.dates),
        hint: say(rulesWords.datesHint),
        value: when.dates,
        error: when.dates ? wrong('dates') : undefined,
        change: (dates) => set({ ...when, dates }),
      });
  }
}

export function dialogueForm(of: DialogueForm): TemplateResult {
  const { id, talk, when, bodies, reports, guides, wrong, change } = of;
  return html`<div class="fields">
    ${nameFields({ id: `${id}-name`, label: say(formWords.name), value: talk.name, error: wrong('name'), change: (name) => change({ ...talk, name }) })}
    ${choiceField({ id: `${id}-kind`, label: say(words.kind), value: talk.kind ?? '', options: dialogueKinds.map((kind): [string, string] => [kind, say(talkKinds[kind])]), change: (kind) => change({ ...talk, kind }) })}
    ${textField({ id: `${id}-participants`, label: say(words.participants), value: textOf(talk.participants).sv, error: wrong('participants'), change: (text) => change(withOptional(talk, 'participants', withText(talk.participants, 'sv', text))) })}
    ${whoseTicks({ label: say(formWords.whose), value: whoseIs(talk), error: wrong('bodies'), change: (whose) => change(withWhose(talk, whose)) }, bodies)}
    ${choiceField({ id: `${id}-form`, label: say(words.when), value: when.form, options: choices(talkForms), error: wrong('when'), change: (form) => change(talk, freshTalkWhen(form as TalkForm, reports[0]?.id ?? '')) })}
    ${formFields(of)}${besideFields(of)}
    ${hasOwnTime(when) || talk.at ? timeField({ id: `${id}-at`, label: say(formWords.at), value: talk.at, error: wrong('at'), change: (at) => change(withOptional(talk, 'at', at ?? '')) }) : nothing}
    ${numberField({ id: `${id}-lasts`, label: say(formWords.lasts), value: talk.lasts ? minutesOf(talk.lasts) : '', error: wrong('lasts'), change: (minutes) => change(withOptional(talk, 'lasts', minutes ? lengthOf(minutes) : '')) })}
    ${choiceField({ id: `${id}-guide`, label: say(words.guide), value: talk.guide ?? '', options: [['', say(words.noGuide)], ...guides], error: wrong('guide'), change: (guide) => change(withOptional(talk, 'guide', guide)) })}
    ${levelTicks({ label: say(formWords.seenBy), value: oneOrMany<Level>(talk.for ?? ['member', 'management']), change: (levels) => levels.length > 0 && change({ ...talk, for: levels }) })}
    ${tick(say(words.isProtected), talk.protected ?? true, (on) => change({ ...talk, protected: on }))}</div>`;
}
