import { LIFE_STATUSES, siteIdSchema, userIdSchema } from '@heliograph/domain';
import type { Language } from '../../../platform/preferences.ts';
import { daysAfter, isDay, startOfDay } from '../shared/days.ts';

/** Names of the filters in the address; `from` and `to` are days, both included. */
export const FILTERS = ['status', 'site', 'person', 'from', 'to'] as const;
export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

/** The filters as the server takes them. What is no site, no day… filters nothing. */
export function filterOf({ status, site, person, from, to }: Filters) {
  const known = LIFE_STATUSES.find((one) => one === status);
  const siteId = siteIdSchema.safeParse(site).data;
  const personId = userIdSchema.safeParse(person).data;
  return {
    ...(known === undefined ? {} : { status: known }),
    ...(siteId === undefined ? {} : { siteId }),
    ...(personId === undefined ? {} : { personId }),
    ...(isDay(from) ? { from: startOfDay(from) } : {}),
    ...(isDay(to) ? { to: startOfDay(daysAfter(to, 1)) } : {}),
  };
}

/** Where the same records are fetched as a file. */
export function exportPath(format: 'csv' | 'json', filters: Filters, language: Language): string {
  const query = new URLSearchParams(Object.entries(filterOf(filters)).map(([name, value]) => [name, String(value)]));
  query.set('language', language);
  return `/api/export/executions.${format}?${query}`;
}
