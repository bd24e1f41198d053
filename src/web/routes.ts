// The pages. A page is a module in pages/ that defines an element extending Page (parts/page.ts). To add one:
// a line here, and `pages-<module>.js` in files.txt. `path` stands after /app; `:name` takes any one part and
// is given to the page as `path.name`.
import type { Text } from './api/types.js';
import { setupTitle } from './words/setup.js';
import { navigation } from './words/shell.js';

export interface Route {
  path: string;
  /** The page's element. */
  element: string;
  load: () => Promise<unknown>;
  title: Text;
  /** Where the navigation shows it; it leads to the path up to the first `:name`. */
  shown?: 'bar' | 'more';
}

const year = { element: 'year-page', load: () => import('./pages/year.js'), title: navigation.year };
const rules = { element: 'rules-page', load: () => import('./pages/rules.js'), title: navigation.rules };
const people = { load: () => import('./pages/people.js'), title: navigation.people };

// prettier-ignore
export const routes: Route[] = [
  { ...year, path: '/ar', shown: 'bar' },
  { ...year, path: '/ar/:year' },
  { path: '/mandatperiod', element: 'term-page', load: () => import('./pages/term.js'), title: navigation.term },
  { path: '/se-over', element: 'findings-page', load: () => import('./pages/findings.js'), title: navigation.findings, shown: 'bar' },
  { ...rules, path: '/regler', shown: 'bar' },
  { ...rules, path: '/regler/:part' },
  { path: '/regler/vagledning/:guide', element: 'guide-page', load: () => import('./pages/guide.js'), title: navigation.rules },
  { path: '/publicera', element: 'publish-page', load: () => import('./pages/publish.js'), title: navigation.publish, shown: 'bar' },
  { path: '/publicera/beslut/:body', element: 'decision-page', load: () => import('./pages/decision.js'), title: navigation.publish },
  { ...people, path: '/manniskor', element: 'people-page', shown: 'bar' },
  { ...people, path: '/manniskor/ny', element: 'person-page' },
  { ...people, path: '/manniskor/tabell', element: 'people-table-page' },
  { ...people, path: '/manniskor/:person', element: 'person-page' },
  { path: '/veckan', element: 'week-page', load: () => import('./pages/week.js'), title: navigation.week, shown: 'bar' },
  { path: '/kalenderlankar', element: 'links-page', load: () => import('./pages/links.js'), title: navigation.links, shown: 'bar' },
  { path: '/balans', element: 'balance-page', load: () => import('./pages/balance.js'), title: navigation.balance, shown: 'more' },
  { path: '/historik', element: 'history-page', load: () => import('./pages/history.js'), title: navigation.history, shown: 'more' },
  { path: '/anvandare', element: 'users-page', load: () => import('./pages/users.js'), title: navigation.users, shown: 'more' },
  { path: '/installningar', element: 'settings-page', load: () => import('./pages/settings.js'), title: navigation.settings, shown: 'more' },
  { path: '/borja', element: 'setup-page', load: () => import('./pages/setup.js'), title: setupTitle, shown: 'more' },
  { path: '/omvarlden', element: 'seen-page', load: () => import('./pages/seen.js'), title: navigation.seen, shown: 'more' },
];

export interface Found {
  route: Route;
  path: Record<string, string>;
}

/** The first route that fits `/ar/2027`. */
export function routeOf(path: string, among = routes): Found | undefined {
  const parts = path.split('/').filter(Boolean);
  for (const route of among) {
    const wanted = route.path.split('/').filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const taken: Record<string, string> = {};
    const fits = wanted.every((part, at) => {
      const given = parts[at] ?? '';
      if (!part.startsWith(':')) return part === given;
      taken[part.slice(1)] = decodeURIComponent(given);
      return true;
    });
    if (fits) return { route, path: taken };
  }
  return undefined;
}
