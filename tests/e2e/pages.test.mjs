// The public pages in a real browser: readable by everybody, on a phone and on a desk, without scripts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { demo, publishedDemo, rytm, serve, temporaryFolder } from './rytm.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the public pages', () => {
  const data = temporaryFolder();
  let server;
  let browser;
  let paths;
  before(async () => {
    publishedDemo(data.folder);
    server = await serve(data.folder);
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    const plan = JSON.parse(rytm('generate', demo, '--format', 'json', '--scope', 'public', '--body', 'kf', '--from', '2027-01-01'));
    const meeting = plan.items.find((item) => item.kind === 'meeting').id.replace('ekeby.kf.', '');
    paths = ['/ekeby', '/ekeby/kf', `/ekeby/kf/${meeting}`, '/ekeby/kf/prenumerera', '/ekeby/all/prenumerera', '/ekeby/finns-inte',
      '/ekeby/arshjul', '/ekeby/arshjul?year=2027&body=kf'];
    paths.push(...paths.map((path) => `/en${path}`));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    data.remove();
  });

  // A fault in one page stands beside those of the others: all are told.
  async function faultsAt(width) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const faults = [];
    for (const path of paths) {
      await page.goto(server.url + path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
      for (const { id, nodes } of violations) faults.push(`${path}: ${id}: ${nodes.map((node) => node.target).join(' ')}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
      if (wide > 0) faults.push(`${path}: ${wide} px wider than the window`);
    }
    await context.close();
    return faults;
  }

  for (const width of [320, 390, 1280])
    test(`nothing hinders anybody at ${width} px (WCAG 2.2 AA by axe, no sideways scroll)`, async () => {
      assert.deepEqual(await faultsAt(width), []);
    });

  test('pages ask for nothing from elsewhere and run no script', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const path of paths) {
      await page.goto(server.url + path);
      assert.equal(await page.locator('script:not([type="application/ld+json"])').count(), 0, path);
    }
    for (const url of asked) assert.ok(url.startsWith(server.url), url);
    await context.close();
  });

  test('from the start page to a subscription in three steps, by keyboard order', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/`);
    await page.getByRole('link', { name: 'Kommunfullmäktige', exact: true }).first().click();
    await page.getByRole('link', { name: /Prenumerera/ }).first().click();
    assert.match(await page.content(), new RegExp(`${server.url}/feeds/ekeby/kf\\.ics`));
    assert.match(await page.content(), /Outlook/);
    await page.close();
  });

  test('what is not there is a 404 in the language asked', async () => {
    const missing = await fetch(`${server.url}/ekeby/finns-inte`);
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /lang="sv"/);
  });
});
