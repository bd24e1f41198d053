// What subscribers get, read by three programs that are not ours, against our own JSON.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
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

  test('each event links to its place on the public page', async () => {
    for (const feed of ['kf', 'ks', 'all']) {
      const text = await (await fetch(`${server.url}/feeds/ekeby/${feed}.ics`)).text();
      const lines = text.replaceAll('\r\n ', '').split('\r\n');
      const links = lines.filter((line) => line.startsWith('URL:')).map((line) => new URL(line.slice(4)));
      assert.equal(links.length, lines.filter((line) => line === 'BEGIN:VEVENT').length);
      const pages = {};
      for (const { pathname } of links) pages[pathname] ??= await (await fetch(server.url + pathname)).text();
      for (const { href, pathname, hash } of links) {
        assert.ok(href.startsWith('https://kalender.ekeby.example/ekeby/'), href);
        assert.ok(pages[pathname].includes(`id="${hash.slice(1)}"`), href);
      }
    }
  });

  // The answer to any method and header, as it comes over the wire.
  async function ask(method, headers = {}, path = '/feeds/ekeby/kf.ics') {
    const asked = request(server.url + path, { method, headers });
    asked.end(headers['Content-Length'] ? 'x'.repeat(headers['Content-Length']) : undefined);
    const [answer] = await once(asked, 'response');
    let body = '';
    for await (const piece of answer.setEncoding('utf8')) body += piece;
    const { date, connection, ...fields } = answer.headers;
    return { status: answer.statusCode, fields, body };
  }

  test('however a calendar asks, it gets the whole feed as it is, or hears that it can only be read', async () => {
    const plain = await ask('GET');
    assert.equal(plain.status, 200);
    assert.deepEqual(await ask('HEAD'), { ...plain, body: '' });
    for (const headers of [{ Range: 'bytes=0-9' }, { 'Accept-Encoding': 'gzip, br' }, { 'Accept-Encoding': 'identity;q=0' },
      { Authorization: 'Bearer ' }, { Authorization: 'Basic anVuaw==' }, { Cookie: 'a=b' }, { Accept: 'text/html' },
      { 'If-None-Match': '"another"' }])
      assert.deepEqual(await ask('GET', headers), plain, JSON.stringify(headers));
    for (const query of ['?x=1', '?fbclid=1&utm_source=2'])
      assert.deepEqual(await ask('GET', {}, `/feeds/ekeby/kf.ics${query}`), plain, query);
    assert.equal((await ask('GET', { 'If-None-Match': '*' })).status, 304);
    assert.equal((await ask('OPTIONS')).status, 204);
    for (const [method, headers] of [['PROPFIND', { Depth: 0 }], ['PROPFIND', { Depth: 0, 'Content-Length': 200 }],
      ['POST', { 'Content-Length': 5 }], ['PUT', { 'Content-Length': 5 }], ['DELETE', {}]]) {
      const { status, fields } = await ask(method, headers);
      assert.equal(status, 405, method);
      assert.equal(fields.allow, 'GET, HEAD, OPTIONS');
      assert.equal(fields.dav, undefined);
    }
  });

  test('nine hundred that ask in the same second all get the feed; one that never finishes asking is let go', async () => {
    const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
    slow.write('GET /feeds/ekeby/kf.ics HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const { body } = await ask('GET');
    const polls = await Promise.all(Array.from({ length: 900 }, async () => (await fetch(`${server.url}/feeds/ekeby/kf.ics`)).text()));
    assert.ok(polls.every((poll) => poll === body));
    slow.resume();
    await once(slow, 'end');
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
