// What the server refuses (RFC 9457), and a server that does not answer.
import type { News, Stage } from './types.js';

export interface ProblemError {
  pointer: string;
  detail: string;
  instead?: string;
}

/** Somebody else was faster: what was seen, and what has come since. */
export interface Since {
  yours: number;
  current: number;
  changes: News[];
}

interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: ProblemError[];
  stage?: Stage;
  yours?: { revision: number };
  current?: { revision: number; changes: News[] };
}

export class Problem extends Error {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly errors: ProblemError[];
  readonly stage: Stage | undefined;
  readonly since: Since | undefined;

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title);
    this.type = document.type;
    this.status = document.status;
    this.title = document.title;
    this.errors = document.errors ?? [];
    this.stage = document.stage;
    if (document.yours && document.current)
      this.since = {
        yours: document.yours.revision,
        current: document.current.revision,
        changes: document.current.changes,
      };
  }

  /** What is said of one field: `place` finds `/changes/0/set/place`. */
  at(field: string): string | undefined {
    const error = this.errors.find(({ pointer }) => pointer === field || pointer.endsWith(`/${field}`));
    return error && (error.instead ? `${error.detail} ${error.instead}` : error.detail);
  }

  /** What no field took: said beside the button. */
  besides(...fields: string[]): string[] {
    const others = this.errors.filter(
      ({ pointer }) => !fields.some((field) => pointer === field || pointer.endsWith(`/${field}`)),
    );
    return others.length > 0
      ? others.map(({ detail }) => detail)
      : this.errors.length > 0
        ? []
        : [this.message];
  }
}

/** No answer: the network or the server is away. Nothing is known of what was asked for. */
export class Unreachable extends Error {}
