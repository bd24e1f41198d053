// Step one: what the municipality is called, whom to ask, which days to plan.
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PatchStep } from '../../api/rules.js';
import type { Facts } from '../../api/settings.js';
import type { Span } from '../../api/types.js';
import { textField } from '../../parts/field.js';
import { factsDraft, factsPatch, type FactsDraft } from '../../plan/settings.js';
import { say } from '../../words/language.js';
import { setupWords as words } from '../../words/setup.js';
import { SetupStep } from './step.js';

@customElement('setup-facts')
export class SetupFacts extends SetupStep {
  @state() private draft: FactsDraft | undefined;
  @state() private span: Span = { from: '', until: '' };
  private seen: { facts: FactsDraft; span: Span } | undefined;

  protected async begin(): Promise<void> {
    const file = await this.readRules();
    this.seen = { facts: factsDraft(file.organisation as unknown as Facts), span: file.window };
    Object.assign(this, { draft: this.seen.facts, span: this.seen.span });
  }

  private save = (event: Event): void => {
    event.preventDefault();
    const { draft, seen, span } = this;
    if (!draft || !seen || this.busy) return;
    const days = (['from', 'until'] as const)
      .filter((end) => span[end] !== seen.span[end])
      .map((end): PatchStep => ({ op: 'replace', path: `/window/${end}`, value: span[end] }));
    void this.write([...factsPatch(draft, seen.facts), ...days]);
  };

  protected override render(): TemplateResult {
    const { draft, span } = this;
    if (!draft) return html`${this.refused ? this.ending() : ''}`;
    return html`<form @submit=${this.save} novalidate><div class="two">
      ${textField({ id: 'name', label: say(words.name), value: draft.name, error: this.wrong('organisation/name'), change: (name) => (this.draft = { ...draft, name }) })}
      ${textField({ id: 'contact', label: say(words.contact), hint: say(words.contactHint), value: draft.contact, error: this.wrong('organisation/contact'), change: (contact) => (this.draft = { ...draft, contact }) })}
      ${textField({ id: 'from', type: 'date', label: say(words.from), value: span.from, error: this.wrong('window/from'), change: (from) => (this.span = { ...span, from }) })}
      ${textField({ id: 'until', type: 'date', label: say(words.until), hint: say(words.untilHint), value: span.until, error: this.wrong('window/until'), change: (until) => (this.span = { ...span, until }) })}</div>
      ${this.ending(words.next, 'organisation/name', 'organisation/contact', 'window/from', 'window/until')}</form>`;
  }
}
