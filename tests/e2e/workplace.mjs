// The workplace as Vite built it in RYTM_WEB_DIST, under the policy it must live with, before a server that has perhaps another.
import { createReadStream, existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join } from 'node:path';

const folder = process.env.RYTM_WEB_DIST;
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export async function workplaceBefore(server) {
  const { port } = new URL(server.url);
  const front = createServer((asked, answer) => {
    if (asked.url.startsWith('/app')) {
      const file = join(folder, asked.url.replace(/\?.*/, '').replace('/app/', ''));
      const found = extname(file) && existsSync(file) ? file : join(folder, 'index.html');
      answer.writeHead(200, { 'Content-Type': types[extname(found)], 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' });
      createReadStream(found).pipe(answer);
      return;
    }
    const on = request({ port, host: '127.0.0.1', path: asked.url, method: asked.method, headers: asked.headers }, (from) => {
      answer.writeHead(from.statusCode, from.headers);
      from.pipe(answer);
    });
    on.on('error', () => answer.writeHead(502).end());
    answer.on('close', () => on.destroy());
    asked.pipe(on);
  });
  await new Promise((listening) => front.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${front.address().port}`, stop: () => (front.closeAllConnections(), new Promise((closed) => front.close(closed))) };
}
