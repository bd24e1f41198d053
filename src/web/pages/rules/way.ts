// A report's way from body to body, drawn: along the page, or down it where there is no room.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { shapeOf } from '../../parts/shapes.js';
import { along, type Stop, type Way } from '../../plan/report-way.js';
import { dayAndMonth } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { rulesWords as words } from '../../words/rules.js';

/** Where a day and a lane are drawn, and what lies along the lanes. */
interface Layout {
  width: number;
  height: number;
  place: (day: string, lane: number) => [x: number, y: number];
  lane: (at: number) => SVGTemplateResult;
  label: (days: string[], lane: number, meeting: boolean) => SVGTemplateResult | typeof nothing;
  due: (day: string, lane: number) => string;
}

const spanOf = (days: string[]): string => {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? dayAndMonth(first) : `${dayAndMonth(first)} – ${dayAndMonth(last)}`;
};

const nameMax = 26;
const short = (name: string): string => (name.length > nameMax ? `${name.slice(0, nameMax - 1)}…` : name);
const nameOf = ({ bodies, name }: Way['lanes'][number]): string =>
  short(bodies > 1 ? say(words.several(bodies)) : say(name));

const wide = { width: 760, left: 190, right: 60, lane: 56, top: 34 };

function wideLayout(way: Way): Layout {
  const x = (day: string): number => wide.left + along(way, day) * (wide.width - wide.left - wide.right);
  const y = (lane: number): number => wide.top + lane * wide.lane;
  return {
    width: wide.width,
    height: way.lanes.length * wide.lane + 30,
    place: (day, lane) => [x(day), y(lane)],
    lane: (at) => svg`<line class="lane" x1=${wide.left} x2=${wide.width - 10} y1=${y(at)} y2=${y(at)}/>
      <text class="who" x="0" y=${y(at) + 4}>${way.lanes[at] ? nameOf(way.lanes[at]) : ''}</text>`,
    label: (days, lane, meeting) => {
      const [first, last] = [days[0], days.at(-1)];
      if (!first || !last) return nothing;
      return svg`<text class="day" x=${(x(first) + x(last)) / 2} y=${y(lane) + (meeting ? -12 : 21)}
        text-anchor="middle">${spanOf(days)}</text>`;
    },
    due: (day, lane) => `M${x(day)} ${y(lane) - 7}v14`,
  };
}

const tall = { width: 330, left: 24, lane: 96, top: 30, dueAt: 0.22, meetingAt: 0.62 };

/** Time goes down the page; one hop under the other, each named above its own part. */
function tallLayout(way: Way): Layout {
  const stops = (lane: number): Stop[] => way.stops.filter((stop) => stop.lane === lane);
  const y = (day: string, lane: number): number => {
    const isMeeting = stops(lane).some(({ meeting }) => meeting === day);
    return tall.top + (lane + (isMeeting ? tall.meetingAt : tall.dueAt)) * tall.lane;
  };
  return {
    width: tall.width,
    height: way.lanes.length * tall.lane + tall.top,
    place: (day, lane) => [tall.left, y(day, lane)],
    lane: (at) => svg`<text class="who" x=${tall.left + 20}
      y=${tall.top + at * tall.lane}>${way.lanes[at] ? nameOf(way.lanes[at]) : ''}</text>`,
    label: (days, lane, meeting) =>
      days.length === 0
        ? nothing
        : svg`<text class="day" x=${tall.left + 20} y=${tall.top + (lane + (meeting ? tall.meetingAt : tall.dueAt)) * tall.lane + 4}>${say(meeting ? words.meeting : words.handIn)} ${spanOf(days)}</text>`,
    due: (day, lane) => `M${tall.left - 7} ${y(day, lane)}h14`,
  };
}

/** From where the last of a hop is done to where the first of the next is due. */
function hop(here: Stop[], next: Stop[], { place }: Layout): SVGTemplateResult | typeof nothing {
  const end = here
    .map(({ due, meeting }) => meeting ?? due)
    .sort()
    .at(-1);
  const begin = here.map(({ due }) => due).sort()[0];
  const to = next.map(({ due }) => due).sort()[0];
  const lane = here[0]?.lane ?? 0;
  if (!end || !begin) return nothing;
  const [beginX, beginY] = place(begin, lane);
  const [endX, endY] = place(end, lane);
  const drawn = svg`<path class="hop" d="M${beginX} ${beginY}L${endX} ${endY}"/>`;
  if (!to) return drawn;
  const [toX, toY] = place(to, lane + 1);
  return svg`${drawn}<path class=${to < end ? 'hop late' : 'hop'} d="M${endX} ${endY}H${toX}V${toY}"/>`;
}

function mark(kind: string): SVGTemplateResult {
  if (kind === 'council') return svg`<rect x="1.5" y="1.5" width="13" height="13" fill="currentColor"/>`;
  if (kind === 'board') return svg`<path d="M8 1 15.5 14.5H.5Z" fill="currentColor"/>`;
  return svg`<circle cx="8" cy="8" r="7" fill="currentColor"/>`;
}

function stop({ due, meeting, lane }: Stop, way: Way, layout: Layout): SVGTemplateResult {
  const body = way.lanes[lane]?.body;
  const kind = body ? shapeOf[body.kind] : 'chain';
  const [x, y] = meeting ? layout.place(meeting, lane) : [0, 0];
  return svg`<path class="due" d=${layout.due(due, lane)}/>
    ${
      meeting
        ? svg`<g class="shape ${kind}"
      transform="translate(${x - 7} ${y - 7}) scale(.875)">${mark(kind)}</g>`
        : nothing
    }`;
}

export function drawnWay(name: string, way: Way, down: boolean): TemplateResult {
  const layout = down ? tallLayout(way) : wideLayout(way);
  const at = (lane: number): Stop[] => way.stops.filter((one) => one.lane === lane);
  return html`<svg class=${down ? 'tall' : 'long'} viewBox="0 0 ${layout.width} ${layout.height}" role="img"
    aria-label=${say(words.drawing(name))}>
    ${way.lanes.map((_, lane) => layout.lane(lane))}
    ${way.lanes.map((_, lane) => hop(at(lane), at(lane + 1), layout))}
    ${way.stops.map((one) => stop(one, way, layout))}
    ${way.lanes.map((_, lane) => {
      const dues = at(lane)
        .map(({ due }) => due)
        .sort();
      const meetings = at(lane)
        .flatMap(({ meeting }) => meeting ?? [])
        .sort();
      return svg`${layout.label(dues, lane, false)}${layout.label(meetings, lane, true)}`;
    })}</svg>`;
}
