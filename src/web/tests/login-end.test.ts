import { expect, test } from 'vitest';
import { endOf } from '../plan/login-end.js';

const at = (time: string): number => Date.parse(`2027-05-19T${time}:00Z`);

test.each([
  // answered, expires → ends, told from, one more request and it goes on
  ['08:00', '20:00', '12:00', '11:55', true],
  ['15:59', '20:00', '19:59', '19:54', true],
  ['16:00', '20:00', '20:00', '19:55', false],
  ['19:58', '20:00', '20:00', '19:55', false],
])('answered at %s, at the latest until %s: ends at %s', (answered, expires, ends, soon, idle) => {
  const login = { expires: `2027-05-19T${expires}:00Z`, 'idle-minutes': 240 };
  expect(endOf(login, at(answered))).toEqual({ at: at(ends), soon: at(soon), idle });
});
