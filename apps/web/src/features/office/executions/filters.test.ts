import { expect, test } from 'vitest';
import { dayOf } from '../shared/days.ts';
import { exportPath, type Filters, filterOf } from './filters.ts';

const NONE: Filters = { status: '', site: '', person: '', from: '', to: '' };
const SITE = '01890000-0000-7000-8000-000000000001';

test('both days are included, and what is no filter filters nothing', () => {
  const { from = 0, to = 0, ...rest } = filterOf({ ...NONE, status: 'completed', site: SITE, from: '2026-06-01', to: '2026-06-30' });
  expect([dayOf(from), dayOf(to - 1), dayOf(to)]).toEqual(['2026-06-01', '2026-06-30', '2026-07-01']);
  expect(rest).toEqual({ status: 'completed', siteId: SITE });
  expect(filterOf({ ...NONE, status: 'returned' })).toEqual({ status: 'returned' });
  expect(filterOf({ status: 'lost', site: 'x', person: '1', from: 'monday', to: '2026-02-31' })).toEqual({});
});

test('a file is fetched with the filters on screen, in the language on screen', () => {
  expect(exportPath('csv', NONE, 'fr')).toBe('/api/export/executions.csv?language=fr');
  expect(exportPath('json', { ...NONE, status: 'approved', site: SITE }, 'en')).toBe(
    `/api/export/executions.json?status=approved&siteId=${SITE}&language=en`,
  );
});
