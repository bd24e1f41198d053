// The other pages of the workplace as a secretary uses them: looking over, publishing, people, links, the week, rules, settings, a first year.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { accessible, faultsOf } from './browser.mjs';
import { publishedDemo, rytm, temporaryFolder } from './rytm.mjs';
import { openWorkplace } from './workplace.mjs';

const hostile = `<img src=x onerror="document.title='lurad'"> نورا ${'lång'.repeat(24)}`;

const told = (page) => page.locator('status-line [role=status]');

const devices = [['at a desk', {}], ['on a phone', { width: 390, height: 844, hasTouch: true, isMobile: true }]];

for (const [where, device] of devices) describe(`the pages of the workplace ${where}`, () => {
  const data = temporaryFolder();
  let at;
  before(async () => {
    publishedDemo(data.folder, '2027-12-31');
    const table = join(data.folder, 'folk.csv');
    writeFileSync(table, 'Namn;E-post;Organ;Roll;Parti;Ordning;Från\nKarin Exempel;karin@ekeby.example;Kommunstyrelsen;ledamot;Exempelpartiet;;2026-10-15\n' +
      'Petra Tänkt;petra@ekeby.example;Kommunstyrelsen;ersättare;Exempelpartiet;1;2026-10-15\n');
    rytm('people', 'import', '--data', data.folder, table);
    rytm('adjust', '--data', data.folder, '--slot', 'kf/meeting@2027-04-26', '--move', '2027-05-06');
    at = await openWorkplace(data.folder, device);
  });
  after(async () => {
    await at?.stop();
    data.remove();
  });

  // Waits until nothing says that it is being fetched.
  async function settled(page) {
    await page.locator('main .loading').waitFor({ state: 'detached' });
  }

  const paths = ['/ar/2027?vy=kalender', '/mandatperiod', '/se-over', '/publicera', '/publicera/beslut/ks?ar=2027', '/manniskor', '/manniskor/ny', '/manniskor/tabell', '/kalenderlankar', '/veckan?vecka=2027-05-03',
    '/historik', '/historik?vy=logg', '/anvandare', '/installningar', '/regler/ks?ar=2027', '/regler/rapporter?ar=2027', '/regler/dialog?ar=2027', '/regler/fil', '/regler/organ', '/regler/uppehall',
    '/regler/vagledning/reflection', '/borja', '/borja?steg=2', '/borja?steg=3', '/borja?steg=4', '/omvarlden?som=member&organ=ks&ar=2027'];

  const looks = [
    ['at 320 px', { width: 320 }],
    ['at 390 px in English', { width: 390, english: true }],
    ['at 1280 px', {}],
    ['at 1920 px', { width: 1920, height: 1080 }],
    ['at twice the size, in forced colours, without movement', { width: 640, height: 450, deviceScaleFactor: 2, forcedColors: 'active', reducedMotion: 'reduce' }],
  ];
  const moving = (page) => page.evaluate(() => document.getAnimations().length +
    [...document.querySelectorAll('*')].filter((one) => /[1-9]/.test(getComputedStyle(one).transitionDuration)).length);
  for (const [name, look] of where === 'at a desk' ? looks : [])
    test(`nothing hinders anybody on any page ${name}`, async () => {
      const faults = [];
      const { page, context, told: trouble } = await at.open('/historik', look);
      for (const path of paths) {
        await page.goto(`${at.url}/app${path}`);
        await page.locator('main h1').waitFor();
        await settled(page);
        faults.push(...await faultsOf(page, path), ...trouble.splice(0).map((one) => `${path}: ${one}`));
        if (look.reducedMotion && await moving(page) > 0) faults.push(`${path}: moves`);
      }
      await context.close();
      assert.deepEqual(faults, []);
    });

  test('what there is to look at is mended as suggested, taken back, and kept with a reason', async () => {
    const { page, context } = await at.open('/se-over');
    const finding = page.locator('article', { hasText: 'Kommunfullmäktige tors 6 maj 2027 ligger på' });
    await finding.getByRole('button', { name: 'Visa följderna' }).click();
    await finding.getByText('1 sak försvinner från Att se över').waitFor();
    await accessible(page, 'what a suggestion leads to');
    await finding.getByRole('button', { name: 'Spara ändringen' }).click();
    await finding.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ångra' }).click();
    await finding.waitFor();
    await finding.getByRole('button', { name: 'Behåll, ange skäl' }).click();
    await finding.getByRole('button', { name: 'Behåll', exact: true }).click();
    await finding.getByText('Skriv ett skäl').waitFor();
    await accessible(page, 'a reason that is missing');
    await finding.getByLabel('Varför ska det vara så här?').fill('Fullmäktige har valt dagen');
    await finding.getByRole('button', { name: 'Behåll', exact: true }).click();
    await page.getByText('1 sak som ni har valt att behålla').click();
    await page.getByText('Fullmäktige har valt dagen').waitFor();
    await page.getByRole('button', { name: 'Se över igen' }).click();
    await finding.waitFor();
    await context.close();
  });

  test('a form keeps what is written when somebody else saves first, and is saved the next time', async () => {
    const one = await at.open('/se-over');
    const finding = one.page.locator('article', { hasText: 'Kommunfullmäktige tors 6 maj 2027 ligger på' });
    await finding.getByRole('button', { name: 'Behåll, ange skäl' }).click();
    await finding.getByLabel('Varför ska det vara så här?').fill('Skäl som ska vara kvar');
    // The second is faster than the news of it.
    await one.page.route('**/findings**', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
    rytm('adjust', '--data', data.folder, '--slot', 'bun/meeting@2027-10-26', '--move', '2027-10-27');
    await finding.getByRole('button', { name: 'Behåll', exact: true }).click();
    await finding.getByText('Någon annan sparade medan du arbetade.').waitFor();
    assert.equal(await finding.getByLabel('Varför ska det vara så här?').inputValue(), 'Skäl som ska vara kvar');
    await one.page.unroute('**/findings**');
    await one.context.close();
  });

  test('publishing shows what changes and who is told, wants the decision whole, and can go back', async () => {
    const { page, context } = await at.open('/publicera');
    await page.getByRole('heading', { name: /^Kommunfullmäktige/ }).waitFor();
    await page.getByRole('button', { name: 'Lägg till ett beslut' }).click();
    await page.locator('.last .button.primary').click({ force: true });
    await page.getByText('Vem som beslutade saknas').waitFor();
    await accessible(page, 'a decision with fields missing');
    await page.getByLabel('Vem har beslutat?').fill('Kommunfullmäktige');
    await page.getByLabel('Beslutsdatum').fill('2026-11-16');
    await page.getByLabel('Beslutets nummer eller paragraf').fill('§ 131');
    await page.locator('.last .button.primary[aria-disabled=false]').waitFor();
    await page.locator('.last .button.primary').click();
    await page.getByRole('heading', { name: 'Publicerat' }).waitFor();
    await page.getByText('Inget att publicera').waitFor();
    await accessible(page, 'what was published');
    await page.locator('editions-list').getByRole('button', { name: /^Kommunfullmäktige/ }).click();
    await page.getByRole('button', { name: 'Gå tillbaka till utgåva 1' }).click();
    await accessible(page, 'going back');
    await page.locator('dialog').getByRole('button', { name: 'Gå tillbaka till utgåva 1' }).click();
    await page.getByText('Samma som utgåva 1').waitFor();
    await context.close();
  });

  test('people are added, seen by two at once, read from a table, and erased', async () => {
    const { page, context } = await at.open('/manniskor/ny');
    await page.getByLabel('Namn').fill(hostile);
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('Välj vilket organ det gäller.').waitFor();
    await accessible(page, 'a person without a body');
    await page.getByLabel('Organ').selectOption({ label: 'Kommunstyrelsen' });
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('link', { name: /långlång/ }).click();
    await page.getByLabel('Namn').waitFor();
    assert.match(await page.title(), /Människor/);
    await accessible(page, 'a person with a hostile name');
    const other = await at.open(new URL(page.url()).pathname.replace('/app', ''));
    await other.page.getByLabel('E-post').fill('ny@ekeby.example');
    await other.page.getByRole('button', { name: 'Spara', exact: true }).click();
    await told(other.page).getByText('Sparat.').waitFor();
    await other.context.close();
    await page.getByLabel('Namn').fill('Nora Ny');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('heading', { name: /Någon annan har ändrat personen/ }).waitFor();
    assert.equal(await page.getByLabel('Namn').inputValue(), 'Nora Ny');
    await accessible(page, 'two who change the same person');
    await page.getByRole('button', { name: 'Spara min ändring' }).click();
    await told(page).getByText('Sparat.').waitFor();
    await page.getByRole('button', { name: 'Visa allt som finns sparat' }).click();
    await page.getByText('Förhinder till möten').waitFor();
    await page.getByRole('button', { name: 'Radera personen …' }).click();
    await accessible(page, 'erasing a person');
    await page.locator('dialog').getByRole('button', { name: 'Radera personen' }).click();
    await page.getByRole('heading', { name: 'Människor' }).waitFor();
    assert.equal(await page.getByText('Nora Ny').count(), 0);

    await page.goto(`${at.url}/app/manniskor/tabell`);
    const rows = page.getByLabel('Eller klistra in rader');
    await rows.fill('Namn;E-post;Organ;Roll;Från\nNils Ny;nils@ekeby.example;Kommunstyrelsen;kung;2027-01-01');
    await page.getByRole('button', { name: 'Visa vad som händer' }).click();
    await page.getByText('Ingen roll heter "kung".').waitFor();
    await accessible(page, 'a table with a row that cannot be read');
    await rows.fill('Namn;E-post;Organ;Roll;Från\nNils Ny;nils@ekeby.example;Kommunstyrelsen;ledamot;2027-01-01');
    await page.getByRole('button', { name: 'Visa vad som händer' }).click();
    await page.getByRole('button', { name: 'Spara tabellen' }).click();
    await page.getByRole('link', { name: 'Nils Ny' }).waitFor();
    await context.close();
  });

  test('a link to a private calendar is shown once, works, and is revoked', async () => {
    const { page, context } = await at.open('/kalenderlankar');
    await page.getByRole('button', { name: 'Skapa en länk' }).click();
    await page.getByLabel('Namn').fill('Enheten');
    await page.getByRole('group', { name: 'Organ' }).getByLabel('Kommunstyrelsen', { exact: true }).check();
    await accessible(page, 'making a link');
    await page.getByRole('button', { name: 'Skapa en länk' }).click();
    const address = new URL(await page.locator('dialog input').inputValue());
    await accessible(page, 'a link that was made');
    assert.match(await (await fetch(at.url + address.pathname)).text(), /BEGIN:VCALENDAR/);
    await page.getByRole('button', { name: 'Klar' }).click();
    await page.getByRole('row', { name: /Enheten/ }).getByRole('button', { name: 'Dra tillbaka' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Dra tillbaka' }).click();
    await page.getByText('Inga länkar än.').waitFor();
    await context.close();
  });

  test('the papers of a meeting are ticked off in the week they go out', async () => {
    const { page, context } = await at.open('/veckan?vecka=2027-05-10&organ=ks');
    await page.getByRole('checkbox', { name: /^Handlingarna är ute till Kommunstyrelsen/ }).first().check();
    await told(page).getByText('Sparat: handlingarna är ute.').waitFor();
    await page.reload();
    await page.getByRole('checkbox', { name: /^Handlingarna är ute till Kommunstyrelsen/ }).first().waitFor();
    assert.ok(await page.getByRole('checkbox', { name: /^Handlingarna är ute till Kommunstyrelsen/ }).first().isChecked());
    await context.close();
  });

  test('a rule is changed as a sentence, seen in the year beside it, saved and undone in the history', async () => {
    const { page, context } = await at.open('/regler/ks?ar=2027');
    await page.getByRole('heading', { name: '11 möten 2027' }).waitFor();
    await page.getByLabel('När', { exact: true }).selectOption('weeks');
    await page.getByLabel('i vecka').fill('3, 7, 99');
    await page.locator('.field.bad').waitFor();
    await accessible(page, 'a week that there is not');
    await page.getByLabel('i vecka').fill('3, 7, 11, 34');
    await page.getByRole('heading', { name: '4 möten 2027' }).waitFor();
    await accessible(page, 'a rule with what follows');
    await page.getByRole('button', { name: 'Spara regeln' }).click();
    await told(page).getByText('Regeln är sparad.').waitFor();
    await page.goto(`${at.url}/app/historik`);
    await page.getByRole('button', { name: 'Ångra' }).first().click();
    await told(page).getByText('Ändringen är ångrad.').waitFor();
    await page.getByText(/^Ångrad genom nr/).first().waitFor();
    await page.goto(`${at.url}/app/regler/ks?ar=2027`);
    await page.getByRole('heading', { name: '11 möten 2027' }).waitFor();
    await context.close();
  });

  test('a mistake in the rule file is shown where it stands', async () => {
    const { page, context } = await at.open('/regler/fil');
    const area = page.getByLabel('Regelfilen (JSON)');
    await area.waitFor();
    await area.fill((await area.inputValue()).replace('"stora-salen"', '"Stora Salen"'));
    await page.getByRole('button', { name: 'Visa följderna' }).click();
    await page.getByRole('button', { name: /^Rad / }).first().click();
    assert.equal(await area.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), '"Stora Salen"');
    await accessible(page, 'mistakes in the rule file');
    await context.close();
  });

  test('accounts, keys and facts say what is wrong at the field, and are saved', async () => {
    const { page, context } = await at.open('/anvandare');
    await page.getByRole('button', { name: 'Lägg till ett konto' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Bo Exempel');
    await page.getByLabel('Användarnamn').fill('bo');
    await page.getByLabel('Lösenord att börja med').fill('kort');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.locator('.field.bad').waitFor();
    await accessible(page, 'a password that is too short');
    await page.getByLabel('Lösenord att börja med').fill('sju gula stolar i hallen');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('row', { name: /Bo Exempel/ }).waitFor();
    await page.getByRole('button', { name: 'Skapa en nyckel' }).click();
    await page.getByLabel('Vad nyckeln är till').fill('Prov');
    await page.getByRole('button', { name: 'Skapa en nyckel' }).click();
    assert.match(await page.locator('dialog input').inputValue(), /^rytm_/);
    await page.goto(`${at.url}/app/installningar`);
    await page.getByLabel('Adress på webben').fill('ingen adress');
    await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
    await page.locator('.field.bad').waitFor();
    await page.getByLabel('Adress på webben').fill('https://kalender.ekeby.example');
    await page.getByLabel('Namn på svenska').fill('Ekeby stad');
    await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
    await told(page).getByText('Uppgifterna är sparade.').waitFor();
    await page.getByRole('button', { name: 'Pausa mejlen' }).click();
    await page.getByText('Pausade: inget skickas.').waitFor();
    await page.getByRole('button', { name: 'Skicka igen' }).click();
    await told(page).getByText('Mejlen är i gång igen.').waitFor();
    await context.close();
  });

  test('others see less of the plan, and the page says how much', async () => {
    const { page, context } = await at.open('/omvarlden?som=public&organ=ks&ar=2027');
    await page.getByText(/^Ser 11 möten/).waitFor();
    await page.getByText(/Ser inte .* samtal/).waitFor();
    await page.getByLabel('Som', { exact: true }).selectOption('secretariat');
    await page.getByText('Ser allt som finns i planen.').waitFor();
    await context.close();
  });
});

describe('a municipality that begins', () => {
  const data = temporaryFolder();
  let at;
  before(async () => {
    const file = join(data.folder, 'alby.json');
    writeFileSync(file, JSON.stringify({
      organisation: { id: 'alby', name: 'Alby kommun', host: 'alby.example', zone: 'Europe/Stockholm' }, template: 'sweden-municipality@1',
      window: { from: '2027-01-01', until: '2027-12-31' }, bodies: [{ id: 'kf' }, { id: 'ks' }],
    }));
    rytm('init', '--data', join(data.folder, 'data'), file);
    at = await openWorkplace(join(data.folder, 'data'));
  });
  after(async () => {
    await at?.stop();
    data.remove();
  });

  test('comes from its decided dates to a published year and a link for Outlook', async () => {
    const { page, context } = await at.open('/borja');
    await page.getByLabel('Vem man frågar').fill('Kansliet, kansliet@alby.example');
    await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
    await page.getByRole('checkbox', { name: 'Socialnämnden', exact: true }).check();
    await page.getByRole('button', { name: 'Lägg till ett organ' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Äldrenämnden');
    await page.getByLabel('Kortnamn').fill('ÄN');
    await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
    await page.getByLabel('Lägg in beslutade datum').check();
    await page.getByLabel('Eller klistra in').fill('Kommunstyrelsen: 13 januari, 3 februari kl. 9, 3 mars\nÄldrenämnden: 14 januari, 30 februari');
    await page.getByRole('button', { name: 'Visa hur det läses' }).click();
    await page.getByText('Rader att rätta. Inget är ändrat.').waitFor();
    await accessible(page, 'rows to mend');
    await page.getByLabel('Eller klistra in').fill('Kommunstyrelsen: 13 januari, 3 februari kl. 9, 3 mars\nÄldrenämnden: 14 januari kl. 13, 11 februari kl. 13');
    await page.getByRole('button', { name: 'Visa hur det läses' }).click();
    await page.getByRole('button', { name: 'Spara datumen och gå vidare' }).click();
    await page.getByRole('row', { name: /Äldrenämnden 2: 14 jan, 11 feb/ }).waitFor();
    await accessible(page, 'the year before it is published');
    await page.getByRole('button', { name: 'Publicera året' }).click();
    await page.getByRole('heading', { name: 'Året är publicerat' }).waitFor();
    await page.getByRole('link', { name: 'Kalenderlänkar' }).last().click();
    await page.getByRole('button', { name: /^Äldrenämnden/ }).click();
    const address = new URL(await page.locator('.opened-feed input').inputValue());
    assert.match(await (await fetch(at.url + address.pathname)).text(), /DTSTART;TZID=Europe\/Stockholm:20270114T130000/);
    await context.close();
  });
});
