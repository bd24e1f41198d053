// What a meeting is: when, where, what hangs on it, why this date, what was changed, who can come.
import { html, nothing, type TemplateResult } from 'lit';
import { yearOf } from '../../api/day.js';
import type { Body, Item, MeetingPeople, Place, Report, SlotWithLog } from '../../api/types.js';
import { icon, shape } from '../../parts/shapes.js';
import { feedbackAt, reportsAt, talksAt, type Link } from '../../plan/chain.js';
import { dayShort, instant, time, timeSpan, together, week } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { changeNames, formWords, meetingWords as words } from '../../words/meeting.js';
import { setsInWords } from '../../words/sets.js';

export interface Seen {
  slot: SlotWithLog;
  item: Item;
  people: MeetingPeople | undefined;
  /** Names of those who may have changed it, by id. */
  authors: Map<string, string>;
}

const fact = (sign: 'clock' | 'pin' | 'people', what: unknown): TemplateResult =>
  html`<li>${icon(sign)} <span>${what}</span></li>`;

export function placeInWords(id: string | undefined, places: Place[]): string {
  if (!id) return say(words.noPlace);
  const place = places.find((one) => one.id === id);
  return place ? say(place.name) : id;
}

export function facts({ item, people }: Seen, bodies: Body[], places: Place[]): TemplateResult {
  const joint = (item.with ?? []).flatMap((id) => bodies.find((body) => body.id === id) ?? []);
  const { link } = item;
  return html`<ul class="meeting-facts">
    ${fact('clock', html`${item.at ? `${timeSpan(item.at, item.lasts)}, ` : ''}${week(item.day)}`)}
    ${fact(
      'pin',
      html`${placeInWords(item.place, places)}${
        link
          ? html`<br><a href=${link}
      rel="noreferrer">${link}</a>`
          : nothing
      }`,
    )}
    ${item.mode && item.mode !== 'on-site' ? fact('people', say(formWords.modes[item.mode])) : nothing}
    ${item.open && item.open !== 'closed' ? fact('people', say(formWords.openness[item.open])) : nothing}
    ${people && people.absent.length > 0 ? fact('people', say(words.absent(people.absent.length))) : nothing}
    ${joint.length > 0 ? fact('people', say(words.joint(together(joint.map(({ name }) => say(name)))))) : nothing}
  </ul>`;
}

export function tags({ slot, item }: Seen): TemplateResult {
  const moved = item['moved-from'];
  return html`<p class="tags">
    ${
      item.status === 'cancelled'
        ? html`<span
      class="tag error">${icon('cross')} ${say(words.cancelled)}</span>`
        : nothing
    }
    ${
      moved && item.status !== 'cancelled'
        ? html`<span
      class="tag info">${icon('arrow')} ${say(words.moved)}</span> <del>${dayShort(moved, yearOf(item.day))}</del>`
        : nothing
    }
    ${item.status === 'reserve' ? html`<span class="tag">${say(words.reserve)}</span>` : nothing}
    ${item.status === 'if-needed' ? html`<span class="tag">${say(words.ifNeeded)}</span>` : nothing}
    ${slot.extra ? html`<span class="tag ok">${icon('plus')} ${say(words.extra)}</span>` : nothing}
  </p>`;
}

/** With a change thought of: now and after, side by side. */
export function chainTable(
  links: Link[],
  thought: boolean,
  moveStep: ((step: string) => void) | undefined,
): TemplateResult | typeof nothing {
  if (links.length < 2) return nothing;
  return html`<section><h3>${say(words.chain)}</h3><table class="chain">
    <thead><tr><th scope="col">${say(words.step)}</th><th
      scope="col">${say(words.now)}</th>${
        thought
          ? html`<th
        scope="col">${say(words.after)}</th>`
          : nothing
      }</tr></thead>
    <tbody>${links.map((link) => chainRow(link, thought, moveStep))}</tbody></table></section>`;
}

function chainRow(
  { item, meeting, after, change }: Link,
  thought: boolean,
  moveStep: ((step: string) => void) | undefined,
): TemplateResult {
  const at = item.at ? ` ${time(item.at)}` : '';
  const now = dayShort(item.day);
  const then = after
    ? html`${dayShort(after.day)}${after.at && after.at !== item.at ? ` ${time(after.at)}` : ''}`
    : change
      ? say(changeNames[change])
      : '';
  return html`<tr class=${meeting ? 'itself' : ''}><th
    scope="row">${say(item.title)}${at}${item.law ? html` <small>${item.law}</small>` : nothing}</th>
    <td>${
      thought && change
        ? html`<del>${now}</del>`
        : meeting || !moveStep
          ? now
          : html`<button type="button" class="linklike"
            aria-label="${now}. ${say(words.moveStep(say(item.title)))}" title=${say(words.moveStep(say(item.title)))}
          @click=${() => moveStep(item.origin)}>${now}</button>`
    }</td>
    ${
      thought
        ? html`<td>${
            change
              ? then
              : html`<span
      class="muted">${say(words.stays)}</span>`
          }</td>`
        : nothing
    }</tr>`;
}

export function reportList({ slot, item }: Seen, reports: Report[]): TemplateResult | typeof nothing {
  const hops = reportsAt(slot.chain ?? []);
  const back = feedbackAt(slot.chain ?? []);
  const business = item.business ?? [];
  if (hops.length + business.length === 0) return nothing;
  const decided = new Set(business.filter(({ decides }) => decides).map(({ report }) => report));
  const without = business.filter(({ report }) => !hops.some(({ origin }) => origin === report));
  return html`<section><h3>${say(words.reports)}</h3><ul class="plain">
    ${hops.map(
      (hop) =>
        html`<li><b>${say(hop.title)}</b>, ${say(words.handIn(dayShort(hop.day)))}${
          decided.has(hop.origin) ? html`, ${say(words.decides)}` : nothing
        }</li>`,
    )}
    ${without.map(
      ({ report, decides }) =>
        html`<li><b>${reportName(report, reports)}</b>${
          decides ? html`, ${say(words.decides)}` : nothing
        }</li>`,
    )}
    ${back.map((one) => html`<li>${say(one.title)}: ${dayShort(one.day)}</li>`)}
  </ul></section>`;
}

function reportName(id: string, reports: Report[]): string {
  const report = reports.find((one) => one.id === id);
  return report ? say(report.name) : id;
}

export function talkList({ slot }: Seen): TemplateResult | typeof nothing {
  const talks = talksAt(slot.chain ?? []);
  if (talks.length === 0) return nothing;
  return html`<section><h3>${say(words.talks)}</h3>${talks.map(
    (talk) => html`<p class="note talk">${shape('talk')} <b>${say(talk.title)}</b>,
    ${dayShort(talk.day)}${talk.at ? ` ${timeSpan(talk.at, talk.lasts)}` : ''}</p>`,
  )}</section>`;
}

export function whyList({ item }: Seen): TemplateResult {
  return html`<section><h3>${say(words.why)}</h3><ol
    class="why">${(item.why ?? []).map(({ words: why }) => html`<li>${say(why)}</li>`)}</ol></section>`;
}

/** Newest first. `what` is the reason that was given, where one was. */
export function historyList({ slot, authors }: Seen, places: Place[]): TemplateResult {
  return html`<section><h3>${say(words.history)}</h3>${
    slot.log.length === 0
      ? html`<p class="muted">${say(words.noHistory)}</p>`
      : html`<ol class="plain">${slot.log.toReversed().map(
          ({ made, set, what, author }) => html`<li><span
        class="muted">${instant(made)}, ${author ? (authors.get(author) ?? author) : say(words.byCommand)}</span>
      ${setsInWords(set, places)}${say(what) ? html`: ${say(what)}` : nothing}</li>`,
        )}</ol>`
  }</section>`;
}
