// Step three: dates that are decided already, or the template's. What was understood is shown row by row before anything is saved.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { yearOf } from '../../api/day.js';
import { newKey } from '../../api/http.js';
import { previewPlan, savePlan, type ImportChoices, type PlanRead } from '../../api/imports.js';
import { Problem } from '../../api/problem.js';
import type { Body } from '../../api/types.js';
import { longField, tick } from '../../parts/choice.js';
import { field, textField } from '../../parts/field.js';
import { icon } from '../../parts/shapes.js';
import { say } from '../../words/language.js';
import { setupWords as words } from '../../words/setup.js';
import { SetupStep } from './step.js';

@customElement('setup-dates')
export class SetupDates extends SetupStep {
  @state() private bodies: Body[] = [];
  @state() private decided = false;
  @state() private text = '';
  @state() private choices: ImportChoices = { year: 0, rules: false, 'known-bodies-only': false };
  @state() private plan: PlanRead | undefined;
  @state() private empty = false;
  private key = newKey();

  protected async begin(): Promise<void> {
    const [file, bodies] = await Promise.all([this.readRules(), this.rytm.bodies()]);
    this.bodies = bodies;
    this.choices = { ...this.choices, year: yearOf(file.window.from) };
  }

  private writeText = (text: string): void => {
    Object.assign(this, { text, plan: undefined, empty: false, refused: undefined });
    this.key = newKey();
  };

  private set(more: Partial<ImportChoices>): void {
    Object.assign(this, { choices: { ...this.choices, ...more }, plan: undefined });
    this.key = newKey();
  }

  private read = async (event: Event): Promise<void> => {
    const bytes = await (event.target as HTMLInputElement).files?.[0]?.arrayBuffer();
    if (!bytes) return;
    const text = new TextDecoder().decode(bytes);
    this.writeText(text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text);
  };

  private submit = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    if (!this.decided) return this.next();
    this.empty = !this.text.trim();
    if (this.empty) return;
    if (!this.plan)
      return void this.trying(async () => {
        this.plan = (await previewPlan(this.rytm, this.text, this.choices)).plan;
        void this.focusOn('.outcome');
      });
    void this.trying(async () => {
      await savePlan(this.rytm, this.text, this.choices, this.etag, this.key);
      this.next();
    });
  };

  protected override render(): TemplateResult {
    const way = (
      decided: boolean,
      label: string,
    ): TemplateResult => html`<label class="check"><input type="radio" name="way"
      .checked=${this.decided === decided}
      @change=${() => (this.decided = decided)}> ${label}</label>`;
    return html`<form @submit=${this.submit} novalidate><fieldset class="ways">
      <legend>${say(words.way)}</legend><p>${say(words.datesHow)}</p>
        ${way(false, say(words.byTemplate))}${way(true, say(words.decided))}</fieldset>
      ${this.decided ? this.decidedFields() : nothing}
      ${this.decided && this.plan ? this.outcome(this.plan) : nothing}
      ${this.rows()}
      ${this.ending(!this.decided ? words.next : this.plan ? words.saveDates : words.look, ...(this.refused instanceof Problem ? this.refused.errors.map(({ pointer }) => pointer) : []))}</form>`;
  }

  private decidedFields(): TemplateResult {
    return html`${field(
      { id: 'file', label: say(words.file) },
      () => html`<input id="file" type="file"
      accept=".csv,.txt,.ics,text/csv,text/calendar" @change=${this.read}>`,
    )}
      ${longField({ id: 'text', label: say(words.paste), hint: say(words.pasteHint), rows: 8, value: this.text, error: this.empty ? say(words.empty) : undefined, change: this.writeText })}
      <div
        class="three">${textField({ id: 'year', type: 'number', label: say(words.year), value: String(this.choices.year), change: (year) => this.set({ year: Number(year) }) })}</div>
      <p>${tick(say(words.rules), this.choices.rules, (on) => this.set({ rules: on }))}${tick(say(words.leaveOut), this.choices['known-bodies-only'], (on) => this.set({ 'known-bodies-only': on }))}</p>`;
  }

  /** Rows that are not understood, each with what would be right. */
  private rows(): TemplateResult | typeof nothing {
    const errors = this.refused instanceof Problem && !this.refused.since ? this.refused.errors : [];
    if (errors.length === 0) return nothing;
    return html`<section class="note error" role="alert">
      <p>${icon('error')} <b>${say(words.wrongRows)}</b></p><ul class="plain">${errors.map(
        ({ pointer, detail, instead }) => html`<li>
      <b>${pointer.replace(/^line /, `${say(words.row)} `)}</b>: ${detail} <span
        class="muted">${instead ?? ''}</span></li>`,
      )}</ul></section>`;
  }

  private outcome(plan: PlanRead): TemplateResult {
    const name = (id: string): string => {
      const body = this.bodies.find((one) => one.id === id);
      return body ? say(body.name) : id;
    };
    return html`<section class="outcome" tabindex="-1"><p>${say(words.readAs(say(plan.reading)))}</p>
      <table class="table stacks"><thead><tr><th scope="col">${say(words.body)}</th><th
        scope="col">${say(words.meetings)}</th><th scope="col">${say(words.offered)}</th></tr></thead>
        <tbody>${plan.bodies.map(
          ({ body, meetings, rule }) => html`<tr><th scope="row">${name(body)}</th><td>${meetings}</td>
          <td>${rule ? `${say(rule.words)}${rule.exceptions > 0 ? `, ${say(words.exceptions(rule.exceptions))}` : ''}` : say(words.noRule)}</td></tr>`,
        )}</tbody></table>
      <details><summary>${say(words.row)}: ${plan.rows.length}</summary><table class="table stacks"><thead>
        <tr><th scope="col">${say(words.row)}</th><th scope="col">${say(words.text)}</th><th
        scope="col">${say(words.meetings)}</th></tr></thead>
        <tbody>${plan.rows.map(
          ({ line, text, meetings, note }) => html`<tr><td>${line}</td>
          <td>${text}${note ? html`<br><small class="muted">${say(note)}</small>` : nothing}</td>
          <td>${meetings}</td></tr>`,
        )}</tbody></table></details>
      ${
        plan.departures.length > 0
          ? html`<div class="note warning"><p><b>${say(words.departures)}</b></p>
        <ul>${plan.departures.map((one) => html`<li>${say(one)}</li>`)}</ul></div>`
          : nothing
      }</section>`;
  }
}
