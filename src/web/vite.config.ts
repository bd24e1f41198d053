/// <reference types="node" />
/// <reference types="vitest/config" />
// Builds the workplace into files with fixed names, since the program embeds them by name; lets developers
// run it beside a server (`npm run dev`, RYTM_SERVER=http://127.0.0.1:8080).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.RYTM_SERVER ?? 'http://127.0.0.1:8080';
const output = process.env.RYTM_WEB_DIST ?? 'dist';
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const proxy = { '^/(api|feeds|feed)/': { target: server } };

// What is embedded is known by name: a file too many or too few fails the build.
function onlyKnownFiles(): Plugin {
  return {
    name: 'only-known-files',
    apply: 'build',
    closeBundle() {
      const known = readFileSync(new URL('files.txt', import.meta.url), 'utf8')
        .split('\n')
        .filter(Boolean);
      const built = readdirSync(output);
      const missing = known.filter((file) => !built.includes(file));
      const unknown = built.filter((file) => !known.includes(file));
      if (missing.length + unknown.length > 0)
        throw new Error(
          `files.txt and the build differ: missing ${missing.join(' ') || '–'}, unknown ${unknown.join(' ') || '–'}`,
        );
    },
  };
}

// The server sends what is packed once, here. Letters are packed already.
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    closeBundle() {
      for (const file of readdirSync(output).filter((name) => /\.(css|html|js)$/.test(name)))
        writeFileSync(join(output, `${file}.gz`), gzipSync(readFileSync(join(output, file)), { level: 9 }));
    },
  };
}

// A page is a file, `pages/year.ts` with all of `pages/year/`; what pages share is one; the calendar library
// is one of its own.
function chunkOf(id: string): string | undefined {
  if (/node_modules\/(@fullcalendar|preact)\//.test(id)) return 'calendar';
  const page = /\/src\/web\/pages\/([a-z-]+)/.exec(id)?.[1];
  if (page) return `pages-${page}`;
  if (/\/src\/web\/(parts|plan|words|api)\//.test(id) || /node_modules\/(lit|@lit)/.test(id)) return 'parts';
  return undefined;
}

export default defineConfig({
  base: '/app/',
  build: {
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        manualChunks: chunkOf,
        entryFileNames: 'workplace.js',
        chunkFileNames: '[name].js',
        assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'workplace.css' : '[name][extname]'),
      },
    },
  },
  server: { proxy },
  preview: { proxy, headers: { 'Content-Security-Policy': policy } },
  plugins: [onlyKnownFiles(), packed()],
  test: { include: ['**/*.test.ts'] },
});
