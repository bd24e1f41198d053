// A quarter of a year in one member's mailbox: appointed, told of the year, reminded, told of what moves. Then what they do
// behind the links. The mail server is real, the clock of the mails is turned.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { accessible, launch, troubles } from './browser.mjs';
import { mailServer, send, settings } from './mail.mjs';
import { icalJs } from './readers.mjs';
import { rytm, serve, temporaryFolder } from './rytm.mjs';

const year = new Date().getUTCFullYear() + 1;
const hours = 6;  // between looks for what is due
const rules = {
  organisation: { id: 'alby', name: 'Alby kommun', host: 'alby.example', address: 'https://rytm.alby.example', zone: 'Europe/Stockholm', contact: 'Kansliet, kansliet@alby.example' },
  template: 'sweden-municipality@1',
  window: { from: `${year}-01-01`, until: `${year}-12-31` },
  bodies: [{ id: 'ks', series: [{ id: 'meeting', when: { rrule: 'FREQ=MONTHLY;BYDAY=2WE;BYMONTH=1,2,3,4,5,6,8,9,10,11,12' } }] }],
};
const people = [
  'Namn;E-post;Organ;Roll;Parti;Ordning;Från',
  `Karin Prov;karin@alby.example;ks;Ledamot;Provpartiet;;${year - 1}-01-01`,
  `Olle Prov;olle@alby.example;ks;Ersättare;Provpartiet;1;${year - 1}-01-01`,
  `Petra Prov;petra@alby.example;ks;Sekreterare;;;${year - 1}-01-01`,
  `Hemlig Prov;hemlig@alby.example;ks;Ersättare;Provpartiet;2;${year - 1}-01-01`,
].join('\r\n');

// So many days from now, in the forenoon: nobody is written to at night.
function later(days) {
  return `${new Date(Date.now() + days * 24 * 3600e3).toISOString().slice(0, 10)}T09:00:00Z`;
}

// The second Wednesday.
function meetingIn(month) {
  const day = new Date(Date.UTC(year, month - 1, 1));
  day.setUTCDate(8 + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

describe("a member's mailbox", () => {
  const data = temporaryFolder();
  const folder = join(data.folder, 'data');
  const run = (command, ...args) => rytm(...command.split(' '), '--data', folder, ...args);
  const json = (command, ...args) => JSON.parse(run(command, ...args, '--format', 'json'));
  let server;
  let config;
  // What a person got so far: {at, subject, text}.
  const mailbox = (who) => server.mails.filter(({ recipients }) => recipients[0] === `${who}@alby.example`).map(({ mail }) => ({
    at: new Date(mail.headers.date).toISOString().slice(0, 16),
    subject: mail.headers.subject,
    text: Buffer.from(mail.parts[0].content, 'base64').toString('utf8').replaceAll('\r\n', '\n'),
  }));
  const sendAt = (now) => send(folder, config, now);
  async function sendThrough(from, until) {
    for (let at = new Date(`${from}T05:00:00Z`); at <= new Date(`${until}T00:00:00Z`); at = new Date(at.getTime() + hours * 3600e3))
      await sendAt(at.toISOString().replace('.000', ''));
  }
  const linkIn = (text) => text.match(/https:\/\/rytm\.alby\.example(\/my\/[\w-]+)/)[1];

  before(async () => {
    server = await mailServer();
    config = settings(data.folder, server.port, { from: 'Alby kommun, kansliet <kallelse@alby.example>' });
    writeFileSync(join(data.folder, 'alby.json'), JSON.stringify(rules));
    writeFileSync(join(data.folder, 'people.csv'), Buffer.from(people, 'latin1'));
    run('init', join(data.folder, 'alby.json'));
    await sendAt();  // mail is turned on
    run('people import', join(data.folder, 'people.csv'));
    run('publish', '--until', `${year}-12-31`);
  });
  after(async () => {
    await server.stop();
    data.remove();
  });

  test('is told of the year once, and then of each meeting in time', async () => {
    await sendAt(later(1));
    const told = mailbox('karin');
    assert.equal(told.length, 1);
    assert.match(told[0].subject, /Kommunstyrelsen: \d+ nya datum/);
    await sendThrough(`${year}-01-01`, `${year}-02-01`);
    const january = mailbox('karin').slice(1).filter(({ text }) => text.includes('Kommunstyrelsen: Sammanträde'));
    assert.ok(january.some(({ subject }) => subject.startsWith('Påminnelse: Kommunstyrelsen')), 'the day before');
    for (const { at } of january) assert.ok(at < `${meetingIn(1)}T13:00` || at > `${meetingIn(1)}T20:00`, 'before the meeting, or of the next');
  });

  test('hears of a move, and is reminded of the new day alone', async () => {
    const old = meetingIn(3);
    const moved = new Date(`${old}T00:00:00Z`);
    moved.setUTCDate(moved.getUTCDate() + 1);
    const day = moved.toISOString().slice(0, 10);
    run('adjust', '--slot', `ks/meeting@${old}`, '--move', day, '--reason', 'Krock', '--public-reason', 'Krock med regionen');
    const preview = run('publish', '--until', `${year}-12-31`, '--preview');
    assert.match(preview, /Mejl till \d person/);
    assert.match(preview, /Karin Prov: .*[Ff]lytta|Karin Prov: \d+ ändringar/);
    run('publish', '--until', `${year}-12-31`);
    await sendAt(`${year}-02-01T08:00:00Z`);
    const notice = mailbox('karin').find(({ subject }) => /ändringar|Flyttat/.test(subject));
    assert.match(notice.text, /Förut: onsdag/);
    assert.match(notice.text, /Nu: torsdag/);
    assert.match(notice.text, /Skäl: Krock med regionen/);
    await sendThrough(`${year}-02-01`, `${year}-04-01`);
    const reminded = mailbox('karin').filter(({ subject, text }) => subject.startsWith('Påminnelse') && text.includes('Kommunstyrelsen: Sammanträde\n'));
    assert.equal(reminded.length, 3, 'January, February, March');
    assert.match(reminded[2].subject, new RegExp(`torsdag ${Number(day.slice(8))} mars`));
    assert.equal(reminded[2].at.slice(0, 10), old, 'on the day before, which is the old day');
  });

  test('is quiet: nobody is told anything twice, and not much', () => {
    const karin = mailbox('karin');
    assert.equal(new Set(karin.map(({ subject, at }) => subject + at)).size, karin.length);
    assert.ok(karin.length <= 20, `${karin.length} mails in a quarter`);
    for (const { at } of karin.slice(1)) {
      const hour = Number(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', hour: 'numeric' }).format(new Date(`${at}Z`)));
      assert.ok(hour >= 7 && hour < 20, `${at}: not at night`);
    }
    console.log('# The mailbox of Karin Prov:');
    for (const { at, subject } of karin) console.log(`#   ${at}  ${subject}`);
    for (const line of karin.at(-1).text.split('\n')) console.log(`#     ${line}`);
  });

  test('says that they cannot come, without a password; a GET changes nothing', async () => {
    const web = await serve(folder);
    const reminder = mailbox('karin').filter(({ subject }) => subject.startsWith('Påminnelse')).at(-1);
    const page = web.url + linkIn(reminder.text);
    const slot = json('meeting show', '--meeting', `alby.ks.meeting.${meetingIn(3)}`);
    for (let i = 0; i < 2; ++i) {
      const shown = await fetch(page);
      assert.equal(shown.status, 200);
      assert.match(await shown.text(), /Jag kan inte komma/);
      assert.match(shown.headers.get('cache-control'), /no-store/);
    }
    assert.deepEqual(json('meeting show', '--meeting', slot.uid).absent, []);
    const form = (fields) => ({ method: 'POST', body: new URLSearchParams(fields) });
    const other = `alby.ks.meeting.${meetingIn(4)}@alby.example`;
    assert.match(await (await fetch(`${page}/absent`, form({ uid: other }))).text(), /finns inte längre/, 'the link is to one event');
    assert.match(await (await fetch(`${page}/absent`, form({ uid: slot.uid }))).text(), /inte kan komma/);
    const [absent] = json('meeting show', '--meeting', slot.uid).absent;
    assert.equal(absent.name.sv, 'Karin Prov');
    assert.deepEqual(absent.substitutes.map(({ name }) => name.sv), ['Olle Prov', 'Hemlig Prov']);
    assert.equal((await fetch(`${page}x`)).status, 404);
    assert.equal((await fetch(page, { method: 'DELETE' })).status, 405);
    assert.equal((await fetch(`${page}/feed`, form({ name: 'telefon' }))).status, 404, 'a calendar needs a fresh link');
    assert.match(await (await fetch(`${page}/link`, form({}))).text(), /mejlat dig en länk/);
    assert.match(await (await fetch(`${page}/stop`, form({ 'List-Unsubscribe': 'One-Click' }))).text(), /inga fler/);
    await web.stop();
    await sendAt(later(0).slice(0, 11) + new Date().toISOString().slice(11, 19) + 'Z');
    assert.ok(mailbox('karin').some(({ subject }) => subject.startsWith('Vi har noterat')));
    const told = mailbox('petra').find(({ subject }) => subject.startsWith('Kan inte komma'));
    assert.match(told.text, /Olle Prov\n {2}Hemlig Prov/);
  });

  test('has a page of their own behind a fresh link, with calendar, choices and the list for the employer', async () => {
    const web = await serve(folder);
    const mail = mailbox('karin').find(({ subject }) => subject.startsWith('Din länk'));
    const page = web.url + linkIn(mail.text);
    const form = (fields) => ({ method: 'POST', body: new URLSearchParams(fields) });
    assert.match(await (await fetch(page)).text(), /Dina närmaste möten/);
    const made = await (await fetch(`${page}/feed`, form({ name: 'telefon' }))).text();
    const feed = made.match(/\/feed\/[\w-]+\.ics/)[0];
    // The server takes it up at once, but beside the answer.
    let calendar;
    do calendar = await fetch(web.url + feed); while (calendar.status === 404);
    assert.equal(calendar.status, 200);
    const events = icalJs(await calendar.text());
    assert.ok(Object.keys(events).length >= 11);
    const browser = await launch();
    try {
      for (const width of [390, 1280]) {
        const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 900 } });
        const tab = await context.newPage();
        const told = troubles(tab);
        await tab.goto(page);
        await accessible(tab, `own page at ${width} px`);
        assert.deepEqual(told, []);
        await context.close();
      }
    } finally {
      await browser.close();
    }
    const list = await (await fetch(`${page}/list.csv?from=${year}-01-01&until=${year}-12-31&travel=30`)).text();
    assert.match(list, /Datum;Från;Till;Organ;Uppdrag/);
    assert.ok(list.split('\r\n').length >= 12);
    const pdf = Buffer.from(await (await fetch(`${page}/list.pdf?from=${year}-01-01&until=${year}-12-31`)).arrayBuffer());
    writeFileSync(join(data.folder, 'list.pdf'), pdf);
    const info = execFileSync('pdfinfo', ['-struct', join(data.folder, 'list.pdf')], { encoding: 'utf8' });
    assert.match(info, /Table/);
    const chosen = await (await fetch(`${page}/choices`, form({ mails: 'weekly', changes: 'yes', delivery: 'feed', at: '07:30', 'quiet-from': '21:00', 'quiet-until': '06:30', language: 'en' }))).text();
    assert.match(chosen, /Saved/);
    assert.match(chosen, /<html lang="en">/);
    assert.equal((await fetch(`${page}/choices`, { method: 'POST', body: 'x'.repeat(20000) })).status, 413);
    await web.stop();
    await sendThrough(`${year}-04-01`, `${year}-04-20`);
    const april = mailbox('karin').filter(({ at }) => at > `${year}-04-01`);
    assert.ok(april.every(({ subject }) => subject.startsWith('Your week')), april.map(({ subject }) => subject).join());
    assert.ok(april.length >= 1);
  });
});
