// Logging in and out, in the stages the server asks for.
import { ask, useToken } from './http.js';
import { Store } from './store.js';
import type { Login, TotpOffer } from './types.js';

/** Who is logged in; undefined where nobody is. */
export const login = new Store<Login | undefined>(undefined);

function keep(next: Login): Login {
  useToken(next['csrf-token']);
  login.value = next;
  return next;
}

/** Who the browser's cookie says one is: throws a Problem 401 where it says nothing. */
export const whoAmI = async (): Promise<Login> => keep((await ask<Login>('/me')).value);

export const logIn = async (name: string, password: string): Promise<Login> =>
  keep((await ask<Login>('/login', { method: 'POST', body: { login: name, password } })).value);

export const giveCode = async (code: string): Promise<Login> =>
  keep((await ask<Login>('/login/code', { method: 'POST', body: { code } })).value);

export const offerTotp = async (): Promise<TotpOffer> =>
  (await ask<TotpOffer>('/login/totp', { method: 'POST' })).value;

export const changePassword = async (old: string, next: string): Promise<Login> =>
  keep((await ask<Login>('/me/password', { method: 'PUT', body: { old, new: next } })).value);

export async function logOut(): Promise<void> {
  await ask('/login', { method: 'DELETE' });
  login.value = undefined;
}
