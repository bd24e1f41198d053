import { describe, expect, test } from 'vitest';
import type { Rules, RuleStep } from '../api/rules.js';
import {
  beforeWhich,
  distanceOf,
  inGeneral,
  inTimeOrder,
  originOf,
  placedAnew,
  unusedSteps,
  withChain,
  withDistance,
  withOwnChain,
} from '../plan/chain-rules.js';

/** As the reader of the file does it: new ones last, then each before the one that it names. */
function ordered(base: string[], before: Map<string, string>): string[] {
  const order = [...base];
  for (const id of base) {
    const next = before.get(id);
    if (!next) continue;
    order.splice(order.indexOf(id), 1);
    order.splice(order.indexOf(next), 0, id);
  }
  return order;
}

function orders(things: string[]): string[][] {
  if (things.length <= 1) return [things];
  return things.flatMap((one, at) => orders(things.filter((_, n) => n !== at)).map((rest) => [one, ...rest]));
}

describe('the order of steps', () => {
  test('every order can be said, and the template’s needs no words', () => {
    for (const [template, fresh] of [
      [['a', 'b', 'c', 'd'], []],
      [
        ['a', 'b', 'c'],
        ['x', 'y'],
      ],
      [[], ['x', 'y', 'z']],
    ] as [string[], string[]][])
      for (const wanted of orders([...template, ...fresh]))
        expect(ordered([...template, ...fresh], beforeWhich([...template, ...fresh], wanted))).toEqual(
          wanted,
        );
    expect(beforeWhich(['a', 'b', 'c'], ['a', 'b', 'c']).size).toBe(0);
    expect([...beforeWhich(['a', 'b', 'c', 'x'], ['a', 'x', 'b', 'c'])]).toEqual([['x', 'b']]);
  });

  test('a step whose day has changed goes where it lies now, and only then', () => {
    const steps: RuleStep[] = [
      { id: 'deadline', days: -10 },
      { id: 'union', days: -9 },
      { id: 'notice', days: -7 },
    ];
    const [deadline, union, notice] = steps as [RuleStep, RuleStep, RuleStep];
    const order = (changed: RuleStep[]): string[] => placedAnew(changed, steps).map(({ id }) => id);
    expect(order([deadline, union, { ...notice, days: -20 }])).toEqual(['notice', 'deadline', 'union']);
    expect(order([{ ...deadline, days: -8 }, union, notice])).toEqual(['union', 'deadline', 'notice']);
    expect(order([{ ...deadline, days: -12 }, union, notice])).toEqual(['deadline', 'union', 'notice']);
    expect(order([union, deadline, notice])).toEqual(['union', 'deadline', 'notice']);
  });

  test('a new step stands where its day lies', () => {
    const steps: RuleStep[] = [
      { id: 'deadline', days: -10 },
      { id: 'notice', days: -7 },
      { id: 'minutes', days: 7 },
      { id: 'posting', from: 'minutes', days: 1 },
    ];
    const place = (step: RuleStep): number => inTimeOrder(steps, step).indexOf(step);
    expect([-20, -8, -7, 0, 30].map((days) => place({ id: 'new', days }))).toEqual([0, 1, 2, 2, 4]);
    expect(place({ id: 'new', from: 'minutes', 'working-days': -1 })).toBe(2);
    expect(place({ id: 'new', 'meeting-of': 'au', 'before-days': 8 })).toBe(1);
  });
});

describe('a chain', () => {
  const template: RuleStep[] = [
    { id: 'deadline', name: 'Ärendestopp', days: -10 },
    { id: 'notice', name: 'Kallelse', days: -7 },
    { id: 'minutes', name: 'Justering', days: 7 },
    { id: 'extra', off: true, name: 'Extra', days: 9 },
  ];
  const rules = (own: RuleStep[], whole: RuleStep[]): Rules => ({
    text: '',
    file: {
      organisation: {},
      window: { from: '', until: '' },
      bodies: [{ id: 'ks' }],
      chains: { board: own },
    },
    whole: {
      organisation: {},
      window: { from: '', until: '' },
      bodies: [{ id: 'ks' }],
      chains: { board: whole },
    },
    template: { chains: { board: template } },
    laws: [],
    guides: [],
    etag: '',
  });
  const seen = template.slice(0, 3);
  const [deadline, notice, minutes] = seen as [RuleStep, RuleStep, RuleStep];
  const plain = rules([], seen);
  const written = (wanted: RuleStep[], now = plain, before = seen): RuleStep[] | undefined =>
    withChain(now, 'board', wanted, before).chains?.['board'];

  test('says only what differs from the template', () => {
    expect(written(seen)).toEqual([]);
    expect(written([deadline, { ...notice, days: -8 }, minutes])).toEqual([{ id: 'notice', days: -8 }]);
    const { days: _, ...unit } = { ...notice, 'working-days': -4 };
    expect(written([deadline, unit, minutes])).toEqual([{ id: 'notice', 'working-days': -4 }]);
    expect(written([notice, minutes])).toEqual([{ id: 'deadline', off: true }]);
    expect(written([notice, deadline, minutes])).toEqual([{ id: 'deadline', before: 'minutes' }]);
    const fresh = { id: 'tea', name: 'Fika', days: -1 };
    expect(written([deadline, notice, fresh, minutes])).toEqual([{ ...fresh, before: 'minutes' }]);
  });

  test('takes back what is off, and forgets what is as the template again', () => {
    expect(written([...seen, { id: 'extra', name: 'Extra', days: 9 }])).toEqual([
      { id: 'extra', off: false },
    ]);
    const without = rules([{ id: 'deadline', off: true }], [notice, minutes]);
    expect(unusedSteps(without, 'board').map(({ id }) => id)).toEqual(['deadline', 'extra']);
    expect(written([deadline, notice, minutes], without, [notice, minutes])).toEqual([]);
  });

  test('leaves what others have added since', () => {
    const tea = { id: 'tea', name: 'Fika', days: -1 };
    const now = rules([tea], [...seen, tea]);
    expect(written([notice, minutes], now)).toEqual([tea, { id: 'deadline', off: true }]);
  });

  test('tells whose a step is', () => {
    const now = rules(
      [
        { id: 'notice', days: -8 },
        { id: 'tea', days: -1 },
        { id: 'minutes', before: 'tea' },
      ],
      seen,
    );
    expect(['notice', 'tea', 'minutes', 'deadline'].map((id) => originOf(now, 'board', id))).toEqual([
      'changed',
      'own',
      'template',
      'template',
    ]);
  });

  test('becomes a body’s own under a new name', () => {
    const own = withOwnChain(plain, 'board', 'ks', 'meeting', [notice]);
    expect(own.chains?.['ks-meeting']).toEqual([notice]);
    expect(own.bodies).toEqual([{ id: 'ks', series: [{ id: 'meeting', chain: 'ks-meeting' }] }]);
  });

  test('has distances that are read and written alike', () => {
    for (const step of [
      { id: 'x', days: -7 },
      { id: 'x', 'working-days': 3 },
      { id: 'x', days: 0 },
    ] as RuleStep[])
      expect(withDistance(step, distanceOf(step))).toEqual(step);
    expect(withDistance(notice, { count: '', unit: 'working-days', after: true })).toEqual({
      id: 'notice',
      name: 'Kallelse',
      'working-days': '',
    });
  });

  test('is told in general, not of one day', () => {
    expect(
      inGeneral({
        sv: '3 arbetsdagar efter Justering ons 28 april: mån 3 maj',
        en: '3 working days after Minutes approved Wed 28 Apr: Mon 3 May',
      }),
    ).toEqual({ sv: '3 arbetsdagar efter Justering', en: '3 working days after Minutes approved' });
  });
});
