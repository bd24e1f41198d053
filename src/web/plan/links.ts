// Addresses of calendars, and a link as it is put together on the page.
import type { Feed, LinkKind, NewFeedLink } from '../api/links.js';
import type { Body, ItemKind, Level } from '../api/types.js';

/** The body of `/feeds/ekeby/ks.ics`; undefined for the one of all bodies. */
export const bodyOfFeed = ({ path }: Feed, bodies: Body[]): Body | undefined =>
  bodies.find(({ id }) => path.endsWith(`/${id}.ics`));

/** Asks the device's own calendar to subscribe. Only where the address has TLS: no program takes others. */
export const webcalOf = (url: string): string | undefined =>
  url.startsWith('https://') ? url.replace('https://', 'webcal://') : undefined;

export const outlookOf = (url: string, name: string): string =>
  `https://outlook.office.com/calendar/addfromweb?url=${encodeURIComponent(url)}&name=${encodeURIComponent(name)}`;

export const googleOf = (url: string): string =>
  `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(url.replace('https://', 'webcal://'))}`;

export interface LinkDraft {
  kind: LinkKind;
  name: string;
  person: string;
  bodies: ReadonlySet<string>;
  level: Level;
  kinds: ReadonlySet<ItemKind>;
  language: 'sv' | 'en';
  cancelled: boolean;
  alarm: string;
}

export function linkOf({
  kind,
  name,
  person,
  bodies,
  level,
  kinds,
  language,
  cancelled,
  alarm,
}: LinkDraft): NewFeedLink {
  const own =
    kind === 'person'
      ? { person }
      : { bodies: [...bodies], level, ...(kind === 'custom' && kinds.size > 0 ? { kinds: [...kinds] } : {}) };
  return { name: name.trim(), kind, language, cancelled, ...own, ...(alarm ? { alarm: Number(alarm) } : {}) };
}
