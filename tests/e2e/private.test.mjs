// A member's own calendar from spreadsheet to telephone: put in with Excel's bytes, read by three programs that are not ours, and
// empty the day after the last assignment.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import ICAL from 'ical.js';
import { readers } from './readers.mjs';
import { demo, publishedDemo, refused, rytm, serve, temporaryFolder } from './rytm.mjs';

// {uid: {kind, start, end}} of what members of a body see of it, by our JSON.
function seenByMembers(body) {
  const events = {};
  for (const { kind, status, events: all } of JSON.parse(rytm('generate', demo, '--format', 'json', '--scope', 'member', '--body', body)).items)
    if (status !== 'cancelled') for (const { uid, start, end } of all) events[uid] = { kind, start, end };
  return events;
}

describe('a member', () => {
  const data = temporaryFolder();
  let server;
  let person;
  const feed = (...args) => {
    const path = new URL(rytm('feed', 'add', '--data', data.folder, ...args).split('\n')[0]).pathname;
    return async (wanted = /BEGIN:VEVENT/) => {
      for (;;) {  // the server follows within a second
        const text = await (await fetch(server.url + path)).text();
        if (wanted.test(text)) return text;
      }
    };
  };

  before(async () => {
    publishedDemo(data.folder);
    const table = join(data.folder, 'personer.csv');
    writeFileSync(table, Buffer.from('Förnamn;Efternamn;E-post;Nämnd;Uppdrag;Från\r\n'
      + 'Åsa;Prov;asa@ekeby.example;Kommunstyrelsen;Ledamot;2026-10-01\r\nÅsa;Prov;asa@ekeby.example;BUN;tjg. ersättare;2026-10-01\r\n', 'latin1'));
    assert.match(rytm('people', 'import', table, '--data', data.folder), /ny person 1, nytt uppdrag 1/);
    assert.match(rytm('people', 'import', table, '--data', data.folder), /^oförändrad 2$/m);
    [{ id: person }] = JSON.parse(rytm('people', 'list', '--data', data.folder, '--format', 'json'));
    server = await serve(data.folder);
  });
  after(async () => {
    await server?.stop();
    data.remove();
  });

  test('has one calendar of both bodies, which others read as we mean it', async () => {
    const text = await feed('--name', 'telefon', '--person', person, '--alarm', '60')();
    const ours = { ...seenByMembers('ks'), ...seenByMembers('bun') };
    const meetings = Object.entries(ours).filter(([, { kind }]) => kind === 'meeting');
    assert.ok(meetings.length > 80);
    for (const [name, read] of Object.entries(readers)) {
      const theirs = read(text);
      for (const [uid, { start, end }] of meetings) assert.deepEqual([theirs[uid]?.start, theirs[uid]?.end], [start, end], `${name} ${uid}`);
      for (const [uid, { status }] of Object.entries(theirs)) assert.ok(uid in ours || status === 'CANCELLED', `${name} ${uid}`);
      const substitute = Object.values(theirs).filter(({ summary }) => summary.endsWith('(ersättare)'));
      assert.ok(substitute.length > 10, name);
      assert.ok(substitute.every(({ status }) => status !== 'CONFIRMED'), name);
    }
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const standing = events.filter((event) => event.getFirstPropertyValue('status') !== 'CANCELLED');
    for (const event of standing) assert.equal(event.getAllSubcomponents('valarm').length, 1);
  });

  test('has nothing left the day after the last assignment', async () => {
    const own = feed('--name', 'dator', '--person', person);
    const yesterday = new Date(Date.now() - 36 * 3600 * 1000).toISOString().slice(0, 10);
    assert.equal(refused('people', 'end', person, '--data', data.folder, '--body', 'ks', '--post', 'ledamot', '--last', yesterday).code, 0);
    assert.equal(refused('people', 'end', person, '--data', data.folder, '--body', 'bun', '--post', 'ersättare', '--last', yesterday).code, 0);
    const text = await own(/SUMMARY:Inga uppdrag längre/);
    assert.equal(text.match(/BEGIN:VEVENT/g).length, 1);
    assert.ok(!text.includes('ekeby.ks.'));
  });
});
