// Making a link: for a role, for a choice of one's own, or for a person.
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkKind } from '../../api/links.js';
import type { Person } from '../../api/people.js';
import type { Problem, Unreachable } from '../../api/problem.js';
import type { Body, ItemKind, Level } from '../../api/types.js';
import { choiceField, tick } from '../../parts/choice.js';
import { textField } from '../../parts/field.js';
import { problemNote, wrongAt } from '../../parts/problem-note.js';
import { icon } from '../../parts/shapes.js';
import type { LinkDraft } from '../../plan/links.js';
import { capital } from '../../words/dates.js';
import { say } from '../../words/language.js';
import { itemKinds, linkKinds, linkWords as words } from '../../words/links.js';
import { changeWords, levelNames } from '../../words/meeting.js';
import { peopleWords } from '../../words/people.js';

const alarms = [15, 60, 180, 1440, 2880];

export interface LinkForm {
  id: string;
  draft: LinkDraft;
  bodies: Body[];
  people: Person[];
  refused: Problem | Unreachable | undefined;
  busy: boolean;
  /** The person is given: nothing else can be chosen. */
  fixed: boolean;
  change: (draft: LinkDraft) => void;
  make: (event: Event) => void;
  stop: () => void;
}

const toggled = <T>(set: ReadonlySet<T>, one: T, on: boolean): Set<T> =>
  on ? new Set([...set, one]) : new Set([...set].filter((other) => other !== one));

function scope({ id, draft, bodies, refused, change }: LinkForm): TemplateResult {
  const wrong = wrongAt(refused, 'bodies');
  return html`<fieldset class="ticks"><legend>${say(words.bodies)}</legend>${bodies.map((body) =>
    tick(say(body.name), draft.bodies.has(body.id), (on) =>
      change({ ...draft, bodies: toggled(draft.bodies, body.id, on) }),
    ),
  )}</fieldset>
    ${wrong ? html`<p class="wrong">${icon('error')} ${wrong}</p>` : nothing}
    ${
      draft.kind === 'custom'
        ? html`<fieldset class="ticks"><legend>${say(words.kinds)}</legend>${(
            Object.keys(itemKinds) as ItemKind[]
          ).map((kind) =>
            tick(say(itemKinds[kind]), draft.kinds.has(kind), (on) =>
              change({ ...draft, kinds: toggled(draft.kinds, kind, on) }),
            ),
          )}</fieldset>`
        : nothing
    }
    ${choiceField({
      id: `${id}-level`,
      label: say(words.level),
      value: draft.level,
      change: (level) => change({ ...draft, level: level as Level }),
      options: (Object.keys(levelNames) as Level[]).map((level): [string, string] => [
        level,
        capital(say(levelNames[level])),
      ]),
    })}`;
}

export function linkForm(form: LinkForm): TemplateResult {
  const { id, draft, people, refused, busy, fixed, change, make, stop } = form;
  const wrong = (field: string): string | undefined => wrongAt(refused, field);
  return html`<form class="link-form sheet" @submit=${make} novalidate><h3>${say(words.make)}</h3>
    <div class="two">
    ${textField({ id: `${id}-name`, label: say(words.name), hint: say(words.nameHint), value: draft.name, max: 100, error: wrong('name'), change: (name) => change({ ...draft, name }) })}
    ${
      fixed
        ? nothing
        : choiceField({
            id: `${id}-kind`,
            label: say(words.kind),
            value: draft.kind,
            change: (kind) => change({ ...draft, kind: kind as LinkKind }),
            options: (
              ['role', 'custom', ...(people.length > 0 ? ['person' as const] : [])] as LinkKind[]
            ).map((kind): [string, string] => [kind, say(linkKinds[kind])]),
          })
    }
    ${
      draft.kind === 'person' && !fixed
        ? choiceField({
            id: `${id}-person`,
            label: say(words.person),
            value: draft.person,
            error: wrong('person'),
            change: (person) => change({ ...draft, person }),
            options: [
              ['', say(words.choosePerson)],
              ...people.map((one): [string, string] => [one.id, one.name]),
            ],
          })
        : nothing
    }
    ${choiceField({
      id: `${id}-language`,
      label: say(words.language),
      value: draft.language,
      change: (language) => change({ ...draft, language: language as 'sv' | 'en' }),
      options: [
        ['sv', say(peopleWords.swedish)],
        ['en', say(peopleWords.english)],
      ],
    })}
    ${choiceField({
      id: `${id}-alarm`,
      label: say(words.alarm),
      value: draft.alarm,
      change: (alarm) => change({ ...draft, alarm }),
      options: [
        ['', say(words.noAlarm)],
        ...alarms.map((minutes): [string, string] => [String(minutes), say(words.minutes(minutes))]),
      ],
    })}</div>
    ${draft.kind === 'person' ? nothing : scope(form)}
    <p>${tick(say(words.cancelled), draft.cancelled, (cancelled) => change({ ...draft, cancelled }))}</p>
    ${problemNote(refused, 'name', 'person', 'bodies')}
    <div class="row"><button class="button primary"
      aria-busy=${busy}>${say(busy ? words.making : words.make)}</button>
      <button type="button" class="button quiet"
        @click=${stop}>${say(changeWords.abort)}</button></div></form>`;
}
