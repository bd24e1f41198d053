// What a publication changes, body by body: meetings and talks in view, dates that follow with them folded away.
import { html, nothing, type TemplateResult } from 'lit';
import type { Difference, DifferenceKind } from '../../api/publishing.js';
import type { Body } from '../../api/types.js';
import { icon, shape, shapeOf, type Icon } from '../../parts/shapes.js';
import { aboutOf, isOfItsOwn } from '../../plan/publishing.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { differenceNames, publishWords as words } from '../../words/publish.js';

const shownMax = 12;

const signs: Record<DifferenceKind, Icon> = {
  new: 'plus',
  moved: 'arrow',
  cancelled: 'cross',
  revived: 'ok',
  changed: 'info',
  confirmed: 'ok',
  gone: 'cross',
};
const colours: Record<DifferenceKind, string> = {
  new: 'ok',
  moved: 'info',
  cancelled: 'error',
  revived: 'ok',
  changed: '',
  confirmed: 'ok',
  gone: 'error',
};

function row(difference: Difference, label: string): TemplateResult {
  const { kind, before, after } = difference;
  const moved = before && after && moment(before) !== moment(after);
  return html`<tr><td><span
    class="tag ${colours[kind]}">${icon(signs[kind])} ${say(differenceNames[kind])}</span></td>
    <th scope="row">${aboutOf(say(difference.words), label)}</th>
    <td>${before && (moved || !after || kind === 'cancelled') ? html`<del>${moment(before)}</del>` : '–'}</td>
    <td>${kind === 'cancelled' ? say(differenceNames.cancelled) : after ? html`<b>${moment(after)}</b>` : '–'}</td></tr>`;
}

const table = (
  some: Difference[],
  label: string,
): TemplateResult => html`<div class="scroll" role="region" tabindex="0" aria-label=${label}><table
  class="table stacks differences">
  <thead><tr><th scope="col">${say(words.change)}</th><th scope="col">${say(words.what)}</th><th
    scope="col">${say(words.before)}</th><th scope="col">${say(words.after)}</th></tr></thead>
  <tbody>${some.map((one) => row(one, label))}</tbody></table></div>`;

export function differenceTable(differences: Difference[], label: string): TemplateResult {
  const own = differences.filter(isOfItsOwn);
  const rest = differences.filter((one) => !isOfItsOwn(one));
  const shown = own.slice(0, shownMax);
  const hidden = own.slice(shownMax);
  return html`${shown.length > 0 ? table(shown, label) : nothing}
    ${
      hidden.length > 0
        ? html`<details>
      <summary>${say(words.more(hidden.length))}</summary>${table(hidden, label)}</details>`
        : nothing
    }
    ${
      rest.length > 0
        ? html`<details>
      <summary>${say(words.following(rest.length))}</summary>${table(rest, label)}</details>`
        : nothing
    }`;
}

export function bodyDifferences(body: Body, number: number, differences: Difference[]): TemplateResult {
  const own = differences.filter(isOfItsOwn).length;
  return html`<section class="body-changes"><h3>${shape(shapeOf[body.kind])} ${say(body.name)}
      <small>${say(words.edition(number))}: ${say(words.summary(own, differences.length - own))}</small></h3>
    ${differenceTable(differences, say(body.name))}</section>`;
}
