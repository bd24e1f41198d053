// The ways of reports, drawn from body to body with their dates, and the same in a table.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Body, Item, Report } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { Part } from '../../parts/part.js';
import { shapeOf } from '../../parts/shapes.js';
import { along, periodsOf, wayOf, type Stop, type Way } from '../../plan/report-way.js';
import { dayAndMonth, dayShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { rulesWords as words } from '../../words/rules.js';

const width = 760;
const left = 190;
const right = 60;
const laneHeight = 56;

@customElement('report-ways')
export class ReportWays extends Part {
  @property({ attribute: false }) reports: Report[] = [];
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) bodies: Body[] = [];
  @state() private chosen = '';
  @state() private period = '';

  protected override render(): TemplateResult {
    const report = this.reports.find(({ id }) => id === this.chosen) ?? this.reports[0];
    if (!report) return html`<p>${say(words.noHops)}</p>`;
    const periods = periodsOf(report.id, this.items);
    const period = periods.includes(this.period) ? this.period : (periods[0] ?? '');
    const way = wayOf(report, period, this.items, this.bodies);
    return html`<h2>${say(words.reports)}</h2><p>${say(words.reportsHow)}</p><div class="two">
      ${choiceField({ id: 'report', label: say(words.report), value: report.id, options: this.reports.map(({ id, name }): [string, string] => [id, say(name)]), change: (id) => (this.chosen = id) })}
      ${periods.length > 1 ? choiceField({ id: 'period', label: say(words.year), value: period, options: periods.map((one): [string, string] => [one, one]), change: (one) => (this.period = one) }) : nothing}</div>
      ${way ? html`<div class="scroll sheet way" role="region" tabindex="0"
        aria-label=${say(words.way)}>${this.drawing(report, way)}</div>${this.table(way)}` : html`
        <p>${say(words.noHops)}</p>`}
      <p class="hint after">${say(words.changeReports)}</p>`;
  }

  private drawing(report: Report, way: Way): TemplateResult {
    const height = way.lanes.length * laneHeight + 30;
    const x = (day: string): number => left + along(way, day) * (width - left - right);
    const y = (lane: number): number => 34 + lane * laneHeight;
    return html`<svg viewBox="0 0 ${width} ${height}" role="img"
      aria-label=${say(words.drawing(say(report.name)))}>
      ${way.lanes.map(
        (lane, at) => svg`<line class="lane" x1=${left} x2=${width - 10} y1=${y(at)} y2=${y(at)}/>
        <text class="who" x="0"
          y=${y(at) + 4}>${short(lane.bodies > 1 ? say(words.several(lane.bodies)) : say(lane.name))}</text>`,
      )}
      ${way.lanes.map((_, at) =>
        this.hop(
          way.stops.filter(({ lane }) => lane === at),
          way.stops.filter(({ lane }) => lane === at + 1),
          x,
          y,
        ),
      )}
      ${way.stops.map((stop) => this.stop(stop, x, y, way))}
      ${way.lanes.map((_, at) =>
        this.labels(
          way.stops.filter(({ lane }) => lane === at),
          x,
          y(at),
        ),
      )}</svg>`;
  }

  /** From where the last of a hop is done to where the first of the next is due. */
  private hop(
    here: Stop[],
    next: Stop[],
    x: (day: string) => number,
    y: (lane: number) => number,
  ): SVGTemplateResult | typeof nothing {
    const end = here
      .map(({ due, meeting }) => meeting ?? due)
      .sort()
      .at(-1);
    const begin = here.map(({ due }) => due).sort()[0];
    const to = next.map(({ due }) => due).sort()[0];
    const lane = here[0]?.lane ?? 0;
    if (!end || !begin) return nothing;
    const along = svg`<path class="hop" d="M${x(begin)} ${y(lane)}H${x(end)}"/>`;
    if (!to) return along;
    const late = to < end;
    return svg`${along}<path class=${late ? 'hop late' : 'hop'}
      d="M${x(end)} ${y(lane)}H${x(to)}V${y(lane + 1)}"/>`;
  }

  private stop(
    { due, meeting, lane }: Stop,
    x: (day: string) => number,
    y: (lane: number) => number,
    way: Way,
  ): SVGTemplateResult {
    const body = way.lanes[lane]?.body;
    const kind = body ? shapeOf[body.kind] : 'chain';
    return svg`<path class="due" d="M${x(due)} ${y(lane) - 7}v14"/>
      ${meeting ? svg`<g class="shape ${kind}"
        transform="translate(${x(meeting) - 7} ${y(lane) - 7}) scale(.875)">${mark(kind)}</g>` : nothing}`;
  }

  /** Days of several bodies that lie close are said as one span. */
  private labels(stops: Stop[], x: (day: string) => number, y: number): SVGTemplateResult {
    const span = (days: string[], at: number): SVGTemplateResult | typeof nothing => {
      const [first, last] = [days[0], days.at(-1)];
      if (!first || !last) return nothing;
      return svg`<text class="day" x=${(x(first) + x(last)) / 2} y=${at}
        text-anchor="middle">${first === last ? dayAndMonth(first) : `${dayAndMonth(first)} – ${dayAndMonth(last)}`}</text>`;
    };
    return svg`${span(stops.map(({ due }) => due).sort(), y + 21)}${span(stops.flatMap(({ meeting }) => meeting ?? []).sort(), y - 12)}`;
  }

  private table({ lanes, stops }: Way): TemplateResult {
    return html`<table class="table stacks after"><thead><tr><th scope="col">${say(words.whoHop)}</th><th
      scope="col">${say(words.doesHop)}</th><th scope="col">${say(words.handIn)}</th><th
      scope="col">${say(words.meeting)}</th></tr></thead>
      <tbody>${stops.map(({ lane, body, due, meeting }) => {
        const whose = this.bodies.find(({ id }) => id === body);
        const party = lanes[lane]?.body === undefined;
        return html`<tr><th
          scope="row">${party ? say(lanes[lane]?.name ?? { sv: '' }) : whose ? say(whose.name) : body}</th>
          <td>${lanes[lane]?.does ? say(lanes[lane].does) : ''}</td><td>${dayShort(due, 0)}</td>
          <td>${meeting ? dayShort(meeting, 0) : say(words.party)}</td></tr>`;
      })}</tbody></table>`;
  }
}

const nameMax = 26;
const short = (name: string): string => (name.length > nameMax ? `${name.slice(0, nameMax - 1)}…` : name);

function mark(kind: string): SVGTemplateResult {
  if (kind === 'council') return svg`<rect x="1.5" y="1.5" width="13" height="13" fill="currentColor"/>`;
  if (kind === 'board') return svg`<path d="M8 1 15.5 14.5H.5Z" fill="currentColor"/>`;
  return svg`<circle cx="8" cy="8" r="7" fill="currentColor"/>`;
}
