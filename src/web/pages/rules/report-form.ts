// A report as a form: what it is about, when its material is ready, and its way, hop by hop.
import { html, nothing, type TemplateResult } from 'lit';
import type { Law, RuleHop, RuleLimit, RuleReport } from '../../api/rules.js';
import type { Body, Level } from '../../api/types.js';
import { choiceField, tick } from '../../parts/choice.js';
import { bodyKinds } from '../../plan/body-rules.js';
import {
  freshLimit,
  limitForm,
  moved,
  whoOf,
  withWho,
  type LimitForm,
  type Who,
} from '../../plan/report-rules.js';
import { oneOrMany, textOf, whoseIs, withOptional, withWhose } from '../../plan/rule-file.js';
import { say } from '../../words/language.js';
import { lawInWords } from '../../words/law.js';
import { allOfKind, formWords, reportWords as words } from '../../words/rule-forms.js';
import { dayOfYearField, levelTicks, nameFields, numberField, orderButtons, whoseTicks } from './fields.js';

export interface ReportForm {
  id: string;
  report: RuleReport;
  bodies: Body[];
  laws: Law[];
  wrong: (field: string) => string | undefined;
  change: (report: RuleReport) => void;
  /** After a hop has changed places or gone: where the focus goes. */
  focus: (at: number, by: -1 | 0 | 1) => void;
}

// ---- What it is about

function periodFields({ id, report, wrong, change }: ReportForm): TemplateResult {
  const { period = 'year' } = report;
  const isSpan = typeof period === 'object';
  return html`${choiceField({
    id: `${id}-period`,
    label: say(words.about),
    value: isSpan ? 'until' : period,
    options: Object.entries(words.periods).map(([one, name]): [string, string] => [one, say(name)]),
    error: wrong('period'),
    change: (to) => change({ ...report, period: to === 'until' ? { until: '--08-31' } : to }),
  })}
  ${isSpan ? dayOfYearField({ id: `${id}-until`, label: say(words.untilDay), value: period.until, change: (until) => change({ ...report, period: { until } }) }) : nothing}
  ${tick(say(words.beforePeriod), report['before-period'] ?? false, (on) => change({ ...report, 'before-period': on }))}`;
}

function readyFields({ id, report, wrong, change }: ReportForm): TemplateResult {
  const ready = report.ready ?? { days: 0 };
  const form = limitForm(ready);
  const set = (next: RuleLimit): void => change({ ...report, ready: next });
  const forms = Object.entries(words.readyForms).filter(
    ([one]) => one !== 'months' || report.period === 'term',
  );
  return html`<div class="together">${choiceField({
    id: `${id}-ready`,
    label: say(words.ready),
    value: form,
    options: forms.map(([one, name]): [string, string] => [one, say(name)]),
    error: wrong('ready'),
    change: (to) => set(freshLimit(to as LimitForm, '') ?? { days: 0 }),
  })}
  ${
    form === 'day'
      ? dayOfYearField({
          id: `${id}-ready-day`,
          label: say(words.readyDay),
          value: ready.day ?? '',
          change: (day) => set({ day }),
        })
      : numberField({
          id: `${id}-ready-number`,
          label: say(words.readyNumber),
          value: (form === 'months' ? ready.months : ready.days) ?? '',
          change: (number) => set(form === 'months' ? { months: number } : { days: number }),
        })
  }</div>`;
}

// ---- Its way

interface HopForm extends ReportForm {
  hop: RuleHop;
  at: number;
}

const wrongInHop =
  ({ wrong, at }: HopForm) =>
  (field: string): string | undefined =>
    wrong(`route/${at}/${field}`);

function whoFields(of: HopForm, set: (hop: RuleHop) => void): TemplateResult {
  const { hop, at, bodies } = of;
  const id = `${of.id}-hop-${at}`;
  const wrong = wrongInHop(of);
  const who = whoOf(hop);
  const kinds = bodyKinds.filter((kind) => bodies.some((body) => body.kind === kind));
  const options: [string, string][] = [
    ...(who === '' ? [['', say(formWords.choose)] as [string, string]] : []),
    ...kinds.map((kind): [string, string] => [`kind:${kind}`, say(allOfKind[kind])]),
    ...bodies.map((body): [string, string] => [`body:${body.id}`, say(body.name)]),
    ['several', say(words.several)],
    ['party', say(words.aParty)],
  ];
  const known = who === '' || options.some(([one]) => one === who);
  return html`${choiceField({
    id: `${id}-who`,
    label: say(words.who),
    value: who,
    options: known ? options : [[who, who.split(':')[1] ?? ''], ...options],
    error: wrong('body') ?? wrong('bodies'),
    change: (to) => to && set(withWho(hop, to as Who)),
  })}
  ${who === 'several' ? whoseTicks({ label: say(formWords.whose), value: whoseIs(hop), change: (whose) => set(withWhose(hop, whose)) }, bodies) : nothing}
  ${
    who === 'party'
      ? html`${nameFields({ id: `${id}-party`, label: say(words.party), value: hop.party, error: wrong('party'), change: (party) => set({ ...hop, party }) })}
        ${numberField({ id: `${id}-takes`, label: say(words.takes), value: hop.takes?.days ?? hop.takes?.['working-days'] ?? '', error: wrong('takes'), change: (days) => set({ ...hop, takes: hop.takes?.['working-days'] === undefined ? { days } : { 'working-days': days } }) })}`
      : nothing
  }`;
}

function byFields(of: HopForm, set: (hop: RuleHop) => void): TemplateResult {
  const { hop, at, laws, report } = of;
  const id = `${of.id}-hop-${at}-by`;
  const form = limitForm(hop.by);
  const setBy = (by: RuleLimit | undefined): void => set(withOptional(hop, 'by', by));
  const forms = Object.entries(words.byForms).filter(([one]) => one !== 'months' || report.period === 'term');
  return html`<div class="together">${choiceField({
    id,
    label: say(words.by),
    value: form,
    options: forms.map(([one, name]): [string, string] => [one, say(name)]),
    error: wrongInHop(of)('by'),
    change: (to) => setBy(freshLimit(to as LimitForm, laws[0]?.id ?? '')),
  })}
  ${form === 'law' ? choiceField({ id: `${id}-law`, label: say(words.law), value: hop.by?.law ?? '', options: laws.map((law): [string, string] => [law.id, `${lawInWords(law.id)}: ${say(law.name)}`]), change: (law) => setBy({ law }) }) : nothing}
  ${form === 'day' ? dayOfYearField({ id: `${id}-day`, label: say(words.by), value: hop.by?.day ?? '', change: (day) => setBy({ day }) }) : nothing}
  ${form === 'days' || form === 'months' ? numberField({ id: `${id}-number`, label: say(words.byNumber), value: hop.by?.[form] ?? '', change: (number) => setBy({ [form]: number }) }) : nothing}</div>`;
}

function hopForm(of: HopForm): TemplateResult {
  const { report, hop, at, change, focus } = of;
  const route = report.route ?? [];
  const id = `${of.id}-hop-${at}`;
  const wrong = wrongInHop(of);
  const setRoute = (next: RuleHop[]): void => change({ ...report, route: next });
  const set = (next: RuleHop): void => setRoute(route.map((one, n) => (n === at ? next : one)));
  const heading = say(words.hop(at + 1));
  return html`<fieldset class="one" data-hop=${at}><legend>${heading}</legend>
    ${orderButtons({
      name: heading,
      at,
      count: route.length,
      move: (by) => {
        setRoute(moved(route, at, by));
        focus(at, by);
      },
      remove: () => {
        setRoute(route.filter((_, n) => n !== at));
        focus(at, 0);
      },
    })}
    <div class="fields">${whoFields(of, set)}
    ${nameFields({ id: `${id}-does`, label: say(words.does), value: hop.does, error: wrong('does'), change: (does) => set(withOptional(hop, 'does', does)) })}
    ${byFields(of, set)}
    ${hop.party === undefined ? numberField({ id: `${id}-hand-over`, label: say(words.handOver), hint: say(words.handOverHint), value: hop['hand-over']?.days ?? hop['hand-over']?.['working-days'] ?? '', error: wrong('hand-over'), change: (days) => set(withOptional(hop, 'hand-over', days === '' ? '' : { days })) }) : nothing}
    ${numberField({ id: `${id}-feedback`, label: say(words.feedback), hint: say(words.feedbackHint), value: hop.feedback?.days ?? '', error: wrong('feedback'), change: (days) => set(withOptional(hop, 'feedback', days === '' ? '' : { days })) })}</div></fieldset>`;
}

export function reportForm(of: ReportForm): TemplateResult {
  const { id, report, wrong, change, focus } = of;
  const route = report.route ?? [];
  const add = (): void => {
    change({ ...report, route: [...route, {}] });
    focus(route.length, 0);
  };
  return html`<div class="fields">
    ${nameFields({ id: `${id}-name`, label: say(formWords.name), value: report.name, error: wrong('name'), change: (name) => change({ ...report, name }) })}
    ${nameFields({ id: `${id}-unit`, label: say(words.unit), value: report.unit, error: wrong('unit'), change: (unit) => change(withOptional(report, 'unit', textOf(unit).sv ? unit : undefined)) })}
    ${periodFields(of)}${readyFields(of)}
    ${choiceField({
      id: `${id}-prefer`,
      label: say(words.prefer),
      value: report.prefer ?? 'latest',
      options: [
        ['earliest', say(words.earliest)],
        ['latest', say(words.latest)],
      ],
      error: wrong('prefer'),
      change: (prefer) => change({ ...report, prefer: prefer as 'latest' | 'earliest' }),
    })}
    ${levelTicks({ label: say(formWords.seenBy), value: oneOrMany<Level>(report.for ?? 'official'), change: (levels) => levels.length > 0 && change({ ...report, for: levels }) })}</div>
    <h4>${say(words.route)}</h4><p class="hint">${say(words.routeHow)}</p>
    ${route.map((hop, at) => hopForm({ ...of, hop, at }))}
    <p class="after"><button type="button" class="button small" data-add-hop @click=${add}>${say(words.addHop)}</button></p>`;
}
