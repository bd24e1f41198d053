// The world breaks: a killed publication, a full disk, files that are wrong. The old edition stays whole.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Client } from './contract.mjs';
import { demo, program, publishedDemo, refused, rytm, serve, temporaryFolder } from './rytm.mjs';

// Every council meeting one hour later: a publication with something to say.
function laterCouncil(file, at) {
  const changed = JSON.parse(readFileSync(demo, 'utf8'));
  const council = changed.bodies.find((body) => body.id === 'kf');
  const series = (council.series ??= []).find((one) => one.id === 'meeting') ?? council.series[council.series.push({ id: 'meeting' }) - 1];
  series.at = at;
  writeFileSync(file, JSON.stringify(changed));
}

async function councilTag(folder) {
  const server = await serve(folder);
  const answer = await fetch(`${server.url}/feeds/ekeby/kf.ics`);
  const tag = answer.headers.get('etag');
  assert.ok((await answer.text()).endsWith('END:VCALENDAR\r\n'));
  await server.stop();
  return tag;
}

// Whether somebody still listens there.
function accepts(hostname, port) {
  return new Promise((tell) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => { socket.destroy(); tell(true); });
    socket.once('error', () => tell(false));
  });
}

describe('when the world breaks', () => {
  test('kill -9 at any moment of a publication leaves the old edition or the new one, never a half', async () => {
    const data = temporaryFolder();
    publishedDemo(data.folder);
    const tags = new Set([await councilTag(data.folder)]);
    for (let n = 0; n < 12; ++n) {
      const file = join(data.folder, 'changed.json');
      laterCouncil(file, `${String(8 + n)}:00`.padStart(5, '0'));
      rytm('import', '--data', data.folder, file);
      const seconds = n * 0.012;  // into a publication that takes about a tenth of a second
      spawnSync('timeout', ['--signal=KILL', `${seconds}`, program, 'publish', '--data', data.folder, '--until', '2030-12-31']);
      const after = await councilTag(data.folder);
      rytm('publish', '--data', data.folder, '--until', '2030-12-31');
      const whole = await councilTag(data.folder);
      assert.ok(tags.has(after) || after === whole, `killed after ${seconds} s`);
      tags.add(whole);
    }
    assert.equal(tags.size, 13, 'each change was published in the end');
    data.remove();
  });

  // RYTM_KILLS: so many; deploy/soak asks for more.
  test('kill -9 at random moments loses nothing that was acknowledged and leaves no half', async () => {
    const data = temporaryFolder();
    publishedDemo(data.folder);
    const kills = Number(process.env.RYTM_KILLS ?? 20);
    const slot = JSON.parse(rytm('generate', demo, '--format', 'json')).items
      .find((item) => item.kind === 'meeting' && item.body === 'kf' && item.day > '2028').id;
    let acknowledged = 0;
    for (let n = 0; n < kills; ++n) {
      const seconds = (Math.random() * 0.25).toFixed(3);
      const command = n % 3 === 2
        ? ['publish', '--data', data.folder, '--until', '2030-12-31']
        : ['adjust', '--data', data.folder, '--slot', slot, '--at', `${10 + (n % 10)}:00`, '--note', `${n}`];
      const run = spawnSync('timeout', ['--signal=KILL', seconds, program, ...command], { encoding: 'utf8' });
      const saved = run.stdout.match(/Sparat som ändring (\d+)/);
      const newest = JSON.parse(rytm('history', '--data', data.folder, '--format', 'json')).changes[0].number;
      if (saved) assert.equal(newest, Number(saved[1]), `killed after ${seconds} s`);
      acknowledged = Math.max(acknowledged, newest);
      assert.equal(newest, acknowledged, 'no change goes back');
      assert.match(rytm('verify', '--data', data.folder), /Allt är helt/, `killed after ${seconds} s`);
    }
    data.remove();
  });

  test('a really full disk refuses the publication and keeps the old one', async (t) => {
    if (process.getuid() !== 0) return t.diagnostic('needs root to mount a small disk; tests/store holds the same with a file limit');
    const data = temporaryFolder();
    const disk = join(data.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]);
    try {
      publishedDemo(disk);
      const before = await councilTag(disk);
      const file = join(data.folder, 'changed.json');
      laterCouncil(file, '10:00');
      rytm('import', '--data', disk, file);
      const free = Number(execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).split('\n')[1]);
      writeFileSync(join(disk, 'fills'), Buffer.alloc(Math.max(0, free - 64 * 1024)));
      const { code, told } = refused('publish', '--data', disk, '--until', '2030-12-31');
      assert.equal(code, 2);
      assert.match(told, /Disken är full/);
      execFileSync('rm', [join(disk, 'fills')]);
      assert.equal(await councilTag(disk), before);
      rytm('publish', '--data', disk, '--until', '2030-12-31');
      assert.notEqual(await councilTag(disk), before);
    } finally {
      execFileSync('umount', [disk]);
      data.remove();
    }
  });

  test('a really full disk refuses a change over HTTP with 507, reads go on, and it works again once there is room', async (t) => {
    if (process.getuid() !== 0) return t.diagnostic('needs root to mount a small disk');
    const data = temporaryFolder();
    const disk = join(data.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]);
    let server;
    try {
      publishedDemo(disk);
      const key = rytm('user', 'key', 'add', '--data', disk, 'prov', '--planner').match(/rytm_\S+/)[0];
      server = await serve(disk);
      const planner = new Client(server.url, { authorization: `Bearer ${key}` });
      const parts = { org: 'ekeby' };
      const read = () => planner.call('getOrganisation', { parts });
      const move = { changes: [{ slots: ['ekeby.ks.meeting.2027-05-19'], set: { day: '2027-05-26' } }] };
      const save = async () => planner.call('saveBatch', { parts, headers: { 'If-Match': (await read()).headers.get('etag') }, body: move });
      assert.equal((await read()).status, 200);
      const before = (await read()).headers.get('etag');
      const free = Number(execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).split('\n')[1]);
      writeFileSync(join(disk, 'fills'), Buffer.alloc(free));
      for (let n = 0; n < 3; ++n) {
        const { status, body } = await save();
        assert.deepEqual([status, body.type], [507, 'urn:rytm:disk-full']);
        assert.ok(!JSON.stringify(body).includes(disk), 'no path of ours');
      }
      assert.equal((await read()).headers.get('etag'), before);
      assert.equal((await fetch(`${server.url}/feeds/ekeby/kf.ics`)).status, 200);
      execFileSync('rm', [join(disk, 'fills')]);
      assert.equal((await save()).status, 201);
    } finally {
      await server?.stop();
      execFileSync('umount', [disk]);
      data.remove();
    }
  });

  test('a broken file is refused with every error, and the rules in force stay', () => {
    const data = temporaryFolder();
    publishedDemo(data.folder);
    const inForce = rytm('export', '--data', data.folder);
    const broken = JSON.parse(readFileSync(demo, 'utf8'));
    broken.bodies[0].colour = 'red';
    broken.window.until = '2027-02-30';
    const file = join(data.folder, 'broken.json');
    writeFileSync(file, JSON.stringify(broken));
    const { code, told } = refused('import', '--data', data.folder, file);
    assert.equal(code, 2);
    assert.match(told, /\/bodies\/0\/colour/);
    assert.match(told, /\/window\/until/);
    assert.equal(rytm('export', '--data', data.folder), inForce);
    data.remove();
  });

  test('a bad file makes no data folder', () => {
    const data = temporaryFolder();
    const file = join(data.folder, 'bad.json');
    writeFileSync(file, '{"organisation": ');
    assert.equal(refused('init', '--data', join(data.folder, 'new'), file).code, 2);
    assert.ok(!existsSync(join(data.folder, 'new')));
    data.remove();
  });

  test('a request in flight is answered before the server ends', async () => {
    const data = temporaryFolder();
    publishedDemo(data.folder);
    const server = await serve(data.folder);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');  // not finished yet
    await fetch(`${server.url}/healthz`);                  // by now the server has read the beginning
    const stopped = server.stop();
    while (await accepts(hostname, port)) {}               // the server knows that it is to stop
    socket.write('\r\n');
    let answer = '';
    for await (const piece of socket) answer += piece;     // until the server closes it
    assert.match(answer, /^HTTP\/1\.1 200 /);
    assert.equal(await stopped, 0);
    data.remove();
  });
});
