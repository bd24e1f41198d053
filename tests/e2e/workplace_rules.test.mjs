// Regler as a planner uses it: steps, reports, talks, bodies, series and breaks are added, changed and taken away in forms, seen in the
// year before they are saved, and undone; by mouse, by keyboard alone, on a phone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { accessible, launch, troubles } from './browser.mjs';
import { chooseIn, comesTo, pressOn, typeIn } from './keys.mjs';
import { program, publishedDemo, serve, temporaryFolder } from './rytm.mjs';
import { connectApp, firstPassword as password, logIn } from './workplace.mjs';

const secondsMax = 60;

describe('the rules in forms', () => {
  const data = temporaryFolder();
  let server;
  let browser;
  let storageState;

  before(async () => {
    publishedDemo(data.folder, '2027-12-31');
    execFileSync(program, ['user', 'add', '--data', data.folder, 'petra', '--name', 'Petra Planerare', '--planner'], { input: `${password}\n` });
    server = await serve(data.folder);
    browser = await launch();
    const context = await browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    page.setDefaultTimeout(secondsMax * 1000);
    await logIn(page, server, 'petra', password);
    await connectApp(page);
    await page.locator('header.top').waitFor();
    storageState = await context.storageState();
    await context.close();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    data.remove();
  });

  async function open(part, { width = 1280, height = 900, english = false, ...more } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', storageState, ...more });
    if (english) await context.addInitScript(() => localStorage.setItem('rytm-language', 'en'));
    const page = await context.newPage();
    page.setDefaultTimeout(secondsMax * 1000);
    const told = troubles(page);
    await page.goto(`${server.url}/app/regler/${part}?ar=2027`);
    await page.locator('main h1').waitFor();
    await page.locator('main .loading').waitFor({ state: 'detached' });
    return { page, context, told };
  }

  async function done({ context, told }) {
    await context.close();
    assert.deepEqual(told, []);
  }

  const fileText = (page) => page.evaluate(async () => (await fetch('/api/v1/organisations/ekeby/rules')).text());
  const live = (page) => page.locator('.live').last();
  const saved = (page) => page.locator('status-line [role=status]').getByText('Regeln är sparad.');

  async function save(page, name) {
    await page.locator('.finding-box .consequences').waitFor();
    await page.getByRole('button', { name }).click();
    await page.locator('.finding-box').waitFor({ state: 'detached' });
    await saved(page).waitFor();
  }

  // Takes back the latest change, and holds that the file is again what it was, byte for byte.
  async function undo(page, before) {
    await page.locator('status-line').getByRole('button', { name: 'Ångra' }).click();
    await page.locator('status-line [role=status]').getByText('Ändringen är ångrad.').waitFor();
    assert.equal(await fileText(page), before);
  }

  // The text without what stands between its common beginning and end: what was changed.
  function changedPart(before, now) {
    let from = 0;
    while (before[from] === now[from]) from++;
    let end = 0;
    while (before.at(-1 - end) === now.at(-1 - end) && end < Math.min(before.length, now.length) - from) end++;
    return [before.slice(from, before.length - end), now.slice(from, now.length - end)];
  }

  test('a step is added before the meeting, seen in the year, saved and undone', async () => {
    const opened = await open('ks');
    const { page } = opened;
    const before = await fileText(page);
    await page.getByRole('button', { name: 'Ändra stegen' }).click();
    await page.getByRole('button', { name: 'Lägg till ett steg' }).click();
    await page.getByLabel('Vad steget heter', { exact: true }).fill('Pressmeddelande');
    await page.getByLabel('Hur långt').fill('1');
    await page.getByLabel('Räknat i').selectOption('veckor');
    await page.getByLabel('Före eller efter').selectOption('efter');
    await live(page).getByText('Pressmeddelande').waitFor();
    await accessible(page, 'a new step');
    await save(page, 'Spara stegen');
    const [was, is] = changedPart(before, await fileText(page));
    assert.equal(was.trim(), '');
    assert.match(is, /"pressmeddelande"/);
    await page.locator('.things').getByText('Pressmeddelande').waitFor();
    await undo(page, before);
    await page.locator('.things').getByText('Pressmeddelande').waitFor({ state: 'detached' });
    await done(opened);
  });

  test('the template’s steps are changed, moved and taken away; what is wrong is said at its field', async () => {
    const opened = await open('bun');
    const { page } = opened;
    const before = await fileText(page);
    await page.getByRole('button', { name: 'Ändra stegen' }).click();
    await page.getByRole('button', { name: 'Ändra Ärendestopp' }).click();
    await page.getByLabel('Hur långt').fill('999');
    await page.locator('.field.bad').waitFor();
    assert.equal(await page.getByLabel('Hur långt').inputValue(), '999');
    await accessible(page, 'a step too far away');
    await page.getByLabel('Hur långt').fill('9');
    await page.getByLabel('Räknat i').selectOption('arbetsdagar');
    await page.getByRole('button', { name: 'Ta bort Facklig samverkan' }).click();
    await page.getByRole('button', { name: 'Flytta ned Utkast till' }).click();
    await save(page, 'Spara stegen');
    const rules = JSON.parse(await fileText(page));
    assert.deepEqual(rules.chains.committee.map(({ id, ...said }) => [id, said]), [
      ['union', { off: true }], ['item-deadline', { 'working-days': -9 }], ['drafts', { before: 'presidium' }],
    ]);
    await page.locator('.things').getByText('9 arbetsdagar före mötet').waitFor();
    await undo(page, before);
    await done(opened);
  });

  test('a report with two hops is added by keyboard, drawn as it is written, and undone', async () => {
    const opened = await open('rapporter');
    const { page } = opened;
    const before = await fileText(page);
    await pressOn(page, page.getByRole('button', { name: 'Lägg till en rapport' }));
    await typeIn(page, page.getByLabel('Namn', { exact: true }), 'Klimatredovisning');
    await typeIn(page, page.getByLabel('Enhet som skriver den', { exact: true }), 'Miljökontoret');
    await pressOn(page, page.getByRole('button', { name: 'Lägg till ett led' }));
    await chooseIn(page, page.getByLabel('Vem').nth(0), 'Kommunstyrelsen');
    await typeIn(page, page.getByLabel('Vad de gör', { exact: true }).nth(0), 'Föreslår');
    await pressOn(page, page.getByRole('button', { name: 'Lägg till ett led' }));
    await chooseIn(page, page.getByLabel('Vem').nth(1), 'Kommunfullmäktige');
    await chooseIn(page, page.getByLabel('Sista dag', { exact: true }).nth(1), 'en');
    await page.locator('.way svg').getByText('Kommunfullmäktige').waitFor();
    await page.locator('.finding-box .consequences').waitFor();
    await accessible(page, 'a new report');
    await pressOn(page, page.getByRole('button', { name: 'Spara rapporten' }));
    await saved(page).waitFor();
    const rules = JSON.parse(await fileText(page));
    assert.deepEqual(rules.reports.map(({ id, unit, route }) => [id, unit, route]), [['klimatredovisning', 'Miljökontoret',
      [{ bodies: 'ks', does: 'Föreslår' }, { bodies: 'kf', by: { day: '--12-31' } }]]]);
    await page.locator('#report option[value="klimatredovisning"]').waitFor({ state: 'attached' });
    await comesTo(page, () => page.getByLabel('Rapport', { exact: true }).inputValue(), 'klimatredovisning');
    await undo(page, before);
    await done(opened);
  });

  test('a report of the template is changed, taken away with what follows shown first, and one in reserve is used', async () => {
    const opened = await open('rapporter');
    const { page } = opened;
    const before = await fileText(page);
    await page.getByLabel('Rapport', { exact: true }).selectOption('tertial-follow-up');
    await page.getByRole('button', { name: 'Ändra rapporten' }).click();
    await page.getByRole('button', { name: 'Flytta ned Led 1' }).click();
    await page.getByRole('button', { name: 'Ta bort Led 2' }).click();
    await save(page, 'Spara rapporten');
    assert.deepEqual(JSON.parse(await fileText(page)).reports.map(({ id, route }) => [id, route.length]), [['tertial-follow-up', 1]]);
    await undo(page, before);
    await page.getByRole('button', { name: 'Ändra rapporten' }).click();
    await page.getByRole('button', { name: 'Ta bort rapporten' }).click();
    await page.getByText(/Det som redan är publicerat/).waitFor();
    await save(page, 'Ta bort rapporten');
    assert.deepEqual(JSON.parse(await fileText(page)).reports, [{ id: 'tertial-follow-up', off: true }]);
    await page.getByText(/^Används inte/).click();
    await page.getByRole('button', { name: 'Använd Tertialuppföljning' }).click();
    await save(page, 'Använd Tertialuppföljning');
    assert.equal(JSON.parse(await fileText(page)).reports, undefined);
    await done(opened);
  });

  test('a talk is added on a phone, with its days beside it, and undone', async () => {
    const opened = await open('dialog', { width: 390, height: 844, hasTouch: true });
    const { page } = opened;
    const before = await fileText(page);
    await page.getByRole('button', { name: 'Lägg till ett samtal' }).tap();
    await page.getByLabel('Namn', { exact: true }).fill('Frukost med chefen');
    await page.getByLabel('Mellan vilka').fill('Presidiet och förvaltningschefen');
    await page.getByLabel('Alla nämnder').tap();
    await page.getByLabel('När', { exact: true }).selectOption('i vissa veckor');
    await page.getByLabel('i vecka').fill('5, 40');
    await page.getByLabel('Klockslag').fill('08:00');
    await page.getByLabel('Vägledning').selectOption('reflection');
    await page.getByRole('checkbox', { name: /^Skyddat/ }).tap();
    await live(page).getByText('BUN').first().waitFor();
    await accessible(page, 'a new talk on a phone');
    await save(page, 'Spara samtalet');
    const [talk] = JSON.parse(await fileText(page)).dialogues;
    assert.deepEqual([talk.id, talk.when, talk.guide, talk.protected, talk.bodies],
      ['frukost-med-chefen', { weeks: [5, 40], weekday: 'WE' }, 'reflection', false, { kind: 'committee' }]);
    await undo(page, before);
    await done(opened);
  });

  test('a body is added without dates, gets its meetings, one that differs, and goes again', async () => {
    const opened = await open('organ');
    const { page } = opened;
    const before = await fileText(page);
    await page.getByRole('button', { name: 'Lägg till ett organ' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Jävsnämnden');
    await page.getByLabel('Kort namn').fill('JN');
    await page.getByLabel('Eget mål: timmar dialog om året').fill('12');
    await save(page, 'Spara organet');
    await page.getByRole('table').getByRole('link', { name: 'Jävsnämnden' }).click();
    await page.getByText('Organet har inga möten ännu.').waitFor();
    await page.getByRole('button', { name: 'Lägg till en serie möten' }).click();
    await page.getByLabel('Vad mötet heter', { exact: true }).fill('Sammanträde');
    await page.getByLabel('i vecka').fill('6, 12, 20, 38, 46');
    await page.getByRole('heading', { name: '5 möten 2027' }).waitFor();
    await page.getByText(/^Möten som är annorlunda/).click();
    await page.getByRole('button', { name: 'Lägg till ett avvikande möte' }).click();
    await accessible(page, 'a new series with a meeting that differs');
    await save(page, 'Spara regeln');
    const body = JSON.parse(await fileText(page)).bodies.at(-1);
    assert.deepEqual([body.id, body.kind, body['dialogue-hours'], body.series[0].variants], ['jn', 'committee', 12, [{ when: { 'last-of': 'year' } }]]);
    await page.getByRole('heading', { name: '5 möten 2027' }).waitFor();
    await page.goto(`${server.url}/app/regler/organ`);
    await page.getByRole('button', { name: 'Ändra Jävsnämnden' }).click();
    await page.getByRole('button', { name: 'Ta bort organet' }).click();
    await page.getByText('Jävsnämnden tas bort.').waitFor();
    await accessible(page, 'a body that is to go');
    await save(page, 'Ta bort organet');
    assert.equal(await fileText(page), before);
    await done(opened);
  });

  test('a series of the template is taken away, and an extra meeting and a break are added', async () => {
    const opened = await open('kfn');
    const { page } = opened;
    const before = await fileText(page);
    const adding = page.getByRole('group', { name: 'Lägg till undantaget' });
    await adding.getByLabel('Vad').selectOption('ett extra möte');
    await adding.getByLabel('Ny dag').fill('2027-06-02');
    await adding.getByLabel('Skäl').fill('Badhuset');
    await adding.getByRole('button', { name: 'Lägg till undantaget' }).click();
    await page.locator('.live').first().getByText('ons 2 juni').waitFor();
    await save(page, 'Spara regeln');
    await undo(page, before);
    await page.goto(`${server.url}/app/regler/majoritetsgrupp?ar=2027`);
    await page.getByRole('button', { name: 'Ta bort Gruppmöte' }).click();
    await page.getByRole('heading', { name: '0 möten 2027' }).waitFor();
    await save(page, 'Ta bort serien');
    assert.ok(JSON.parse(await fileText(page)).bodies.find(({ id }) => id === 'majoritetsgrupp').series[0].off);
    await undo(page, before);
    await page.goto(`${server.url}/app/regler/uppehall`);
    await page.getByRole('button', { name: 'Lägg till: Skollov' }).click();
    await page.getByRole('group', { name: 'Skollov 4' }).getByLabel('Namn', { exact: true }).fill('Novemberlov');
    await page.getByRole('group', { name: 'Novemberlov' }).getByLabel('Vecka').fill('60');
    await page.locator('.field.bad, .note.error').waitFor();
    await page.getByRole('group', { name: 'Novemberlov' }).getByLabel('Vecka').fill('47');
    await accessible(page, 'a new break');
    await save(page, 'Spara');
    await undo(page, before);
    await done(opened);
  });

  test('who comes too late sees what came between, keeps what is written, and saves it after all', async () => {
    const opened = await open('dialog');
    const { page } = opened;
    await page.getByRole('button', { name: 'Ändra Besök i verksamheten' }).click();
    await page.getByLabel('Vart så många möte').fill('4');
    await page.locator('.finding-box .consequences').waitFor();
    await page.evaluate(async () => {
      const me = await (await fetch('/api/v1/me')).json();
      const seen = (await fetch('/api/v1/organisations/ekeby')).headers.get('etag');
      await fetch('/api/v1/organisations/ekeby/rules', { method: 'PATCH',
        headers: { 'Content-Type': 'application/json-patch+json', 'If-Match': seen, 'X-CSRF-Token': me['csrf-token'] },
        body: JSON.stringify([{ op: 'add', path: '/settings', value: { 'load-per-week': 30 } }]) });
    });
    assert.equal(await page.getByLabel('Vart så många möte').inputValue(), '4');
    await page.locator('.finding-box .consequences').waitFor();
    await page.getByRole('button', { name: 'Spara samtalet' }).click();
    await saved(page).or(page.locator('.note.warning')).first().waitFor();
    if (!(await saved(page).isVisible())) await save(page, 'Spara samtalet');
    const rules = JSON.parse(await fileText(page));
    assert.deepEqual([rules.dialogues, rules.settings], [[{ id: 'visit', when: { meeting: 'every', n: 4, days: 7 } }], { 'load-per-week': 30 }]);
    await done(opened);
  });

  for (const [width, english] of [[390, true], [1280, false], [1920, false]])
    test(`every form is open to everybody at ${width} px${english ? ' in English' : ''}`, async () => {
      const opened = await open('ks', { width, english });
      const { page } = opened;
      const press = (sv, en) => page.getByRole('button', { name: english ? en : sv }).first().click();
      await press('Ändra stegen', 'Change the steps');
      await press('Ändra Ärendelista', 'Change List of items');
      await accessible(page, 'the steps of a chain');
      for (const [part, sv, en] of [['rapporter', 'Ändra rapporten', 'Change the report'], ['dialog', 'Lägg till ett samtal', 'Add a talk'],
        ['organ', 'Lägg till ett organ', 'Add a body'], ['ks-presidium', 'Lägg till en serie möten', 'Add a series of meetings']]) {
        await page.goto(`${server.url}/app/regler/${part}?ar=2027`);
        await press(sv, en);
        await accessible(page, `a form of ${part}`);
      }
      await done(opened);
    });
});
