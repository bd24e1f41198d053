// Calendars to subscribe to: public feeds, and links to private ones.
import type { Answer } from './http.js';
import type { Rytm } from './organisation.js';
import type { Instant, ItemKind, Level } from './types.js';

export interface Feed {
  path: string;
  url: string;
  'last-modified': Instant;
  bytes: number;
}

export type LinkKind = 'person' | 'role' | 'custom';

export interface NewFeedLink {
  name: string;
  kind: LinkKind;
  person?: string;
  bodies?: string[];
  kinds?: ItemKind[];
  level?: Level;
  language?: 'sv' | 'en';
  cancelled?: boolean;
  alarm?: number;
}

export interface FeedLink extends NewFeedLink {
  id: string;
  created: Instant;
  /** Fetched within a week; a new one has a week to begin. */
  works: boolean;
}

export interface MadeFeedLink extends FeedLink {
  /** Shown once. */
  url: string;
}

export const feeds = async (rytm: Rytm): Promise<Feed[]> =>
  (await rytm.ask<{ items: Feed[] }>('/feeds')).value.items;
/** Of a person; of roles where nobody is named. */
export const feedLinks = async (rytm: Rytm, person: string | undefined): Promise<FeedLink[]> =>
  (await rytm.all<FeedLink>('/feed-links', { person })).value;
export const makeFeedLink = (rytm: Rytm, body: NewFeedLink, key: string): Promise<Answer<MadeFeedLink>> =>
  rytm.ask('/feed-links', { method: 'POST', body, key });
export const revokeFeedLink = (rytm: Rytm, id: string, key: string): Promise<Answer<unknown>> =>
  rytm.ask(`/feed-links/${id}`, { method: 'DELETE', key });
