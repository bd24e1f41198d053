// One way to ask the server: JSON in and out, the login's token with every write, ETags, and a login that has
// expired.
import { Problem, Unreachable } from './problem.js';
import { Store } from './store.js';

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Of bodies that are not JSON: a table, a calendar file. */
  contentType?: string;
  /** The ETag of what was seen. */
  ifMatch?: string;
  /** The same write asked for twice is done once. */
  key?: string;
  /** The answer as it is written, JSON or not. */
  asText?: boolean;
}

export interface Answer<T> {
  value: T;
  etag: string;
}

/** False while the last that was asked for got no answer. */
export const online = new Store(true);

/** When the server last answered, in ms as Date.now(). */
export const answered = new Store(0);

let token = '';
export const useToken = (next: string): void => {
  token = next;
};

// Resolves once somebody has logged in again, and false where nobody wants to.
let loginAgain: (() => Promise<boolean>) | undefined;
export const onExpired = (ask: () => Promise<boolean>): void => {
  loginAgain = ask;
};

let wanted = 'sv';
export const useLanguage = (language: string): void => {
  wanted = language;
};

/** A key for one intent: kept for as long as the same thing is tried again. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

export async function ask<T>(path: string, asked: Asked = {}): Promise<Answer<T>> {
  let response = await send(path, asked);
  if (response.status === 401 && !path.startsWith('/login') && loginAgain && (await loginAgain()))
    response = await send(path, asked);
  if (!response.ok) throw await problemOf(response);
  const value =
    response.status === 204
      ? undefined
      : !asked.asText && response.headers.get('content-type')?.includes('json')
        ? await response.json()
        : await response.text();
  return { value: value as T, etag: response.headers.get('etag') ?? '' };
}

async function send(
  path: string,
  { method = 'GET', query = {}, body, contentType, ifMatch, key }: Asked,
): Promise<Response> {
  const url = new URL(`/api/v1${path}`, location.origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  const headers = new Headers({ 'Accept-Language': wanted });
  if (method !== 'GET') headers.set('X-CSRF-Token', token);
  if (ifMatch) headers.set('If-Match', ifMatch);
  if (key) headers.set('Idempotency-Key', key);
  if (body !== undefined) headers.set('Content-Type', contentType ?? 'application/json');
  const text =
    body === undefined ? null : contentType && typeof body === 'string' ? body : JSON.stringify(body);
  try {
    const response = await fetch(url, { method, headers, body: text });
    // A proxy that stands there alone tells the same as no answer.
    if (response.status === 502 || response.status === 504) throw new TypeError(String(response.status));
    if (!online.value) online.value = true;
    answered.value = Date.now();
    return response;
  } catch (error) {
    online.value = false;
    throw new Unreachable(String(error));
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return new Problem(await response.json());
  } catch {
    return new Problem({ type: 'urn:rytm:unreadable', title: response.statusText, status: response.status });
  }
}
