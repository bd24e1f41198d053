// A secretary's year: the plan that was decided, read in from Excel, to two committees that become one. What subscribers have
// before and after is read by ical.js.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { icalJs } from './readers.mjs';
import { rytm, serve, temporaryFolder } from './rytm.mjs';

const year = new Date().getUTCFullYear() + 1;
const today = new Date().toISOString().slice(0, 10);

const rules = {
  organisation: { id: 'alby', name: 'Alby kommun', host: 'alby.example', zone: 'Europe/Stockholm' },
  template: 'sweden-municipality@1',
  window: { from: `${year}-01-01`, until: `${year}-12-31` },
  bodies: [{ id: 'kf' }, { id: 'ks' }, { id: 'ksau' }, { id: 'bun' }, { id: 'soc' }],
};

// The n-th weekday (0 is Sunday) of a month of the year.
function nth(n, weekday, month) {
  const day = new Date(Date.UTC(year, month - 1, 1));
  day.setUTCDate(1 + ((weekday - day.getUTCDay() + 7) % 7) + 7 * (n - 1));
  return day.toISOString().slice(0, 10);
}

function later(day, days) {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

// As Excel saves it in Sweden: semicolons, Windows-1252.
function decidedPlan(file) {
  const weekdays = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'];
  const rows = ['Organ;Veckodag;Datum;Tid'];
  const add = (body, n, weekday, time, months) => {
    for (const month of months) {
      const [, m, d] = nth(n, weekday, month).split('-').map(Number);
      rows.push(`${body};${weekdays[weekday]};${d}/${m} ${year};${time}`);
    }
  };
  add('Kommunfullmäktige', 4, 1, '18.30', [2, 3, 4, 5, 6, 9, 10, 11]);
  add('Kommunstyrelsen', 2, 3, '13.30', [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]);
  add('Barn- och utbildningsnämnden', 3, 2, '13.00', [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]);
  add('Socialnämnden', 3, 4, '09.00', [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]);
  writeFileSync(file, Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'));
}

describe("a secretary's year", () => {
  test('from a decided plan to two committees that become one', async () => {
    const data = temporaryFolder();
    const folder = join(data.folder, 'data');
    const file = join(data.folder, 'alby.json');
    const plan = join(data.folder, 'plan.csv');
    const run = (command, ...args) => rytm(command, '--data', folder, ...args);
    const feed = async (body) => {
      const server = await serve(folder);
      const text = await (await fetch(`${server.url}/feeds/alby/${body}.ics`)).text();
      await server.stop();
      return icalJs(text);
    };
    // A meeting that the first rules gave a name keeps it when the decided plan moves it: found by its day.
    const meetingOn = (events, day) => Object.keys(events).find((uid) => uid.includes('.meeting.') && events[uid].start.startsWith(day));
    const findings = () => JSON.parse(rytmAllowingFindings(run)).findings;

    // This year's decided plan, and a year more.
    writeFileSync(file, JSON.stringify(rules));
    decidedPlan(plan);
    rytm('init', '--data', folder, file);
    assert.match(run('import', '--plan', plan, '--preview'), /tabell med semikolon, 42 rader, 41 möten/);
    assert.match(run('import', '--plan', plan), /Sparat som ändring 2/);
    assert.match(run('extend', '--until', `${year + 1}-12-31`, '--rules'), /Sparat som ändring 3/);

    // What is to be looked at: errors are mended or accepted with a reason.
    for (const finding of findings().filter((one) => one.severity === 'error'))
      rytmAllowingFindings(run, '--accept', finding.key, '--reason', 'Ordföranden känner till det');
    assert.ok(findings().every((one) => one.severity !== 'error' || one.accepted), 'all errors are accepted');

    // Proposed: the dates are preliminary. Adopted: confirmed.
    for (const body of ['kf', 'ks', 'bun', 'soc']) run('adopt', `${body}:${year}`);
    run('publish', '--until', `${year + 1}-12-31`);
    const may = nth(2, 3, 5);
    const proposed = await feed('ks');
    assert.equal(proposed[meetingOn(proposed, may)].status, 'TENTATIVE');
    run('publish', '--until', `${year + 1}-12-31`, '--body', 'ks', '--adopted', `ks:${year}: Kommunstyrelsen ${today} § 131`);
    const adopted = await feed('ks');
    assert.equal(adopted[meetingOn(proposed, may)].status, 'CONFIRMED', 'under the same name');

    // Three meetings moved a week: nothing else of the public's changes.
    const moved = [3, 5, 9].map((month) => nth(2, 3, month));
    const names = moved.map((day) => meetingOn(adopted, day));
    for (const day of moved) run('adjust', '--slot', `ks/meeting@${day}`, '--move', later(day, 7), '--public-reason', 'Budgetdagar');
    run('publish', '--until', `${year + 1}-12-31`, '--body', 'ks');
    const after = await feed('ks');
    assert.deepEqual(Object.keys(after), Object.keys(adopted), 'every event keeps its name');
    for (const [uid, event] of Object.entries(after)) {
      const was = adopted[uid];
      if (!names.includes(uid)) {
        assert.deepEqual(event, was, uid);
        continue;
      }
      assert.equal(event.start.slice(0, 10), later(was.start.slice(0, 10), 7));
      assert.equal(event.sequence, was.sequence + 1);
      assert.match(event.summary, /^FLYTTAT/);
    }
    assert.match(run('diff', '--body', 'ks', '--from', '2', '--to', '3'), /Flyttat: Kommunstyrelsen: Sammanträde/);

    // A talk is not just cancelled: it gets a new day.
    const talks = JSON.parse(rytm('generate', file, '--format', 'json')).items.filter((item) => item.kind === 'dialogue' && item.body === 'ks');
    const talk = talks.find((item) => item.day > `${year}-03-01`);
    assert.throws(() => run('adjust', '--slot', talk.id, '--cancel'), /ny dag|nytt datum/i);
    assert.match(run('adjust', '--slot', talk.id, '--cancel', '--reason', 'Ordföranden är sjuk', '--move', later(talk.day, 14)), /Sparat/);

    // Two committees become one at the turn of the year.
    const merged = JSON.parse(run('export'));
    for (const id of ['bun', 'soc']) merged.bodies.find((body) => body.id === id).until = `${year}-12-31`;
    merged.bodies.push({
      id: 'valfard', kind: 'committee', name: 'Välfärdsnämnden', from: `${year + 1}-01-01`, succeeds: ['bun', 'soc'],
      series: [{ id: 'meeting', when: { rrule: 'FREQ=MONTHLY;BYDAY=3TU;BYMONTH=1,2,3,4,5,6,8,9,10,11,12' }, at: '13:00', lasts: 'PT3H' }],
    });
    writeFileSync(file, JSON.stringify(merged));
    const socialBefore = await feed('soc');
    run('import', file);
    run('publish', '--until', `${year + 1}-12-31`);
    const social = await feed('soc');
    for (const [uid, event] of Object.entries(socialBefore))
      assert.equal(social[uid].status, event.start >= `${year + 1}` ? 'CANCELLED' : event.status, uid);
    const welfare = Object.values(await feed('valfard'));
    assert.equal(welfare.length, 11);
    assert.ok(welfare.every((event) => event.start.startsWith(`${year + 1}`)));

    // The last change was a mistake after all.
    const board = await feed('ks');
    run('adjust', '--series', 'ks/meeting', '--from', `${year + 1}-01-01`, '--at', '08:15');
    const number = run('history').trim().split(' ')[0];
    assert.notEqual(run('diff', '--body', 'ks').includes('Ingen skillnad'), true);
    run('adjust', '--undo', number);
    assert.match(run('diff', '--body', 'ks'), /Ingen skillnad/);
    run('publish', '--until', `${year + 1}-12-31`);
    assert.deepEqual(await feed('ks'), board);
    assert.match(run('verify'), /./);
    data.remove();
  });
});

// `rytm check` ends with 1 where there are errors: that is what we want to read.
function rytmAllowingFindings(run, ...args) {
  try {
    return run('check', '--format', 'json', ...args);
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
}
