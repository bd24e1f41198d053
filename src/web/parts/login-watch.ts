// Watches over a login that is about to end. Who works goes on without noticing it; who only looks is told in time,
// and so is everybody where it cannot go on without a password.
import { answered } from '../api/http.js';
import { login, whoAmI } from '../api/login.js';
import { endOf, type LoginEnd } from '../plan/login-end.js';
import { isTold } from './problem-note.js';

const timerMsMax = 2 ** 31 - 1;

/** Calls with the end while that is soon, and with undefined while it is not. */
export function watchLogin(tell: (end: LoginEnd | undefined) => void): void {
  let timer: number | undefined;
  let acted = 0;
  const look = (): void => {
    clearTimeout(timer);
    if (login.value?.stage !== 'complete') return tell(undefined);
    const end = endOf(login.value, answered.value);
    const left = end.soon - Date.now();
    if (left > 0) {
      timer = window.setTimeout(look, Math.min(left, timerMsMax));
      return tell(undefined);
    }
    if (Date.now() >= end.at) return tell(undefined); // the computer slept: the next request asks
    if (!end.idle || acted < answered.value) return tell(end);
    whoAmI().catch((error: unknown) => {
      if (!isTold(error)) throw error;
      tell(end);
    });
  };
  for (const act of ['keydown', 'pointerdown']) addEventListener(act, () => (acted = Date.now()), true);
  login.watch(look);
  answered.watch(look);
}
