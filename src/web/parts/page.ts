// What every page is. The shell gives it the server's data and its place, and tells it when others change the
// plan.
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Rytm } from '../api/organisation.js';
import type { News, Text } from '../api/types.js';
import { say } from '../words/language.js';
import { shell } from '../words/shell.js';
import { Asking } from './asking.js';

export abstract class Page extends Asking {
  @property({ attribute: false }) rytm!: Rytm;
  /** The route's title: what the navigation calls the page. */
  @property({ attribute: false }) heading: Text = { sv: '' };
  /** What stands for `:name` in the route's path. */
  @property({ attribute: false }) path: Record<string, string> = {};
  @property({ attribute: false }) query = new URLSearchParams();

  /** Somebody saved something, oneself included. Without news: load anew. */
  heard(_news?: News): void {}

  protected loading = (): TemplateResult => html`<p class="loading" role="status">${say(shell.loading)}</p>`;
}

/** A page that shows what the server has, and has it anew whenever somebody saved something. */
export abstract class LoadedPage extends Page {
  protected abstract load(): Promise<unknown>;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override heard(_news?: News): void {
    void this.load();
  }
}
