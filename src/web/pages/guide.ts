// A guide for a talk: one page, made to print. The guides are the project's own and come with the workplace. Reached from
// a talk (`?samtal=`) it also has what was agreed the last time.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { agreedAt, type Agreed } from '../api/agreed.js';
import type { Text } from '../api/types.js';
import { Page } from '../parts/page.js';
import { base } from '../parts/place.js';
import { icon } from '../parts/shapes.js';
import { agreedWords } from '../words/agreed.js';
import { say } from '../words/language.js';
import { guideWords as words } from '../words/rules.js';
import { agreedBefore } from './meeting/agreed.js';

interface Guide {
  id: string;
  title: Text;
  purpose: Text;
  leads: Text;
  prepare: Text[];
  steps: { minutes: number; form: string; question: Text }[];
  close: Text;
}

const guides = Object.values(
  import.meta.glob<Guide>('../../../calendar/guides/*.json', { eager: true, import: 'default' }),
);

@customElement('guide-page')
export class GuidePage extends Page {
  @state() private agreed: Agreed | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const talk = this.query.get('samtal');
    if (talk)
      void this.trying(async () => {
        this.agreed = (await agreedAt(this.rytm, talk)).value;
      });
  }

  protected override render(): TemplateResult {
    const guide = guides.find(({ id }) => id === this.path['guide']);
    return html`<div class="wrap document"><div class="row choices"><button type="button" class="button"
      @click=${() => print()}>${say(words.print)}</button>
        <a href="${base}/regler/dialog">${icon('left')} ${say(words.back)}</a></div>
      ${this.problem()}
      ${
        guide
          ? this.sheet(guide)
          : html`<h1 tabindex="-1">${say(this.heading)}</h1>
        <p>${say(words.unknown)}</p>`
      }</div>`;
  }

  private sheet(guide: Guide): TemplateResult {
    return html`<article class="sheet guide"><h1 tabindex="-1">${say(guide.title)}</h1>
      <h2>${say(words.purpose)}</h2><p>${say(guide.purpose)}</p><h2>${say(words.leads)}</h2>
        <p>${say(guide.leads)}</p>
      <h2>${say(words.prepare)}</h2><ul class="told-plainly">${guide.prepare.map(
        (line) => html`
        <li>${say(line)}</li>`,
      )}</ul>
      ${this.agreed?.before ? html`<h2>${say(agreedWords.heading)}</h2>${agreedBefore(this.agreed)}` : nothing}
      <h2>${say(words.steps)}</h2><ol class="guide-steps">${guide.steps.map(({ minutes, form, question }) => {
        const how = words.forms[form];
        return html`<li><span
          class="muted">${say(words.minutes(minutes))}, ${how ? say(how) : form}</span> ${say(question)}</li>`;
      })}</ol>
      <h2>${say(words.close)}</h2><p>${say(guide.close)}</p>
      <h2>${say(agreedWords.heading)}</h2><p>${say(agreedWords.how)} ${say(agreedWords.becomesPublic)}</p></article>`;
  }
}
