import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routeOf, routes } from '../routes.js';

test.each([
  ['/ar', 'year-page', {}],
  ['/ar/2027', 'year-page', { year: '2027' }],
  ['/ar/2027/', 'year-page', { year: '2027' }],
  ['/mandatperiod', 'term-page', {}],
])('%s leads to %s', (path, element, taken) =>
  expect(routeOf(path)).toMatchObject({ route: { element }, path: taken }),
);

test.each(['/', '/ar/2027/mer', '/finns-inte', ''])('%s leads nowhere', (path) =>
  expect(routeOf(path)).toBeUndefined(),
);

test('every page is among the files that are built', () => {
  const files = readFileSync(new URL('../files.txt', import.meta.url), 'utf8').split('\n');
  for (const { load } of routes)
    expect(files).toContain(`pages-${/pages\/([a-z-]+)/.exec(load.toString())?.[1]}.js`);
});
