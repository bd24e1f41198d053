// What a change would do, before it is saved: the same four lines in the same order, wherever something is
// changed.
import { html, nothing, type TemplateResult } from 'lit';
import type { Body, ChangedItem, FindingTold } from '../api/types.js';
import type { Consequences } from '../plan/consequences.js';
import { moment, together } from '../words/dates.js';
import { say } from '../words/language.js';
import { changeNames, consequenceWords as words, levelNames } from '../words/meeting.js';
import { icon, type Icon } from './shapes.js';

const shownMax = 3;

const line = (sign: Icon, bold: string, rest: unknown): TemplateResult =>
  html`<li>${icon(sign)}<div><b>${bold}</b>${rest}</div></li>`;

const nameOf = (bodies: Body[], id: string): string => {
  const body = bodies.find((one) => one.id === id);
  return body ? say(body.name) : id;
};

export function changedInWords({ change, before, after }: ChangedItem): TemplateResult {
  if (change === 'moves' && before && after)
    return html`<del>${moment(before)}</del> <ins>${moment(after)}</ins>`;
  const at = after ?? before;
  return html`${say(changeNames[change])}${at ? ` ${moment(at)}` : ''}`;
}

function following({ follow, staying, unseen, notices }: Consequences, bodies: Body[]): TemplateResult {
  const rest = [
    staying > 0 ? say(words.staying(staying)) : '',
    unseen > 0 ? say(words.unseen(unseen)) : '',
    notices > 0 ? say(words.notices(notices)) : '',
  ].filter(Boolean);
  return line(
    'arrow',
    say(words.follow(follow.length)),
    html`${rest.length > 0 ? `, ${together(rest)}` : ''}.${
      follow.length > 0
        ? html`<details><summary>${say(words.which)}</summary><ul class="changed">${follow.map(
            (item) => html`<li>
        <span>${nameOf(bodies, item.body)}: ${say(item.title)}</span> <span>${changedInWords(item)}</span></li>`,
          )}</ul></details>`
        : nothing
    }`,
  );
}

function found(sign: Icon, heading: string, findings: FindingTold[]): TemplateResult {
  const messages = (some: FindingTold[]): TemplateResult[] =>
    some.map(({ message }) => html`<p>${say(message)}</p>`);
  return line(
    findings.length > 0 ? sign : 'ok',
    heading,
    findings.length === 0
      ? '.'
      : html`:${messages(findings.slice(0, shownMax))}${
          findings.length > shownMax
            ? html`<details><summary>${say(words.which)}</summary>${messages(findings.slice(shownMax))}</details>`
            : nothing
        }`,
  );
}

/** The same people of several bodies are said once. */
function told({ told: all }: Consequences, bodies: Body[]): TemplateResult {
  if (all.length === 0) return line('mail', say(words.nobody), '.');
  const byLevels = new Map<string, string[]>();
  for (const { body, levels } of all) {
    const who = together(levels.map((level) => say(levelNames[level])));
    byLevels.set(who, [...(byLevels.get(who) ?? []), nameOf(bodies, body)]);
  }
  return line(
    'mail',
    say(words.told),
    html`: ${[...byLevels].map(([who, names], at) => html`${at > 0 ? '; ' : ''}${together(names)} (${who})`)}.`,
  );
}

export function consequenceLines(consequences: Consequences, bodies: Body[]): TemplateResult {
  return html`<ul class="consequences">
    ${following(consequences, bodies)}
    ${found('warning', say(words.appear(consequences.appear.length)), consequences.appear)}
    ${found('ok', say(words.disappear(consequences.disappear.length)), consequences.disappear)}
    ${told(consequences, bodies)}
  </ul>`;
}
