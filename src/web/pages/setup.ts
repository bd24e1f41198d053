// Kom i gång: from nothing to a first published year, in four steps that are saved one by one.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { login } from '../api/login.js';
import { Page } from '../parts/page.js';
import { goWith } from '../parts/place.js';
import { icon } from '../parts/shapes.js';
import { say } from '../words/language.js';
import { setupWords as words } from '../words/setup.js';
import './setup/bodies.js';
import './setup/dates.js';
import './setup/facts.js';
import './setup/publishing.js';

@customElement('setup-page')
export class SetupPage extends Page {
  private get step(): number {
    return Math.min(words.steps.length, Math.max(1, Number(this.query.get('steg')) || 1));
  }

  private goTo = (step: number): void => {
    goWith({ steg: String(step) });
    scrollTo(0, 0);
    void this.focusOn('h1');
  };

  protected override render(): TemplateResult {
    const may = login.value?.grants.some(({ role }) => role === 'administrator' || role === 'planner');
    const { step } = this;
    return html`<div class="wrap narrow"><h1 tabindex="-1">${say(this.heading)}<span
      class="heard">: ${say(words.steps[step - 1] ?? { sv: '' })}</span></h1><p
      class="muted">${say(words.lede)}</p>
      <nav aria-label=${say(words.stepsLabel)}><ol class="steps">${words.steps.map(
        (name, at) => html`<li class=${at + 1 === step ? 'here' : ''}>
        <a href="?steg=${at + 1}"
          aria-current=${at + 1 === step ? 'step' : nothing}><b>${at + 1 < step ? icon('ok') : nothing} ${at + 1}. ${say(name)}</b></a></li>`,
      )}</ol></nav>
      ${may ? this.inside(step) : html`<p class="note info">${say(words.nobody)}</p>`}</div>`;
  }

  private inside(step: number): TemplateResult {
    const next = (): void => this.goTo(step + 1);
    const back = (): void => this.goTo(step - 1);
    switch (step) {
      case 1:
        return html`<setup-facts .rytm=${this.rytm} .next=${next}></setup-facts>`;
      case 2:
        return html`<setup-bodies .rytm=${this.rytm} .next=${next} .back=${back}></setup-bodies>`;
      case 3:
        return html`<setup-dates .rytm=${this.rytm} .next=${next} .back=${back}></setup-dates>`;
      default:
        return html`<setup-publishing .rytm=${this.rytm} .back=${back}></setup-publishing>`;
    }
  }
}
