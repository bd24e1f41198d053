// The dialogue programme: which talks, between whom, on which days, with a guide to print.
import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue } from '../../api/rules.js';
import type { Body, Item } from '../../api/types.js';
import { base } from '../../parts/place.js';
import { icon, shape } from '../../parts/shapes.js';
import { dayAndMonth } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { rulesWords as words } from '../../words/rules.js';

const shownMax = 8;

export function dialogueProgramme(
  dialogues: Dialogue[],
  items: Item[],
  bodies: Body[],
  year: number,
): TemplateResult {
  return html`<h2>${say(words.dialogues)}</h2><p>${say(words.dialoguesHow)}</p>
    <table class="table stacks"><thead><tr><th scope="col">${say(words.talk)}</th><th
      scope="col">${say(words.who)}</th><th scope="col">${say(words.whichBodies)}</th><th
      scope="col">${say(words.days(year))}</th></tr></thead>
    <tbody>${dialogues.map((one) => row(one, items, bodies))}</tbody></table><p
      class="hint after">${say(words.changeReports)}</p>`;
}

function row(one: Dialogue, items: Item[], bodies: Body[]): TemplateResult {
  const days = [
    ...new Set(
      items.filter(({ kind, origin }) => kind === 'dialogue' && origin === one.id).map(({ day }) => day),
    ),
  ].sort();
  const names = one.bodies
    .map((id) => bodies.find((body) => body.id === id)?.['short-name'] ?? id)
    .join(', ');
  return html`<tr><th
    scope="row">${shape('talk')} ${say(one.name)} ${one.protected ? icon('lock', say(words.protectedTalk)) : nothing}
      ${one.guide ? html`<br><a
        href="${base}/regler/vagledning/${one.guide}">${say(words.guide)}</a>` : nothing}</th>
    <td>${say(one.participants)}</td><td>${names}</td>
    <td>${days.length === 0 ? html`<span
      class="muted">${say(words.noDays)}</span>` : `${days.slice(0, shownMax).map(dayAndMonth).join(', ')}${days.length > shownMax ? ` (+${days.length - shownMax})` : ''}`}</td></tr>`;
}
