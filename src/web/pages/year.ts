// The year.
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Page } from '../parts/page.js';

@customElement('year-page')
export class YearPage extends Page {
  protected override render(): TemplateResult {
    return html`<div class="wrap"><h1 tabindex="-1">År</h1></div>`;
  }
}
