// Stands in the navigation's place for pages that are not there yet.
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Page } from '../parts/page.js';
import { say } from '../words/language.js';
import { shell } from '../words/shell.js';

@customElement('unbuilt-page')
export class UnbuiltPage extends Page {
  protected override render(): TemplateResult {
    return html`<div class="wrap"><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="lede">${say(shell.unbuilt)}</p></div>`;
  }
}
