// What subscribers get, read by three programs that are not ours, against our own JSON.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readers } from './readers.mjs';
import { demo, publishedDemo, refused, root, rytm, serve, temporaryFolder } from './rytm.mjs';

// {uid: {start, end}} of what is held, by our JSON. A meeting cancelled before it was ever published is nobody's news.
function expected(json) {
  const events = {};
  for (const item of JSON.parse(json).items)
    if (item.status !== 'cancelled') for (const { uid, start, end } of item.events) events[uid] = { start, end };
  return events;
}

const times = (events) => Object.fromEntries(Object.entries(events)
  .filter(([, { status }]) => status !== 'CANCELLED')
  .map(([uid, { start, end }]) => [uid, { start, end }]).sort());
const sorted = (events) => Object.fromEntries(Object.entries(events).sort());

describe('rytm generate, as others read it', () => {
  const published = readdirSync(join(root, 'calendar', 'published')).map((file) => join(root, 'calendar', 'published', file));
  for (const file of [demo, ...published]) {
    for (const [name, read] of Object.entries(readers)) {
      test(`${file.slice(root.length + 1)}: ${name} finds every start and end`, () => {
        const ours = expected(rytm('generate', file, '--format', 'json'));
        const theirs = times(read(rytm('generate', file, '--format', 'ics', '--stamp', '2026-11-23T14:02:00Z')));
        assert.ok(Object.keys(ours).length > 10);
        assert.deepEqual(theirs, sorted(ours));
      });
    }
  }

  test('the same twice is the same to the byte', () => {
    const once = rytm('generate', demo, '--format', 'ics', '--stamp', '2026-11-23T14:02:00Z');
    assert.equal(rytm('generate', demo, '--format', 'ics', '--stamp', '2026-11-23T14:02:00Z'), once);
  });
});

describe('the served feed', () => {
  const data = temporaryFolder();
  let server;
  before(async () => {
    publishedDemo(data.folder);
    server = await serve(data.folder);
  });
  after(async () => {
    await server?.stop();
    data.remove();
  });

  for (const [name, read] of Object.entries(readers)) {
    test(`the council's public feed holds its meetings: ${name}`, async () => {
      const answer = await fetch(`${server.url}/feeds/ekeby/kf.ics`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
      const ours = expected(rytm('generate', demo, '--format', 'json', '--scope', 'public', '--body', 'kf'));
      const theirs = read(await answer.text());
      assert.ok(Object.keys(ours).length > 30);
      assert.deepEqual(times(theirs), sorted(ours));
      for (const event of Object.values(theirs)) assert.notEqual(event.summary, '');
    });
  }

  test('all.ics holds the listed meetings of this and the next year', async () => {
    const text = await (await fetch(`${server.url}/feeds/ekeby/all.ics`)).text();
    const year = new Date().getUTCFullYear();
    const events = Object.values(readers['ical.js'](text));
    assert.ok(events.length > 20);
    for (const { start } of events) assert.ok([year, year + 1].includes(Number(start.slice(0, 4))), start);
  });

  test('a second look costs a 304, with the same tag after a restart', async () => {
    const first = await fetch(`${server.url}/feeds/ekeby/kf.ics`);
    const bytes = await first.text();
    const tag = first.headers.get('etag');
    const again = await fetch(`${server.url}/feeds/ekeby/kf.ics`, { headers: { 'If-None-Match': tag } });
    assert.equal(again.status, 304);
    assert.equal(await server.stop(), 0, 'SIGTERM ends the server in order');
    server = await serve(data.folder);
    const restarted = await fetch(`${server.url}/feeds/ekeby/kf.ics`);
    assert.equal(restarted.headers.get('etag'), tag);
    assert.equal(await restarted.text(), bytes);
  });

  test('nothing closed, and nothing of unlisted bodies, is public', async () => {
    const plan = JSON.parse(rytm('generate', demo, '--format', 'json'));
    const hidden = plan.items.filter((item) => !item.for.includes('public')).flatMap((item) => item.events.map((e) => e.uid));
    assert.ok(hidden.length > 100);
    const bodies = [...new Set(plan.items.map((item) => item.body))];
    let served = '';
    for (const body of [...bodies, 'all']) served += await (await fetch(`${server.url}/feeds/ekeby/${body}.ics`)).text();
    for (const uid of hidden) assert.ok(!served.includes(`UID:${uid}\r\n`), uid);
  });

  // Publishes the demo with one more exception for the council's first ordinary meeting after a day.
  function publishException(after, exception) {
    const changed = JSON.parse(rytm('export', '--data', data.folder));
    const council = changed.bodies.find((body) => body.id === 'kf');
    council.series ??= [];
    if (!council.series.some((one) => one.id === 'meeting')) council.series.push({ id: 'meeting' });
    const series = council.series.find((one) => one.id === 'meeting');
    const plan = JSON.parse(rytm('generate', demo, '--format', 'json', '--body', 'kf', '--from', after));
    const spoken = (series.exceptions ??= []).map(({ on }) => on);
    const meeting = plan.items.find((item) => item.kind === 'meeting' && item.status === 'regular'
      && !item['moved-from'] && !spoken.includes(item.day));
    series.exceptions.push({ on: meeting.day, ...exception, reason: { sv: 'Prov', en: 'Test' } });
    const file = join(data.folder, 'changed.json');
    writeFileSync(file, JSON.stringify(changed));
    rytm('import', '--data', data.folder, file);
    rytm('publish', '--data', data.folder, '--until', '2030-12-31');
    return meeting.events[0];
  }

  // The event as served, once the server has seen the publication.
  async function servedOnce(uid, seen) {
    const deadline = Date.now() + 20000;
    let event;
    do {
      event = readers['ical.js'](await (await fetch(`${server.url}/feeds/ekeby/kf.ics`)).text())[uid];
    } while (!seen(event) && Date.now() < deadline);
    return event;
  }

  test('a change published while the server runs is served within seconds; only that body\'s feed changes', async () => {
    const tag = async (body) => (await fetch(`${server.url}/feeds/ekeby/${body}.ics`)).headers.get('etag');
    const others = await Promise.all(['ks', 'bun', 'soc'].map(tag));
    const { uid, start } = publishException('2027-09-01', { at: '09:00' });
    const event = await servedOnce(uid, ({ sequence }) => sequence > 0);
    assert.equal(event.sequence, 1);
    assert.notEqual(event.start, start);
    assert.deepEqual(await Promise.all(['ks', 'bun', 'soc'].map(tag)), others);
  });

  test('a cancelled meeting stays, marked in every way a calendar may look at', async () => {
    const { uid } = publishException('2028-09-01', { cancel: true });
    const event = await servedOnce(uid, ({ status }) => status === 'CANCELLED');
    assert.equal(event.status, 'CANCELLED');
    assert.match(event.summary, /^INSTÄLLT: /);
    assert.equal(event.sequence, 1);
  });

  test('a port that is taken is told so', () => {
    const { code, told } = refused('serve', '--data', data.folder, '--listen', server.url.replace('http://', ''));
    assert.equal(code, 2);
    assert.match(told, /Porten är upptagen/);
  });
});
