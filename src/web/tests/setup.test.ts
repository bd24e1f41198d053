import { describe, expect, test } from 'vitest';
import type { RuleFile } from '../api/rules.js';
import { bodiesOf, chosenBodies, freshBody, idOf, type TemplateBody } from '../plan/setup.js';

const template: TemplateBody[] = [
  { id: 'kf', kind: 'council', short: 'KF', name: { sv: 'Kommunfullmäktige', en: 'Municipal Council' } },
  { id: 'ks', kind: 'executive-board', short: 'KS', name: { sv: 'Kommunstyrelsen' } },
];
const file = {
  organisation: {},
  window: { from: '', until: '' },
  bodies: [
    { id: 'kf', series: [{ id: 'meeting', at: '17:00' }] },
    { id: 'vn', kind: 'committee', name: 'Valnämnden', short: 'VN' },
  ],
} as RuleFile;

describe('the bodies one begins with', () => {
  test('are the template’s and one’s own, and stay as written where nothing is changed', () => {
    const chosen = chosenBodies(file, template);
    expect(chosen.map(({ id, name, chosen: on }) => [id, name, on])).toEqual([
      ['kf', 'Kommunfullmäktige', true],
      ['ks', 'Kommunstyrelsen', false],
      ['vn', 'Valnämnden', true],
    ]);
    expect(bodiesOf(file, chosen)).toEqual(file.bodies);
  });

  test('are written with what was chosen: another name, a body more, one of one’s own', () => {
    const [kf, ks, vn] = chosenBodies(file, template);
    if (!kf || !ks || !vn) throw new Error('three bodies');
    expect(
      bodiesOf(file, [
        { ...kf, name: 'Regionfullmäktige' },
        { ...ks, chosen: true },
        { ...vn, chosen: false },
        { ...freshBody(), name: 'Äldrenämnden', short: 'ÄN' },
      ]),
    ).toEqual([
      { id: 'kf', series: [{ id: 'meeting', at: '17:00' }], name: 'Regionfullmäktige' },
      { id: 'ks' },
      {
        id: 'an',
        kind: 'committee',
        name: 'Äldrenämnden',
        short: 'ÄN',
        series: [
          { id: 'meeting', when: { rrule: 'FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,2,3,4,5,6,8,9,10,11,12' } },
        ],
      },
    ]);
  });

  test.each([
    ['Barn- och utbildningsnämnden', 'barn-och-utbildningsnamnden'],
    ['KS/AU!', 'ks-au'],
    ['Å', 'a'],
  ])('%s gets the id %s', (name, id) => expect(idOf(name)).toBe(id));
});
