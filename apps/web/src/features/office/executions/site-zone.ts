'use client';

import { trpc } from '../../../platform/trpc.tsx';
import type { ExecutionRow } from './types.ts';

/** The time zone of a site: office and phone tell the same hour of the same work. Undefined, the viewer's, until the sites were read. */
export function useSiteZone(): (site: ExecutionRow['site']) => string | undefined {
  const sites = trpc.site.list.useQuery({ limit: 100 });
  return ({ id }) => sites.data?.items.find((site) => site.id === id)?.timeZone;
}
