// The year's dates beside a form, with what the change would make of them.
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../parts/shapes.js';
import type { LiveDay } from '../../plan/live.js';
import { dayShort, weekShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { changeNames } from '../../words/meeting.js';
import { rulesWords as words } from '../../words/rules.js';

export interface LiveList {
  heading: string;
  days: LiveDay[];
  reckoning: boolean;
  /** What stands beside a day; the week if nothing is said. */
  beside?: (day: LiveDay) => string;
}

const dayOf = ({ day, was, change, takesPlace }: LiveDay): TemplateResult =>
  takesPlace
    ? html`<b>${dayShort(day)}</b>${change === 'appears' ? icon('plus', say(changeNames.appears)) : nothing}${was ? html`${icon('arrow', say(changeNames.moves))}<del>${dayShort(was)}</del>` : nothing}`
    : html`<del>${dayShort(day)}</del> ${icon('cross', say(changeNames.disappears))}`;

export function liveList({ heading, days, reckoning, beside }: LiveList): TemplateResult {
  return html`<aside class="live sheet" aria-live="polite"><h3>${heading}</h3><p
      class="hint">${say(reckoning ? words.reckoning : words.liveHow)}</p>
      ${
        days.length === 0
          ? html`<p class="muted">${say(words.noDays)}</p>`
          : html`<ol>${days.map(
              (day) =>
                html`<li>${dayOf(day)} <span class="muted">${beside?.(day) ?? weekShort(day.day)}</span></li>`,
            )}</ol>`
      }</aside>`;
}
