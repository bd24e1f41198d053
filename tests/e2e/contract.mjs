// schemas/openapi.yaml as a contract: every request and every answer of a test is held against it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { root } from './rytm.mjs';

export const text = readFileSync(join(root, 'schemas', 'openapi.yaml'), 'utf8');
export const document = parse(text);
const json = /^application\/([a-z-]+\+)?json$/;

// What a $ref in the document means.
export function resolve(node) {
  while (node?.$ref) node = node.$ref.slice(2).split('/').reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  return node;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'openapi.yaml');
const compiled = new Map();
function check(schema, value, what) {
  // A schema within the document: its references are seen from the document's root.
  const key = JSON.stringify(schema);
  if (!compiled.has(key)) compiled.set(key, ajv.compile(JSON.parse(key.replaceAll('"#/', '"openapi.yaml#/'))));
  const validate = compiled.get(key);
  assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 2000)}`);
}
export const fits = (schema, value) => { try { check(schema, value, ''); return true; } catch { return false; } };

// {operationId: {method, path, parameters, body, responses}}
export const operations = Object.fromEntries(Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).filter(([method]) => method !== 'parameters').map(([method, operation]) => [operation.operationId, {
    ...operation,
    method: method.toUpperCase(),
    path,
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve),
    body: resolve(operation.requestBody)?.content,
  }])));

export const answered = new Map();  // operationId → statuses seen

export class Client {
  constructor(url, headers = {}) {
    this.url = url;
    this.headers = headers;
  }

  // {status, headers, body}; `parts` are those of the path. A request that is right by the document is checked too.
  async call(id, { parts = {}, query = {}, headers = {}, body, attack = false } = {}) {
    const operation = operations[id];
    assert.ok(operation, `no operation ${id}`);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parts[name]));
    const search = new URLSearchParams(query).toString();
    const type = operation.body && Object.keys(operation.body)[0];
    if (!attack) {
      if (type) check(resolve(operation.body[type].schema), body, `what is asked of ${id}`);
      for (const { name, in: where, required } of operation.parameters)
        if (where === 'header' && required) assert.ok(headers[name], `${id} needs ${name}`);
    }
    const answer = await fetch(`${this.url}${path}${search ? `?${search}` : ''}`, {
      method: operation.method,
      headers: { ...this.headers, ...headers, ...(body === undefined ? {} : { 'content-type': type }) },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'error',
    });
    return this.checked(id, answer);
  }

  async checked(id, answer) {
    const responses = operations[id].responses;
    const response = resolve(responses[answer.status] ?? (answer.status >= 400 ? responses.default : undefined));
    const bytes = await answer.text();
    assert.ok(response, `${id} answered ${answer.status}, which it does not say: ${bytes.slice(0, 500)}`);
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      const { required, schema } = resolve(header);
      const value = answer.headers.get(name);
      if (required) assert.ok(value, `${id} ${answer.status}: no ${name}`);
      if (value) check(schema, value, `${name} of ${id}`);
    }
    const type = answer.headers.get('content-type')?.split(';')[0];
    let body = bytes;
    if (response.content) {
      assert.ok(response.content[type], `${id} ${answer.status} is ${type}`);
      if (json.test(type)) {
        body = JSON.parse(bytes);
        check(resolve(response.content[type].schema), body, `${id} ${answer.status}`);
      }
    } else {
      assert.equal(bytes, '');
    }
    if (!answered.has(id)) answered.set(id, new Set());
    answered.get(id).add(answer.status);
    return { status: answer.status, headers: answer.headers, body };
  }
}
