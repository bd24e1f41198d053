// Hearing at once when the plan changes, by server-sent events.
import { online } from './http.js';
import type { News } from './types.js';

export interface NewsHandlers {
  news: (news: News) => void;
  /** Away too long to be told one by one: load anew. */
  reset: () => void;
}

const againMs = 10_000;

/**
 * Listens until what is returned is called. The browser comes back by itself when the stream ends; where it was
 * refused (a login that has expired) it is asked again, and what was missed meanwhile is loaded anew.
 */
export function listen(organisation: string, { news, reset }: NewsHandlers): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (missed: boolean): void => {
    source = new EventSource(`/api/v1/organisations/${organisation}/events`);
    source.addEventListener('plan', ({ data }) => news(JSON.parse(data) as News));
    source.addEventListener('reset', reset);
    source.addEventListener('open', () => {
      online.value = true;
      if (missed) reset();
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(() => begin(true), againMs);
    });
  };
  begin(false);
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
