import { expect, test } from 'vitest';
import { officeRoutes } from '../office-routes.ts';
import { isWithin, PLACES } from './places.ts';

test('every screen of the office lights one place of the rail, and no other', () => {
  const lit = officeRoutes.map(({ path }) => [path, PLACES.filter((place) => isWithin(place, path)).length] as const);
  expect(lit.filter(([path, count]) => count !== (path === '/office/account' ? 0 : 1))).toEqual([]);
});

test('what begins like a place is not inside it', () => {
  const [sites] = PLACES.filter(({ key }) => key === 'sites');
  expect(sites !== undefined && isWithin(sites, '/office/sitesandmore')).toBe(false);
});
