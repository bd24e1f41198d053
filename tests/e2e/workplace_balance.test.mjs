// Dialog och belastning as a secretary and a planner see it: a body by itself, its heavy weeks, a report less.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { accessible, launch, troubles } from './browser.mjs';
import { demo, program, publishedDemo, serve, temporaryFolder } from './rytm.mjs';
import { choosePassword, connectApp, firstPassword as first, logIn, ownPassword as own } from './workplace.mjs';

const secondsMax = 8;

describe('dialogue and workload', () => {
  const data = temporaryFolder();
  let server;
  let browser;
  const kept = {};
  const user = (login, ...args) => execFileSync(program, ['user', 'add', '--data', data.folder, login, ...args], { input: `${first}\n` });

  before(async () => {
    // A target of the Executive Board's own, and a unit behind two of its reports.
    const rules = JSON.parse(readFileSync(demo, 'utf8'));
    Object.assign(rules.bodies.find(({ id }) => id === 'ks'), { 'dialogue-hours': 40 });
    rules.reports = [...(rules.reports ?? []), ...['budget', 'annual-report'].map((id) => ({ id, unit: 'Ekonomiavdelningen' }))];
    writeFileSync(`${data.folder}.json`, JSON.stringify(rules));
    publishedDemo(data.folder, undefined, `${data.folder}.json`);
    rmSync(`${data.folder}.json`);
    user('ada', '--name', 'Ada Administratör', '--administrator');  // the first account keeps the password it was given
    user('petra', '--name', 'Petra Planerare', '--planner');
    user('karin', '--name', 'Karin Sekreterare', '--secretary', 'ks,ksau,kf', '--reader');
    server = await serve(data.folder);
    browser = await launch();
    for (const login of ['petra', 'karin']) await letIn(login);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    data.remove();
  });

  async function letIn(login) {
    const context = await browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    page.setDefaultTimeout(secondsMax * 1000);
    await logIn(page, server, login, first);
    if (login === 'petra') await connectApp(page);
    await choosePassword(page, own);
    kept[login] = await context.storageState();
    await context.close();
  }

  async function open(login, { width = 1280, height = 900, query = '', ...more } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', storageState: kept[login], ...more });
    const page = await context.newPage();
    page.setDefaultTimeout(secondsMax * 1000);
    const told = troubles(page);
    await page.goto(`${server.url}/app/balans?ar=2027${query}`);
    await page.locator('.body-year').waitFor();
    return { context, page, told };
  }

  async function done({ context, told }) {
    await context.close();
    assert.deepEqual(told, []);
  }

  // For whoever wants to look: RYTM_PICTURES names a folder.
  const picture = (page, name) => process.env.RYTM_PICTURES && page.screenshot({ path: `${process.env.RYTM_PICTURES}/${name}.png`, fullPage: true });

  const minutesIn = (text) => {
    const [, hours = 0, minutes = 0] = text.match(/^(?:(\d+) h)? ?(?:(\d+) min)?$/);
    return Number(hours) * 60 + Number(minutes);
  };

  test('shows a body its own year, and no other body until asked to', async () => {
    const visit = await open('karin', { query: '&organ=ks' });
    const { page } = visit;
    const shares = await page.locator('.shares .number:nth-child(2)').allTextContents();
    assert.equal(shares.length, 3);
    const [dialogue, reporting, others] = shares.map(minutesIn);
    // Eleven meetings of three hours, each with a report and ten minutes of talk inside.
    assert.equal(reporting, 11 * (180 - 10));
    assert.equal(others, 0);
    assert.ok(dialogue > 20 * 60, `${dialogue} minutes of dialogue`);
    assert.match(await page.locator('[aria-labelledby=months] p').textContent(), /Utan dialog|Dialog varje månad|Varken möten/);
    assert.equal(await page.locator('.talk-months li').count(), 12);
    assert.match(await page.locator('[aria-labelledby=time]').textContent(), /Organets eget mål för året är 40 h/);
    assert.match(await page.locator('[aria-labelledby=reports] .muted').textContent(), /varje enhet in under året: Ekonomiavdelningen \d+\./);
    assert.equal(await page.locator('.all-bodies').count(), 0);
    await accessible(page, 'a body by itself');
    await picture(page, 'balance-1280');
    await page.getByLabel('Visa alla organ bredvid varandra').check();
    const row = page.locator('.all-bodies tbody tr').filter({ hasText: 'Kommunstyrelsen' }).first();
    assert.deepEqual((await row.locator('.number').allTextContents()).slice(0, 3), shares);
    await accessible(page, 'bodies side by side');
    await picture(page, 'balance-1280-all');
    await page.getByLabel('Organ', { exact: true }).selectOption({ label: 'Kommunfullmäktige' });
    await page.waitForURL(/organ=kf/);
    assert.doesNotMatch(await page.locator('[aria-labelledby=time]').textContent(), /eget mål/);
    assert.equal(await page.locator('.balance .icon.ok, .balance .icon.warning, .balance .icon.error').count(), 0);
    await done(visit);
  });

  test('leads to a guide to print', async () => {
    const visit = await open('karin', { query: '&organ=ks' });
    await visit.page.getByRole('link', { name: /Vägledning att skriva ut: Planeringsdag/ }).click();
    await visit.page.locator('article.guide h1').waitFor();
    await done(visit);
  });

  test('says week by week what must be in and goes out, in the map as in the table', async () => {
    const visit = await open('karin', { query: '&organ=ks' });
    const { page } = visit;
    const cells = await page.locator('.heat-map button b').allTextContents();
    assert.equal(cells.length, 52);
    await page.getByText('Samma sak som tabell').click();
    assert.deepEqual(await page.locator('.week-table tbody td:last-child').allTextContents(), cells);
    const most = String(Math.max(...cells.map(Number)));
    assert.deepEqual([...new Set(await page.locator('.heat-map .heaviest b').allTextContents())], [most]);
    assert.match(await page.locator('#week-holds').textContent(), new RegExp(`: ${most} uppgift`));
    await page.locator('.heat-map button').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.locator('#week-holds').filter({ hasText: 'Vecka 3:' }).waitFor();
    await page.getByLabel('Gäller').selectOption({ label: 'Alla organ tillsammans' });
    const all = (await page.locator('.heat-map button b').allTextContents()).map(Number);
    assert.ok(all.every((count, at) => count >= Number(cells[at])));
    await accessible(page, 'all bodies’ weeks');
    await picture(page, 'balance-1280-weeks');
    await done(visit);
  });

  test('tries the plan without a report, also as who may not change rules', async () => {
    for (const [login, how] of [['petra', /pröva planens regler/], ['karin', /pröva planens regler/]]) {
      const visit = await open(login);
      const { page } = visit;
      await page.getByLabel('Rapport', { exact: true }).selectOption({ label: 'Månadsuppföljning' });
      await page.locator('without-report .hint').waitFor();
      assert.match(await page.locator('without-report .hint').textContent(), how);
      assert.match(await page.locator('without-report b').textContent(), /\d+ sista dagar försvinner/);
      assert.match(await page.locator('without-report tbody').textContent(), /Kommunstyrelsen/);
      await accessible(page, `without a report, ${login}`);
      await picture(page, `balance-1280-without-${login}`);
      await done(visit);
    }
  });

  test('holds on a phone, on a wide screen, in forced colours and in English', async () => {
    for (const [name, more] of [['390', { width: 390, height: 800 }], ['320', { width: 320, height: 600 }], ['1920', { width: 1920, height: 1080 }], ['forced', { width: 640, forcedColors: 'active' }]]) {
      const visit = await open('karin', { query: '&organ=bun', ...more });
      await visit.page.getByLabel('Visa alla organ bredvid varandra').check();
      await accessible(visit.page, `the page at ${name}`);
      await picture(visit.page, `balance-${name}`);
      await done(visit);
    }
    const visit = await open('karin');
    await visit.page.getByRole('button', { name: /Karin/ }).click();
    await visit.page.getByRole('button', { name: 'In English' }).click();
    await visit.page.getByRole('heading', { name: 'Dialogue and workload 2027' }).waitFor();
    await done(visit);
  });
});
