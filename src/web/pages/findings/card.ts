// One finding: whose and when, what is wrong, the law in a line of its own, the suggestion, and under it what one is doing about it.
import { html, nothing, type TemplateResult } from 'lit';
import { isDay, yearOf } from '../../api/day.js';
import type { Problem, Unreachable } from '../../api/problem.js';
import type { Body, Finding } from '../../api/types.js';
import { longField } from '../../parts/choice.js';
import { consequenceLines } from '../../parts/consequences.js';
import { textField } from '../../parts/field.js';
import { base } from '../../parts/place.js';
import { problemNote, wrongAt } from '../../parts/problem-note.js';
import { severityIcon, shape, shapeOf } from '../../parts/shapes.js';
import { isStale, sinceNote } from '../../parts/since-note.js';
import type { Consequences } from '../../plan/consequences.js';
import { bodiesOf, slotOf } from '../../plan/findings.js';
import { capital, dayLong, weekdayLong, week } from '../../words/dates.js';
import { checkNames, findingWords as words, severityNames } from '../../words/findings.js';
import { say } from '../../words/language.js';
import { lawInWords } from '../../words/law.js';
import { changeWords, consequenceWords } from '../../words/meeting.js';

/** What somebody is doing about one finding: moving its meeting, or keeping it as it is. */
export interface Doing {
  finding: Finding;
  way: 'move' | 'keep';
  day: string;
  /** As the suggestion says: no field is shown until another day is wanted. */
  offered: boolean;
  reason: string;
  reasonMissing?: boolean;
  seen?: Consequences;
  saving?: boolean;
  refused?: Problem | Unreachable | undefined;
}

export interface Acting {
  show: (finding: Finding) => void;
  day: (day: string) => void;
  otherDay: () => void;
  keep: (finding: Finding) => void;
  reason: (reason: string) => void;
  stop: () => void;
  save: () => void;
  reopen: (finding: Finding) => void;
}

const namedMax = 3;

const whose = (finding: Finding, bodies: Body[]): TemplateResult => {
  const named = bodiesOf(finding, bodies);
  const when = dayLong(finding.day, new Date().getFullYear());
  if (named.length === 0 || named.length > namedMax) return html`${say(words.whole)}, ${when}`;
  return html`${named.map((body, at) => html`${at > 0 ? ', ' : ''}${shape(shapeOf[body.kind])} ${say(body.name)}`)}, ${when}`;
};

export function findingCard(
  finding: Finding,
  bodies: Body[],
  doing: Doing | undefined,
  acting: Acting,
): TemplateResult {
  const name = checkNames[finding.check];
  return html`<article class="finding" data-finding=${finding.key ?? finding.check}>
    ${severityIcon(finding.severity, say(severityNames[finding.severity]))}
    <div>
      <p class="over">${whose(finding, bodies)}</p>
      <h3 tabindex="-1">${say(name ?? finding.message)}</h3>
      ${name ? html`<p class="reason">${say(finding.message)}</p>` : nothing}
      ${finding.citation ? html`<p class="cite">${lawInWords(finding.citation)}</p>` : nothing}
      ${verbs(finding, doing, acting)}
      ${doing ? box(doing, bodies, acting) : nothing}
    </div></article>`;
}

function verbs(finding: Finding, doing: Doing | undefined, acting: Acting): TemplateResult {
  const slot = slotOf(finding);
  const moving = doing?.way === 'move';
  const label = finding.fix ? words.show : words.otherDay;
  return html`<div class="fix">
    ${
      finding.suggestion
        ? html`<p><b>${say(words.suggestion)}</b> ${say(finding.suggestion)}</p>`
        : html`
      <p></p>`
    }
    <div class="row">
      ${
        slot
          ? html`<button type="button" class="button small ${moving ? 'primary' : ''}" aria-expanded=${moving}
          @click=${() => (moving ? acting.stop() : acting.show(finding))}>${say(moving ? words.hide : label)}</button>
        <a class="button quiet small"
          href="${base}/ar/${yearOf(finding.day)}?mote=${slot}">${say(words.open)}</a>`
          : nothing
      }
      ${
        finding.key
          ? html`<button type="button" class="button quiet small" aria-expanded=${doing?.way === 'keep'}
        @click=${() => (doing?.way === 'keep' ? acting.stop() : acting.keep(finding))}>${say(words.keep)}</button>`
          : nothing
      }
    </div></div>`;
}

function box(doing: Doing, bodies: Body[], acting: Acting): TemplateResult {
  const save = (event: Event): void => {
    event.preventDefault();
    acting.save();
  };
  return html`<form class="finding-box" @submit=${save} novalidate>
    ${doing.way === 'keep' ? keeping(doing, acting) : moving(doing, bodies, acting)}
    ${isStale(doing.refused) ? sinceNote(doing.refused) : problemNote(doing.refused, 'day', 'reason')}
    <div class="row">
      <button class="button primary" aria-busy=${doing.saving ?? false}
        aria-disabled=${doing.way === 'move' && !doing.seen}>${
          doing.saving ? say(changeWords.saving) : say(doing.way === 'keep' ? words.saveReason : words.save)
        }</button>
      ${
        doing.way === 'move' && doing.offered
          ? html`<button type="button" class="button"
        @click=${acting.otherDay}>${say(words.otherDay)}</button>`
          : nothing
      }
      <button type="button" class="button quiet" @click=${acting.stop}>${say(changeWords.abort)}</button>
    </div></form>`;
}

function keeping({ finding, reason, reasonMissing, refused }: Doing, acting: Acting): TemplateResult {
  const error = reasonMissing && !reason.trim() ? say(words.reasonMissing) : wrongAt(refused, 'reason');
  return longField({
    id: `reason-${finding.check}`,
    label: say(words.reason),
    hint: say(words.reasonHint),
    error,
    value: reason,
    rows: 2,
    change: acting.reason,
  });
}

/** What the suggestion does, in a line. */
function offer({ fix, day: about }: Finding): string {
  const day = fix?.set.day;
  if (day) return `${capital(dayLong(day, yearOf(about)))}, ${week(day)}`;
  return say(fix?.set.cancelled ? words.cancel : words.asRuled);
}

function moving(
  { finding, day, offered, seen, refused }: Doing,
  bodies: Body[],
  acting: Acting,
): TemplateResult {
  const error = wrongAt(refused, 'set/day') ?? wrongAt(refused, 'day');
  return html`${
    offered
      ? html`<h4>${offer(finding)}</h4>`
      : textField({
          id: `day-${finding.check}`,
          label: say(words.newDay),
          type: 'date',
          value: day,
          error,
          change: acting.day,
          hint: isDay(day) ? `${weekdayLong(day)}, ${week(day)}` : '',
        })
  }
  <div aria-live="polite">${
    seen
      ? html`<h4>${say(consequenceWords.heading)}</h4>${consequenceLines(seen, bodies)}`
      : html`<p
        class="muted">${say((offered || isDay(day)) && !refused ? consequenceWords.reckoning : words.chooseDay)}</p>`
  }</div>`;
}

export function acceptedFinding(finding: Finding, bodies: Body[], acting: Acting): TemplateResult {
  const name = checkNames[finding.check];
  return html`<li><p class="over">${whose(finding, bodies)}</p>
    <p><b>${say(name ?? finding.message)}</b> ${name ? say(finding.message) : nothing}</p>
    <p><b>${say(words.because)}</b> ${finding.accepted}</p>
    <button type="button" class="button small"
      @click=${() => acting.reopen(finding)}>${say(words.reopen)}</button></li>`;
}
