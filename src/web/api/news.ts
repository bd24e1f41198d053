// Hearing at once when the plan changes, by server-sent events.
import { online } from './http.js';
import type { News } from './types.js';

export interface NewsHandlers {
  news: (news: News) => void;
  /** Away too long to be told one by one: load anew. */
  reset: () => void;
}

/** Listens until what is returned is called. The browser comes back by itself when the stream ends. */
export function listen(organisation: string, { news, reset }: NewsHandlers): () => void {
  const source = new EventSource(`/api/v1/organisations/${organisation}/events`);
  source.addEventListener('plan', ({ data }) => news(JSON.parse(data) as News));
  source.addEventListener('reset', reset);
  source.addEventListener('open', () => (online.value = true));
  return () => source.close();
}
