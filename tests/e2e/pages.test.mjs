// The public pages in a real browser: readable by everybody, on a phone and on a desk, without scripts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { faultsOf, launch, troubles } from './browser.mjs';
import { demo, publishedDemo, rytm, serve, temporaryFolder } from './rytm.mjs';

describe('the public pages', () => {
  const data = temporaryFolder();
  let server;
  let browser;
  let paths;
  before(async () => {
    publishedDemo(data.folder);
    server = await serve(data.folder);
    browser = await launch();
    const plan = JSON.parse(rytm('generate', demo, '--format', 'json', '--scope', 'public', '--body', 'kf', '--from', '2027-01-01'));
    const meeting = plan.items.find((item) => item.kind === 'meeting').id.replace('ekeby.kf.', '');
    paths = ['/ekeby', '/ekeby/kf', `/ekeby/kf/${meeting}`, '/ekeby/kf/prenumerera', '/ekeby/all/prenumerera', '/ekeby/finns-inte',
      '/ekeby/arshjul', '/ekeby/arshjul?year=2027&body=kf', '/ekeby/arshjul?year=2027&quarter=2', '/ekeby/kf/inbaddad', '/ekeby/all/inbaddad', '/ekeby/tillganglighet'];
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
      faults.push(...(await faultsOf(page, path)));
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
    const told = troubles(page);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const path of paths) {
      await page.goto(server.url + path);
      assert.equal(await page.locator('script:not([type="application/ld+json"])').count(), 0, path);
    }
    for (const url of asked) assert.ok(url.startsWith(server.url), url);
    assert.deepEqual(told, [], 'the data blocks are data, and the policy stops nothing');
    await context.close();
  });

  test('other programs read the meetings of a page as schema.org events', async () => {
    const page = await browser.newPage();
    for (const path of ['/ekeby/kf', '/en/ekeby/ks', paths[2]]) {
      await page.goto(server.url + path);
      const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
      assert.equal(data['@context'], 'https://schema.org');
      assert.ok(data['@graph'].length > 0, path);
      for (const event of data['@graph']) {
        assert.ok(new Date(event.endDate) > new Date(event.startDate), JSON.stringify(event));
        assert.equal((await fetch(event.url)).status, 200, event.url);
      }
    }
    await page.close();
  });

  for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active', colorScheme: 'dark' } }))
    test(`a camera reads the code of the subscribe page (${name})`, async () => {
      const page = await browser.newPage(options);
      for (const path of ['/ekeby/kf/prenumerera', '/en/ekeby/all/subscribe']) {
        await page.goto(server.url + path);
        const picture = join(data.folder, 'code.png');
        await page.locator('.qr').screenshot({ path: picture });
        assert.equal(execFileSync('zbarimg', ['--quiet', '--raw', '--nodbus', picture], { encoding: 'utf8' }).trim(), server.url + path);
      }
      await page.close();
    });

  test('the lines to copy show the meetings and the wheel on the municipality’s own site, and no other page may be framed', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(`${server.url}/ekeby/kf/prenumerera`);
    const frame = await page.getByLabel('Rad att klistra in på er sida').inputValue();
    await page.goto(`${server.url}/ekeby/arshjul`);
    const picture = await page.getByLabel('Rad att klistra in på er egen webbplats').inputValue();
    const refused = `<iframe id="refused" src="${server.url}/ekeby/kf"></iframe>`;
    const site = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html>${frame}${picture}${refused}`));
    await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
    try {
      await page.goto(`http://127.0.0.1:${site.address().port}/`, { waitUntil: 'load' });
      await page.locator('iframe').first().scrollIntoViewIfNeeded();
      const inside = page.frameLocator('iframe >> nth=0');
      await inside.getByRole('heading', { name: 'fullmäktige' }).first().waitFor();
      assert.equal(await inside.getByRole('listitem').count(), 5);
      assert.equal(await inside.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor), 'rgb(255, 255, 255)');
      assert.ok(await page.locator('img').evaluate((img) => img.decode().then(() => img.naturalWidth > 0)));
      assert.equal(await page.frameLocator('#refused').getByRole('heading').count(), 0);
      await inside.getByRole('link', { name: 'Alla möten' }).click();
      await page.waitForURL(`${server.url}/ekeby/kf`);
    } finally {
      await page.close();
      site.close();
    }
  });

  test('on a phone the table of the wheel comes first, and a quarter of it can be read', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${server.url}/ekeby/arshjul?year=2027`);
    assert.ok(await page.locator('.wheel svg').isHidden());
    await page.getByText('Hela hjulet är för litet').waitFor();
    await page.getByRole('link', { name: 'april–juni' }).click();
    assert.ok(await page.locator('.wheel svg').isVisible());
    const smallest = await page.locator('.wheel svg a text').evaluateAll((texts) => Math.min(...texts.map((text) => text.getBoundingClientRect().height)));
    assert.ok(smallest >= 8, `${smallest} px`);
    await page.locator('.wheel svg a').first().click();
    assert.match(page.url(), /\/ekeby\/[a-z]+\/[a-z]+\.2027-0[456]/);
    await page.close();
  });

  test('from any page to where a barrier is reported', async () => {
    const page = await browser.newPage();
    for (const path of paths.filter((path) => !/inbaddad|embed/.test(path))) {
      await page.goto(server.url + path);
      const report = page.locator('footer').getByRole('link', { name: /Rapportera ett hinder|Report a barrier/ });
      assert.match(await report.getAttribute('href'), /^mailto:tillganglighet@ekeby\.example\?subject=/, path);
      await page.locator('footer').getByRole('link', { name: /^(Tillgänglighet|Accessibility)$/ }).click();
      await page.getByRole('heading', { level: 1, name: /Tillgänglighet|Accessibility/ }).waitFor();
    }
    await page.close();
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
