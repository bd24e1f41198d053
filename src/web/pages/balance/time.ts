// A body's year: hours as a bar and in figures, its months, its talks, the reports it is to have; and all bodies side by side.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Body, Item } from '../../api/types.js';
import { base } from '../../parts/place.js';
import { shape, shapeOf } from '../../parts/shapes.js';
import {
  bodyYear,
  byUnit,
  lengthOf,
  quietMonths,
  reportsTo,
  timeKinds,
  totalOf,
  type BodyYear,
  type MonthOfTalks,
  type ReportedOn,
  type TimeKind,
} from '../../plan/balance.js';
import { balanceWords as words, hours, hoursShort, timeNames } from '../../words/balance.js';
import { capital, dayAndMonth, monthLong, monthShort, together } from '../../words/dates.js';
import { softly } from '../../words/hyphens.js';
import { say } from '../../words/language.js';

/** `of`: what the whole width stands for. Read aloud it says nothing: the figures stand beside it. */
function bar(year: BodyYear, of: number): TemplateResult {
  const hatch = `hatch-${year.body.id}`;
  const share = (minutes: number): string => `${((100 * minutes) / Math.max(1, of)).toFixed(2)}%`;
  let begun = 0;
  const part = (kind: TimeKind): SVGTemplateResult => {
    const { minutes } = year.time[kind];
    const [x, width] = [share(begun), share(minutes)];
    begun += minutes;
    return svg`<rect class=${kind} x=${x} y="1" width=${width}
      height="26"/>${kind === 'reporting' ? svg`<rect x=${x} y="1" width=${width} height="26" fill="url(#${hatch})"/>` : nothing}`;
  };
  return html`<svg class="bar" width="100%" height="28" aria-hidden="true">
    <pattern id=${hatch} width="7" height="28" patternUnits="userSpaceOnUse"><path class="stripe"
      d="M1 0v28"/></pattern>${timeKinds.map(part)}</svg>`;
}

const swatch = (kind: TimeKind): TemplateResult => html`<svg class="bar swatch" width="22" height="14"
  aria-hidden="true"><rect class=${kind} x="1" y="1" width="20" height="12"/>${
    kind === 'reporting' ? svg`<path class="stripe" d="M5 1v12M12 1v12M19 1v12"/>` : nothing
  }</svg>`;

export function timeOf(year: BodyYear): TemplateResult {
  const total = totalOf(year);
  const wanted = year.body['dialogue-hours'];
  return html`<section aria-labelledby="time"><h3 id="time">${say(words.time)}</h3>
    ${
      total === 0
        ? html`<p>${say(words.neverMeets)}</p>`
        : html`<p
      class="muted">${say(words.total(hours(total)))}</p>${bar(year, total)}
      ${wanted === undefined ? nothing : html`<p>${say(words.target(hours(year.time.dialogue.minutes), hours(60 * wanted)))}</p>`}
      <table class="table shares"><tbody>${timeKinds.map(
        (kind) => html`<tr><th
        scope="row">${swatch(kind)} ${say(timeNames[kind])}</th>
        <td class="number">${hours(year.time[kind].minutes)}</td><td
          class="number">${say(words.count(kind, year.time[kind].items))}</td></tr>`,
      )}</tbody></table>`
    }
    <details><summary>${say(words.howCounted)}</summary><p>${say(words.counted)}</p></details></section>`;
}

export function monthsOf(year: BodyYear): TemplateResult {
  const { silent, idle } = quietMonths(year);
  const named = (months: number[]): string => together(months.map(monthLong));
  return html`<section aria-labelledby="months"><h3 id="months">${say(words.months)}</h3>
    <p>${say(silent.length > 0 ? words.silent(named(silent)) : year.talks.length > 0 ? words.noneSilent : words.noTalks)} ${idle.length > 0 && idle.length < 12 ? say(words.idle(named(idle))) : ''}</p>
    <ol class="talk-months">${year.months.map(monthCell)}</ol></section>`;
}

const monthCell = ({ month, items, minutes, meetings }: MonthOfTalks): TemplateResult => html`<li
  class=${items > 0 ? 'talked' : meetings === 0 ? 'idle' : ''}>
  <b>${capital(monthShort(month))}</b> ${
    items > 0
      ? html`${shape('talk')} <span>${hoursShort(minutes)}</span> <small>${say(words.count('dialogue', items))}</small>`
      : html`<small>${say(meetings > 0 ? words.noTalk : words.noMeeting)}</small>`
  }</li>`;

/** Talks of one kind in one row, by their first day. */
export function talksOf({ talks }: BodyYear): TemplateResult {
  const byOrigin = new Map<string, Item[]>();
  for (const talk of [...talks].sort((a, b) => a.day.localeCompare(b.day)))
    byOrigin.set(talk.origin, [...(byOrigin.get(talk.origin) ?? []), talk]);
  if (byOrigin.size === 0) return html``;
  return html`<section aria-labelledby="talks"><h3 id="talks">${say(words.talks)}</h3><table
    class="table stacks"><thead><tr><th scope="col">${say(words.talk)}</th><th
      scope="col">${say(words.days)}</th>
      <th scope="col" class="number">${say(words.length)}</th><th scope="col">${say(words.toPrint)}</th></tr>
        </thead>
    <tbody>${[...byOrigin.values()].map((some) => talkRow(some))}</tbody></table></section>`;
}

function talkRow(some: Item[]): TemplateResult {
  const [first] = some;
  if (!first) return html``;
  const minutes = some.reduce((all, talk) => all + lengthOf(talk), 0);
  return html`<tr><th scope="row">${shape('talk')} ${say(first.title)}</th>
    <td>${some.map(({ day }) => dayAndMonth(day)).join(', ')}</td><td class="number">${hours(minutes)}</td>
    <td>${
      first.guide
        ? html`<a class="unbroken" href="${base}/regler/vagledning/${first.guide}"
      aria-label=${say(words.guideOf(say(first.title)))}>${say(words.guide)}</a>`
        : ''
    }</td></tr>`;
}

export function reportsOf(reported: ReportedOn[]): TemplateResult {
  const units = byUnit(reported);
  const column = (cell: TemplateResult): TemplateResult | typeof nothing =>
    units.length === 0 ? nothing : cell;
  const inAll = together(units.map(({ unit, times }) => `${say(unit)} ${times}`));
  const told =
    units.length > 0 ? words.unitsHow(inAll) : reported.length > 0 ? words.reportsHow : words.noReports;
  return html`<section aria-labelledby="reports"><h3 id="reports">${say(words.reports)}</h3><p
    class="muted">${say(told)}</p>
    ${
      reported.length === 0
        ? nothing
        : html`<table class="table"><thead><tr><th
      scope="col">${say(words.report)}</th>${column(html`<th scope="col">${say(words.unit)}</th>`)}<th
        scope="col" class="number">${say(words.times)}</th><th scope="col">${say(words.due)}</th></tr></thead>
    <tbody>${reported.map(
      ({ report, hops }) => html`<tr><th
      scope="row">${shape('report')} ${say(report.name)}</th>${column(html`<td>${report.unit ? say(report.unit) : ''}</td>`)}<td
      class="number">${hops.length}</td>
      <td>${hops.map(({ day }) => dayAndMonth(day)).join(', ')}</td></tr>`,
    )}</tbody></table>`
    }</section>`;
}

/** In the order of the plan; only asked for. */
export function sideBySide(
  bodies: Body[],
  items: Item[],
  year: number,
  reportsIn: (body: Body) => ReturnType<typeof reportsTo>,
): TemplateResult {
  const years = bodies.map((body) => bodyYear(body, items, year));
  const most = Math.max(...years.map(totalOf));
  return html`<section aria-labelledby="all"><h2 id="all">${say(words.all)}</h2><p
    class="muted">${say(words.compareHow)}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="all"><table
      class="table all-bodies"><thead><tr><th scope="col">${say(words.body)}</th><th scope="col"
        class="drawn"><span class="heard">${say(words.time)}</span></th>
      ${timeKinds.map(
        (kind) => html`<th scope="col"
        class="number">${swatch(kind)} ${say(timeNames[kind])}</th>`,
      )}<th scope="col"
          class="number">${say(words.reportsCount)}</th></tr></thead>
    <tbody>${years.map(
      (one) => html`<tr><th
      scope="row">${shape(shapeOf[one.body.kind])} ${softly(say(one.body.name))}</th><td
        class="drawn">${bar(one, most)}</td>
      ${timeKinds.map((kind) => html`<td class="number">${hours(one.time[kind].minutes)}</td>`)}<td
        class="number">${reportsIn(one.body).reduce((all, { hops }) => all + hops.length, 0)}</td></tr>`,
    )}</tbody></table></div></section>`;
}
