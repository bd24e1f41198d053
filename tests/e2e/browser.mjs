// Debian's Chromium, and what every page is held to: WCAG 2.2 AA by axe, no sideways scroll, nothing that the policy forbids.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const secondsMax = 10;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const launch = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function faultsNow(page, where) {
  await page.evaluate(axe);
  // Half way from one colour to another nothing has the contrast it is to have.
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished.catch(() => undefined))));
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), tags);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
  return [...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.target).join(' ')}`),
    ...(wide > 0 ? [`${where}: ${wide} px wider than the window`] : [])];
}

// What is wrong with the page, in words. While it is still on its way there may be faults that go by themselves.
export async function faultsOf(page, where) {
  const end = Date.now() + secondsMax * 1000;
  let faults = await faultsNow(page, where);
  while (faults.length > 0 && Date.now() < end) faults = await faultsNow(page, where);
  return faults;
}

export async function accessible(page, where) {
  assert.deepEqual(await faultsOf(page, where), []);
}

// Scripts that fail and things that the policy stops: told when the test ends.
export function troubles(page) {
  const told = [];
  page.on('pageerror', (error) => told.push(error.message));
  page.on('console', (message) => /Content Security Policy|Uncaught/.test(message.text()) && told.push(message.text()));
  return told;
}
