// A series as a sentence whose fields can be changed, with its dates worked out anew beside it.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lengthBetween, plusLength, readTime } from '../../api/day.js';
import type { PatchStep, RuleException } from '../../api/rules.js';
import type { Item, Place, Series, Text } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { field, textField } from '../../parts/field.js';
import { icon } from '../../parts/shapes.js';
import { inGeneral } from '../../plan/chain-rules.js';
import { liveDays } from '../../plan/live.js';
import {
  draftOf,
  policyAnswers,
  policyConditions,
  seriesIn,
  seriesPatch,
  type SeriesDraft,
} from '../../plan/rules.js';
import { dayShort, time, weekShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { answerTexts, conditionTexts, rulesWords as words } from '../../words/rules.js';
import { exceptionList } from './exceptions.js';
import { recurrenceFields } from './recurrence.js';
import { RuleTrial } from './trial.js';

const fields = ['when', 'rrule', 'weeks', 'anchor', 'dates', 'at', 'lasts', 'place', 'exceptions'];

@customElement('series-editor')
export class SeriesEditor extends RuleTrial {
  @property({ attribute: false }) body = '';
  @property({ attribute: false }) series!: Series;
  @property({ attribute: false }) places: Place[] = [];
  /** Its meetings of the year looked at, with their reasons. */
  @property({ attribute: false }) meetings: Item[] = [];
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) mayChange = false;
  @state() private draft!: SeriesDraft;
  @state() private until = '';
  @state() private from = '';
  private seen!: SeriesDraft;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('series') && !changed.has('body') && !changed.has('rules')) return;
    const seen = draftOf(seriesIn(this.rules.file, this.body, this.series.id), this.series);
    const other = changed.has('body') || changed.has('series');
    this.seen = seen;
    if (!this.draft || other || !this.dirty) this.restore();
  }

  private get dirty(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.seen) || readTime(this.from) !== this.seen.at;
  }

  protected restore(): void {
    this.draft = this.seen;
    this.from = time(this.seen.at);
    this.until = time(plusLength(this.seen.at, this.seen.lasts));
    this.forget();
  }

  protected steps(): PatchStep[] {
    const [from, until] = [readTime(this.from), readTime(this.until)];
    if (!from || !until) return [];
    return seriesPatch(
      this.rules.file,
      this.body,
      this.series.id,
      { ...this.draft, at: from, lasts: lengthBetween(from, until) },
      this.seen,
    );
  }

  private change = (more: Partial<SeriesDraft>): void => {
    this.draft = { ...this.draft, ...more };
    this.reckon();
  };

  private setTime(which: 'from' | 'until', value: string): void {
    this[which] = value;
    this.reckon();
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    return html`<form class="series" @submit=${this.save} novalidate>
      <div class="rule-columns"><div>
        <h2>${say(this.series.name)}</h2>
        ${this.inWords()}
        ${
          this.mayChange
            ? html`${this.sentence()}${this.policies()}
          ${exceptionList({ exceptions: this.draft.exceptions, meetings: this.meetings, id: this.own, error: this.wrong('exceptions'), change: (exceptions: RuleException[]) => this.change({ exceptions }) })}
          ${this.ending(words.save, fields, this.dirty)}`
            : html`<p>${this.facts()}</p><p class="note info">${say(words.mayNot)}</p>`
        }
      </div>${this.live()}</div></form>`;
  }

  /** What the plan itself gives as reasons: also of rules that are the template's. */
  private inWords(): TemplateResult {
    const reasons = new Map<string, { words: Text; count: number }>();
    for (const { why } of this.meetings) {
      const first = why?.[0] && inGeneral(why[0].words);
      if (first) reasons.set(first.sv, { words: first, count: (reasons.get(first.sv)?.count ?? 0) + 1 });
    }
    return html`<h3>${say(words.rule)}</h3>${
      reasons.size === 0
        ? html`<p>${say(words.noRule)}</p>`
        : html`<ul class="reasons">${[...reasons.values()].map(({ words: told, count }) => html`
          <li>${say(told)} <span class="muted">(${count})</span></li>`)}</ul>`
    }`;
  }

  private facts(): string {
    const place = this.places.find(({ id }) => id === this.series.place);
    return `${say(words.at)} ${time(this.series.at)}–${time(plusLength(this.series.at, this.series.lasts))}${place ? `, ${say(place.name)}` : ''}.`;
  }

  private sentence(): TemplateResult {
    const body = this.bodies.find(({ id }) => id === this.body);
    const named = this.draft.place;
    const options: [string, string][] = [
      ['', say(words.noPlace)],
      ...this.places.map(({ id, name }): [string, string] => [id, say(name)]),
    ];
    const clock = (which: 'from' | 'until', label: string): TemplateResult =>
      textField({
        id: `${this.own}-${which}`,
        label,
        value: this[which],
        inputmode: 'numeric',
        error: readTime(this[which]) ? this.wrong(which === 'from' ? 'at' : 'lasts') : say(words.badTime),
        change: (value) => this.setTime(which, value),
      });
    return html`<div class="sentence"><p class="lead">${say(words.meets(body ? say(body.name) : ''))}</p>
      ${recurrenceFields({
        id: this.own,
        recurrence: this.draft.recurrence,
        bodies: this.bodies,
        own: `${this.body}/${this.series.id}`,
        wrong: this.wrong,
        change: (recurrence) => this.change({ recurrence }),
      })}
      ${clock('from', say(words.at))}${clock('until', say(words.until))}
      ${choiceField({ id: `${this.own}-place`, label: say(words.place), value: named, options, error: this.wrong('place'), change: (place) => this.change({ place }) })}</div>`;
  }

  private policies(): TemplateResult {
    const { policies } = this.draft;
    const set = (condition: string, answer: string): void => {
      const { [condition]: _, ...rest } = policies;
      this.change({ policies: answer ? { ...rest, [condition]: answer } : rest });
    };
    const known = policyAnswers.map((answer): [string, string] => [answer, say(answerTexts[answer])]);
    return html`<details ?open=${Object.keys(policies).length > 0}><summary>${say(words.policies)}</summary><p
      class="hint">${say(words.policiesHow)}</p>
      <div class="policies">${policyConditions
        .filter((condition) => condition !== 'other-body')
        .map((condition) =>
          field(
            {
              id: `${this.own}-${condition}`,
              label: say(conditionTexts[condition]),
              error: this.wrong(`on/${condition}`),
            },
            (
              described,
            ) => html`<select id="${this.own}-${condition}" aria-describedby=${described}
              @change=${(event: Event) => set(condition, (event.target as HTMLSelectElement).value)}>
          ${[['', say(words.asTemplate)] as [string, string], ...known].map(([value, name]) => html`<option
            value=${value} ?selected=${value === (policies[condition] ?? '')}>${name}</option>`)}</select>`,
          ),
        )}</div></details>`;
  }

  /** The year's dates, with what the change would make of them. */
  private live(): TemplateResult {
    const days = liveDays(this.meetings, this.whatIf?.items ?? [], this.body, this.series.id, this.year);
    const count = days.filter(({ takesPlace }) => takesPlace).length;
    return html`<aside class="live sheet" aria-live="polite"><h3>${say(words.live(count, this.year))}</h3><p
      class="hint">${say(this.reckoning ? words.reckoning : words.liveHow)}</p>
      <ol>${days.map(
        ({ day, was, change, takesPlace }) =>
          html`<li>${
            takesPlace
              ? html`<b>${dayShort(day)}</b>${change === 'appears' ? icon('plus') : nothing}${was ? html`${icon('arrow')}<del>${dayShort(was)}</del>` : nothing}`
              : html`<del>${dayShort(day)}</del> ${icon('cross')}`
          } <span class="muted">${weekShort(day)}</span></li>`,
      )}</ol></aside>`;
  }
}
