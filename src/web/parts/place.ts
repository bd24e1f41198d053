// Where one is: the address, its part after /app, and going elsewhere without loading anew.
import { Store } from '../api/store.js';

export const base = '/app';

export const place = new Store(new URL(location.href));

export interface Going {
  /** The back button does not come here. */
  replace?: boolean;
}

export function go(to: string, { replace = false }: Going = {}): void {
  const url = new URL(to, location.href);
  if (url.href === place.value.href) return;
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  place.value = url;
}

/** The same page with another query; `undefined` takes one away. */
export function goWith(query: Record<string, string | undefined>, going?: Going): void {
  const url = new URL(place.value);
  for (const [name, value] of Object.entries(query))
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  go(url.href, going);
}

addEventListener('popstate', () => (place.value = new URL(location.href)));

/** Links inside the workplace load nothing anew; those with a modifier key do what the browser does. */
export function followLinks(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const link = event
    .composedPath()
    .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
  if (
    !link ||
    link.target ||
    link.origin !== location.origin ||
    !link.pathname.startsWith(`${base}/`) ||
    link.hasAttribute('download')
  )
    return;
  event.preventDefault();
  go(link.href);
}
