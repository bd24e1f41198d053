// The API as schemas/openapi.yaml promises it: every operation asked of the running server, every request and answer held against
// the document, and every field attacked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { attacksOn, withAttack, wrongValues } from './attacks.mjs';
import { answered, Client, document, fits, operations, resolve, text } from './contract.mjs';
import { program, publishedDemo, serve, temporaryFolder } from './rytm.mjs';
import { totp } from './totp.mjs';

const org = 'ekeby';
const slot = 'ekeby.ks.meeting.2027-05-19';
const password = 'tre gula stolar i hallen';
const own = 'fyra gula stolar i hallen';  // what people choose at their first login
const move = { changes: [{ slots: [slot], set: { day: '2027-05-26' }, 'reason-kind': 'place', reason: 'Salen är upptagen' }] };

const user = (folder, input, ...args) =>
  execFileSync(program, ['user', ...args.slice(0, 1), ...(args[0] === 'key' ? [args[1]] : []), '--data', folder, ...args.slice(args[0] === 'key' ? 2 : 1)],
    { input, encoding: 'utf8', env: { ...process.env, LC_ALL: 'sv_SE.UTF-8' } });
const makeKey = (folder, ...args) => user(folder, '', 'key', 'add', ...args).match(/rytm_\S+/)[0];

describe('the document', () => {
  test('is OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    assert.ok(result.valid, JSON.stringify(result.errors));
  });

  test('has examples that fit, no two operations of one name, and nothing that nobody uses', () => {
    const ids = Object.values(document.paths).flatMap((item) => Object.values(item).map((one) => one.operationId).filter(Boolean));
    assert.equal(new Set(ids).size, ids.length);
    for (const [id, operation] of Object.entries(operations)) {
      assert.ok(operation.summary && operation.tags?.length === 1, id);
      for (const { schema, example } of Object.values(operation.body ?? {}))
        if (example !== undefined) assert.ok(fits(resolve(schema), example), `the example of ${id}`);
    }
    for (const [kind, all] of Object.entries(document.components))
      if (kind !== 'securitySchemes')
        for (const name of Object.keys(all)) assert.ok(text.includes(`"#/components/${kind}/${name}"`), `${kind}/${name} is used nowhere`);
    for (const [name, schema] of Object.entries(document.components.schemas))
      for (const example of schema.examples ?? []) assert.ok(fits(schema, example), `an example of ${name}`);
  });
});

describe('the API', () => {
  let data;
  let server;
  let planner;
  let administrator;

  const latest = async (id = 'getOrganisation') => ({ 'If-Match': (await planner.call(id, { parts: { org } })).headers.get('etag') });

  // Logged in with the code that administrators need: a client with its cookies and token.
  async function logIn(login, typed) {
    let cookies = {};
    const client = new Client(server.url);
    const keep = ({ headers, body }) => {
      for (const line of headers.getSetCookie()) cookies = { ...cookies, [line.split('=')[0]]: line.split(';')[0] };
      client.headers = { cookie: Object.values(cookies).join('; '), 'x-csrf-token': body['csrf-token'] };
      return body;
    };
    let stage = keep(await client.call('logIn', { body: { login, password: typed } })).stage;
    if (stage === 'totp-enrolment') {
      const { body: { secret } } = await client.call('offerTotp');
      stage = keep(await client.call('giveCode', { body: { code: totp(secret) } })).stage;
    }
    if (stage === 'new-password') stage = (await client.call('changePassword', { body: { old: typed, new: own } })).body.stage;
    assert.equal(stage, 'complete');
    return client;
  }

  before(async () => {
    data = temporaryFolder();
    publishedDemo(data.folder);
    user(data.folder, `${password}\n`, 'add', 'ada', '--administrator');
    server = await serve(data.folder);
    planner = new Client(server.url, { authorization: `Bearer ${makeKey(data.folder, 'prov', '--planner')}` });
    administrator = await logIn('ada', password);
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    data.remove();
  });

  test('serves the document', async () => {
    assert.equal((await new Client(server.url).call('getOpenApi')).body, text);
  });

  test('lists what the rules say and the plan holds', async () => {
    for (const id of ['getOrganisation', 'getCalendars', 'listPlaces', 'listBodies', 'listReports', 'listDialogues', 'getPlan',
      'listFindings', 'listSlots', 'listAdjustments', 'listBatches', 'listEditions', 'listAdoptions', 'listFeeds', 'getRules', 'getMergedRules']) {
      const { status, headers } = await planner.call(id, { parts: { org } });
      assert.equal(status, 200, id);
      const again = await fetch(`${server.url}${operations[id].path.replace('{org}', org)}`,
        { headers: { ...planner.headers, 'if-none-match': headers.get('etag') } });
      assert.equal(again.status, 304, id);
    }
    assert.equal((await planner.call('listOrganisations')).body.items[0].id, org);
    assert.ok((await planner.call('listAuthors', { parts: { org } })).body.items.some(({ id }) => id.startsWith('key:')));
    const [{ id: report }] = (await planner.call('listReports', { parts: { org } })).body.items;
    assert.ok((await planner.call('tryWithoutReport', { parts: { org, report } })).body['what-if'].items.length > 0);
    assert.equal((await planner.call('getBody', { parts: { org, body: 'ks' } })).body.kind, 'executive-board');
    const { body } = await planner.call('getSlot', { parts: { org, slot } });
    assert.equal(body.day, '2027-05-19');
    assert.ok(body.chain.length > 3 && body.item.why.length > 0);
  });

  test('pages through a year, each item once', async () => {
    const seen = [];
    let query = { from: '2027-01-01', until: '2027-12-31', limit: '200', why: 'true' };
    for (;;) {
      const { body } = await planner.call('getPlan', { parts: { org }, query });
      seen.push(...body.items.map(({ id }) => id));
      if (!body.next) break;
      query = { ...query, after: body.next };
    }
    assert.ok(seen.length > 400);
    assert.equal(new Set(seen).size, seen.length);
  });

  test('previews, saves, refuses who comes second, undoes', async () => {
    const seen = await latest();
    const preview = await planner.call('previewBatch', { parts: { org }, body: move });
    const moved = preview.body['what-if'].items.find(({ id }) => id === slot);
    assert.deepEqual([moved.before.day, moved.after.day], ['2027-05-19', '2027-05-26']);
    const saved = await planner.call('saveBatch', { parts: { org }, headers: { ...seen, 'Idempotency-Key': 'a1' }, body: move });
    assert.equal(saved.status, 201);
    const again = await planner.call('saveBatch', { parts: { org }, headers: { ...seen, 'Idempotency-Key': 'a1' }, body: move });
    assert.deepEqual(again.body, saved.body);
    const stale = await planner.call('saveBatch', { parts: { org }, headers: seen, body: move });
    assert.equal(stale.status, 409);
    assert.equal(stale.body.current.changes[0].batch, saved.body.batch.number);
    const batch = String(saved.body.batch.number);
    assert.equal((await planner.call('getBatch', { parts: { org, batch } })).body.author.slice(0, 4), 'key:');
    assert.equal((await planner.call('listAdjustments', { parts: { org }, query: { slot } })).body.items.length, 1);
    const undone = await planner.call('undoBatch', { parts: { org, batch }, headers: { 'If-Match': saved.headers.get('etag') } });
    assert.equal(undone.status, 201);
    assert.equal((await planner.call('getSlot', { parts: { org, slot } })).body.day, '2027-05-19');
  });

  test('tells others at once what changed, and publishes', async () => {
    const stream = await fetch(`${server.url}/api/v1/organisations/${org}/events`, { headers: planner.headers });
    assert.equal(stream.headers.get('content-type'), 'text/event-stream');
    answered.set('streamEvents', new Set([200]));
    const reader = stream.body.getReader();
    const decoder = new TextDecoder();
    let told = '';
    const until = async (wanted) => { while (!told.includes(wanted)) told += decoder.decode((await reader.read()).value, { stream: true }); };
    const saved = await planner.call('saveBatch', { parts: { org }, headers: await latest(), body: move });
    await until(`id: ${saved.body.batch.revision}\n`);
    const news = JSON.parse(told.match(/data: (.*)\n/)[1]);
    assert.ok(fits(document.components.schemas.News, news), JSON.stringify(news));
    assert.equal(news.kind, 'adjustments');
    const published = await planner.call('publish', { parts: { org }, headers: await latest(), body: { bodies: ['ks'], until: '2030-12-31' } });
    assert.equal(published.status, 201);
    assert.ok(published.body.bodies[0].differences.some(({ words }) => /ons 19 maj → ons 26 maj/.test(words.sv)));
    await until('"kind":"publication"');
    await reader.cancel();
    const feed = await fetch((await planner.call('listFeeds', { parts: { org } })).body.items.find(({ path }) => path.endsWith('/ks.ics')).url);
    assert.match(await feed.text(), /DTSTART;TZID=Europe\/Stockholm:20270526T/);
    const all = async () => (await planner.call('publish', { parts: { org }, headers: await latest(), body: { until: '2030-12-31' } })).status;
    await all();
    assert.equal(await all(), 200, 'nothing is new the second time');
  });

  test('records decisions, tells editions apart, returns to an earlier one', async () => {
    const adoption = { body: 'ks', from: '2027-01-01', until: '2027-12-31', kind: 'adopted', 'decided-by': 'Kommunstyrelsen', 'decided-on': '2026-11-17', paragraph: '§ 131' };
    const recorded = await planner.call('recordAdoptions', { parts: { org }, headers: await latest(), body: { adoptions: [adoption] } });
    assert.equal(recorded.status, 201);
    assert.equal((await planner.call('listAdoptions', { parts: { org } })).body.items[0].paragraph, '§ 131');
    const body = { bodies: ['ks'], until: '2030-12-31', undecided: 'tentative' };
    const preview = await planner.call('previewPublication', { parts: { org }, body });
    assert.ok(preview.body.bodies[0].differences.length > 0, 'what is not decided becomes preliminary');
    assert.equal((await planner.call('publish', { parts: { org }, headers: await latest(), body })).status, 201);
    const all = (await planner.call('listEditions', { parts: { org }, query: { body: 'ks' } })).body.items;
    assert.deepEqual(all.map(({ number }) => number), [3, 2, 1]);
    const apart = await planner.call('getDifferences', { parts: { org }, query: { body: 'ks', from: '2', to: '3' } });
    assert.equal(apart.body.differences.length, preview.body.bodies[0].differences.length);
    const parts = { org, body: 'ks', number: '2' };
    const second = await planner.call('getEdition', { parts, query: { limit: '5' } });
    assert.equal(second.body.items.length, 5);
    assert.equal((await planner.call('returnToEdition', { parts, headers: await latest() })).status, 201);
    assert.equal((await planner.call('listEditions', { parts: { org }, query: { body: 'ks' } })).body.items[0]['returns-to'], 2);
  });

  test('lets a finding be accepted, and looked at again', async () => {
    const open = (await planner.call('listFindings', { parts: { org }, query: { accepted: 'false', limit: '1' } })).body.items[0];
    const parts = { org, finding: open.key };
    assert.equal((await planner.call('acceptFinding', { parts, headers: await latest(), body: { reason: 'Så har vi valt' } })).status, 200);
    const accepted = (await planner.call('listFindings', { parts: { org }, query: { accepted: 'true' } })).body.items;
    assert.deepEqual(accepted.map(({ key, accepted: reason }) => [key, reason]), [[open.key, 'Så har vi valt']]);
    assert.equal((await planner.call('reopenFinding', { parts, headers: await latest() })).status, 200);
    assert.deepEqual((await planner.call('listFindings', { parts: { org }, query: { accepted: 'true' } })).body.items, []);
  });

  test('changes the rules as a batch', async () => {
    const rules = (await planner.call('getRules', { parts: { org } })).body;
    const report = await planner.call('previewRules', { parts: { org }, body: rules });
    assert.deepEqual(report.body['what-if'].items, []);
    const patched = await planner.call('patchRules', { parts: { org }, headers: await latest(),
      body: [{ op: 'replace', path: '/organisation/name', value: { sv: 'Ekeby stad' } }] });
    assert.equal(patched.status, 201);
    assert.equal((await planner.call('getOrganisation', { parts: { org } })).body.name.sv, 'Ekeby stad');
    const merged = (await planner.call('getMergedRules', { parts: { org } })).body;
    assert.ok(merged.rules.chains.committee.some(({ id }) => id === 'notice') && merged.template.reports.length > 10);
    assert.ok(merged.laws.some(({ id }) => id === 'KL 11:20'));
    const gone = rules.bodies.findIndex(({ id }) => id === 'oppositionsgrupp');
    const without = await planner.call('patchRules', { parts: { org }, headers: await latest(),
      body: [{ op: 'remove', path: `/bodies/${gone}` }, { op: 'add', path: '/bodies/0', value: { id: 'valnamnd' } }] });
    assert.deepEqual([without.status, without.body['what-if'].items.some(({ kind, body, origin }) => kind === 'meeting' && body === 'valnamnd' && origin === 'meeting')], [201, true]);
    const nowhere = await planner.call('patchRules', { parts: { org }, headers: await latest(), body: [{ op: 'remove', path: '/bodies/99' }] });
    assert.deepEqual([nowhere.status, nowhere.body.errors[0].pointer], [422, '/0/path']);
    const back = await planner.call('replaceRules', { parts: { org }, headers: await latest(), body: rules });
    assert.equal(back.status, 201);
    const bad = await planner.call('replaceRules', { parts: { org }, headers: await latest(), body: { ...rules, colour: 'red' } });
    assert.deepEqual([bad.status, bad.body.errors[0].pointer], [422, '/colour']);
  });

  test('puts a decided plan into the rules, or tells every row that is wrong', async () => {
    const rows = (day) => `Organ;Datum;Tid\nKommunstyrelsen;${day};13.30\nKommunstyrelsen;2027-09-22;13.30\n`;
    const query = { from: '2027-08-01', until: '2027-09-30' };
    const bad = await planner.call('previewImport', { parts: { org }, query, body: rows('2027-08-32') });
    assert.deepEqual([bad.status, bad.body.errors.map(({ pointer }) => pointer)], [422, ['line 2']]);
    const preview = await planner.call('previewImport', { parts: { org }, query, body: rows('2027-08-24') });
    assert.equal(preview.body.plan.bodies[0].meetings, 2);
    const saved = await planner.call('saveImport', { parts: { org }, headers: await latest(), query, body: rows('2027-08-24') });
    assert.equal(saved.status, 201);
    assert.ok(saved.body['what-if'].items.some(({ after }) => after?.day === '2027-08-24'));
    const undone = await planner.call('undoBatch', { parts: { org, batch: String(saved.body.batch.number) }, headers: await latest() });
    assert.equal(undone.status, 201);
  });

  test('lets an administrator add people and keys', async () => {
    const added = await administrator.call('addAccount', { headers: { 'Idempotency-Key': 'anna' },
      body: { login: 'anna.exempel', name: 'Anna Exempel', grants: [{ role: 'secretary', body: 'ks' }], password } });
    assert.equal(added.status, 201);
    assert.equal((await administrator.call('listAccounts')).body.items.length, 2);
    const parts = { login: 'anna.exempel' };
    const tag = async () => ({ 'If-Match': (await administrator.call('getAccount', { parts })).headers.get('etag') });
    const old = await tag();
    const changed = await administrator.call('changeAccount', { parts, headers: old, body: { grants: [{ role: 'reader' }] } });
    assert.deepEqual(changed.body.grants, [{ role: 'reader' }]);
    assert.equal((await administrator.call('changeAccount', { parts, headers: old, body: { disabled: true } })).status, 409);
    assert.equal((await administrator.call('resetPassword', { parts, headers: await tag(), body: { password: 'sju gula stolar i hallen' } })).status, 200);
    assert.equal((await administrator.call('resetTotp', { parts, headers: await tag() })).status, 200);
    assert.equal((await administrator.call('eraseAccount', { parts, headers: await tag() })).status, 204);
    const made = await administrator.call('makeApiKey', { body: { label: 'Ärendesystemet', grants: [{ role: 'reader' }], until: '2027-06-30' } });
    assert.equal(made.status, 201);
    assert.equal((await new Client(server.url, { authorization: `Bearer ${made.body.key}` }).call('getOrganisation', { parts: { org } })).status, 200);
    assert.ok(!(await administrator.call('listApiKeys')).body.items.some((key) => 'key' in key));
    assert.equal((await administrator.call('revokeApiKey', { parts: { key: made.body.id } })).status, 204);
    const log = (await administrator.call('listAudit', { parts: { org }, query: { limit: '1000' } })).body.items;
    for (const what of ['logged-in', 'account-added', 'role-granted', 'key-made', 'batch-saved', 'published', 'rules-changed'])
      assert.ok(log.some((entry) => entry.what === what), what);
    assert.ok(!JSON.stringify(log).includes('Exempel'), 'ids only');
  });

  test('gives papers to print and to file, and keeps what a dialogue agreed on', async () => {
    const year = { bodies: 'ks,kf', from: '2027-01-01', until: '2027-12-31' };
    for (const [id, parts, query, type] of [
      ['getDecisionDocument', {}, { ...year, reports: 'true', dialogues: 'true', heard: 'Gruppledarna', language: 'en' }, 'application/pdf'],
      ['getChains', { body: 'ks', file: '2027.pdf' }, {}, 'application/pdf'],
      ['getChains', { body: 'ks', file: '2027.csv' }, {}, 'text/csv; charset=utf-8'],
      ['getEditionArchive', { body: 'ks', number: '1' }, {}, 'application/zip'],
      ['getArchive', {}, {}, 'application/zip'],
    ]) {
      const answer = await planner.call(id, { parts: { org, ...parts }, query });
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, type], id);
    }
    const talks = (await planner.call('getPlan', { parts: { org }, query: { kind: 'dialogue', body: 'ks', limit: '1000' } })).body.items;
    const parts = { org, slot: talks[0].id };
    const seen = await planner.call('getAgreed', { parts });
    const headers = { 'If-Match': seen.headers.get('etag') };
    const lines = ['Vi börjar varje möte med en runda'];
    assert.deepEqual((await planner.call('setAgreed', { parts, headers, body: { lines } })).body.lines, lines);
    assert.equal((await planner.call('setAgreed', { parts, headers, body: { lines } })).status, 409);
    const next = talks.find(({ origin, day }) => origin === talks[0].origin && day > talks[0].day);
    if (next) assert.deepEqual((await planner.call('getAgreed', { parts: { org, slot: next.id } })).body.before.lines, lines);
  });

  test('keeps people, reads and writes them as tables, and links their calendars', async () => {
    const table = 'Namn;E-post;Organ;Uppdrag;Parti\nAnna Prov;anna@ekeby.example;Kommunstyrelsen;1:e vice ordförande;A\nBo Prov;;KF;ledamot;B\n';
    const bad = await planner.call('importPeople', { parts: { org }, body: `${table}Cia Prov;cia@ekeby;Komunstyrelsen;boss;\n` });
    assert.deepEqual([bad.status, bad.body.errors.map(({ pointer }) => pointer)], [422, ['line 4, column 2', 'line 4, column 3', 'line 4, column 4']]);
    const preview = await planner.call('previewPeopleImport', { parts: { org }, body: table });
    assert.deepEqual(preview.body.rows.map(({ outcome }) => outcome), ['new-person', 'new-person']);
    assert.equal((await planner.call('importPeople', { parts: { org }, body: table })).body.saved, true);
    assert.deepEqual((await planner.call('importPeople', { parts: { org }, body: table })).body.rows.map(({ outcome }) => outcome), ['unchanged', 'unchanged']);
    const people = (await planner.call('listPeople', { parts: { org }, query: { body: 'ks' } })).body.items;
    assert.deepEqual(people.map(({ name }) => name), ['Anna Prov']);
    assert.match((await planner.call('exportPeople', { parts: { org } })).body, /Bo Prov;;Kommunfullmäktige;ledamot;B/);

    const assignments = [{ body: 'ks', post: 'substitute', from: '2026-10-15', order: 1, party: 'C' }];
    const added = await planner.call('addPerson', { parts: { org }, body: { name: 'Dag Prov', address: 'dag@ekeby.example', assignments } });
    assert.equal(added.status, 201);
    const parts = { org, person: added.body.id };
    const old = { 'If-Match': added.headers.get('etag') };
    assert.equal((await planner.call('getPerson', { parts })).headers.get('etag'), added.headers.get('etag'));
    const changed = await planner.call('changePerson', { parts, headers: old, body: { hidden: true } });
    assert.equal(changed.body.hidden, true);
    assert.equal((await planner.call('changePerson', { parts, headers: old, body: { hidden: false } })).status, 409);
    assert.ok(!(await planner.call('exportPeople', { parts: { org } })).body.includes('Dag Prov'), 'protected');
    partsOf.person = people[0].id;

    const made = await planner.call('makeFeedLink', { parts: { org }, body: { name: 'telefon', kind: 'person', person: parts.person, alarm: 60 } });
    assert.equal(made.status, 201);
    // The server takes it up at once, but beside the answer.
    const fetchedOnce = async (wanted) => {
      for (;;) {
        const feed = await fetch(made.body.url);
        if (wanted.test(await feed.text())) return feed;
      }
    };
    const feed = await fetchedOnce(/SUMMARY:.* \(ersättare\)\r\n/);
    assert.equal(feed.headers.get('cache-control'), 'private, max-age=300');
    assert.equal((await planner.call('listFeedLinks', { parts: { org }, query: { person: parts.person } })).body.items[0].works, true);
    const stored = (await planner.call('getStoredOfPerson', { parts })).body;
    assert.deepEqual([stored.address, stored['feed-links'][0].name], ['dag@ekeby.example', 'telefon']);

    const events = (await planner.call('getEdition', { parts: { org, body: 'ks', number: '1' }, query: { limit: 1000 } })).body.items;
    const uid = events.map((event) => event.uid).filter((id) => /^[a-z]+\.ks\.meeting\.\d{4}-\d\d-\d\d@/.test(id)).at(-1);
    const meeting = { org, slot: uid.split('@')[0] };
    const seat = { ...meeting, person: people[0].id };
    const spare = { ...meeting, person: parts.person };
    const absent = (await planner.call('setAbsent', { parts: seat })).body.absent;
    assert.deepEqual(absent.map(({ name, substitutes }) => [name, substitutes.map((one) => one.name)]), [['Anna Prov', ['Skyddade personuppgifter']]]);
    assert.equal((await planner.call('callSubstitute', { parts: seat })).status, 403, 'has a seat');
    assert.equal((await planner.call('callSubstitute', { parts: spare })).body.called.length, 1);
    assert.match((await planner.call('setPapersOut', { parts: meeting })).body['papers-out'], /^2/);
    assert.equal((await planner.call('takeBackPapers', { parts: meeting })).status, 200);
    assert.equal((await planner.call('releaseSubstitute', { parts: spare })).body.called.length, 0);
    assert.deepEqual((await planner.call('setPresent', { parts: seat })).body.absent, []);
    assert.deepEqual((await planner.call('getMeetingPeople', { parts: meeting })).body.intentions, []);
    const choices = (await planner.call('setMailChoices', { parts: { org, whose: 'elected' }, body: { digest: true } })).body;
    assert.equal(choices.digest, true);
    assert.deepEqual((await planner.call('getMailChoices', { parts: { org, whose: people[0].id } })).body, choices, 'what is usual');
    partsOf.whose = people[0].id;

    const secretary = new Client(server.url, { authorization: `Bearer ${makeKey(data.folder, 'kf', '--secretary', 'kf')}` });
    assert.equal((await secretary.call('getPerson', { parts })).status, 404, 'of another body');
    assert.equal((await secretary.call('getMeetingPeople', { parts: meeting })).status, 404, 'of another body');
    assert.deepEqual((await secretary.call('listPeople', { parts: { org } })).body.items.map(({ name }) => name), ['Bo Prov']);
    assert.equal((await secretary.call('listPeople', { parts: { org }, query: { body: 'ks' } })).status, 404);
    assert.equal((await secretary.call('makeFeedLink', { parts: { org }, body: { name: 'x', kind: 'role', bodies: ['ks'] } })).status, 403);

    assert.equal((await planner.call('revokeFeedLink', { parts: { org, link: made.body.id } })).status, 204);
    await fetchedOnce(/SUMMARY:Kalenderlänken gäller inte längre/);
    assert.equal((await fetch(`${server.url}/feed/${'x'.repeat(43)}.ics`)).status, 404);
    assert.equal((await planner.call('erasePerson', { parts, headers: { 'If-Match': changed.headers.get('etag') } })).status, 204);
    assert.equal((await planner.call('getPerson', { parts })).status, 404);
  });

  test('lets everybody see to their own login', async () => {
    user(data.folder, `${password}\n`, 'add', 'rut', '--reader');
    const rut = await logIn('rut', password);
    assert.equal((await rut.call('getMe')).body.login, 'rut');
    assert.equal((await rut.call('changePassword', { body: { old: own, new: 'sju gula stolar i hallen' } })).status, 200);
    assert.equal((await rut.call('logOut')).status, 204);
    assert.equal((await rut.call('getMe')).status, 401);
  });

  // What is right to ask of each operation that has a body.
  const right = {
    logIn: { login: 'ada', password },
    giveCode: { code: '000000' },
    changePassword: { old: password, new: 'sju gula stolar i hallen' },
    addAccount: { login: 'bo', name: 'Bo Exempel', grants: [{ role: 'secretary', body: 'ks' }], password },
    changeAccount: { disabled: false, grants: [{ role: 'reader' }] },
    resetPassword: { password: 'sju gula stolar i hallen' },
    makeApiKey: { label: 'x', grants: [{ role: 'secretary', body: 'ks' }], until: '2027-12-31' },
    patchRules: [{ op: 'replace', path: '/organisation/name', value: { sv: 'x' } }],
    saveBatch: { changes: [{ ...move.changes[0], 'public-reason': { sv: 'a', en: 'b' } },
      { series: 'ks/meeting', from: '2027-08-01', until: '2027-12-31', set: { at: '09:00' } }, { series: 'ks/meeting', add: '2027-06-02', set: {} }] },
    publish: { bodies: ['ks'], until: '2030-12-31', note: { sv: 'x' }, undecided: 'withheld',
      adoptions: [{ body: 'ks', from: '2027-01-01', until: '2027-12-31', kind: 'proposed' }] },
    recordAdoptions: { adoptions: [{ body: 'ks', from: '2027-01-01', until: '2027-12-31', kind: 'proposed' }] },
    acceptFinding: { reason: 'Så har vi valt' },
    addPerson: { name: 'x', address: 'x@ekeby.example', language: 'sv', hidden: false,
      assignments: [{ body: 'ks', post: 'member', party: 'A', order: 1, unit: 'x', function: 'x', from: '2027-01-01', until: '2027-12-31' }] },
    makeFeedLink: { name: 'x', kind: 'custom', bodies: ['ks'], kinds: ['step'], level: 'official', language: 'sv', cancelled: true, alarm: 5, 'months-back': 1 },
  };
  right.changePerson = right.addPerson;
  right.previewBatch = right.saveBatch;
  right.previewPublication = right.publish;

  const partsOf = { org, body: 'ks', slot, login: 'ada', batch: '1', key: 'k-x', number: '1', finding: 'x', person: 'p-x', link: 'f-x', whose: 'p-x', file: '2027.pdf',
    bodies: 'ks', from: '2027-01-01', until: '2027-12-31' };
  const clientFor = (id) => (operations[id].security?.length === 1 || operations[id].tags[0] === 'accounts' ? administrator : planner);

  for (const [id, body] of Object.entries(right)) {
    test(`${id}: every field that is wrong is refused at its place`, async () => {
      const schema = Object.values(operations[id].body)[0].schema;
      const attacks = attacksOn(schema, body);
      assert.ok(attacks.length > 10);
      const revision = (await latest())['If-Match'];
      for (const attack of attacks) {
        const { status, body: problem } = await clientFor(id).call(id,
          { parts: partsOf, headers: { 'If-Match': revision }, body: withAttack(body, attack), attack: true });
        const shown = `${attack.pointer} = ${JSON.stringify(attack.value).slice(0, 60)}: ${status} ${JSON.stringify(problem).slice(0, 300)}`;
        assert.ok([404, 422].includes(status), shown);
        assert.ok(problem.errors?.some(({ pointer }) => attack.pointer.startsWith(pointer) || pointer.startsWith(attack.pointer)), shown);
      }
      assert.equal((await latest())['If-Match'], revision, 'nothing was changed');
    });
  }

  test('wrong query parameters are refused by name', async () => {
    for (const [id, { parameters, method }] of Object.entries(operations)) {
      if (method !== 'GET') continue;
      const queries = parameters.filter(({ in: where }) => where === 'query');
      const needed = Object.fromEntries(queries.filter(({ required }) => required).map(({ name }) => [name, partsOf[name]]));
      for (const { name, schema } of queries) {
        for (const value of wrongValues(schema).filter((one) => typeof one === 'string' && one && !/^\d+$/.test(one))) {
          const { status, body } = await clientFor(id).call(id, { parts: partsOf, query: { ...needed, [name]: value } });
          assert.ok(status === 404 || (status === 422 && body.errors[0].pointer === `/${name}`), `${id} ${name}=${value.slice(0, 40)} ${status}`);
        }
      }
      if (queries.length)
        assert.equal((await clientFor(id).call(id, { parts: partsOf, query: { ...needed, colour: 'red' } })).status, 422, id);
    }
  });

  test('bytes that are no JSON, and other media types, are told apart', async () => {
    for (const body of ['', '{', '[]', 'null', '{"changes": [1e999]}', '\u0000', '{"a":1,"a":2}', '['.repeat(100)]) {
      const { status } = await planner.call('previewBatch', { parts: { org }, body, attack: true });
      assert.ok(status === 422 || status === 400, `${body} ${status}`);
    }
    const answer = await fetch(`${server.url}/api/v1/organisations/${org}/batches/preview`,
      { method: 'POST', headers: { ...planner.headers, 'content-type': 'text/plain' }, body: '{}' });
    assert.equal(answer.status, 415);
  });

  test("other bodies' ids and other organisations are not there for who may not see them", async () => {
    const secretary = new Client(server.url, { authorization: `Bearer ${makeKey(data.folder, 'ks', '--secretary', 'ks')}` });
    const foreign = (await planner.call('listSlots', { parts: { org }, query: { body: 'kf', limit: '1' } })).body.items[0].id;
    const headers = await latest();
    for (const [id, operation] of Object.entries(operations)) {
      if (!operation.path.includes('{org}')) continue;
      const client = operation.tags[0] === 'accounts' ? administrator : planner;
      const { status } = await client.call(id, { parts: { ...partsOf, org: 'annan' }, headers, body: right[id] ?? (operation.body ? {} : undefined), attack: true });
      assert.equal(status, 404, `${id} of another organisation`);
    }
    for (const [id, asked] of [
      ['getBody', { parts: { body: 'kf' } }], ['getSlot', { parts: { slot: foreign } }], ['getPlan', { query: { body: 'kf' } }],
      ['listSlots', { query: { body: 'kf' } }], ['listFindings', { query: { body: 'kf' } }],
      ['previewBatch', { body: { changes: [{ slots: [foreign], set: { at: '09:00' } }] } }],
      ['saveBatch', { body: { changes: [{ series: 'kf/meeting', add: '2027-06-02' }] }, headers }],
      ['publish', { body: { bodies: ['kf'], until: '2030-12-31' }, headers }]]) {
      const { status } = await secretary.call(id, { ...asked, parts: { org, ...asked.parts } });
      assert.equal(status, 404, id);
    }
    const { body } = await secretary.call('getPlan', { parts: { org }, query: { limit: '1000' } });
    assert.ok(body.items.every((item) => item.body === 'ks' || item.with?.includes('ks')));
    for (const id of ['getRules', 'getMergedRules', 'getMail', 'listLetters', 'listAudit', 'listAccounts']) assert.equal((await secretary.call(id, { parts: { org } })).status, 403, id);
  });

  test('mail is looked at and stopped for a while', async () => {
    assert.equal((await planner.call('pauseMail', { parts: { org } })).body.paused, true);
    const told = (await planner.call('resumeMail', { parts: { org } })).body;
    // Told of an absence above; what was for the person who was erased is dropped.
    assert.deepEqual(told, { paused: false, waiting: 2, sent: 0, failed: 0, stale: 2, unreachable: [] });
    assert.equal((await planner.call('getMail', { parts: { org } })).status, 200);
    assert.equal((await planner.call('listLetters', { parts: { org } })).body.items.length, 4);
  });

  test('every operation has been answered well', () => {
    for (const id of Object.keys(operations))
      assert.ok([...(answered.get(id) ?? [])].some((status) => status < 300), `${id}: ${[...(answered.get(id) ?? [])]}`);
  });
});
