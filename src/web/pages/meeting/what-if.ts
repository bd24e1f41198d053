// The box in which a meeting is changed: the form, what would follow, and saving it.
import { html, nothing, type TemplateResult } from 'lit';
import { isDay, weekday } from '../../api/day.js';
import type { Body, Day, Item, News } from '../../api/types.js';
import { consequenceLines } from '../../parts/consequences.js';
import { problemNote } from '../../parts/problem-note.js';
import type { Draft } from '../../plan/change.js';
import type { Consequences } from '../../plan/consequences.js';
import { freeOn, type Free } from '../../plan/year.js';
import { week, weekdayLong } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { changeWords, conflictWords, consequenceWords, type doingWords } from '../../words/meeting.js';
import { yearWords } from '../../words/year.js';
import { dayField, more, reasons, shown, whenAndWhere, type FormOf } from './form.js';

export interface WhatIfBox {
  form: FormOf;
  heading: string;
  words: (typeof doingWords)[Draft['doing']] | (typeof doingWords)['move'];
  item: Item;
  bodies: Body[];
  /** Undefined: nothing is changed, or it is being worked out. */
  whatIf: Consequences | undefined;
  /** What others have saved meanwhile, of other meetings. */
  elsewhere: News[] | undefined;
  reckoning: boolean;
  saving: boolean;
  ready: boolean;
  save: (event: Event) => void;
  stop: () => void;
}

/** What there is on a day: a holiday, a break, a weekend, nothing. */
export function dayInWords(day: Day, free: Free[]): string {
  if (!isDay(day)) return '';
  const found = freeOn(day, free);
  const what = found ? say(found.name) : say(weekday(day) > 5 ? yearWords.weekend : changeWords.nothingFree);
  return `${weekdayLong(day)}, ${week(day)}, ${what}`;
}

export function whatIfBox(box: WhatIfBox): TemplateResult {
  const { form, item, whatIf, reckoning, saving } = box;
  const { doing } = form.draft;
  const dayOnly = doing === 'step' || (doing === 'cancel' && item.kind === 'dialogue');
  return html`<form class="what-if" aria-labelledby="${form.id}-heading" @submit=${box.save} novalidate>
    <h3 id="${form.id}-heading">${box.heading}</h3>
    ${doing === 'change' ? whenAndWhere(form) : dayOnly ? dayField(form) : nothing}
    ${box.elsewhere ? html`<p class="note info">${say(conflictWords.elsewhere)}</p>` : nothing}
    <div class="followed" aria-live="polite" aria-busy=${reckoning}>
      ${
        whatIf
          ? html`<h4>${say(consequenceWords.heading)}</h4>${consequenceLines(whatIf, box.bodies)}`
          : html`<p class="muted">${say(reckoning ? consequenceWords.reckoning : changeWords.same)}</p>`
      }</div>
    ${reasons(form)}
    ${more(form)}
    ${problemNote(form.refused, ...shown)}
    <div class="row">
      <button class="button primary" aria-disabled=${!box.ready}
        aria-busy=${saving}>${say(saving ? changeWords.saving : box.words.save)}</button>
      <button type="button" class="button quiet" @click=${box.stop}>${say(changeWords.abort)}</button>
    </div></form>`;
}
