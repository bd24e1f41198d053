// The program under test: a data folder with the demo municipality, published, and a server on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const program = process.env.RYTM;
if (!program) throw new Error('RYTM must name the program to test');
export const demo = join(root, 'calendar', 'demo', 'organisation.json');

// Debian's libfaketime, whose folder has the processor in its name.
const fakeTime = '/usr/$LIB/faketime/libfaketimeMT.so.1';
const outputBytesMax = 64 * 1024 * 1024;
const secondsMax = 60;

export function rytm(...args) {
  return execFileSync(program, args, {
    encoding: 'utf8', maxBuffer: outputBytesMax, timeout: secondsMax * 1000, env: { ...process.env, LC_ALL: 'sv_SE.UTF-8' },
  });
}

// The same commands as if it were `time`, "2027-09-14 08:00:00" in UTC; `env` is for a server of that time. It goes on from there.
export function at(time) {
  const env = { ...process.env, LC_ALL: 'sv_SE.UTF-8', TZ: 'UTC', FAKETIME: `@${time}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', LD_PRELOAD: fakeTime };
  const run = (...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: outputBytesMax, timeout: secondsMax * 1000, env });
  return Object.assign(run, { env });
}

// The exit code and what was told, for commands meant to be refused.
export function refused(...args) {
  try {
    rytm(...args);
  } catch (error) {
    return { code: error.status, told: `${error.stdout}${error.stderr}` };
  }
  return { code: 0, told: '' };
}

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rytm-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function publishedDemo(folder, until = '2030-12-31') {
  rytm('init', '--data', folder, demo);
  rytm('publish', '--data', folder, '--until', until);
}

// Resolves once the server has told its address; what comes last may be {env} of another time; `stop` ends it and resolves with its exit code.
export async function serve(folder, ...args) {
  const { env } = typeof args.at(-1) === 'object' ? args.pop() : { env: { ...process.env, LC_ALL: 'sv_SE.UTF-8' } };
  const server = spawn(program, ['serve', '--data', folder, '--listen', '127.0.0.1:0', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
    if (!found) continue;
    return {
      url: found[0],
      pid: server.pid,
      stop: async (signal = 'SIGTERM') => {
        server.kill(signal);
        const [code] = await ended;
        return code;
      },
    };
  }
  throw new Error('the server ended before it told its address');
}
