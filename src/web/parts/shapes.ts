// Shapes: one for each kind and each state. Colour is the third sign, after the shape and a word.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { BodyKind, Severity } from '../api/types.js';

export type Shape = 'council' | 'board' | 'committee' | 'subcommittee' | 'chain' | 'report' | 'talk';

const shapes: Record<Shape, SVGTemplateResult> = {
  council: svg`<rect x="1.5" y="1.5" width="13" height="13"/>`,
  board: svg`<path d="M8 1 15.5 14.5H.5Z"/>`,
  committee: svg`<circle cx="8" cy="8" r="7"/>`,
  subcommittee: svg`<circle cx="8" cy="8" r="5.7" fill="none" stroke="currentColor" stroke-width="2.4"/>`,
  report: svg`<path d="M8 0 16 8 8 16 0 8Z"/>`,
  talk: svg`<path class="bubble" d="M1 2.5h14v9H8.5L4.5 15v-3.5H1Z"/>`,
  chain: svg`<path d="M6.5 1h3v14h-3z"/>`,
};

const icons = {
  error: svg`<path d="M5 0h6l5 5v6l-5 5H5l-5-5V5Z"/><path class="cut" d="M8 3.5v5.5M8 11v2"
    stroke-width="2.2"/>`,
  warning: svg`<path d="M8 .8 16 15H0Z"/><path class="cut" d="M8 5.5v5M8 12v1.7" stroke-width="2"/>`,
  info: svg`<circle cx="8" cy="8" r="8"/><path class="cut" d="M8 7v5.5M8 3.3v2" stroke-width="2.2"/>`,
  ok: svg`<circle cx="8" cy="8" r="8"/><path class="cut" d="m4.3 8.3 2.6 2.6 5-5.3" stroke-width="2"/>`,
  cross: svg`<path class="stroke" d="m2.5 2.5 11 11m0-11-11 11" stroke-width="2.4"/>`,
  plus: svg`<path class="stroke" d="M8 2v12M2 8h12" stroke-width="2.4"/>`,
  arrow: svg`<path class="stroke" d="M1 8h12M8.5 3 13.5 8l-5 5" stroke-width="2.2"/>`,
  left: svg`<path class="stroke" d="m10.5 2.5-5.5 5.5 5.5 5.5" stroke-width="2.2"/>`,
  right: svg`<path class="stroke" d="M5.5 2.5 11 8l-5.5 5.5" stroke-width="2.2"/>`,
  lock: svg`<path d="M3 7h10v8H3z"/><path class="stroke" d="M5 7V4.5a3 3 0 0 1 6 0V7" stroke-width="2"/>`,
  down: svg`<path class="stroke" d="m3 6 5 5 5-5" stroke-width="2.2"/>`,
  mail: svg`<path class="stroke" d="M1 3h14v10.5H1zM1 3.5l7 5.5 7-5.5" stroke-width="1.7"/>`,
  pin: svg`<path class="stroke" d="M8 15.5C4 11 3 8.7 3 6.3a5 5 0 0 1 10 0c0 2.4-1 4.7-5 9.2Z"
    stroke-width="1.7"/><circle cx="8" cy="6.2" r="1.7"/>`,
  clock: svg`<circle class="stroke" cx="8" cy="8" r="6.8" stroke-width="1.7"/><path class="stroke"
    d="M8 4v4.3l3 1.7" stroke-width="1.7"/>`,
  people: svg`<circle cx="5.5" cy="5" r="2.8"/><path d="M0 14.5c0-4 2.5-5.5 5.5-5.5s5.5 1.5 5.5 5.5Z"/><circle
    cx="11.5" cy="5.5" r="2.2"/><path d="M12.3 14.5H16c0-3.5-1.5-5-4-5.2"/>`,
  eye: svg`<path class="stroke" d="M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8Z"
    stroke-width="1.7"/><circle cx="8" cy="8" r="2.2"/>`,
} as const;

export type Icon = keyof typeof icons;

const drawn = (
  kind: string,
  label: string | undefined,
  inside: SVGTemplateResult,
): TemplateResult => html`<svg
  class=${kind} viewBox="0 0 16 16" fill="currentColor" role=${label ? 'img' : nothing} aria-label=${label ?? nothing}
  aria-hidden=${label ? nothing : 'true'}>${inside}</svg>`;

/** Without a label it is decoration: a word beside it says the same. */
export const shape = (kind: Shape, label?: string): TemplateResult =>
  drawn(`shape ${kind}`, label, shapes[kind]);
export const icon = (name: Icon, label?: string): TemplateResult => drawn(`icon ${name}`, label, icons[name]);
export const severityIcon = (severity: Severity, label?: string): TemplateResult => icon(severity, label);

export const shapeOf: Record<BodyKind, Shape> = {
  council: 'council',
  'executive-board': 'board',
  committee: 'committee',
  subcommittee: 'subcommittee',
  presidium: 'chain',
  'preparatory-group': 'chain',
  'company-board': 'board',
  'party-group': 'chain',
};

/** Twelve months and a hand in the colour of dialogue. */
export const logo = (): TemplateResult =>
  html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">${Array.from({ length: 12 }, (_, month) =>
    month === 8
      ? svg`<rect class="hand" x="14.7" y="1" width="2.6" height="10" rx="1" transform="rotate(240 16 16)"/>`
      : svg`<rect x="14.7" y="1" width="2.6" height="6" rx="1" transform="rotate(${month * 30} 16 16)"/>`,
  )}</svg>`;
