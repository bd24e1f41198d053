// A keyboard and nothing else: from control to control by Tab, each stop held to show that it has the focus (WCAG 2.4.7, 2.4.11).
import assert from 'node:assert/strict';

const tabsMax = 300;
const triesMax = 5;
const secondsMax = 20;

// In the browser: what has the focus, and what hinders anybody from seeing it.
function focused() {
  const node = document.activeElement;
  if (!node || node === document.body) return { name: 'nothing', fault: 'has the focus' };
  const name = `${node.localName} "${(node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent).trim().slice(0, 40)}"`;
  if (!node.matches(':focus')) return { name };  // the browser's own button in a date field shows it itself
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return { name, fault: 'has no ring' };
  const { left, top, width, height } = node.getBoundingClientRect();
  const seen = [[.5, .5], [.05, .1], [.95, .1], [.05, .9], [.95, .9]].some(([x, y]) => {
    const over = document.elementFromPoint(left + x * width, top + y * height);
    return over && (node.contains(over) || over.contains(node));
  });
  return seen ? { name } : { name, fault: 'is out of sight or covered' };
}

const has = (target) => target.evaluate((node) => node === document.activeElement).catch(() => false);

export async function tabTo(page, target, key = 'Tab') {
  await target.waitFor();
  const passed = [];
  while (!(await has(target))) {
    assert.ok(passed.length < tabsMax, `no way by ${key} to ${target}, only to:\n${[...new Set(passed)].join('\n')}`);
    await page.keyboard.press(key);
    const { name, fault } = await page.evaluate(focused);
    // From the last control one comes to the window itself, and from there to the first.
    assert.ok(!fault || name === 'nothing', `${name} ${fault}`);
    passed.push(name);
  }
}

export async function pressOn(page, target, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function typeIn(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

// A day in a date field: part by part, in whatever order the browser has them.
export async function dateIn(page, target, day) {
  await tabTo(page, target);
  const [year, month, date] = day.split('-');
  for (const parts of [[year, month, date], [month, date, year]]) {
    for (const _ of parts) await page.keyboard.press('ArrowLeft');
    for (const part of parts) await page.keyboard.type(part === year ? `${part}-` : part);
    if (await target.inputValue() === day) return;
  }
  assert.fail(`${day} cannot be typed: ${await target.inputValue()}`);
}

// Letters choose in a list; whoever types slowly begins anew.
export async function chooseIn(page, target, letters) {
  await tabTo(page, target);
  const chosen = () => target.evaluate((list) => list.selectedOptions[0]?.text.trim() ?? '');
  for (let tries = 0; tries < triesMax && !(await chosen()).startsWith(letters); tries++) await page.keyboard.type(letters, { delay: 20 });
  assert.ok((await chosen()).startsWith(letters), `${letters} is not chosen: ${await chosen()}`);
}

// Until it holds, frame by frame: a page that forbids eval cannot be waited for otherwise.
async function until(page, holds) {
  const end = Date.now() + secondsMax * 1000;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return true;
}

// What is read comes to be what is wanted, at the latest when the page is drawn.
export async function comesTo(page, read, wanted, where = 'the page') {
  await until(page, async () => (await read()) === wanted);
  assert.equal(await read(), wanted, where);
}

// Something has the focus and shows it, at the latest when the page is drawn.
export async function keptFocus(page, where) {
  await until(page, async () => !(await page.evaluate(focused)).fault);
  const { name, fault } = await page.evaluate(focused);
  assert.equal(fault, undefined, `${where}: ${name} ${fault}`);
}

export async function hasFocus(page, target, where) {
  await target.waitFor();
  if (!(await until(page, () => has(target)))) assert.fail(`${where}: the focus is on ${(await page.evaluate(focused)).name}`);
  await keptFocus(page, where);
}
