// Into the workplace: the steps of a login, as far as an account has them.
import { totp } from './totp.mjs';

export async function logIn(page, server, login, password) {
  await page.goto(`${server.url}/app/`);
  await page.getByLabel('Användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
}

// Connects an app that gives codes.
export async function connectApp(page) {
  const secret = (await page.locator('.secret').textContent()).replaceAll(/\s/g, '');
  await page.getByLabel(/^Kod från/).fill(totp(secret));
  await page.getByRole('button', { name: 'Fortsätt' }).click();
}

export async function choosePassword(page, password) {
  await page.getByLabel('Nytt lösenord').fill(password);
  await page.getByRole('button', { name: 'Spara lösenordet' }).click();
  await page.locator('header.top').waitFor();
}
