// Wrong requests, made from what schemas/openapi.yaml says is right.
import { fits, resolve } from './contract.mjs';

const letters = (count) => 'x'.repeat(count);

// Values that do not fit the schema.
export function wrongValues(schema) {
  schema = resolve(schema);
  const tries = [null, true, 7, -1, 1.5, '', 'nonsense', letters(5000), '‮', [], {}, [[]], { sv: 7 }, { en: 'x' }, { sv: 'x', xx: '' },
    { sv: letters(5000) }, '2027-02-30', '2027-13-01', '20270203', '25:00', '9:30', 'PT0M', 'Å', 'A B', '-x', '../x', letters(41)];
  if (schema.format === 'date') tries.push('1066-10-14', '2060-01-01');
  return tries.filter((value) => !fits(schema, value) || (schema.format === 'date' && /^(1066|2060)/.test(value)));
}

const replaced = (value, [key, ...rest], put) => {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = rest.length ? replaced(copy[key], rest, put) : put;
  return copy;
};

// [{pointer, body}]: the right body with one thing wrong, at the place the pointer names.
export function attacksOn(schema, right, way = []) {
  schema = resolve(schema);
  const attacks = [];
  const pointer = (...more) => [...way, ...more].map((key) => `/${String(key)}`).join('');
  if (Array.isArray(right)) {
    if (schema.items)
      right.forEach((one, i) => {
        for (const value of wrongValues(schema.items)) attacks.push({ pointer: pointer(i), way: [...way, i], value });
        attacks.push(...attacksOn(schema.items, one, [...way, i]));
      });
  } else if (right !== null && typeof right === 'object') {
    if (schema.additionalProperties === false) attacks.push({ pointer: pointer('colour'), way: [...way, 'colour'], value: 'red' });
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      for (const value of wrongValues(property)) attacks.push({ pointer: pointer(key), way: [...way, key], value });
      if (key in right) attacks.push(...attacksOn(property, right[key], [...way, key]));
    }
  }
  return attacks;
}

export const withAttack = (right, { way, value }) => replaced(right, way, value);
