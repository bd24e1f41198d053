// A series as a sentence whose fields can be changed, with its dates worked out anew beside it.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lengthBetween, plusLength, readTime } from '../../api/day.js';
import type { RuleException, RuleFile } from '../../api/rules.js';
import type { Item, MeetingStatus, Place, Report, Text } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { field, textField } from '../../parts/field.js';
import { withoutSeries } from '../../plan/body-rules.js';
import { inGeneral } from '../../plan/chain-rules.js';
import { liveDays, ofSeries } from '../../plan/live.js';
import { newId, thingIn } from '../../plan/rule-file.js';
import { same } from '../../plan/rule-patch.js';
import { placeOf } from '../../plan/rule-place.js';
import {
  draftOf,
  isComplete,
  newSeries,
  policyAnswers,
  policyConditions,
  seriesIn,
  withSeries,
  type SeriesDraft,
} from '../../plan/rules.js';
import { time } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { chainNames, formWords, seriesWords } from '../../words/rule-forms.js';
import { answerTexts, conditionTexts, rulesWords as words } from '../../words/rules.js';
import { exceptionList } from './exceptions.js';
import { liveList } from './live.js';
import { recurrenceFields } from './recurrence.js';
import { RuleTrial } from './trial.js';
import { variantList } from './variants.js';

@customElement('series-editor')
export class SeriesEditor extends RuleTrial {
  @property({ attribute: false }) body = '';
  /** Empty: a new one, which gets its id from its name. */
  @property({ attribute: false }) series = '';
  @property({ attribute: false }) places: Place[] = [];
  @property({ attribute: false }) reports: Report[] = [];
  /** Its meetings of the year looked at, with their reasons. */
  @property({ attribute: false }) meetings: Item[] = [];
  @property({ attribute: false }) year = 0;
  /** Of a new one: when nothing is to be added after all. */
  @property({ attribute: false }) closed: () => void = () => {};
  @state() private draft!: SeriesDraft;
  @state() private removing = false;
  @state() private until = '';
  @state() private from = '';
  private seen!: SeriesDraft;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('series') && !changed.has('body') && !changed.has('rules')) return;
    const other = changed.has('body') || changed.has('series');
    const kept = this.draft && !other && this.dirty;
    this.seen = this.series
      ? draftOf(
          seriesIn(this.rules.whole, this.body, this.series),
          seriesIn(this.rules.file, this.body, this.series),
        )
      : newSeries(this.rules, this.body);
    if (!kept) this.reset();
  }

  protected override firstUpdated(): void {
    if (!this.series) this.querySelector('input')?.focus();
  }

  private get dirty(): boolean {
    return this.removing || !same(this.draft, this.seen) || readTime(this.from) !== this.seen.at;
  }

  private reset(): void {
    this.draft = this.seen;
    this.removing = false;
    this.from = time(this.seen.at);
    this.until = time(plusLength(this.seen.at, this.seen.lasts));
    this.forget();
  }

  protected restore(): void {
    this.reset();
    if (!this.series) this.closed();
  }

  private get itsId(): string {
    const taken = thingIn(this.rules.whole.bodies, this.body)?.series?.map(({ id }) => id) ?? [];
    return this.series || (taken.length === 0 ? 'meeting' : newId(this.draft.name, taken));
  }

  protected changed(): RuleFile | undefined {
    if (this.removing) return withoutSeries(this.rules, this.body, this.series);
    const [from, until] = [readTime(this.from), readTime(this.until)];
    if (!from || !until || !isComplete(this.draft)) return undefined;
    const draft = { ...this.draft, at: from, lasts: lengthBetween(from, until) };
    return withSeries(this.rules, this.body, this.itsId, draft, this.series ? this.seen : undefined);
  }

  protected placeIn(file: RuleFile): string {
    const at = placeOf(file.bodies, this.body);
    return `/bodies/${at}/series/${placeOf(file.bodies[at]?.series, this.itsId)}`;
  }

  private change = (more: Partial<SeriesDraft>): void => {
    this.draft = { ...this.draft, ...more };
    this.reckon();
  };

  private setTime(which: 'from' | 'until', value: string): void {
    this[which] = value;
    this.reckon();
  }

  private takeAway = (): void => {
    this.removing = true;
    this.reckon();
    void this.focusOn('.finding-box .primary');
  };

  // ---- Drawing

  protected override render(): TemplateResult {
    const name = this.series ? this.draft.name : say(seriesWords.fresh);
    return html`<form class="series" @submit=${this.save} novalidate>
      <div class="rule-columns"><div>
        <h2 tabindex="-1">${name}</h2>
        ${this.series ? this.inWords() : nothing}
        ${this.mayChange ? this.fields() : html`<p>${this.facts()}</p><p class="note info">${say(words.mayNot)}</p>`}
      </div>${this.live()}</div></form>`;
  }

  private fields(): TemplateResult {
    const { draft, removing } = this;
    if (removing)
      return html`<p class="note warning">${say(formWords.takenAway(draft.name))} ${say(formWords.published)}</p>
        ${this.ending(seriesWords.remove, true)}`;
    return html`${this.series ? nothing : this.naming()}${this.sentence()}
      ${this.series ? html`<details><summary>${say(seriesWords.more)}</summary>${this.naming()}</details>` : nothing}
      ${this.policies()}
      ${variantList({ id: `${this.own}-variants`, variants: draft.variants, reports: this.reports, places: this.places, chains: this.chains(), wrong: this.wrong, change: (variants) => this.change({ variants }) })}
      ${exceptionList({ exceptions: draft.exceptions, meetings: this.meetings, places: this.places, id: this.own, wrong: this.wrong, change: (exceptions: RuleException[]) => this.change({ exceptions }) })}
      ${this.ending(words.save, this.dirty || !this.series)}
      ${
        this.series && !this.dirty
          ? html`<p class="after"><button type="button" class="button small"
        aria-label=${say(formWords.removeOf(draft.name))}
        @click=${this.takeAway}>${say(seriesWords.remove)}</button></p>`
          : nothing
      }`;
  }

  private chains(): [string, string][] {
    return [
      ['none', say(seriesWords.noChain)],
      ...Object.keys(this.rules.whole.chains ?? {}).map((id): [string, string] => [
        id,
        say(chainNames[id] ?? { sv: id }),
      ]),
    ];
  }

  private naming(): TemplateResult {
    const { name, nameEn, status, chain } = this.draft;
    return html`<div class="fields">
      ${textField({ id: `${this.own}-name`, label: say(seriesWords.name), hint: say(seriesWords.nameHint), value: name, error: this.wrong('name'), change: (to) => this.change({ name: to }) })}
      ${textField({ id: `${this.own}-name-en`, label: say(formWords.inEnglish(say(seriesWords.name))), value: nameEn, change: (to) => this.change({ nameEn: to }) })}
      ${choiceField({
        id: `${this.own}-status`,
        label: say(seriesWords.status),
        value: status,
        options: Object.entries(seriesWords.statuses).map(([one, told]): [string, string] => [
          one,
          say(told),
        ]),
        change: (to) => this.change({ status: to as MeetingStatus }),
      })}
      ${choiceField({ id: `${this.own}-chain`, label: say(seriesWords.chain), value: chain, options: this.chains(), error: this.wrong('chain'), change: (to) => this.change({ chain: to }) })}</div>`;
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
        : html`<ul class="reasons">${[...reasons.values()].map(
            ({ words: told, count }) => html`
          <li>${say(told)} <span class="muted">(${count})</span></li>`,
          )}</ul>`
    }`;
  }

  private facts(): string {
    const { at, lasts } = this.draft;
    const place = this.places.find(({ id }) => id === this.draft.place);
    return `${say(words.at)} ${time(at)}–${time(plusLength(at, lasts))}${place ? `, ${say(place.name)}` : ''}.`;
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
        own: `${this.body}/${this.series}`,
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
            (described) => html`<select id="${this.own}-${condition}" aria-describedby=${described}
              @change=${(event: Event) => set(condition, (event.target as HTMLSelectElement).value)}>
          ${[['', say(words.asTemplate)] as [string, string], ...known].map(
            ([value, name]) => html`<option
            value=${value} ?selected=${value === (policies[condition] ?? '')}>${name}</option>`,
          )}</select>`,
          ),
        )}</div></details>`;
  }

  /** The year's dates, with what the change would make of them. */
  private live(): TemplateResult {
    const days = liveDays(
      this.meetings,
      this.whatIf?.items ?? [],
      ofSeries(this.body, this.itsId),
      this.year,
    );
    const count = days.filter(({ takesPlace }) => takesPlace).length;
    return liveList({ heading: say(words.live(count, this.year)), days, reckoning: this.reckoning });
  }
}
