// Att se över: what somebody should look at, the gravest first, with what to do about it and what that would lead to.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { isDay } from '../api/day.js';
import { accept, allFindings, reopen } from '../api/findings.js';
import { newKey } from '../api/http.js';
import type { Body, Finding, ProposedChange, Severity } from '../api/types.js';
import { LoadedPage } from '../parts/page.js';
import { base } from '../parts/place.js';
import { icon, severityIcon, shape, shapeOf } from '../parts/shapes.js';
import { isStale } from '../parts/since-note.js';
import { tell } from '../parts/status-line.js';
import { takeBack } from '../parts/undoing.js';
import {
  changeFor,
  countByBody,
  countBySeverity,
  groupsOf,
  severities,
  type FindingFilter,
  type FindingGroup,
} from '../plan/findings.js';
import { consequencesOf } from '../plan/consequences.js';
import { findingWords as words, severityHints, severityNames } from '../words/findings.js';
import { say } from '../words/language.js';
import { changeWords } from '../words/meeting.js';
import { acceptedFinding, findingCard, type Acting, type Doing } from './findings/card.js';

const patienceMs = 80;

@customElement('findings-page')
export class FindingsPage extends LoadedPage {
  @state() private findings: Finding[] | undefined;
  @state() private bodies: Body[] = [];
  @state() private doing: Doing | undefined;
  private etag = '';
  private key = newKey();
  private asked = 0;
  private timer: number | undefined;

  protected load(): Promise<boolean> {
    return this.trying(async () => {
      const [{ value, etag }, bodies] = await Promise.all([allFindings(this.rytm), this.rytm.bodies()]);
      Object.assign(this, { findings: value, etag, bodies });
    });
  }

  private get filter(): FindingFilter {
    const severity = this.query.get('allvar') as Severity | null;
    return {
      severity: severity && severities.includes(severity) ? severity : undefined,
      body: this.query.get('organ') ?? undefined,
    };
  }

  // ---- What one does

  private acting: Acting = {
    show: (finding) => {
      const day = finding.fix?.set.day ?? '';
      this.begin({ finding, way: 'move', day, offered: finding.fix !== undefined, reason: '' });
      if (!finding.fix) void this.focusOn('.finding-box input');
    },
    day: (day) => this.change({ day, offered: false }),
    otherDay: () => {
      this.change({ offered: false });
      void this.focusOn('.finding-box input');
    },
    keep: (finding) => {
      this.begin({ finding, way: 'keep', day: '', offered: false, reason: '' });
      void this.focusOn('.finding-box textarea');
    },
    reason: (reason) => this.change({ reason }),
    stop: () => this.stop(),
    save: () => void this.save(),
    reopen: (finding) => void this.reopen(finding),
  };

  private begin(doing: Doing): void {
    this.key = newKey();
    this.doing = doing;
    this.reckon();
  }

  private change(more: Partial<Doing>): void {
    if (!this.doing) return;
    this.key = newKey();
    this.doing = { ...this.doing, ...more, refused: undefined };
    this.reckon();
  }

  private stop(): void {
    const key = this.doing?.finding.key;
    this.doing = undefined;
    this.asked++;
    void this.focusOn(key ? `[data-finding="${CSS.escape(key)}"] h3` : 'h1');
  }

  private reckon(): void {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    const doing = this.doing;
    const change = doing && this.changeOf(doing);
    if (!change) return;
    this.timer = window.setTimeout(() => void this.preview(mine, change), doing.offered ? 0 : patienceMs);
  }

  private changeOf({ way, finding, day, offered }: Doing): ProposedChange | undefined {
    if (way !== 'move') return undefined;
    if (offered) return changeFor(finding);
    return isDay(day) ? changeFor(finding, day) : undefined;
  }

  private async preview(mine: number, change: ProposedChange): Promise<void> {
    await this.guarded(async () => {
      const { value } = await this.rytm.preview({ changes: [change] });
      if (mine === this.asked && this.doing)
        this.doing = { ...this.doing, seen: consequencesOf(value['what-if'], change.slots ?? []) };
    });
  }

  /** What is refused is said in the box that asked. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    const before = this.refused;
    if (await this.trying(work)) return;
    const refused = this.refused;
    this.refused = before;
    if (this.doing) this.doing = { ...this.doing, refused, saving: false };
    if (isStale(refused)) await this.load();
  }

  private async save(): Promise<void> {
    const doing = this.doing;
    if (!doing || doing.saving) return;
    const { finding, way, reason } = doing;
    const change = this.changeOf(doing);
    if (way === 'keep' && !reason.trim()) {
      this.doing = { ...doing, reasonMissing: true };
      return void this.focusOn('.finding-box textarea');
    }
    this.doing = { ...doing, saving: true };
    await this.guarded(async () => {
      if (way === 'keep') await accept(this.rytm, finding.key ?? '', reason.trim(), this.etag, this.key);
      else if (change) await this.rytm.save({ changes: [change] }, this.etag, this.key);
      this.doing = undefined;
      if (way === 'keep') tell(say(words.kept));
      else
        tell(say(words.saved), {
          label: say(changeWords.undo),
          run: () => takeBack(this.rytm, () => void this.load()),
        });
      await this.load();
      await this.focusOn('h1');
    });
  }

  private async reopen(finding: Finding): Promise<void> {
    const done = await this.trying(() =>
      reopen(this.rytm, finding.key ?? '', this.etag, newKey()).then(() => {}),
    );
    if (!done) return void (isStale(this.refused) && this.load());
    tell(say(words.reopened));
    await this.load();
  }

  // ---- Drawing

  protected override render(): TemplateResult {
    const { findings } = this;
    if (!findings)
      return html`<div
        class="wrap">${this.head(0, true)}${this.refused ? this.problem() : this.loading()}</div>`;
    const open = findings.filter(({ accepted }) => accepted === undefined);
    const accepted = findings.filter((one) => one.accepted !== undefined);
    const groups = groupsOf(open, this.filter);
    return html`<div class="wrap findings">${this.head(open.length)}
      ${this.problem()}
      <div class="findings-columns">
        ${open.length > 0 ? this.filters(open) : nothing}
        <div class="findings-list">
          ${
            open.length === 0
              ? html`<p class="lede">${icon('ok')} ${say(words.none)} <a
            href="${base}/publicera">${say(words.next)}</a></p>`
              : nothing
          }
          ${
            open.length > 0 && groups.length === 0
              ? html`<p>${say(words.noneHere)} <a
            href="${base}/se-over">${say(words.showAll)}</a></p>`
              : nothing
          }
          ${groups.map((group) => this.group(group))}
          ${
            accepted.length > 0
              ? html`<details class="accepted"><summary>${say(words.accepted(accepted.length))}</summary>
            <ul>${accepted.map((finding) => acceptedFinding(finding, this.bodies, this.acting))}</ul></details>`
              : nothing
          }
        </div>
      </div></div>`;
  }

  private head(count: number, unknown = false): TemplateResult {
    return html`<div class="head"><div><h1
      tabindex="-1">${unknown ? say(this.heading) : say(words.heading(count))}</h1>
      <p class="muted">${say(words.lede)}</p></div>
      <button type="button" class="button small" @click=${() => print()}>${say(words.print)}</button></div>`;
  }

  private group({ severity, findings }: FindingGroup): TemplateResult {
    return html`<section aria-labelledby="group-${severity}">
      <h2
        id="group-${severity}">${say(severityNames[severity])} <small>${say(severityHints[severity])}</small></h2>
      ${findings.map((finding) => findingCard(finding, this.bodies, this.doing?.finding.key === finding.key ? this.doing : undefined, this.acting))}
    </section>`;
  }

  private filters(open: Finding[]): TemplateResult {
    const { severity: chosen, body } = this.filter;
    const bySeverity = countBySeverity(open, undefined);
    return html`<nav class="side" aria-label=${say(words.severity)}>
      <h2>${say(words.severity)}</h2>
      <ul>${this.filterLink(undefined, body, !chosen, html`${say(words.all)}`, open.length)}
        ${severities.map((severity) =>
          this.filterLink(
            severity,
            body,
            severity === chosen,
            html`${severityIcon(severity)} ${say(severityNames[severity])}`,
            bySeverity.get(severity) ?? 0,
          ),
        )}</ul>
      <h2>${say(words.body)}</h2>
      <ul>${this.filterLink(chosen, undefined, !body, html`${say(words.all)}`, undefined)}
        ${countByBody(open, this.bodies).map(([one, count]) =>
          this.filterLink(
            chosen,
            one.id,
            one.id === body,
            html`${shape(shapeOf[one.kind])} ${say(one.name)}`,
            count,
          ),
        )}</ul></nav>`;
  }

  private filterLink(
    severity: Severity | undefined,
    body: string | undefined,
    here: boolean,
    label: TemplateResult,
    count: number | undefined,
  ): TemplateResult {
    const query = new URLSearchParams({
      ...(severity ? { allvar: severity } : {}),
      ...(body ? { organ: body } : {}),
    });
    return html`<li><a href="${base}/se-over${query.size > 0 ? `?${query}` : ''}"
      aria-current=${here ? 'true' : nothing}>
      <span>${label}</span>${
        count === undefined
          ? nothing
          : html`<span
        class="number">${count}</span>`
      }</a></li>`;
  }
}
