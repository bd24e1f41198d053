// When a login ends, and when that is to be told.
import type { Login } from '../api/types.js';

/** Long enough before it ends to finish a sentence and log in again. */
const warnedMs = 5 * 60_000;

export interface LoginEnd {
  at: number;
  /** To be told from here on. */
  soon: number;
  /** One more request, and it goes on. */
  idle: boolean;
}

/** `answered`: when the server last answered. All in ms as Date.now(). */
export function endOf(login: Pick<Login, 'expires' | 'idle-minutes'>, answered: number): LoginEnd {
  const last = Date.parse(login.expires);
  const idle = answered + login['idle-minutes'] * 60_000;
  const at = Math.min(last, idle);
  return { at, soon: at - warnedMs, idle: idle < last };
}
