// The decision document of a body: its dates of a year, what differs from what is published, what there is to look at. Made to print;
// the server draws the same as PDF.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn, yearOf } from '../api/day.js';
import { allFindings } from '../api/findings.js';
import { adoptions, differences, type Adoption, type Difference } from '../api/publishing.js';
import type { Body, Finding, Item, Place, Report, Span, Text } from '../api/types.js';
import { choiceField, tick } from '../parts/choice.js';
import { textField } from '../parts/field.js';
import { Page } from '../parts/page.js';
import { base, goWith } from '../parts/place.js';
import { icon, severityIcon } from '../parts/shapes.js';
import { concerns } from '../plan/findings.js';
import { inForce, isOfItsOwn } from '../plan/publishing.js';
import { dateLong, dayLong, dayShort, timeSpan } from '../words/dates.js';
import { severityNames } from '../words/findings.js';
import { language, say } from '../words/language.js';
import { lawInWords } from '../words/law.js';
import { statusInWords } from '../words/mark.js';
import { adoptionInWords, documentWords as words } from '../words/publish.js';

const heardMax = 200;
const periodOf = (year: number): Span => ({ from: `${year}-01-01`, until: `${year}-12-31` });
const plainList = (lines: string[]): TemplateResult =>
  html`<ul class="told-plainly">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

interface Source {
  body: Body | undefined;
  meetings: Item[];
  talks: Item[];
  places: Place[];
  reports: Report[];
  decisions: Adoption[];
  from: number | undefined;
  differences: Difference[];
  findings: Finding[];
}

@customElement('decision-page')
export class DecisionPage extends Page {
  @state() private source: Source | undefined;
  @state() private heardOf = '';
  private shown = '';

  override heard(): void {
    this.shown = '';
    this.requestUpdate();
  }

  private get year(): number {
    const { from, until } = this.rytm.organisation.window;
    const asked = Number(this.query.get('ar'));
    return asked >= yearOf(from) && asked <= yearOf(until)
      ? asked
      : Math.min(yearOf(until), Math.max(yearOf(from), yearOf(todayIn(this.rytm.organisation.zone)) + 1));
  }

  protected override willUpdate(): void {
    const now = `${this.path['body']} ${this.year}`;
    if (now === this.shown) return;
    this.shown = now;
    void this.trying(() => this.load(this.path['body'] ?? '', this.year));
  }

  private async load(id: string, year: number): Promise<void> {
    const period = periodOf(year);
    const [bodies, meetings, talks, places, reports, decisions, differing, findings] = await Promise.all([
      this.rytm.bodies(),
      this.rytm.plan(period.from, period.until, 'meeting', id),
      this.rytm.plan(period.from, period.until, 'dialogue', id),
      this.rytm.places(),
      this.rytm.reports(),
      adoptions(this.rytm),
      differences(this.rytm, id),
      allFindings(this.rytm),
    ]);
    this.source = {
      body: bodies.find((body) => body.id === id),
      meetings,
      talks,
      places,
      reports,
      decisions: inForce(decisions, id, period),
      from: differing.from,
      differences: differing.differences,
      findings: findings.value.filter((finding) => concerns(finding, id) && yearOf(finding.day) === year),
    };
  }

  protected override render(): TemplateResult {
    const { source, year } = this;
    if (!source)
      return html`<div class="wrap"><h1
        tabindex="-1">${say(this.heading)}</h1>${this.refused ? this.problem() : this.loading()}</div>`;
    if (!source.body)
      return html`<div class="wrap"><h1 tabindex="-1">${say(this.heading)}</h1><p>${say(words.unknown)} <a
        href="${base}/publicera">${say(words.back)}</a></p></div>`;
    return html`<div class="wrap document">${this.choices(year, source.body)}
      <article class="sheet">
        <p class="over">${say(this.rytm.organisation.name)} · ${say(words.over)}</p>
        <h1 tabindex="-1">${say(words.heading(year))}, ${say(source.body.name)}</h1>
        <section><h2>${say(source.decisions.length > 0 ? words.decided : words.proposal)}</h2>
          <p>${say(words.proposalText(say(source.body.name), year))}</p>
          ${source.decisions.map((one) => html`<p>${say(adoptionInWords(one, one['decided-on'] && dateLong(one['decided-on'])))}.</p>`)}</section>
        <section><h2>${say(words.meetings)}</h2>${this.meetings(source)}</section>
        <section><h2>${say(words.differences)}</h2>${this.differing(source)}</section>
        <section><h2>${say(words.findings)}</h2>${this.findings(source)}</section>
        ${this.has('rapporter') ? html`<section><h2>${say(words.reports)}</h2>${this.reports(source)}</section>` : nothing}
        ${this.has('dialog') ? html`<section><h2>${say(words.talks)}</h2>${this.talks(source)}</section>` : nothing}
        ${this.heardOf ? html`<section><h2>${say(words.heard)}</h2><p>${this.heardOf}</p></section>` : nothing}
        <p class="foot">${say(words.foot(dayLong(todayIn(this.rytm.organisation.zone), 0)))}</p>
      </article></div>`;
  }

  /** What the body chose to have in it stands in the address, so that the same link shows the same document. */
  private has(part: 'rapporter' | 'dialog'): boolean {
    return this.query.get(part) === 'ja';
  }

  private choose(part: 'rapporter' | 'dialog', label: Text): TemplateResult {
    return tick(say(label), this.has(part), (chosen) =>
      goWith({ [part]: chosen ? 'ja' : undefined }, { replace: true }),
    );
  }

  private pdf(year: number, body: Body): string {
    return this.rytm.file('/decision.pdf', {
      bodies: body.id,
      ...periodOf(year),
      reports: this.has('rapporter') ? 'true' : undefined,
      dialogues: this.has('dialog') ? 'true' : undefined,
      heard: this.heardOf.trim(),
      language: language.value,
    });
  }

  private choices(year: number, body: Body): TemplateResult {
    const { from, until } = this.rytm.organisation.window;
    const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, at) =>
      String(yearOf(from) + at),
    );
    return html`<div class="row choices">${choiceField({
      id: 'year',
      label: say(words.choose),
      value: String(year),
      options: years.map((one): [string, string] => [one, one]),
      change: (ar) => goWith({ ar }, { replace: true }),
    })}
      ${this.choose('rapporter', words.withReports)} ${this.choose('dialog', words.withTalks)}
      ${textField({
        id: 'heard',
        label: say(words.heard),
        value: this.heardOf,
        max: heardMax,
        change: (value) => (this.heardOf = value),
      })}
      <button type="button" class="button" @click=${() => print()}>${say(words.print)}</button>${
        body.may.publish
          ? html`<a class="button" target="_blank" href=${this.pdf(year, body)}>${say(words.pdf)}</a>`
          : nothing
      }<a href="${base}/publicera">${say(words.back)}</a></div>`;
  }

  private meetings({ meetings, places }: Source): TemplateResult {
    if (meetings.length === 0) return html`<p>${say(words.none)}</p>`;
    const place = (id: string | undefined): string => {
      const found = places.find((one) => one.id === id);
      return found ? say(found.name) : (id ?? '');
    };
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${say(words.meetings)}><table
      class="table stacks">
      <thead><tr><th scope="col">${say(words.day)}</th><th scope="col">${say(words.time)}</th><th
        scope="col">${say(words.place)}</th><th scope="col">${say(words.note)}</th></tr></thead>
      <tbody>${meetings.map(
        (item) => html`<tr><th scope="row">${dayLong(item.day)}</th>
          <td>${item.at ? timeSpan(item.at, item.lasts) : ''}</td><td>${place(item.place)}</td>
        <td>${statusInWords({ item })}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private differing({ from, differences: all }: Source): TemplateResult {
    if (from === undefined) return html`<p>${say(words.first)}</p>`;
    const own = all.filter(isOfItsOwn);
    const rest = all.length - own.length;
    return html`<p>${say(words.sinceEdition(from))} ${all.length === 0 ? say(words.same) : nothing}</p>
      <ul class="told-plainly">${own.map(
        ({ words: told, reason }) =>
          html`<li>${say(told)}${reason ? html`. ${say(words.reason)} ${say(reason)}` : nothing}</li>`,
      )}</ul>
      ${rest > 0 ? html`<p class="after">${say(words.following(rest))}</p>` : nothing}`;
  }

  private findings({ findings }: Source): TemplateResult {
    if (findings.length === 0) return html`<p>${icon('ok')} ${say(words.noFindings)}</p>`;
    return html`<ul class="told-plainly">${findings.map(
      ({
        severity,
        message,
        citation,
        accepted,
      }) => html`<li>${severityIcon(severity, say(severityNames[severity]))}
      ${say(message)} ${citation ? html`<span class="muted">${lawInWords(citation)}.</span>` : nothing}
      ${accepted === undefined ? nothing : html`<b>${say(words.kept)}</b> ${accepted}`}</li>`,
    )}</ul>`;
  }

  private reports({ meetings, reports }: Source): TemplateResult {
    const decided = meetings.flatMap((meeting) =>
      (meeting.business ?? [])
        .filter(({ decides }) => decides)
        .map(({ report, period }) => {
          const found = reports.find(({ id }) => id === report);
          return `${found ? say(found.name) : report} ${period}, ${dayShort(meeting.day)}`;
        }),
    );
    return decided.length === 0 ? html`<p>${say(words.noReports)}</p>` : plainList(decided);
  }

  private talks({ talks }: Source): TemplateResult {
    return talks.length === 0
      ? html`<p>${say(words.noTalks)}</p>`
      : plainList(
          talks.map((talk) =>
            [`${say(talk.title)}, ${dayLong(talk.day)}`, talk.at ? timeSpan(talk.at, talk.lasts) : '']
              .filter(Boolean)
              .join(' '),
          ),
        );
  }
}
