// What the API answers and takes, as schemas/openapi.yaml says it: only what the workplace uses.

/** A civil day, `2027-02-03`. */
export type Day = string;
/** A civil time, `13:30`. */
export type Time = string;
/** A length of time, `PT1H30M`. */
export type Length = string;
/** A point in time, `2026-11-23T14:02:00Z`. */
export type Instant = string;

/** What people read, in their language. */
export interface Text {
  sv: string;
  en?: string;
}

export type Level = 'public' | 'member' | 'management' | 'official' | 'secretariat';
export type Severity = 'error' | 'warning' | 'info';
export type Role = 'administrator' | 'planner' | 'secretary' | 'reader';

export interface Span {
  from: Day;
  until: Day;
}

export interface List<T> {
  items: T[];
  next?: string | number;
}

// ---- Who is logged in

export type Stage = 'code' | 'totp-enrolment' | 'new-password' | 'complete';

export interface Grant {
  role: Role;
  body?: string;
}

export interface Login {
  person: string;
  login: string;
  name: string;
  stage: Stage;
  grants: Grant[];
  'csrf-token': string;
  expires: Instant;
  /** The login ends so long after its last request, and at `expires` in any case. */
  'idle-minutes': number;
}

export interface TotpOffer {
  secret: string;
  uri: string;
  /** The uri as a QR code, an SVG document. */
  qr: string;
}

// ---- The organisation and its rules

export interface Organisation {
  id: string;
  name: Text;
  host: string;
  zone: string;
  window: Span;
  address?: string;
  template?: string;
}

export interface FreeDays {
  name: Text;
  rule: string;
  /** Where it lies in the years planned. */
  spans: Span[];
}

export interface Holiday {
  day: Day;
  name: Text;
}

export interface Calendars {
  'school-breaks': FreeDays[];
  recesses: FreeDays[];
  external: { id: string; name: Text; dates: Day[] }[];
  holidays: Holiday[];
}

export interface Place {
  id: string;
  name: Text;
  access?: Text;
  address?: Text;
}

export type BodyKind =
  | 'council'
  | 'executive-board'
  | 'committee'
  | 'subcommittee'
  | 'presidium'
  | 'preparatory-group'
  | 'company-board'
  | 'party-group';

export interface Series {
  id: string;
  name: Text;
  at: Time;
  lasts: Length;
  mode: Mode;
  open: Openness;
  status: MeetingStatus;
  rule: string;
  place?: string;
  chain?: string;
}

export interface Body {
  id: string;
  kind: BodyKind;
  name: Text;
  'short-name': string;
  of?: string;
  listed: boolean;
  'dialogue-hours'?: number;
  from?: Day;
  until?: Day;
  series: Series[];
  may: { adjust: boolean; publish: boolean };
}

export interface Report {
  id: string;
  name: Text;
  unit?: Text;
  after?: string;
  route: { id: string; bodies: string[]; party?: Text; does?: Text }[];
}

// ---- The plan

export type ItemKind = 'meeting' | 'step' | 'hop' | 'feedback' | 'dialogue';
export type Mode = 'on-site' | 'remote' | 'hybrid';
export type Openness = 'public' | 'closed' | 'partly';
export type MeetingStatus = 'regular' | 'reserve' | 'if-needed';

export interface Reason {
  pointer: string;
  words: Text;
}

export interface Item {
  id: string;
  kind: ItemKind;
  body: string;
  origin: string;
  day: Day;
  days?: number;
  at?: Time;
  lasts?: Length;
  title: Text;
  with?: string[];
  place?: string;
  link?: string;
  /** Of meetings and talks. */
  mode?: Mode;
  open?: Openness;
  status: MeetingStatus | 'cancelled';
  'moved-from'?: Day;
  parent?: string;
  law?: string;
  guide?: string;
  for: Level[];
  business?: { report: string; period: string; decides: boolean }[];
  why?: Reason[];
}

export interface Finding {
  key?: string;
  check: string;
  severity: Severity;
  day: Day;
  items: string[];
  message: Text;
  citation?: string;
  suggestion?: Text;
  /** What would put it right, as one of a batch's changes. */
  fix?: { slots: string[]; step?: string; set: Sets };
  accepted?: string;
}

export interface Slot {
  id: string;
  body: string;
  series: string;
  nominal: Day;
  'rule-day': Day;
  day?: Day;
  extra: boolean;
  dropped: boolean;
  'frozen-from'?: Day;
}

export interface LogLine {
  number: number;
  made: Instant;
  local: string;
  author: string;
  what: Text;
  set: Sets;
  step?: string;
}

export interface SlotWithLog extends Slot {
  item?: Item;
  chain?: Item[];
  log: LogLine[];
}

// ---- Changes

/** What to set; the rest stays as it was. */
export interface Sets {
  day?: Day;
  at?: Time;
  lasts?: Length;
  place?: string;
  name?: string | Text;
  link?: string;
  mode?: Mode;
  open?: Openness;
  status?: MeetingStatus;
  cancelled?: boolean;
  released?: boolean;
  pinned?: boolean;
  note?: string | Text;
  'as-ruled'?: boolean;
}

/** Of some slots, of a series from a day on, or a meeting added to a series. */
export interface ProposedChange {
  slots?: string[];
  series?: string;
  from?: Day;
  until?: Day;
  add?: Day;
  step?: string;
  set?: Sets;
  'reason-kind'?: string;
  reason?: string | Text;
  'public-reason'?: string | Text;
}

export interface Proposal {
  changes: ProposedChange[];
}

export interface DayAndTime {
  day: Day;
  at?: Time;
  lasts?: Length;
}

export interface FindingTold {
  key: string;
  check: string;
  day: Day;
  message: Text;
}

export type ItemChange = 'appears' | 'disappears' | 'moves' | 'cancelled' | 'revived' | 'changes';

export interface ChangedItem {
  id: string;
  change: ItemChange;
  kind: ItemKind;
  body: string;
  origin: string;
  parent?: string;
  title: Text;
  before?: DayAndTime;
  after?: DayAndTime;
  why?: Text[];
}

export interface WhatIf {
  items: ChangedItem[];
  findings: { appear: FindingTold[]; disappear: FindingTold[] };
  bodies: string[];
  told: { body: string; levels: Level[] }[];
  notices: { id: string; day: Day }[];
  unseen: number;
}

export interface Batch {
  number: number;
  revision: number;
  made: Instant;
  author: string;
  'author-role': string;
  what: Text;
  undoes?: number;
  'undone-by'?: number;
}

export interface SavedBatch {
  batch: Batch;
  'what-if': WhatIf;
}

export interface News {
  revision: number;
  kind: 'rules' | 'adjustments' | 'undo' | 'adoption' | 'acceptance' | 'publication';
  made: Instant;
  batch?: number;
  author?: string;
  what?: Text;
  bodies?: string[];
}

// ---- Publishing

export interface Edition {
  body: string;
  number: number;
  name: Text;
  published: Instant;
  until: Day;
  author: string;
  note?: Text;
}

// ---- People at a meeting

export interface NamedPerson {
  person: string;
  name: string;
}

export interface MeetingPeople {
  uid: string;
  'papers-out'?: Instant;
  absent: (NamedPerson & { substitutes: NamedPerson[] })[];
  called: NamedPerson[];
  intentions: (NamedPerson & { answer: 'accepted' | 'declined' | 'tentative' })[];
}
