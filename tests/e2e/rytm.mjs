// The program under test: a data folder with the demo municipality, published, and a server on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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

const usual = { ...process.env, LC_ALL: 'sv_SE.UTF-8' };
const running = (env) => (...args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: outputBytesMax, timeout: secondsMax * 1000, env });

export const rytm = running(usual);

// The same commands as if it were `time`, "2027-09-14 08:00:00" in UTC; `env` is for a server of that time. It goes on from there.
export function at(time) {
  const env = { ...usual, TZ: 'UTC', FAKETIME: `@${time}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', LD_PRELOAD: fakeTime };
  return Object.assign(running(env), { env });
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

export function publishedDemo(folder, until = '2030-12-31', rules = demo) {
  rytm('init', '--data', folder, rules);
  rytm('publish', '--data', folder, '--until', until);
}

// A port that nobody listens on just now.
export async function freePort() {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address();
  listener.close();
  await once(listener, 'close');
  return port;
}

// Resolves once the server has told its address; what comes last may be {env, port}: another time, and a port where it tells the public address alone; `stop` ends it and resolves with its exit code.
export async function serve(folder, ...args) {
  const { env = usual, port = 0 } = typeof args.at(-1) === 'object' ? args.pop() : {};
  const server = spawn(program, ['serve', '--data', folder, '--listen', `127.0.0.1:${port}`, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    const url = port > 0 ? `http://127.0.0.1:${port}` : line.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    if (!url) continue;
    return {
      url,
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
