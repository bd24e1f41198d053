// What a person wants to see of the year, kept in the browser from one day to the next.
import { html, nothing, type TemplateResult } from 'lit';
import type { Body } from '../../api/types.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import { everything, groupOf, livesIn, type Group, type Selection } from '../../plan/year.js';
import { say } from '../../words/language.js';
import { groupNames, yearWords as words } from '../../words/year.js';

const kept = 'rytm-selection';

export function remembered(): Selection {
  try {
    const told = JSON.parse(localStorage.getItem(kept) ?? '{}') as {
      hidden?: string[];
      reports?: boolean;
      talks?: boolean;
      free?: boolean;
    };
    return {
      hidden: new Set(told.hidden ?? []),
      reports: told.reports ?? true,
      talks: told.talks ?? true,
      free: told.free ?? true,
      onlyFindings: false,
    };
  } catch {
    return everything;
  }
}

export function remember({ hidden, reports, talks, free }: Selection): void {
  try {
    localStorage.setItem(kept, JSON.stringify({ hidden: [...hidden], reports, talks, free }));
  } catch {
    // Nothing is kept; the choice holds until the window is closed.
  }
}

type Flag = 'reports' | 'talks' | 'free' | 'onlyFindings';

const flags: [Flag, typeof words.showReports][] = [
  ['reports', words.showReports],
  ['talks', words.showTalks],
  ['free', words.showFree],
  ['onlyFindings', words.showFindings],
];

const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

export function selectionForm(
  bodies: Body[],
  year: number,
  selection: Selection,
  change: (next: Selection) => void,
): TemplateResult {
  const there = bodies.filter((body) => livesIn(body, year));
  const toggle =
    (id: string) =>
    (event: Event): void => {
      const hidden = new Set(selection.hidden);
      if (checked(event)) hidden.delete(id);
      else hidden.add(id);
      change({ ...selection, hidden });
    };
  const group = (id: Group['id']): TemplateResult => html`<fieldset><legend>${say(groupNames[id])}</legend>
    ${there
      .filter((body) => groupOf(body) === id)
      .map(
        (body) => html`<label class="check">
      <input type="checkbox" .checked=${!selection.hidden.has(body.id)} @change=${toggle(body.id)}>
      ${shape(shapeOf[body.kind])} <span title=${say(body.name)}>${body['short-name']} <span
        class="heard">${say(body.name)}</span></span></label>`,
      )}</fieldset>`;
  return html`<form aria-label=${say(words.selection)} @submit=${(event: Event) => event.preventDefault()}>
    ${group('deciding')}${group('preparing')}
    ${
      selection.hidden.size > 0
        ? html`<p>${say(words.hiddenBodies(selection.hidden.size))}
      <button type="button" class="linklike"
        @click=${() => change({ ...selection, hidden: new Set() })}>${say(words.showAll)}</button></p>`
        : nothing
    }
    <fieldset><legend>${say(words.show)}</legend>${flags.map(
      ([flag, label]) => html`<label class="check">
      <input type="checkbox" .checked=${selection[flag]}
        @change=${(event: Event) => change({ ...selection, [flag]: checked(event) })}> <span>${say(label)}</span></label>`,
    )}</fieldset>
  </form>`;
}
