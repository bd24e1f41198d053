// Mail in tests: a server of other people's making, certificates of our own, letters and settings.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { program, rytm } from './rytm.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const python = '/usr/bin/python3';  // the system's, which has Debian's packages

// {port, mails, stop}: `mails` grows as they are taken.
export async function mailServer(...args) {
  const server = spawn(python, [join(here, 'mail_server.py'), ...args.map(String)], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(server, 'exit');
  const mails = [];
  const lines = createInterface({ input: server.stdout });
  const port = await new Promise((listening) => lines.on('line', (line) => {
    const told = JSON.parse(line);
    if (told.event === 'listening') listening(told.port);
    else mails.push(told);
  }));
  return { port, mails, stop: async () => { server.kill('SIGKILL'); await ended; lines.close(); } };
}

// A certificate authority of our own and a certificate of it for `name`.
export function certificates(folder, name = 'localhost') {
  const at = (file) => join(folder, file);
  const openssl = (...args) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '2', '-subj', '/CN=Prov');
  openssl('req', ...key, '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', `/CN=${name}`);
  writeFileSync(at('names'), `subjectAltName=DNS:${name}\n`);
  openssl('x509', '-req', '-in', at('server.csr'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial',
    '-days', '2', '-extfile', at('names'), '-out', at('server.pem'));
  return { ca: 'ca.pem', args: ['--certificate', at('server.pem'), '--key', at('server.key')] };
}

// The settings' file.
export function settings(folder, port, more = {}) {
  const all = {
    relay: `smtp://localhost:${port}`, from: 'Ekeby kommun, kansliet <kallelse@ekeby.example>', 'reply-to': 'kansliet@ekeby.example',
    tls: 'none', 'per-domain-per-minute': 100000, ...more,
  };
  const file = join(folder, 'rytm.toml');
  const lines = Object.entries(all).filter(([, value]) => value !== undefined).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  writeFileSync(file, `[mail]\n${lines.join('\n')}\n`);
  return file;
}

export function putLetters(folder, told) {
  execFileSync(python, [join(here, 'put_letters.py'), join(folder, 'rytm.sqlite')], { input: JSON.stringify({ people: [], letters: [], ...told }) });
}

// What one round of sending did, as if it were `now`. Not in one go: the mail server's words are to be read meanwhile.
export async function send(folder, config, now) {
  const args = ['mail', 'send', '--data', folder, '--config', config, '--format', 'json', ...(now ? ['--now', now] : [])];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let told = '';
  child.stdout.on('data', (part) => { told += part; });
  await once(child, 'close');
  return JSON.parse(told);
}

export const status = (folder) => JSON.parse(rytm('mail', 'status', '--data', folder, '--format', 'json'));

export function sendInBackground(folder, config) {
  const child = spawn(program, ['mail', 'send', '--data', folder, '--config', config], { stdio: 'ignore' });
  return { kill: () => child.kill('SIGKILL'), ended: once(child, 'exit') };
}
