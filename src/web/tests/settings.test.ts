import { expect, test } from 'vitest';
import { factsDraft, factsPatch } from '../plan/settings.js';

test('only the facts that were changed are written, in one language where only one is told', () => {
  const seen = factsDraft({ name: { sv: 'Ekeby kommun', en: 'Ekeby Municipality' }, contact: 'Kansliet' });
  expect(seen).toEqual({
    name: 'Ekeby kommun',
    nameEn: 'Ekeby Municipality',
    contact: 'Kansliet',
    contactEn: '',
    address: '',
  });
  expect(factsPatch(seen, seen)).toEqual([]);
  expect(factsPatch({ ...seen, nameEn: ' ', address: 'https://ekeby.example' }, seen)).toEqual([
    { op: 'add', path: '/organisation/name', value: 'Ekeby kommun' },
    { op: 'add', path: '/organisation/address', value: 'https://ekeby.example' },
  ]);
});
