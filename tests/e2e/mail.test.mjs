// Mail as it is met by other people's programs: a real mail server, another parser of mail, another reader of calendars.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import ICAL from 'ical.js';
import { certificates, mailServer, putLetters, send, sendInBackground, settings, status } from './mail.mjs';
import { demo, program, refused, rytm, temporaryFolder } from './rytm.mjs';

const monday = Date.parse('2027-01-04T07:00:00Z');
const hour = 3600 * 1000;
const at = (hours) => `${new Date(monday + hours * hour).toISOString().slice(0, 19)}Z`;
const letter = (key, person, hours = 24, more = {}) => ({ key, person, due: at(0), stale: at(hours), ...more });

const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rytm//Prov//SV', 'METHOD:REQUEST', 'BEGIN:VEVENT',
  'UID:ekeby.ks.meeting.2027-01-13@ekeby.example', 'SEQUENCE:3', 'DTSTAMP:20270104T070000Z', 'DTSTART:20270113T123000Z',
  'DTEND:20270113T153000Z', 'SUMMARY:Kommunstyrelsen – möte', 'ORGANIZER:mailto:kallelse+hemlig@ekeby.example',
  'ATTENDEE;RSVP=TRUE:mailto:asa@example.org', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

describe('mail', () => {
  let data;
  before(() => { data = temporaryFolder(); });
  after(() => data.remove());
  // A data folder without letters.
  let folders = 0;
  const fresh = (people) => {
    const folder = join(data.folder, `data${++folders}`);
    rytm('init', '--data', folder, demo);
    putLetters(folder, { people });
    return folder;
  };
  const asa = ['p-asa', 'Åsa "Ett" Exempel', 'asa@example.org'];

  test('is read by another parser as it was meant, over TLS that is checked', async () => {
    const folder = fresh([asa]);
    putLetters(folder, { letters: [
      letter('invitation', 'p-asa', 24, { calendar, method: 'REQUEST', tag: 'hemlig', urgent: true, thread: 'ekeby.ks.meeting.2027-01-13@ekeby.example',
        subject: 'Kallelse: kommunstyrelsen onsdag 13 januari kl. 13.30 – ändrad tid, nytt rum och en ämnesrad som är längre än en rad',
        text: `Hej Åsa!\n\n${'En lång rad utan slut. '.repeat(60)}\n.\n..\nFrom Rytm\n`, html: '<!doctype html><p>Hej Åsa!</p>', unsubscribe: `https://rytm.ekeby.example/u/${'x'.repeat(43)}` }),
      letter('reminder', 'p-asa', 24, { subject: 'Om en vecka' })] });
    const { ca, args } = certificates(data.folder);
    const server = await mailServer(...args, '--login');
    writeFileSync(join(data.folder, 'secret'), 'hemligt\n');
    const config = settings(data.folder, server.port, { tls: 'starttls', 'ca-file': ca, user: 'rytm', 'password-file': 'secret' });
    assert.equal((await send(folder, config, at(0))).sent, 2);
    await server.stop();
    const [invitation, reminder] = server.mails;
    assert.deepEqual([invitation.tls, invitation.login], [true, true]);
    assert.deepEqual([invitation.sender, invitation.recipients], ['kallelse+hemlig@ekeby.example', ['asa@example.org']]);
    const { headers, parts, shape, defects } = invitation.mail;
    assert.deepEqual(defects, []);
    assert.match(headers.subject, /^Kallelse: .* längre än en rad$/);
    assert.equal(headers.from, '"Ekeby kommun, kansliet" <kallelse+hemlig@ekeby.example>');
    assert.equal(headers['reply-to'], 'kansliet@ekeby.example');
    assert.match(headers.to, /^"?Åsa \\?"Ett\\?" Exempel"? <asa@example.org>$/);
    assert.equal(headers['message-id'], '<letter.1.test@ekeby.example>');
    assert.equal(headers.references, '<ekeby.ks.meeting.2027-01-13@ekeby.example>');
    assert.equal(new Date(headers.date).toISOString(), '2027-01-04T07:00:00.000Z');
    assert.equal(headers['auto-submitted'], 'auto-generated');
    assert.deepEqual([headers.importance, headers.priority], ['high', 'urgent']);
    assert.equal(headers['list-unsubscribe'], `<https://rytm.ekeby.example/u/${'x'.repeat(43)}>`);
    assert.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
    assert.deepEqual(shape, ['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar', 'application/ics']);
    const content = (part) => Buffer.from(part.content, 'base64').toString('utf8').replaceAll('\r\n', '\n');
    assert.equal(content(parts[0]), `Hej Åsa!\n\n${'En lång rad utan slut. '.repeat(60)}\n.\n..\nFrom Rytm\n`);
    assert.equal(content(parts[1]), '<!doctype html><p>Hej Åsa!</p>');
    assert.deepEqual(parts[2].parameters, { charset: 'utf-8', method: 'REQUEST', component: 'VEVENT' });
    assert.equal(parts[2].encoding, 'base64');
    assert.equal(parts[3].filename, 'invite.ics');
    assert.equal(parts[3].content, parts[2].content);
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(content(parts[2]))).getFirstSubcomponent('vevent'));
    assert.equal(event.summary, 'Kommunstyrelsen – möte');
    assert.equal(event.organizer, `mailto:${invitation.sender}`);
    assert.deepEqual(reminder.mail.shape, ['multipart/alternative', 'text/plain']);
  });

  test('goes to no server that cannot be trusted, and waits', async () => {
    const folder = fresh([asa]);
    putLetters(folder, { letters: [letter('reminder', 'p-asa')] });
    const { ca, args } = certificates(data.folder);
    writeFileSync(join(data.folder, 'secret'), 'gissat\n');
    const cases = [
      ['a certificate of nobody we know', args, { tls: 'starttls' }],
      ['no TLS where it is asked for', [], { tls: 'starttls', 'ca-file': ca }],
      ['TLS from the first byte where there is none', [], { tls: 'tls', 'ca-file': ca }],
      ['a wrong password', [...args, '--login'], { tls: 'starttls', 'ca-file': ca, user: 'rytm', 'password-file': 'secret' }],
      ['TLS asked for and not given', args, { tls: 'none' }],
    ];
    for (const [what, options, more] of cases) {
      const server = await mailServer(...options);
      const told = await send(folder, settings(data.folder, server.port, more), at(0));
      assert.equal(told.sent, 0, what);
      assert.notEqual(told['relay-trouble'], '', what);
      const trial = refused('mail', 'send-test', '--config', join(data.folder, 'rytm.toml'), 'asa@example.org');
      assert.equal(trial.code, 2, what);
      assert.match(trial.told, /se efter/, what);
      await server.stop();
      assert.deepEqual(server.mails, [], what);
    }
    const other = certificates(data.folder, 'other.example');
    const server = await mailServer(...other.args);
    assert.equal((await send(folder, settings(data.folder, server.port, { tls: 'starttls', 'ca-file': other.ca }), at(0))).sent, 0, 'another name');
    await server.stop();
    const right = certificates(data.folder);
    const smtps = await mailServer(...right.args, '--smtps');
    assert.equal((await send(folder, settings(data.folder, smtps.port, { tls: 'tls', 'ca-file': right.ca }), at(0))).sent, 1);
    await smtps.stop();
  });

  test('meets servers that refuse, put off, are slow and die', async () => {
    const names = ['nobody', 'later', 'full', 'dies', 'mute', 'slow', 'plain'];
    const folder = fresh(names.map((name) => [`p-${name}`, name, `${name}@example.org`]));
    putLetters(folder, { letters: names.map((name) => letter(name, `p-${name}`)) });
    const server = await mailServer();
    const config = settings(data.folder, server.port);
    const first = await send(folder, config, at(0));
    assert.deepEqual([first.sent, first.failed, first['to-try-again']], [2, 1, 4], JSON.stringify(first));
    for (let minutes = 1; minutes < 26 * 60; minutes += 15) await send(folder, config, at(minutes / 60));
    await server.stop();
    const taken = server.mails.map(({ recipients }) => recipients[0].split('@')[0]).sort();
    assert.deepEqual(taken, ['dies', 'later', 'mute', 'mute', 'plain', 'slow'], 'twice only where the server took it without a word');
    const twice = server.mails.filter(({ recipients }) => recipients[0].startsWith('mute'));
    assert.equal(twice[0].mail.headers['message-id'], twice[1].mail.headers['message-id']);
    const { waiting, sent, failed, stale } = status(folder);
    assert.deepEqual({ waiting, sent, failed, stale }, { waiting: 0, sent: 5, failed: 1, stale: 1 });
  });

  test('after three days without a server each letter that is still right comes once', async () => {
    const people = [...Array(10)].map((_, i) => [`p-${i}`, `Exempel ${i}`, `p${i}@example.org`]);
    const folder = fresh(people);
    const keys = [...Array(100)].map((_, i) => i);
    putLetters(folder, { letters: keys.flatMap((i) => [letter(`reminder/${i}`, `p-${i % 10}`, 30), letter(`notice/${i}`, `p-${i % 10}`, 14 * 24)]) });
    const gone = await mailServer();
    const config = settings(data.folder, gone.port);
    await gone.stop();
    for (let hours = 0; hours < 72; hours += 3) assert.notEqual((await send(folder, config, at(hours)))['relay-trouble'], '');
    const server = await mailServer('--port', gone.port);
    // And a clock that is put back and forth meanwhile.
    for (const hours of [72, 71, 73, 24, 400, 72, 0]) await send(folder, config, at(hours));
    await server.stop();
    assert.equal(server.mails.length, 100);
    assert.ok(server.mails.every(({ mail }) => mail.headers.subject.startsWith('notice/')));
    assert.equal(new Set(server.mails.map(({ mail }) => mail.headers['message-id'])).size, 100);
    assert.equal(status(folder).stale, 100);
  });

  // RYTM_MAIL_KILLS: so many; deploy/soak asks for more.
  test('killed at random moments it loses no letter, and repeats only what was not noted yet', async () => {
    const kills = Number(process.env.RYTM_MAIL_KILLS ?? 20);
    const count = 1000;
    const people = [...Array(50)].map((_, i) => [`p-${i}`, `Exempel ${i}`, `p${i}@example.org`]);
    const folder = fresh(people);
    const now = new Date();
    const due = `${now.toISOString().slice(0, 19)}Z`;
    const stale = `${new Date(now.getTime() + 24 * hour).toISOString().slice(0, 19)}Z`;
    putLetters(folder, { letters: [...Array(count)].map((_, i) => ({ key: `k/${i}`, person: `p-${i % 50}`, due, stale })) });
    const server = await mailServer();
    const config = settings(data.folder, server.port);
    let killed = 0;
    for (; killed < kills && status(folder).waiting > 0; ++killed) {
      const sending = sendInBackground(folder, config);
      await wait(20 + Math.random() * 80);
      sending.kill();
      await sending.ended;
    }
    for (let round = 0; status(folder).waiting > 0 && round < 20; ++round) await send(folder, config);
    await server.stop();
    const copies = new Map();
    for (const { mail } of server.mails) copies.set(mail.headers['message-id'], (copies.get(mail.headers['message-id']) ?? 0) + 1);
    assert.equal(copies.size, count, 'none is lost, and a copy has the same Message-ID');
    const extra = server.mails.length - count;
    assert.ok(extra <= 17 * killed, `${extra} copies after ${killed} kills`);
    console.log(`# killed ${killed} times while sending ${count} letters: ${extra} came twice`);
  });

  test('comes in through a pipe', () => {
    const folder = fresh([asa]);
    const mailIn = (input) => spawnSync(program, ['mail-in', '--data', folder, '--recipient', 'kallelse+gissat@ekeby.example'], { input }).status;
    assert.equal(mailIn('Subject: Hej\r\n\r\nHej!\r\n'), 0);
    assert.equal(mailIn(''), 0);
    assert.equal(mailIn('x'.repeat(5_000_000)), 0, 'too much is thrown away');
    assert.equal(mailIn(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(30000)}`), 0);
    const missing = spawnSync(program, ['mail-in', '--data', join(data.folder, 'none')], { input: 'x' });
    assert.equal(missing.status, 75, 'to be brought again');
  });
});
