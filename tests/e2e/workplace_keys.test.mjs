// The workplace without a mouse: every page by Tab, Enter, Space, arrows and Escape, with the focus in sight at each stop and nowhere lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chooseIn, dateIn, hasFocus, keptFocus, pressOn, tabTo, typeIn } from './keys.mjs';
import { program, publishedDemo, rytm, temporaryFolder } from './rytm.mjs';
import { firstPassword as first, openWorkplace, ownPassword as own } from './workplace.mjs';

describe('the workplace by keys alone', () => {
  const data = temporaryFolder();
  let at;
  before(async () => {
    publishedDemo(data.folder, '2027-12-31');
    const table = join(data.folder, 'folk.csv');
    writeFileSync(table, 'Namn;Organ;Roll;Parti;Ordning;Från\nLeila Exempel;ks;ledamot;Provpartiet;;2026-10-15\n');
    rytm('people', 'import', '--data', data.folder, table);
    rytm('adjust', '--data', data.folder, '--slot', 'kf/meeting@2027-04-26', '--move', '2027-05-06');
    at = await openWorkplace(data.folder);
    execFileSync(program, ['user', 'add', '--data', data.folder, 'karin', '--name', 'Karin Sekreterare', '--secretary', 'ks,kf'], { input: `${first}\n` });
  });
  after(async () => {
    await at?.stop();
    data.remove();
  });

  const said = (page, words) => page.locator('status-line [role=status]', { hasText: words }).waitFor();
  const button = (page, name) => page.getByRole('button', { name, exact: true });
  const heading = (page) => page.locator('main h1');

  // Opens a dialog, and leaves it by Escape: back to where one was.
  async function opensAndLeaves(page, opener) {
    const dialog = page.locator('dialog');
    await pressOn(page, opener);
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await hasFocus(page, opener, 'a dialog that was left');
  }

  async function done({ context, told }) {
    await context.close();
    assert.deepEqual(told, []);
  }

  test('lets a secretary in and out, past the navigation and through its menus', async () => {
    const visit = await at.open('/', { storageState: undefined });
    const { page } = visit;
    await hasFocus(page, page.getByLabel('Användarnamn'), 'logging in');
    await typeIn(page, page.getByLabel('Användarnamn'), 'karin');
    await typeIn(page, page.getByLabel('Lösenord'), first);
    await page.keyboard.press('Enter');
    await typeIn(page, page.getByLabel('Nytt lösenord'), own);
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    await pressOn(page, page.getByRole('link', { name: 'Hoppa till innehållet' }));
    await hasFocus(page, heading(page), 'past the navigation');
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, button(page, 'Mer'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Historik' }));
    await page.keyboard.press('Escape');
    await hasFocus(page, button(page, 'Mer'), 'a menu that was closed');
    await page.keyboard.press('Enter');
    await pressOn(page, page.getByRole('link', { name: 'Historik' }));
    await hasFocus(page, page.getByRole('heading', { level: 1, name: 'Historik' }), 'a page gone to');
    await tabTo(page, page.getByRole('button', { name: /Karin/ }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await pressOn(page, button(page, 'Logga ut'));
    await hasFocus(page, page.getByLabel('Användarnamn'), 'logged out');
    await done(visit);
  });

  test('mends what there is to look at as suggested, and keeps it with a reason', async () => {
    const visit = await at.open('/se-over');
    const { page } = visit;
    const finding = page.locator('article', { hasText: 'Kommunfullmäktige tors 6 maj 2027 ligger på' });
    await pressOn(page, finding.getByRole('button', { name: 'Visa följderna' }));
    await finding.getByText('1 sak försvinner från Att se över').waitFor();
    await pressOn(page, finding.getByRole('button', { name: 'Spara ändringen' }));
    await finding.waitFor({ state: 'detached' });
    await hasFocus(page, heading(page), 'a finding that was mended');
    await pressOn(page, button(page, 'Ångra'));
    await finding.waitFor();
    await said(page, 'Ändringen är ångrad.');
    await keptFocus(page, 'what was taken back');
    await pressOn(page, finding.getByRole('button', { name: 'Behåll, ange skäl' }));
    await hasFocus(page, finding.locator('textarea'), 'a reason to give');
    await pressOn(page, finding.getByRole('button', { name: 'Behåll', exact: true }));
    await hasFocus(page, finding.locator('textarea'), 'a reason that is missing');
    await page.keyboard.type('Fullmäktige har valt dagen');
    await pressOn(page, finding.getByRole('button', { name: 'Behåll', exact: true }));
    await finding.waitFor({ state: 'detached' });
    await hasFocus(page, heading(page), 'a finding that was kept');
    await pressOn(page, page.getByText('1 sak som ni har valt att behålla'));
    await pressOn(page, button(page, 'Se över igen'));
    await finding.waitFor();
    await keptFocus(page, 'the list of what was kept, gone');
    await done(visit);
  });

  test('publishes with a decision, and goes back to an earlier edition', async () => {
    const visit = await at.open('/publicera');
    const { page } = visit;
    const publish = page.locator('.last .button.primary');
    await page.getByRole('heading', { name: /^Kommunfullmäktige/ }).waitFor();
    await pressOn(page, button(page, 'Lägg till ett beslut'));
    await hasFocus(page, page.locator('#decision-0-body'), 'a decision that was added');
    await pressOn(page, button(page, 'Ta bort beslutet'));
    await hasFocus(page, button(page, 'Lägg till ett beslut'), 'a decision that was taken away');
    await page.keyboard.press('Enter');
    await pressOn(page, publish);
    await page.getByText('Vem som beslutade saknas').waitFor();
    await hasFocus(page, page.getByLabel('Vem har beslutat?'), 'what is missing');
    await typeIn(page, page.getByLabel('Vem har beslutat?'), 'Kommunfullmäktige');
    await dateIn(page, page.getByLabel('Beslutsdatum'), '2026-11-16');
    await typeIn(page, page.getByLabel('Beslutets nummer eller paragraf'), '§ 131');
    await page.locator('.last .button.primary[aria-disabled=false]').waitFor();
    await pressOn(page, publish);
    await hasFocus(page, page.getByRole('heading', { name: 'Publicerat' }), 'what was published');
    await pressOn(page, page.locator('editions-list').getByRole('button', { name: /^Kommunfullmäktige/ }));
    const back = page.locator('editions-list table').getByRole('button', { name: 'Gå tillbaka till utgåva 1' });
    const dialog = page.locator('dialog');
    await pressOn(page, back);
    await dialog.waitFor();
    await keptFocus(page, 'going back');
    await pressOn(page, dialog.getByRole('button', { name: 'Avbryt' }));
    await dialog.waitFor({ state: 'detached' });
    await hasFocus(page, back, 'a dialog that was left');
    await page.keyboard.press('Enter');
    await pressOn(page, dialog.getByRole('button', { name: 'Gå tillbaka till utgåva 1' }));
    await page.getByText('Samma som utgåva 1').waitFor();
    await keptFocus(page, 'an earlier edition');
    await done(visit);
  });

  test('adds a person, and erases them', async () => {
    const visit = await at.open('/manniskor');
    const { page } = visit;
    await pressOn(page, page.getByRole('link', { name: 'Lägg till en person' }));
    await hasFocus(page, heading(page), 'a new person');
    await typeIn(page, page.getByLabel('Namn'), 'Nora Ny');
    await page.keyboard.press('Enter');
    await hasFocus(page, page.getByLabel('Organ'), 'a body that is missing');
    await chooseIn(page, page.getByLabel('Organ'), 'Kommunstyrelsen');
    await pressOn(page, button(page, 'Lägg till uppdrag'));
    await hasFocus(page, page.locator('#assignment-1-body'), 'an assignment that was added');
    await pressOn(page, button(page, 'Ta bort uppdraget').last());
    await keptFocus(page, 'an assignment that was taken away');
    await tabTo(page, button(page, 'Spara'));
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: 'Nora Ny' }).waitFor();
    await hasFocus(page, heading(page), 'a person who was added');
    await typeIn(page, page.getByLabel('Sök'), 'Nora');
    await pressOn(page, page.getByRole('link', { name: 'Nora Ny' }));
    await pressOn(page, button(page, 'Visa allt som finns sparat'));
    await page.getByText('Förhinder till möten').waitFor();
    await keptFocus(page, 'everything stored');
    await opensAndLeaves(page, button(page, 'Radera personen …'));
    await page.keyboard.press('Enter');
    await pressOn(page, page.locator('dialog').getByRole('button', { name: 'Radera personen' }));
    await page.getByRole('heading', { level: 1, name: 'Människor' }).waitFor();
    await hasFocus(page, heading(page), 'a person who was erased');
    await done(visit);
  });

  test('makes a link to a calendar, and revokes it', async () => {
    const visit = await at.open('/kalenderlankar');
    const { page } = visit;
    const dialog = page.locator('dialog');
    await pressOn(page, button(page, 'Skapa en länk'));
    await hasFocus(page, page.getByLabel('Namn'), 'a link to make');
    await pressOn(page, button(page, 'Avbryt'));
    await hasFocus(page, button(page, 'Skapa en länk'), 'a form that was left');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Enheten');
    await pressOn(page, page.getByRole('group', { name: 'Organ' }).getByLabel('Kommunstyrelsen', { exact: true }), 'Space');
    await pressOn(page, button(page, 'Skapa en länk'));
    await dialog.waitFor();
    await keptFocus(page, 'a link that was made');
    await pressOn(page, dialog.getByRole('button', { name: 'Klar' }));
    await dialog.waitFor({ state: 'detached' });
    await keptFocus(page, 'a dialog that is done');
    const revoke = page.getByRole('row', { name: /Enheten/ }).getByRole('button', { name: 'Dra tillbaka' });
    await opensAndLeaves(page, revoke);
    await page.keyboard.press('Enter');
    await pressOn(page, dialog.getByRole('button', { name: 'Dra tillbaka' }));
    await page.getByText('Inga länkar än.').waitFor();
    await hasFocus(page, button(page, 'Skapa en länk'), 'the only row, gone');
    await done(visit);
  });

  test('ticks off papers in another week', async () => {
    const visit = await at.open('/veckan?vecka=2027-05-03&organ=ks');
    const { page } = visit;
    await pressOn(page, page.getByRole('link', { name: 'Veckan efter' }));
    const papers = page.getByRole('checkbox', { name: /^Handlingarna är ute till Kommunstyrelsen/ }).first();
    await pressOn(page, papers, 'Space');
    await said(page, 'Sparat: handlingarna är ute.');
    await hasFocus(page, papers, 'papers that are out');
    await page.keyboard.press('Space');
    await said(page, 'Sparat: handlingarna är inte ute.');
    await done(visit);
  });

  test('gives an account and a key, and takes them away', async () => {
    const visit = await at.open('/anvandare');
    const { page } = visit;
    const dialog = page.locator('dialog');
    await pressOn(page, button(page, 'Lägg till ett konto'));
    await pressOn(page, button(page, 'Avbryt'));
    await hasFocus(page, button(page, 'Lägg till ett konto'), 'a form that was left');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Bo Exempel');
    await typeIn(page, page.getByLabel('Användarnamn'), 'bo');
    await typeIn(page, page.getByLabel('Lösenord att börja med'), 'kort');
    await page.keyboard.press('Enter');
    await hasFocus(page, page.getByLabel('Lösenord att börja med'), 'a password that is too short');
    await typeIn(page, page.getByLabel('Lösenord att börja med'), 'sju gula stolar i hallen');
    await chooseIn(page, page.getByLabel('Roll'), 'Läsare');
    await pressOn(page, button(page, 'Spara'));
    const change = button(page, 'Ändra Bo Exempel');
    await change.waitFor();
    await keptFocus(page, 'an account that was added');
    await pressOn(page, change);
    await hasFocus(page, page.locator('.opened-account h2'), 'an account');
    await pressOn(page, button(page, 'Radera kontot …'));
    await pressOn(page, dialog.getByRole('button', { name: 'Radera kontot' }));
    await change.waitFor({ state: 'detached' });
    await keptFocus(page, 'an account that was erased');
    await pressOn(page, button(page, 'Skapa en nyckel'));
    await typeIn(page, page.getByLabel('Vad nyckeln är till'), 'Prov');
    await page.keyboard.press('Enter');
    await pressOn(page, dialog.getByRole('button', { name: 'Klar' }));
    await dialog.waitFor({ state: 'detached' });
    await keptFocus(page, 'a key that was made');
    await pressOn(page, page.getByRole('row', { name: /Prov/ }).getByRole('button', { name: 'Dra tillbaka' }));
    await page.getByRole('row', { name: /Prov/ }).getByRole('button').waitFor({ state: 'detached' });
    await keptFocus(page, 'a key that was revoked');
    await done(visit);
  });

  test('changes what holds for the municipality, takes it back in the history, and lets mail rest', async () => {
    const visit = await at.open('/installningar');
    const { page } = visit;
    await typeIn(page, page.getByLabel('Namn på svenska'), 'Ekeby stad');
    await page.keyboard.press('Enter');
    await said(page, 'Uppgifterna är sparade.');
    await hasFocus(page, page.getByLabel('Namn på svenska'), 'facts that were saved');
    await pressOn(page, button(page, 'Pausa mejlen'));
    await page.getByText('Pausade: inget skickas.').waitFor();
    await keptFocus(page, 'mail that rests');
    await pressOn(page, button(page, 'Skicka igen'));
    await said(page, 'Mejlen är i gång igen.');
    await keptFocus(page, 'mail that goes again');
    await page.goto(`${at.url}/app/historik`);
    await pressOn(page, button(page, 'Ångra').first());
    await said(page, 'Ändringen är ångrad.');
    await keptFocus(page, 'a change that was taken back');
    await done(visit);
  });

  test('begins a year: the municipality, its bodies, its dates', async () => {
    const visit = await at.open('/borja');
    const { page } = visit;
    await typeIn(page, page.getByLabel('Vem man frågar'), 'Kansliet, kansliet@ekeby.example');
    await pressOn(page, button(page, 'Spara och gå vidare'));
    await hasFocus(page, page.getByRole('heading', { level: 1, name: /Organen/ }), 'the second step');
    await pressOn(page, button(page, 'Lägg till ett organ'));
    await hasFocus(page, page.getByLabel('Namn', { exact: true }).last(), 'a body that was added');
    await page.keyboard.type('Äldrenämnden');
    await pressOn(page, button(page, 'Ta bort').last());
    await keptFocus(page, 'a body that was taken away');
    await pressOn(page, button(page, 'Spara och gå vidare'));
    await hasFocus(page, page.getByRole('heading', { level: 1, name: /Datumen/ }), 'the third step');
    await tabTo(page, page.getByLabel('Låt mallen räkna fram datumen'));
    await page.keyboard.press('ArrowDown');
    await typeIn(page, page.getByLabel('Eller klistra in'), 'Kommunstyrelsen: 30 februari');
    await pressOn(page, button(page, 'Visa hur det läses'));
    await page.getByText('Rader att rätta. Inget är ändrat.').waitFor();
    await keptFocus(page, 'rows to mend');
    await pressOn(page, button(page, 'Tillbaka'));
    await hasFocus(page, page.getByRole('heading', { level: 1, name: /Organen/ }), 'one step back');
    await done(visit);
  });

  test('weighs the year, and sees it as others do', async () => {
    const visit = await at.open('/balans?ar=2027&organ=ks');
    const { page } = visit;
    await page.locator('.body-year').waitFor();
    await pressOn(page, page.getByLabel('Visa alla organ bredvid varandra'), 'Space');
    await page.locator('.all-bodies').waitFor();
    await pressOn(page, page.locator('.heat-map button').nth(2));
    await page.locator('#week-holds').filter({ hasText: 'Vecka 3:' }).waitFor();
    await chooseIn(page, page.getByLabel('Rapport', { exact: true }), 'Månadsuppföljning');
    await page.locator('without-report b').waitFor();
    await keptFocus(page, 'a year without a report');
    await page.goto(`${at.url}/app/omvarlden?som=public&organ=ks&ar=2027`);
    await page.getByText(/^Ser 11 möten/).waitFor();
    const as = page.getByLabel('Som', { exact: true });
    await tabTo(page, as);
    await page.keyboard.press('End');
    await page.getByText('Ser allt som finns i planen.').waitFor();
    await hasFocus(page, as, 'as others see it');
    await done(visit);
  });
});
