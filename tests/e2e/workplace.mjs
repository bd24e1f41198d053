// Into the workplace: the steps of a login, as far as an account has them.
import { execFileSync } from 'node:child_process';
import { launch, troubles } from './browser.mjs';
import { program, serve } from './rytm.mjs';
import { totp } from './totp.mjs';

const secondsMax = 60;
export const firstPassword = 'tre gula stolar i hallen';
export const ownPassword = 'fyra gula stolar i hallen';  // chosen at the first login

export async function logIn(page, server, login, password) {
  await page.goto(`${server.url}/app/`);
  await page.getByLabel('Användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
}

// Connects an app that gives codes, of the server's time.
export async function connectApp(page, seconds = Date.now() / 1000) {
  const secret = (await page.locator('.secret').textContent()).replaceAll(/\s/g, '');
  await page.getByLabel(/^Kod från/).fill(totp(secret, seconds));
  await page.getByRole('button', { name: 'Fortsätt' }).click();
}

export async function choosePassword(page, password) {
  await page.getByLabel('Nytt lösenord').fill(password);
  await page.getByRole('button', { name: 'Spara lösenordet' }).click();
  await page.locator('header.top').waitFor();
}

// A server with its workplace, and a browser, as on the device, logged in there as one who may do everything. Nothing goes on where something fails.
export async function openWorkplace(folder, device = {}) {
  execFileSync(program, ['user', 'add', '--data', folder, 'ada', '--name', 'Ada Administratör', '--administrator', '--planner'], { input: `${firstPassword}\n` });
  const server = await serve(folder);
  const browser = await launch().catch(async (error) => {
    await server.stop();
    throw error;
  });
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  let storageState;

  // At a path of the workplace, logged in; or at none.
  async function open(path, look = {}) {
    const { width = 1280, height = 900, english = false, ...more } = { ...device, ...look };
    const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', storageState, ...more });
    if (english) await context.addInitScript(() => localStorage.setItem('rytm-language', 'en'));
    const page = await context.newPage();
    page.setDefaultTimeout(secondsMax * 1000);
    const told = troubles(page);
    if (path !== undefined) {
      await page.goto(`${server.url}/app${path}`);
      await page.locator('main h1').waitFor();
    }
    return { page, context, told };
  }

  try {
    const { page, context } = await open();
    await logIn(page, server, 'ada', firstPassword);
    await connectApp(page);
    await page.locator('header.top').waitFor();
    storageState = await context.storageState();
    await context.close();
  } catch (error) {
    await stop();
    throw error;
  }
  return { open, stop, url: server.url };
}
