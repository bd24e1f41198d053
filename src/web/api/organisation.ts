// What the workplace asks about the one organisation there is, operation by operation.
import { ask, type Answer, type Asked } from './http.js';
import type {
  Batch,
  Body,
  Calendars,
  Day,
  Edition,
  Finding,
  Item,
  ItemKind,
  List,
  MeetingPeople,
  NamedPerson,
  Organisation,
  Place,
  Proposal,
  Report,
  SavedBatch,
  SlotWithLog,
  WhatIf,
} from './types.js';

const pageItemsMax = 1000;
const elected: ReadonlySet<string> = new Set(['chair', 'vice-chair', 'member', 'substitute']);

export class Rytm {
  constructor(readonly organisation: Organisation) {}

  /** The first organisation that one may see: in this version there is one. */
  static async open(): Promise<Rytm | undefined> {
    const { value } = await ask<List<Organisation>>('/organisations');
    return value.items[0] && new Rytm(value.items[0]);
  }

  ask<T>(path: string, asked: Asked = {}): Promise<Answer<T>> {
    return ask<T>(`/organisations/${this.organisation.id}${path}`, asked);
  }

  /** A whole list, part by part. The ETag is the first part's. */
  async all<T>(path: string, query: Asked['query'] = {}): Promise<Answer<T[]>> {
    const items: T[] = [];
    let etag = '';
    let after: string | undefined;
    do {
      const part = await this.ask<List<T>>(path, { query: { ...query, limit: pageItemsMax, after } });
      items.push(...part.value.items);
      etag ||= part.etag;
      after = part.value.next === undefined ? undefined : String(part.value.next);
    } while (after);
    return { value: items, etag };
  }

  /** The address of a file. */
  file(path: string, query: Record<string, string | undefined>): string {
    const url = new URL(`/api/v1/organisations/${this.organisation.id}${path}`, location.origin);
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
    return url.href;
  }

  bodies = async (): Promise<Body[]> => (await this.all<Body>('/bodies')).value;
  places = async (): Promise<Place[]> => (await this.all<Place>('/places')).value;
  reports = async (): Promise<Report[]> => (await this.all<Report>('/reports')).value;
  /** What a year without the report would be. */
  withoutReport = async (report: string): Promise<WhatIf> =>
    (await this.ask<{ 'what-if': WhatIf }>(`/reports/${report}/without`)).value['what-if'];
  calendars = async (): Promise<Calendars> => (await this.ask<Calendars>('/calendars')).value;
  editions = async (): Promise<Edition[]> => (await this.all<Edition>('/editions')).value;

  plan = async (from: Day, until: Day, kind: ItemKind, body?: string): Promise<Item[]> =>
    (await this.all<Item>('/plan', { from, until, kind, body })).value;

  /** Those that nobody has accepted. */
  findings = async (): Promise<Finding[]> =>
    (await this.all<Finding>('/findings', { accepted: false })).value;

  slot = (id: string): Promise<Answer<SlotWithLog>> => this.ask(`/slots/${encodeURIComponent(id)}`);

  preview = (proposal: Proposal): Promise<Answer<{ 'what-if': WhatIf }>> =>
    this.ask('/batches/preview', { method: 'POST', body: proposal });

  save = (proposal: Proposal, ifMatch: string, key: string): Promise<Answer<SavedBatch>> =>
    this.ask('/batches', { method: 'POST', body: proposal, ifMatch, key });

  /** Who may have made a change: names by id. */
  authors = async (): Promise<Map<string, string>> =>
    new Map(
      (await this.all<{ id: string; name: string }>('/authors')).value.map(({ id, name }) => [id, name]),
    );

  batch = (number: number): Promise<Answer<Batch>> => this.ask(`/batches/${number}`);
  latestBatches = async (limit: number): Promise<Answer<Batch[]>> => {
    const { value, etag } = await this.ask<List<Batch>>('/batches', { query: { limit } });
    return { value: value.items, etag };
  };

  undo = (number: number, ifMatch: string, key: string): Promise<Answer<SavedBatch>> =>
    this.ask(`/batches/${number}/undo`, { method: 'POST', ifMatch, key });

  meetingPeople = async (slot: string): Promise<MeetingPeople> =>
    (await this.ask<MeetingPeople>(`/meetings/${encodeURIComponent(slot)}/people`)).value;

  setAttendance = async (
    slot: string,
    what: 'absent' | 'called',
    person: string,
    yes: boolean,
    key: string,
  ): Promise<MeetingPeople> =>
    (
      await this.ask<MeetingPeople>(
        `/meetings/${encodeURIComponent(slot)}/${what}/${encodeURIComponent(person)}`,
        { method: yes ? 'PUT' : 'DELETE', key },
      )
    ).value;

  /** Those who sit in a body, by name, of those whom one manages. */
  electedIn = async (body: string): Promise<NamedPerson[]> => {
    const { value } = await this.all<{
      id: string;
      name: string;
      assignments: { body: string; post: string }[];
    }>('/people', { body });
    return value
      .filter(({ assignments }) => assignments.some((one) => one.body === body && elected.has(one.post)))
      .map(({ id, name }) => ({ person: id, name }));
  };

  papersOut = async (slot: string, out: boolean, key: string): Promise<MeetingPeople> =>
    (
      await this.ask<MeetingPeople>(`/meetings/${encodeURIComponent(slot)}/papers`, {
        method: out ? 'PUT' : 'DELETE',
        key,
      })
    ).value;
}
