// What every element here is: drawn in the page itself, so that one stylesheet holds and labels find their
// fields; drawn anew when a store it watches changes, the language always among them.
import { LitElement } from 'lit';
import type { Store } from '../api/store.js';
import { language } from '../words/language.js';

let count = 0;

export abstract class Part extends LitElement {
  /** For ids that belong to this element: `${this.own}-day`. */
  protected readonly own = `p${++count}`;
  protected readonly watched: Store<never>[] | Store<unknown>[] = [];
  private unwatch: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = [language, ...this.watched].map((store) => store.watch(() => this.requestUpdate()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.unwatch) end();
  }

  /** The first that fits inside, once what is to be drawn is drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
