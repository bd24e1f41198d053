// A meeting, or a talk, beside the plan: what it is, and changing it. What a change would do is seen before
// it is saved.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isDay } from '../../api/day.js';
import { newKey } from '../../api/http.js';
import type { Rytm } from '../../api/organisation.js';
import { Problem, type Unreachable } from '../../api/problem.js';
import type { Body, Day, Item, MeetingPeople, News, Place, Report, Sets, WhatIf } from '../../api/types.js';
import { Part } from '../../parts/part.js';
import { isTold, problemNote } from '../../parts/problem-note.js';
import { icon, shape, shapeOf } from '../../parts/shapes.js';
import { tell } from '../../parts/status-line.js';
import { takeBack } from '../../parts/undoing.js';
import { chainOf } from '../../plan/chain.js';
import {
  carryOver,
  draftOf,
  fieldsChanged,
  isEmpty,
  proposalOf,
  setsOf,
  stepOf,
  unreadable,
  type Doing,
  type Draft,
} from '../../plan/change.js';
import { consequencesOf, type Consequences } from '../../plan/consequences.js';
import type { Free } from '../../plan/year.js';
import { capital, dayLong, dayShort } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { changeWords, doingWords, meetingWords as words } from '../../words/meeting.js';
import './agreed.js';
import './attendance.js';
import { conflictBox, type Conflict } from './conflict.js';
import { chainTable, facts, historyList, reportList, tags, talkList, whyList, type Seen } from './facts.js';
import { dayInWords, whatIfBox } from './what-if.js';

const patienceMs = 60;

/** Kept for as long as the window is open: looking elsewhere loses nothing. */
const drafts = new Map<string, { draft: Draft; seen: Draft }>();

addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault();
});

@customElement('meeting-panel')
export class MeetingPanel extends Part {
  @property({ attribute: false }) rytm!: Rytm;
  @property({ attribute: false }) looked = '';
  @property({ attribute: false }) bodies: Body[] = [];
  @property({ attribute: false }) places: Place[] = [];
  @property({ attribute: false }) reports: Report[] = [];
  @property({ attribute: false }) free: Free[] = [];
  /** A day that keys or a drag came to. */
  @property({ attribute: false }) movedTo: Day | undefined;
  @property({ attribute: false }) close!: () => void;
  /** Tells which day is thought of, for the matrix to show. */
  @property({ attribute: false }) thinkOf!: (day: Day | undefined) => void;
  @property({ attribute: false }) saved!: () => void;
  @state() private seen: Seen | undefined;
  @state() private gone = false;
  @state() private draft: Draft | undefined;
  @state() private whatIf: Consequences | undefined;
  @state() private reckoning = false;
  @state() private saving = false;
  @state() private elsewhere: News[] | undefined;
  @state() private conflict: Conflict | undefined;
  @state() private refused: Problem | Unreachable | undefined;
  private seenDraft: Draft | undefined;
  private etag = '';
  private key = newKey();
  private asked = 0;
  private timer: number | undefined;

  // ---- Looking

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('looked')) void this.begin();
    else if (changed.has('movedTo') && this.movedTo) this.takeUp(this.movedTo);
  }

  private async begin(): Promise<void> {
    Object.assign(this, {
      seen: undefined,
      gone: false,
      draft: undefined,
      whatIf: undefined,
      conflict: undefined,
      elsewhere: undefined,
      refused: undefined,
    });
    const from = document.activeElement;
    await this.load();
    const kept = drafts.get(this.looked);
    if (kept && this.seen) this.resume(kept.draft, kept.seen);
    if (this.movedTo) return this.takeUp(this.movedTo);
    // Whoever opened it comes here; whoever has gone on since, or came by the address, is left alone.
    const now = document.activeElement;
    if (from !== document.body && (now === from || now === document.body)) void this.focusOn('h2');
  }

  private async load(): Promise<void> {
    const slot = this.looked;
    try {
      const [{ value, etag }, authors, people] = await Promise.all([
        this.rytm.slot(slot),
        this.rytm.authors(),
        this.rytm.meetingPeople(slot).catch(unpublished),
      ]);
      if (slot !== this.looked) return;
      this.etag = etag;
      this.gone = !value.item;
      this.seen = value.item ? { slot: value, item: value.item, people, authors } : undefined;
    } catch (error) {
      if (error instanceof Problem && error.status === 404) this.gone = true;
      else this.refuse(error);
    }
  }

  /**
   * Others have saved: what one is writing stays; if it is this meeting they changed, both versions are
   * shown.
   */
  async heard(since: News[] = []): Promise<void> {
    const before = this.seen;
    await this.load();
    const now = this.seen;
    if (!before || !now || !this.draft || !this.seenDraft || this.saving) return;
    if (fieldsChanged(before.item, now.item).length > 0) {
      this.conflict = { seen: this.conflict?.seen ?? before.item, now: now.item, changes: since };
      void this.focusOn('.conflict h3');
    } else this.reckon();
  }

  private refuse(error: unknown): void {
    if (!isTold(error)) throw error;
    this.refused = error;
  }

  // ---- Changing

  private resume(draft: Draft, seen: Draft): void {
    this.seenDraft = seen;
    this.write(draft);
  }

  private start(doing: Doing, step = ''): void {
    if (!this.seen) return;
    const draft = draftOf(this.seen.slot, this.seen.item, doing, step);
    this.resume(draft, draft);
    void this.focusOn('.what-if input, .what-if select');
  }

  private takeUp(day: Day): void {
    if (!this.seen || !this.body?.may.adjust) return;
    const fresh = draftOf(this.seen.slot, this.seen.item);
    const begun = this.draft?.doing === 'change' && this.seenDraft !== undefined;
    this.resume(
      { ...(begun && this.draft ? this.draft : fresh), day },
      begun && this.seenDraft ? this.seenDraft : fresh,
    );
    void this.focusOn('.what-if .primary');
  }

  private write = (draft: Draft): void => {
    if (!this.seenDraft) return;
    const before = JSON.stringify(this.sets);
    this.draft = draft;
    this.key = newKey();
    drafts.set(this.looked, { draft, seen: this.seenDraft });
    this.thinkOf(isDay(draft.day) && draft.doing !== 'step' ? draft.day : undefined);
    // Reasons change nothing that follows.
    if (JSON.stringify(this.sets) !== before || !this.whatIf) this.reckon();
  };

  private stop = (): void => {
    drafts.delete(this.looked);
    clearTimeout(this.timer);
    this.asked++;
    Object.assign(this, {
      draft: undefined,
      seenDraft: undefined,
      whatIf: undefined,
      conflict: undefined,
      elsewhere: undefined,
      refused: undefined,
      reckoning: false,
    });
    this.thinkOf(undefined);
    void this.focusOn('h2');
  };

  private get sets(): Sets {
    return this.seen && this.draft && this.seenDraft
      ? setsOf(this.draft, this.seenDraft, this.seen.item)
      : {};
  }

  private get ready(): boolean {
    return (
      this.draft !== undefined &&
      this.seen !== undefined &&
      unreadable(this.draft, this.seen.item).length === 0 &&
      !isEmpty(this.sets)
    );
  }

  /** What would follow: at once, and while that is on its way only a moment after the last key. */
  private reckon(): void {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    if (!this.ready) {
      this.whatIf = undefined;
      return;
    }
    this.timer = window.setTimeout(() => void this.preview(mine), this.reckoning ? patienceMs : 0);
  }

  private async preview(mine: number): Promise<void> {
    if (!this.draft) return;
    this.reckoning = true;
    try {
      const { value } = await this.rytm.preview(proposalOf(this.looked, this.sets, this.draft));
      if (mine === this.asked) this.show(value['what-if']);
    } catch (error) {
      if (mine === this.asked) this.refuse(error);
    } finally {
      if (mine === this.asked) this.reckoning = false;
    }
  }

  private show(whatIf: WhatIf): void {
    this.refused = undefined;
    this.whatIf = consequencesOf(whatIf, [this.looked], this.seen?.slot.chain);
  }

  private save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.saving || !this.draft || !this.ready) return;
    this.saving = true;
    this.refused = undefined;
    const done = say(this.words.saved);
    try {
      await this.rytm.save(proposalOf(this.looked, this.sets, this.draft), this.etag, this.key);
      this.stop();
      tell(done, { label: say(changeWords.undo), run: () => takeBack(this.rytm, this.saved) });
      await this.load();
      this.saved();
    } catch (error) {
      if (error instanceof Problem && error.since) await this.tooLate(error.since.changes);
      else this.refuse(error);
    } finally {
      this.saving = false;
    }
  };

  /** Saved by somebody else meanwhile: this meeting, or something that only matters for what follows. */
  private async tooLate(changes: News[]): Promise<void> {
    this.saving = false;
    await this.heard(changes);
    if (!this.conflict) this.elsewhere = changes;
  }

  private keepMine = (): void => {
    if (!this.seen || !this.draft || !this.seenDraft) return;
    const now = draftOf(this.seen.slot, this.seen.item, this.draft.doing, this.draft.step);
    const draft = carryOver(this.draft, this.seenDraft, now);
    this.conflict = undefined;
    this.seenDraft = now;
    this.write(draft);
    void this.focusOn('.what-if .primary');
  };

  /** Moving is said, whatever else is changed with it. */
  private get words(): (typeof doingWords)['move'] {
    const doing = this.draft?.doing ?? 'change';
    return doingWords[doing === 'change' && 'day' in this.sets ? 'move' : doing];
  }

  // ---- Drawing

  private get body(): Body | undefined {
    return this.bodies.find(({ id }) => id === this.seen?.slot.body);
  }

  private escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !this.draft && !event.defaultPrevented) this.close();
  };

  protected override render(): TemplateResult {
    return html`<aside class="panel" aria-label=${say(words.panel)} @keydown=${this.escape}>
      <button type="button" class="bare close" aria-label=${say(words.close)} title=${say(words.close)}
        @click=${this.close}>${icon('cross')}</button>
      ${this.inside()}</aside>`;
  }

  private inside(): TemplateResult {
    if (this.gone) return html`<h2 tabindex="-1">${say(words.panel)}</h2><p>${say(words.gone)}</p>`;
    const { seen, body } = this;
    if (!seen || !body) return html`${problemNote(this.refused)}<p class="muted">…</p>`;
    const { item, slot } = seen;
    const changed = this.whatIf ? [...this.whatIf.itself, ...this.whatIf.follow] : [];
    const choices = { mine: this.keepMine, theirs: this.stop };
    return html`
      <p class="over">${item.kind === 'dialogue' ? shape('talk') : shape(shapeOf[body.kind])} ${say(body.name)}${
        item.kind === 'dialogue' ? `, ${say(item.title)}` : nothing
      }</p>
      <h2 tabindex="-1">${capital(dayLong(item.day))}</h2>
      ${tags(seen)}
      ${facts(seen, this.bodies, this.places)}
      ${this.conflict && this.draft ? conflictBox(this.conflict, this.draft, this.sets, this.places, choices) : nothing}
      ${this.draft ? (this.conflict ? nothing : this.whatIfBox(this.draft, item)) : body.may.adjust ? this.verbs(seen) : nothing}
      ${this.draft ? nothing : problemNote(this.refused)}
      ${chainTable(chainOf(item, slot.chain ?? [], changed), this.whatIf !== undefined, this.movesStep)}
      ${reportList(seen, this.reports)}
      ${talkList(seen)}
      ${
        item.kind === 'dialogue'
          ? html`<agreed-lines .rytm=${this.rytm} .looked=${this.looked} .may=${body.may.adjust}
            .guide=${item.guide}></agreed-lines>`
          : nothing
      }
      ${
        seen.people
          ? html`<meeting-attendance .rytm=${this.rytm} .looked=${this.looked} .body=${body.id}
            .may=${body.may.adjust} .people=${seen.people}
        .changed=${(people: MeetingPeople) => (this.seen = { ...seen, people })}></meeting-attendance>`
          : nothing
      }
      ${whyList(seen)}
      ${historyList(seen, this.places)}`;
  }

  private get movesStep(): ((step: string) => void) | undefined {
    return this.body?.may.adjust && !this.draft && this.seen?.item.status !== 'cancelled'
      ? (step) => this.start('step', step)
      : undefined;
  }

  private verbs({ item }: Seen): TemplateResult {
    const cancelled = item.status === 'cancelled';
    const talk = item.kind === 'dialogue';
    return html`<div class="row verbs">
      ${
        cancelled
          ? html`<button type="button" class="button"
            @click=${() => this.start('revive')}>${say(words.revive)}</button>`
          : html`<button type="button" class="button primary"
            @click=${() => this.start('change')}>${say(words.change)}</button>
          <button type="button" class="button"
            @click=${() => this.start('cancel')}>${say(talk ? words.cancelTalk : words.cancel)}</button>`
      }
    </div>`;
  }

  private headingInWords({ doing, step, day }: Draft): string {
    const moved = this.seen && stepOf(this.seen.slot, step);
    if (moved) return say(words.moveStep(say(moved.title)));
    return doing === 'change' && 'day' in this.sets && isDay(day)
      ? say(changeWords.move(dayShort(day)))
      : say(this.words.heading);
  }

  private whatIfBox(draft: Draft, item: Item): TemplateResult {
    return whatIfBox({
      form: {
        id: this.own,
        draft,
        places: this.places,
        timed: item.at !== undefined,
        dayHint: dayInWords(draft.day, this.free),
        refused: this.refused,
        change: this.write,
      },
      heading: this.headingInWords(draft),
      words: this.words,
      item,
      bodies: this.bodies,
      whatIf: this.whatIf,
      elsewhere: this.elsewhere,
      reckoning: this.reckoning,
      saving: this.saving,
      ready: this.ready,
      save: this.save,
      stop: this.stop,
    });
  }
}

/** Of what is not published nobody has been told: there is nobody to ask. */
function unpublished(error: unknown): undefined {
  if (error instanceof Problem && error.status === 404) return undefined;
  throw error;
}
