// Somebody else has changed what one is changing: both versions side by side, and nothing is lost.
import { html, nothing, type TemplateResult } from 'lit';
import type { Item, News, Place, Sets } from '../../api/types.js';
import { icon } from '../../parts/shapes.js';
import { fieldsChanged, type Draft, type Field } from '../../plan/change.js';
import { dayShort, instant, time, timeSpan } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { changeWords, conflictWords as words } from '../../words/meeting.js';
import { placeInWords } from './facts.js';

export interface Conflict {
  /** The meeting as it was when one began, and as it is now. */
  seen: Item;
  now: Item;
  /** What others saved meanwhile, where the server told. */
  changes: News[];
}

export interface Choices {
  mine: () => void;
  theirs: () => void;
}

interface Line {
  field: Field;
  label: string;
  yours: string;
  theirs: string;
}

function lines({ seen, now }: Conflict, draft: Draft, sets: Sets, places: Place[]): Line[] {
  const touched = new Set<Field>([...fieldsChanged(seen, now), ...(Object.keys(sets) as Field[])]);
  const state = (cancelled: boolean): string => say(cancelled ? words.cancelled : words.takesPlace);
  const all: Line[] = [
    {
      field: 'day',
      label: say(changeWords.day),
      yours: dayShort(draft.day || seen.day),
      theirs: dayShort(now.day),
    },
    {
      field: 'at',
      label: say(changeWords.from),
      yours: draft.at ? time(draft.at) : '',
      theirs: now.at ? time(now.at) : '',
    },
    {
      field: 'lasts',
      label: say(changeWords.until),
      yours: draft.until ? time(draft.until) : '',
      theirs: now.at ? (timeSpan(now.at, now.lasts).split('–').at(-1) ?? '') : '',
    },
    {
      field: 'place',
      label: say(changeWords.place),
      yours: placeInWords(draft.place, places),
      theirs: placeInWords(now.place, places),
    },
    {
      field: 'cancelled',
      label: say(words.status),
      yours: state(sets.cancelled ?? seen.status === 'cancelled'),
      theirs: state(now.status === 'cancelled'),
    },
  ];
  return all
    .filter(({ field }) => touched.has(field))
    .map((line) => (line.field in sets ? line : { ...line, yours: '' }));
}

/** Fields that both have changed: then one of the two must give way. */
const bothChanged = ({ seen, now }: Conflict, sets: Sets): boolean =>
  fieldsChanged(seen, now).some((field) => field in sets);

export function conflictBox(
  conflict: Conflict,
  draft: Draft,
  sets: Sets,
  places: Place[],
  { mine, theirs }: Choices,
): TemplateResult {
  const clash = bothChanged(conflict, sets);
  return html`<section class="conflict" aria-labelledby="conflict-heading">
    <h3 id="conflict-heading" tabindex="-1">${icon('warning')} ${say(words.heading)}</h3>
    <p>${say(words.how)}</p>
    <table class="chain"><thead><tr><th scope="col">${say(words.fields)}</th><th
      scope="col">${say(words.yours)}</th><th scope="col">${say(words.theirs)}</th></tr></thead>
      <tbody>${lines(conflict, draft, sets, places).map(
        ({ label, yours, theirs: other }) =>
          html`<tr><th scope="row">${label}</th><td>${
            yours ||
            html`<span
            class="muted">${say(words.unchanged)}</span>`
          }</td><td>${other}</td></tr>`,
      )}</tbody></table>
    ${
      conflict.changes.length > 0
        ? html`<p class="over">${say(words.since)}</p><ul class="plain">${conflict.changes.map(
            ({ made, what }) =>
              html`<li><span class="muted">${instant(made)}</span> ${what ? say(what) : nothing}</li>`,
          )}</ul>`
        : nothing
    }
    <div class="row">
      <button type="button" class="button primary"
        @click=${mine}>${say(clash ? words.takeMine : words.takeBoth)}</button>
      <button type="button" class="button" @click=${theirs}>${say(words.takeTheirs)}</button>
    </div></section>`;
}
