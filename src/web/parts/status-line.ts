// One line at the foot of the window that says what was done; screen readers hear it once, nobody loses
// focus.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Store } from '../api/store.js';
import { say } from '../words/language.js';
import { shell } from '../words/shell.js';
import { Part } from './part.js';
import { icon } from './shapes.js';

interface Line {
  text: string;
  /** Something to do about it: take it back. */
  action?: { label: string; run: () => void };
  /** Heard, not seen: where the eye already has it. */
  quiet?: boolean;
}

const seenMs = 8000;

const line = new Store<Line | undefined>(undefined);

/** Seen for a while, and for as long as there is something to do about it. */
export function tell(text: string, action?: Line['action']): void {
  const told: Line = action ? { text, action } : { text };
  line.value = told;
  if (!action) setTimeout(() => line.value === told && tellQuietly(text), seenMs);
}

export const tellQuietly = (text: string): void => {
  line.value = { text, quiet: true };
};

@customElement('status-line')
export class StatusLine extends Part {
  protected override readonly watched = [line];

  protected override render(): TemplateResult {
    const now = line.value;
    return html`<div class=${now && !now.quiet ? 'told' : 'told quiet'}>
      <p role="status">${now ? now.text : ''}</p>
      ${
        now && !now.quiet
          ? html`
        ${
          now.action
            ? html`<button type="button" class="button small"
          @click=${now.action.run}>${now.action.label}</button>`
            : nothing
        }
        <button type="button" class="bare"
          @click=${() => (line.value = undefined)}>${icon('cross', say(shell.hide))}</button>`
          : nothing
      }
    </div>`;
  }
}
