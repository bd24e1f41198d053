// What is printed, filed and left to the next time: the decision document, the steps before and after meetings, large print, editions as
// archives, and the lines of a dialogue; read with other people's programs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import Ajv from 'ajv';
import { accessible, launch, troubles } from './browser.mjs';
import { program, root, rytm, serve, temporaryFolder } from './rytm.mjs';
import { connectApp, firstPassword as password, logIn } from './workplace.mjs';

const secondsMax = 20;
const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });

describe('papers', () => {
  const data = temporaryFolder();
  const folder = join(data.folder, 'data');
  let server;
  let key;

  before(async () => {
    rytm('init', '--data', folder, join(root, 'calendar', 'demo', 'organisation.json'));
    rytm('publish', '--data', folder, '--until', '2027-12-31', '--adopted', 'ks:2027: Kommunstyrelsen 2026-11-17 § 131');
    rytm('adjust', '--data', folder, '--slot', 'ks/meeting@2027-05-19', '--move', '2027-05-26', '--reason', 'Salen är upptagen');
    execFileSync(program, ['user', 'add', '--data', folder, 'ada', '--planner'], { input: `${password}\n` });
    key = rytm('user', 'key', 'add', '--data', folder, 'prov', '--planner').match(/rytm_\S+/)[0];
    server = await serve(folder);
  });
  after(async () => {
    await server?.stop();
    data.remove();
  });

  // Fetched and kept; the path of the file.
  async function file(address, name) {
    const answer = await fetch(`${server.url}${address}`, { headers: { authorization: `Bearer ${key}` } });
    assert.equal(answer.status, 200, address);
    const path = join(data.folder, name);
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
    return path;
  }
  const api = '/api/v1/organisations/ekeby';
  // The names of the parts of its structure, each with its depth taken away.
  const structure = (pdf) => run('pdfinfo', '-struct', pdf).split('\n').map((line) => line.trim().replace(/ \(.*/, ''));
  const words = (pdf) => run('pdftotext', '-layout', pdf, '-');

  test('the decision document has the decision, dates, differences with reasons, and its pages counted', async () => {
    const pdf = await file(`${api}/decision.pdf?bodies=ks,kf&from=2027-01-01&until=2027-12-31&heard=Gruppledarna&reports=true&dialogues=true`, 'decision.pdf');
    const text = words(pdf);
    for (const told of ['Sammanträdesplan 2027, Kommunstyrelsen', 'Beslutad av Kommunstyrelsen 17 november 2026, § 131', 'onsdag 26 maj',
      'flyttat från ons 19 maj', 'Skäl: Salen är upptagen', 'Gruppledarna', 'Rapporter som beslutas', 'Förslag till beslut', 'Sida 1 av '])
      assert.ok(text.includes(told), told);
    const parts = structure(pdf);
    for (const [part, least] of [['H1', 2], ['H2', 10], ['Table', 2], ['TH', 20], ['L', 3], ['LI', 5]])
      assert.ok(parts.filter((one) => one === part).length >= least, part);
    const raw = readFileSync(pdf, 'latin1');
    assert.match(raw, /\/Lang \(sv\)/);
    assert.match(run('pdfinfo', pdf), /^Title: +Sammanträdesplan 2027$/m);
  });

  test('the steps before and after the meetings are on paper and in a table, the public ones for everybody', async () => {
    const pdf = await file(`${api}/bodies/ks/chains/2027.pdf`, 'chain.pdf');
    assert.match(words(pdf), /Justering +ons 27 jan/);
    assert.ok(structure(pdf).filter((one) => one === 'TH').length > 20);
    const all = readFileSync(await file(`${api}/bodies/kf/chains/2027.csv`, 'chain.csv'), 'utf8');
    const open = readFileSync(await file('/ekeby/kf/2027-chain.csv', 'open.csv'), 'utf8');
    const columns = (csv) => csv.split('\r\n')[0].split(';');
    assert.deepEqual(columns(open), ['\uFEFFSammanträde', 'Kallelse, handlingar och tillkännagivande']);
    assert.ok(columns(all).length > 5);
    const page = await (await fetch(`${server.url}/ekeby/kf`)).text();
    assert.match(page, /href="\/ekeby\/kf\/2027-chain\.pdf"/);
  });

  test('large print has dates of 14 points at least, half a year to a page', async () => {
    const pdf = await file('/ekeby/2027-large-print.pdf', 'large.pdf');
    const boxes = [...run('pdftotext', '-bbox', pdf, '-').matchAll(/yMin="([\d.]+)".*yMax="([\d.]+)">(\d{1,2})<\/word>/g)];
    assert.ok(boxes.length > 40);
    for (const [, top, bottom] of boxes.filter(([, , , day]) => day)) assert.ok(bottom - top >= 14, `${bottom - top}`);
    const [first, second] = words(pdf).split('\f');
    assert.ok(first.includes('juni') && !first.includes('juli') && second.includes('juli') && second.includes('dec'));
  });

  test('an edition is filed as PDF and JSON with sums, by the API and by the command alike', async () => {
    const zip = await file(`${api}/editions/ks/1/archive`, 'ks.zip');
    const own = join(data.folder, 'own.zip');
    const told = JSON.parse(rytm('export', '--data', folder, '--archive', own, '--body', 'ks', '--number', '1'));
    assert.equal(told.editions, 1);
    assert.ok(readFileSync(zip).equals(readFileSync(own)), 'the same bytes');
    const unpacked = join(data.folder, 'unpacked');
    run('python3', '-m', 'zipfile', '-e', zip, unpacked);
    execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: unpacked });
    const edition = JSON.parse(readFileSync(join(unpacked, 'ekeby-ks-1.json'), 'utf8'));
    const fits = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(unpacked, 'edition.schema.json'), 'utf8')));
    assert.ok(fits(edition), JSON.stringify(fits.errors));
    assert.equal(edition.schema, 'rytm-edition@1');
    assert.equal(edition.adoptions[0].paragraph, '§ 131');
    assert.match(words(join(unpacked, 'ekeby-ks-1.pdf')), /Kommunstyrelsen, utgåva 1[^]*ons 19 maj/);
    await file(`${api}/editions/archive`, 'all.zip');
    assert.match(run('python3', '-m', 'zipfile', '-l', join(data.folder, 'all.zip')), /ekeby-kf-1\.pdf/);
  });

  test('a secretary takes them from the workplace, and writes down what a dialogue agreed on', async () => {
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
      page.setDefaultTimeout(secondsMax * 1000);
      const faults = troubles(page);
      await logIn(page, server, 'ada', password);
      await connectApp(page);
      await page.locator('header.top').waitFor();
      const { items } = await (await fetch(`${server.url}${api}/plan?kind=dialogue&body=ks&from=2027-01-01&until=2028-12-31&limit=1000`,
        { headers: { authorization: `Bearer ${key}` } })).json();
      const again = items.find(({ origin, guide, day }) => guide && items.some((other) => other.origin === origin && other.day > day));
      const next = items.find(({ origin, day }) => origin === again.origin && day > again.day);

      await page.goto(`${server.url}/app/publicera/beslut/ks?ar=2027`);
      await page.getByLabel('Ta med rapporter').check();
      await page.getByLabel('Hörda').fill('Gruppledarna');
      const address = await page.getByRole('link', { name: 'Hämta som PDF' }).getAttribute('href');
      assert.match(address, /reports=true/);
      assert.equal((await page.request.get(address)).headers()['content-type'], 'application/pdf');
      await page.locator('.sheet').getByText('Beslutad av Kommunstyrelsen 17 november 2026, § 131').waitFor();
      await accessible(page, 'the decision document with more in it');

      await page.goto(`${server.url}/app/publicera`);
      await page.locator('.editions').getByRole('button', { name: 'Kommunstyrelsen utgåva' }).click();
      const archive = page.getByRole('link', { name: 'Arkivfil, utgåva 1' });
      assert.match(await archive.getAttribute('href'), /\/editions\/ks\/1\/archive/);

      await page.goto(`${server.url}/app/ar/${again.day.slice(0, 4)}?mote=${again.id}`);
      await page.locator('.year-files summary').click();
      await page.getByRole('link', { name: 'Kommunstyrelsen, PDF' }).waitFor();
      await accessible(page, 'files of the year');
      await page.locator('.year-files summary').click();
      await page.getByRole('button', { name: 'Skriv raderna' }).click();
      await page.getByText('blir normalt en allmän handling').waitFor();
      await page.getByLabel('Rad 1').fill('Vi börjar varje möte med en runda');
      await accessible(page, 'lines of a dialogue');
      await page.getByRole('button', { name: 'Spara raderna' }).click();
      await page.getByRole('button', { name: 'Ändra raderna' }).waitFor();

      await page.goto(`${server.url}/app/ar/${next.day.slice(0, 4)}?mote=${next.id}`);
      await page.getByText('Från förra gången').waitFor();
      await page.getByText('Vi börjar varje möte med en runda').waitFor();
      await page.getByRole('link', { name: 'Vägledning att skriva ut' }).click();
      await page.locator('.guide').getByText('Vi börjar varje möte med en runda').waitFor();
      await accessible(page, 'a guide with lines from the last time');
      assert.deepEqual(faults, []);
    } finally {
      await browser.close();
    }
  });
});
