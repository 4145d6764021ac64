'use client';

import type { Permission } from '@heliograph/domain';
import { useSession } from '../../../platform/session.ts';

/** Whether the person may. What they may not is not shown; the server decides all the same. */
export function useCan(permission: Permission): boolean {
  const session = useSession();
  return session.kind === 'person' && session.identity.permissions.includes(permission);
}
