// What every page is. The shell gives it the server's data and its place, and tells it when others change the
// plan.
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Rytm } from '../api/organisation.js';
import type { Problem, Unreachable } from '../api/problem.js';
import type { News, Text } from '../api/types.js';
import { say } from '../words/language.js';
import { shell } from '../words/shell.js';
import { Part } from './part.js';
import { isTold, problemNote } from './problem-note.js';

export abstract class Page extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  /** The route's title: what the navigation calls the page. */
  @property({ attribute: false }) heading: Text = { sv: '' };
  /** What stands for `:name` in the route's path. */
  @property({ attribute: false }) path: Record<string, string> = {};
  @property({ attribute: false }) query = new URLSearchParams();
  @state() protected refused: Problem | Unreachable | undefined;

  /** Somebody saved something, oneself included. Without news: load anew. */
  heard(_news?: News): void {}

  /**
   * Runs what asks the server; what it refuses is kept to be shown by `problem()`. True where nothing was
   * refused.
   */
  protected async trying(work: () => Promise<void>): Promise<boolean> {
    this.refused = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      if (!isTold(error)) throw error;
      this.refused = error;
      return false;
    }
  }

  protected problem = (...shown: string[]): ReturnType<typeof problemNote> =>
    problemNote(this.refused, ...shown);

  protected loading = (): TemplateResult => html`<p class="loading" role="status">${say(shell.loading)}</p>`;
}
