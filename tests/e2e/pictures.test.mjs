// How the pages look, at a day that stands still: the README's pictures, and a guard against what nobody meant to change.
// UPDATE_GOLDEN=1 takes them anew and fails; look at them before they are kept.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from './browser.mjs';
import { at, demo, freePort, program, root, serve, temporaryFolder } from './rytm.mjs';
import { choosePassword, connectApp, firstPassword as first, logIn, ownPassword as own } from './workplace.mjs';

const golden = join(root, 'tests', 'golden', 'pictures');
const today = '2027-09-14';
// Letters are drawn a little otherwise by another version of the browser.
const differsMax = 0.03;
const secondsMax = 60;

// Public pages take the fonts that the reader has: here, those of the workplace.
const font = (name) => `data:font/woff2;base64,${readFileSync(join(root, 'src', 'web', 'style', 'fonts', name)).toString('base64')}`;

describe('how it looks', () => {
  const data = temporaryFolder();
  let server;
  let reader;
  let browser;
  const kept = {};

  before(async () => {
    const early = at('2026-11-24 09:00:00');
    early('init', '--data', data.folder, demo);
    early('publish', '--data', data.folder, '--until', '2030-12-31');
    const late = at(`${today} 08:00:00`);
    late('adjust', '--data', data.folder, '--slot', 'ekeby.bun.meeting.2027-11-23', '--move', '2027-11-25', '--reason', 'Salen är upptagen');
    const people = join(data.folder, 'people.csv');
    writeFileSync(people, 'Namn;E-post;Organ;Roll;Parti;Ordning;Från\nLeila Exempel;leila@ekeby.example;ks;ordförande;Provpartiet;;2026-10-15\n' +
      'Nils Exempel;nils@ekeby.example;ks;ersättare;Provpartiet;1;2026-10-15\nMona Tänkt;mona@ekeby.example;bun;ledamot;Exempelpartiet;;2027-01-01\n');
    late('people', 'import', '--data', data.folder, people);
    for (const [login, ...args] of [['ada', '--name', 'Ada Administratör', '--administrator'], ['karin', '--name', 'Karin Sekreterare', '--secretary', 'kf,ks,ksau,bun', '--reader'],
      ['petra', '--name', 'Petra Planerare', '--planner']])
      execFileSync(program, ['user', 'add', '--data', data.folder, login, ...args], { input: `${first}\n`, env: late.env });
    const begun = Date.now();
    server = await serve(data.folder, { env: late.env });
    // With an address that the pictures of public pages may show; the workplace is let in at its own alone.
    reader = await serve(data.folder, '--public-url', 'https://kalender.ekeby.example', { env: late.env, port: await freePort() });
    browser = await launch();
    for (const login of ['karin', 'petra']) {
      const { page, context } = await open({ login });
      await logIn(page, server, login, first);
      if (login === 'petra') await connectApp(page, (Date.parse(`${today}T08:00:00Z`) + Date.now() - begun) / 1000);
      await choosePassword(page, own);
      kept[login] = await context.storageState();
      await context.close();
    }
  });
  after(async () => {
    await browser?.close();
    await reader?.stop();
    await server?.stop();
    data.remove();
  });

  async function open({ width = 1280, height = 800, login = 'karin' }) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce', bypassCSP: true, storageState: kept[login] });
    const page = await context.newPage();
    page.setDefaultTimeout(secondsMax * 1000);
    await page.clock.setFixedTime(`${today}T10:00:00+02:00`);
    return { page, context };
  }

  async function publicPage(page, path) {
    await page.goto(reader.url + path);
    await page.addStyleTag({ content: `
      @font-face { font-family: "Source Sans 3"; src: url(${font('source-sans-3.woff2')}); font-weight: 200 900; }
      @font-face { font-family: "Source Serif 4"; src: url(${font('source-serif-4.woff2')}); font-weight: 200 900; }
      :root { --serif: "Source Serif 4"; --sans: "Source Sans 3"; } body { font-family: var(--sans); }` });
  }
  async function workplace(page, path, shown) {
    await page.goto(`${server.url}/app/${path}`);
    await page.locator(shown).first().waitFor();
  }

  // The share of pixels that look otherwise; 1 where the sizes differ.
  async function difference(one, other) {
    const page = await browser.newPage();
    const share = await page.evaluate(async (both) => {
      const [a, b] = await Promise.all(both.map(async (png) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height);
      }));
      if (a.width !== b.width || a.height !== b.height) return 1;
      let differs = 0;
      for (let i = 0; i < a.data.length; i += 4)
        if ([0, 1, 2].some((channel) => Math.abs(a.data[i + channel] - b.data[i + channel]) > 48)) differs++;
      return differs / (a.width * a.height);
    }, [one, other].map((png) => png.toString('base64')));
    await page.close();
    return share;
  }

  async function looksAsBefore(page, name) {
    await page.evaluate(() => document.fonts.ready);
    const taken = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
    let now = await taken();
    const file = join(golden, `${name}.png`);
    if (process.env.UPDATE_GOLDEN === '1') {
      for (let next = await taken(); !next.equals(now); next = await taken()) now = next;
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, now);
      assert.fail(`${name}.png is taken anew: look at it`);
    }
    assert.ok(existsSync(file), `${name}.png is not there: UPDATE_GOLDEN=1 takes it`);
    const asked = readFileSync(file);
    const until = Date.now() + secondsMax * 1000;
    let share = await difference(asked, now);
    while (share > differsMax && Date.now() < until) {  // parts of a page may still be on their way
      now = await taken();
      share = await difference(asked, now);
    }
    if (share > differsMax && process.env.RYTM_PICTURES) writeFileSync(join(process.env.RYTM_PICTURES, `${name}.png`), now);
    assert.ok(share <= differsMax, `${name}.png: ${(share * 100).toFixed(1)} % of it looks otherwise`);
  }

  const phone = { width: 390, height: 844 };
  const wide = { width: 1920, height: 1080 };
  const planner = { login: 'petra' };
  const inWorkplace = (path, shown) => (page) => workplace(page, path, shown);
  const inPublic = (path) => (page) => publicPage(page, path);
  const year = inWorkplace('ar/2027', '[data-slot]');
  const calendar = inWorkplace('ar/2027?vy=kalender', '.calendar td [data-slot]');
  const term = inWorkplace('mandatperiod', '.term ul');
  const meeting = inWorkplace('ar/2027?mote=ekeby.ks.meeting.2027-11-17', 'meeting-panel h2');
  const publish = inWorkplace('publicera', 'publish-page h2');
  const rules = inWorkplace('regler/ks?ar=2027', '.live li');
  const people = inWorkplace('manniskor', 'table.people');
  const balance = inWorkplace('balans?ar=2027&organ=ks', '.body-year');
  const seen = inWorkplace('omvarlden?som=member&organ=ks&ar=2027', '.months li');
  const setup = inWorkplace('borja', 'setup-facts form');
  const login = inWorkplace('', 'login-form input');
  const wheel = inPublic('/ekeby/arshjul?year=2027');
  const body = inPublic('/ekeby/ks');
  const publicYear = inPublic('/ekeby');
  const subscribe = inPublic('/ekeby/ks/prenumerera');
  const statement = inPublic('/ekeby/tillganglighet');
  const pictures = [
    ['year', {}, year], ['year-wide', wide, year], ['year-phone', phone, year],
    ['calendar', {}, calendar], ['calendar-phone', phone, calendar],
    ['term', {}, term], ['term-phone', phone, term],
    ['meeting-phone', phone, meeting],
    ['what-if', {}, async (page) => {
      await meeting(page);
      await page.getByRole('button', { name: 'Flytta eller ändra' }).click();
      await page.getByLabel('Dag', { exact: true }).fill('2027-11-18');
      await page.locator('.consequences').waitFor();
    }],
    ['findings', {}, inWorkplace('se-over', '.finding')],
    ['publish', {}, publish], ['publish-wide', wide, publish],
    ['week', {}, inWorkplace('veckan', 'main h2')],
    ['rules', planner, rules], ['rules-wide', { ...planner, ...wide }, rules], ['rules-phone', { ...planner, ...phone }, rules],
    ['people', planner, people], ['people-phone', { ...planner, ...phone }, people],
    ['balance', {}, balance], ['balance-phone', phone, balance],
    ['seen', {}, seen], ['seen-phone', phone, seen],
    ['setup', planner, setup], ['setup-phone', { ...planner, ...phone }, setup],
    ['login', { login: 'nobody' }, login],
    ['wheel', { height: 960 }, wheel], ['wheel-phone', phone, wheel],
    ['public-year', {}, publicYear], ['public-year-phone', phone, publicYear],
    ['body', {}, body], ['body-phone', phone, body],
    ['subscribe', {}, subscribe], ['subscribe-phone', phone, subscribe],
    ['statement', {}, statement], ['statement-phone', phone, statement],
  ];
  for (const [name, size, show] of pictures)
    test(name, async () => {
      const { page, context } = await open(size);
      try {
        await show(page);
        await looksAsBefore(page, name);
      } finally {
        await context.close();
      }
    });
});
