// People from a spreadsheet: what becomes of each row is shown first, and all rows are saved or none.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { todayIn } from '../../api/day.js';
import { newKey } from '../../api/http.js';
import {
  previewTable,
  saveTable,
  type ImportRow,
  type PeopleImport,
  type RowOutcome,
  type TableChoices,
} from '../../api/people.js';
import type { Body } from '../../api/types.js';
import { choiceField, longField } from '../../parts/choice.js';
import { field, textField } from '../../parts/field.js';
import { Page } from '../../parts/page.js';
import { base, go } from '../../parts/place.js';
import { icon, type Icon } from '../../parts/shapes.js';
import { tell } from '../../parts/status-line.js';
import { say } from '../../words/language.js';
import { changeWords } from '../../words/meeting.js';
import { outcomeNames, peopleWords, postNames, tableWords as words } from '../../words/people.js';

const signs: Record<RowOutcome, Icon> = {
  'new-person': 'plus',
  'new-assignment': 'plus',
  changed: 'arrow',
  ended: 'cross',
  unchanged: 'ok',
  refused: 'error',
};

@customElement('people-table-page')
export class PeopleTablePage extends Page {
  @state() private bodies: Body[] = [];
  @state() private text = '';
  @state() private choices: { body: string; from: string; replace: string } = {
    body: '',
    from: '',
    replace: '',
  };
  @state() private seen: PeopleImport | undefined;
  @state() private busy = false;
  @state() private empty = false;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    this.choices = { ...this.choices, from: todayIn(this.rytm.organisation.zone) };
    void this.trying(async () => void (this.bodies = await this.rytm.bodies()));
  }

  private set(more: Partial<PeopleTablePage['choices']>): void {
    this.choices = { ...this.choices, ...more };
    this.seen = undefined;
  }

  private write(text: string): void {
    Object.assign(this, { text, seen: undefined, empty: false });
    this.key = newKey();
  }

  private read = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    // Excel on Windows saves tables in its own letters unless told otherwise.
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder().decode(bytes);
    this.write(text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text);
  };

  private get asked(): TableChoices {
    const { body, from, replace } = this.choices;
    return { body: body || undefined, from: from || undefined, 'replace-body': replace || undefined };
  }

  private look = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.empty = !this.text.trim();
    if (this.empty || this.busy) return;
    this.busy = true;
    await this.trying(async () => void (this.seen = await previewTable(this.rytm, this.text, this.asked)));
    this.busy = false;
    if (this.seen) void this.focusOn('.outcome');
  };

  private save = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    await this.trying(async () => {
      const result = await saveTable(this.rytm, this.text, this.asked, this.key);
      if (!result.saved) return void (this.seen = result);
      tell(say(words.saved));
      go(`${base}/manniskor`);
    });
    this.busy = false;
  };

  protected override render(): TemplateResult {
    const bodies = this.bodies.map(({ id, name }): [string, string] => [id, say(name)]);
    return html`<div class="wrap"><p><a
      href="${base}/manniskor">${icon('left')} ${say(peopleWords.back)}</a></p>
      <h1 tabindex="-1">${say(words.heading)}</h1><p class="muted">${say(words.lede)}</p>
      <form @submit=${this.look} novalidate>
        ${field(
          { id: 'file', label: say(words.file) },
          () => html`<input id="file" type="file"
          accept=".csv,.txt,text/csv" @change=${this.read}>`,
        )}
        ${longField({ id: 'text', label: say(words.paste), hint: say(words.pasteHint), rows: 8, value: this.text, error: this.empty ? say(words.empty) : undefined, change: (text) => this.write(text) })}
        <div class="two">
          ${choiceField({ id: 'body', label: say(words.body), value: this.choices.body, options: [['', say(words.asWritten)], ...bodies], change: (body) => this.set({ body }) })}
          ${textField({ id: 'from', type: 'date', label: say(words.from), value: this.choices.from, change: (from) => this.set({ from }) })}
          ${choiceField({
            id: 'replace',
            label: say(words.replace),
            hint: say(words.replaceHint),
            value: this.choices.replace,
            options: [['', say(words.noReplace)], ...bodies],
            change: (replace) => this.set({ replace }),
          })}</div>
        ${this.problem()}
        <div class="row"><button class="button ${this.seen ? '' : 'primary'}"
          aria-busy=${this.busy}>${say(this.busy && !this.seen ? words.looking : words.look)}</button>
          <a class="button quiet" href="${base}/manniskor">${say(changeWords.abort)}</a></div></form>
      ${this.seen ? this.outcome(this.seen) : nothing}</div>`;
  }

  private outcome({ rows, 'left-out': leftOut }: PeopleImport): TemplateResult {
    const counts = (Object.keys(outcomeNames) as RowOutcome[])
      .map((outcome): [RowOutcome, number] => [outcome, rows.filter((row) => row.outcome === outcome).length])
      .filter(([, count]) => count > 0);
    const wrong = rows.filter(({ outcome }) => outcome === 'refused').length;
    return html`<section class="outcome after-all" tabindex="-1"><h2>${say(words.outcome)}</h2>
      <p>${say(words.summary(counts.map(([outcome, count]) => `${say(outcomeNames[outcome]).toLocaleLowerCase()} ${count}`).join(', ')))}</p>
      ${
        leftOut.length > 0
          ? html`<p
        class="note info">${say(words.leftOut(leftOut.join(', ')))}</p>`
          : nothing
      }
      ${wrong > 0 ? html`<p class="note error">${icon('error')} ${say(words.wrong(wrong))}</p>` : nothing}
      <div class="scroll" role="region" tabindex="0" aria-label=${say(words.outcome)}><table
        class="table stacks"><thead><tr><th scope="col">${say(words.row)}</th>
        <th scope="col">${say(words.outcome)}</th><th scope="col">${say(peopleWords.name)}</th><th
          scope="col">${say(words.detail)}</th></tr></thead>
        <tbody>${rows.map((row) => this.row(row))}</tbody></table></div>
      ${
        wrong === 0
          ? html`<p class="after"><button type="button" class="button primary" aria-busy=${this.busy}
            @click=${this.save}>${say(this.busy ? peopleWords.saving : words.save)}</button></p>`
          : nothing
      }</section>`;
  }

  private row({ line, outcome, name, assignment, changes, problems, note }: ImportRow): TemplateResult {
    const body = this.bodies.find(({ id }) => id === assignment?.body);
    return html`<tr><td>${line ?? '–'}</td><td
      class="unbroken">${icon(signs[outcome])} ${say(outcomeNames[outcome])}</td><th
      scope="row"><bdi>${name}</bdi></th>
      <td>${assignment ? html`${body ? say(body.name) : assignment.body}, ${say(postNames[assignment.post])}, ${say(peopleWords.fromDay(assignment.from))}` : nothing}
        ${changes?.map(
          (one) => html`
          <div>${say(one.field)}: <del>${one.from || '–'}</del> <ins>${one.to || '–'}</ins></div>`,
        )}
        ${problems?.map(
          (one) => html`<div><b>${say(one.what)}</b> <span
          class="muted">${say(one.instead)}</span></div>`,
        )}
        ${note ? html`<div>${say(note)}</div>` : nothing}</td></tr>`;
  }
}
