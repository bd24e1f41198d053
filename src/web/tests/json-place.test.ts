import { expect, test } from 'vitest';
import { lineAt, placeInJson, placeOfError } from '../plan/json-place.js';

const text = JSON.stringify({ a: [1, { 'b/c': 'x, "y" ]', d: null }], e: { f: [true, -2.5] } }, undefined, 2);
const at = (pointer: string): string => text.slice(...placeInJson(text, pointer));

test.each([
  ['/a/0', '1'],
  ['/a/1/b~1c', '"x, \\"y\\" ]"'],
  ['/a/1/d', 'null'],
  ['/e/f/1', '-2.5'],
  ['/e/f/0', 'true'],
  ['', text],
])('%s', (pointer, value) => expect(at(pointer)).toBe(value));

test('leads as near as there is something', () => {
  expect(JSON.parse(at('/e/missing'))).toEqual({ f: [true, -2.5] });
  expect(at('/a/0/deeper')).toBe('1');
});

test('a mistake is at its line, also where the text is no JSON', () => {
  expect(lineAt('a\nb\nc', 4)).toBe(3);
  expect(placeOfError('{\n  "é": x\n}', 'line 2, column 8')).toEqual([9, 10]);
  expect(placeOfError('{\n  "a": 1\n}', '/a')).toEqual([9, 10]);
  expect(placeOfError('{}', '')).toEqual([0, 0]);
});
