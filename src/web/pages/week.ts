// Veckan på kansliet: what the bodies one works with need this week, and who cannot come to their meetings.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { isDay, isoWeek, plusDays, todayIn, yearOf } from '../api/day.js';
import { newKey } from '../api/http.js';
import { Problem } from '../api/problem.js';
import type { Body, Day, Item, MeetingPeople } from '../api/types.js';
import { choiceField } from '../parts/choice.js';
import { Page } from '../parts/page.js';
import { base, goWith } from '../parts/place.js';
import { icon, shape, shapeOf } from '../parts/shapes.js';
import { tell } from '../parts/status-line.js';
import { dutiesOf, kindOf, mondayOf, type Duties } from '../plan/week.js';
import { dayAndMonth, dayShort, timeSpan, together } from '../words/dates.js';
import { say } from '../words/language.js';
import { meetingWords } from '../words/meeting.js';
import { statusInWords } from '../words/mark.js';
import { dutyNames, weekWords as words } from '../words/week.js';

/** Of what comes before and after, far enough to name the meeting that a step hangs on. */
const aroundDays = 90;

interface Source {
  monday: Day;
  bodies: Body[];
  items: Item[];
  meetings: Map<string, Item>;
}

@customElement('week-page')
export class WeekPage extends Page {
  @state() private source: Source | undefined;
  @state() private people = new Map<string, MeetingPeople | undefined>();
  private asked = '';

  override heard(): void {
    void this.load(this.monday);
  }

  private get today(): Day {
    return todayIn(this.rytm.organisation.zone);
  }

  private get monday(): Day {
    const asked = this.query.get('vecka') ?? '';
    return mondayOf(isDay(asked) ? asked : this.today);
  }

  protected override willUpdate(): void {
    if (this.asked === this.monday) return;
    this.asked = this.monday;
    void this.load(this.monday);
  }

  private load(monday: Day): Promise<boolean> {
    return this.trying(async () => {
      const [bodies, week, around] = await Promise.all([
        this.rytm.bodies(),
        this.rytm.all<Item>('/plan', { from: monday, until: plusDays(monday, 6) }),
        this.rytm.plan(plusDays(monday, -aroundDays), plusDays(monday, aroundDays), 'meeting'),
      ]);
      if (monday !== this.monday) return;
      this.source = {
        monday,
        bodies,
        items: week.value,
        meetings: new Map(around.map((item) => [item.id, item])),
      };
      await this.loadPeople(this.source);
    });
  }

  /** Of the week's meetings, and of those whose papers go out this week. */
  private async loadPeople({ items, bodies }: Source): Promise<void> {
    const mine = new Set(bodies.filter(({ may }) => may.adjust).map(({ id }) => id));
    const slots = items
      .filter((item) => mine.has(item.body) && item.status !== 'cancelled')
      .flatMap((item) =>
        kindOf(item) === 'meetings'
          ? [item.id]
          : kindOf(item) === 'notices' && item.parent
            ? [item.parent]
            : [],
      );
    const told = await Promise.all(
      [...new Set(slots)].map(async (slot): Promise<[string, MeetingPeople | undefined]> => [
        slot,
        await this.rytm.meetingPeople(slot).catch(unpublished),
      ]),
    );
    this.people = new Map(told);
  }

  private papers = (slot: string, out: boolean): void =>
    void this.trying(async () => {
      this.people = new Map(this.people).set(slot, await this.rytm.papersOut(slot, out, newKey()));
      tell(say(out ? meetingWords.papersSaved : meetingWords.papersTakenBack));
    });

  // ---- Drawing

  protected override render(): TemplateResult {
    const { monday, source } = this;
    return html`<div class="wrap week-page"><div class="head"><h1
      tabindex="-1">${say(words.heading(isoWeek(monday)))}</h1>
        <button type="button" class="button small" @click=${() => print()}>${say(words.print)}</button></div>
      <div class="row weeks-row">${this.step(plusDays(monday, -7), say(words.before), 'left')}
        <b>${dayAndMonth(monday)} – ${dayAndMonth(plusDays(monday, 6))} ${yearOf(plusDays(monday, 3))}</b>${this.step(plusDays(monday, 7), say(words.next), 'right')}
        ${monday === mondayOf(this.today) ? nothing : html`<a href="${base}/veckan">${say(words.now)}</a>`}
        ${source ? this.choice(source) : nothing}</div>
      ${this.problem()}
      ${source?.monday === monday ? this.duties(source) : this.refused ? nothing : this.loading()}</div>`;
  }

  private step(day: Day, label: string, sign: 'left' | 'right'): TemplateResult {
    const query = new URLSearchParams(this.query);
    query.set('vecka', day);
    return html`<a class="bare" href="${base}/veckan?${query}" aria-label=${label}
      title=${label}>${icon(sign)}</a>`;
  }

  private choice({ bodies }: Source): TemplateResult {
    return choiceField({
      id: 'body',
      label: say(words.bodies),
      value: this.query.get('organ') ?? '',
      change: (organ) => goWith({ organ: organ || undefined }),
      options: [['', say(words.mine)], ...bodies.map(({ id, name }): [string, string] => [id, say(name)])],
    });
  }

  private duties({ bodies, items, meetings }: Source): TemplateResult {
    const chosen = this.query.get('organ');
    const mine = chosen ? [chosen] : bodies.filter(({ may }) => may.adjust).map(({ id }) => id);
    if (mine.length === 0) return html`<p class="lede">${say(words.noBodies)}</p>`;
    const duties = dutiesOf(items, new Set(mine));
    if (duties.length === 0) return html`<p class="lede">${icon('ok')} ${say(words.none)}</p>`;
    return html`<div class="duties">${duties.map((group) => this.group(group, bodies, meetings))}</div>`;
  }

  private group({ kind, items }: Duties, bodies: Body[], meetings: Map<string, Item>): TemplateResult {
    return html`<section class=${kind} aria-labelledby="duty-${kind}"><h2
      id="duty-${kind}">${say(dutyNames[kind])} <small>${items.length}</small></h2>
      <ul>${items.map((item) => this.item(item, bodies, meetings))}</ul></section>`;
  }

  private item(item: Item, bodies: Body[], meetings: Map<string, Item>): TemplateResult {
    const body = bodies.find(({ id }) => id === item.body);
    const meeting = item.parent ? meetings.get(item.parent) : undefined;
    const slot = kindOf(item) === 'meetings' || kindOf(item) === 'talks' ? item.id : item.parent;
    const past = item.day < this.today;
    const what = kindOf(item) === 'meetings' ? (body ? say(body.name) : item.body) : say(item.title);
    return html`<li class=${[past ? 'past' : '', item.status === 'cancelled' ? 'cancelled' : ''].join(' ')}>
      <span class="when"><b>${dayShort(item.day)}</b>${
        item.day === this.today
          ? html` <span
        class="now">${say(words.today)}</span>`
          : nothing
      }
        ${item.at ? html`<br><small>${timeSpan(item.at, item.lasts)}</small>` : nothing}</span>
      <div>${body ? shape(kindOf(item) === 'talks' ? 'talk' : shapeOf[body.kind]) : nothing}
        ${
          slot
            ? html`<a
          href="${base}/ar/${yearOf(meeting?.day ?? item.day)}?mote=${slot}">${what}</a>`
            : what
        }
        ${
          kindOf(item) === 'meetings'
            ? html`<span class="muted">${statusInWords({ item })}</span>`
            : html`<small class="muted">${body ? say(body.name) : ''}${
                meeting && item.kind !== 'dialogue' ? `, ${say(words.for(dayShort(meeting.day)))}` : ''
              }</small>`
        }
        ${kindOf(item) === 'meetings' && item.status !== 'cancelled' ? this.coming(item.id) : nothing}
        ${kindOf(item) === 'notices' && item.parent ? this.tick(item.parent, body, meeting) : nothing}</div></li>`;
  }

  private tick(
    slot: string,
    body: Body | undefined,
    meeting: Item | undefined,
  ): TemplateResult | typeof nothing {
    if (!this.people.has(slot)) return nothing;
    const people = this.people.get(slot);
    if (!people) return html`<p class="hint">${say(words.unpublished)}</p>`;
    const name = `${body ? say(body.name) : ''} ${meeting ? dayShort(meeting.day) : ''}`;
    return html`<label class="check"><input type="checkbox" aria-label=${say(words.papersOf(name))}
      .checked=${people['papers-out'] !== undefined}
      @change=${(event: Event) => this.papers(slot, (event.target as HTMLInputElement).checked)}> ${say(words.papers)}</label>`;
  }

  private coming(slot: string): TemplateResult | typeof nothing {
    if (!this.people.has(slot)) return nothing;
    const people = this.people.get(slot);
    if (!people) return html`<p class="hint">${say(words.unpublished)}</p>`;
    const names = (some: { name: string }[]): string => together(some.map(({ name }) => name));
    if (people.absent.length === 0) return html`<p class="hint">${say(words.allCome)}</p>`;
    const next = people.absent.flatMap(({ substitutes }) => substitutes.slice(0, 1));
    return html`<p class="hint absent">${icon('people')} ${say(words.cannot(names(people.absent)))}
      ${next.length > 0 ? say(words.substitutes(names(next))) : ''} ${people.called.length > 0 ? say(words.called(names(people.called))) : ''}</p>`;
  }
}

/** Of what is not published nobody has been told. */
function unpublished(error: unknown): undefined {
  if (error instanceof Problem && error.status === 404) return undefined;
  throw error;
}
