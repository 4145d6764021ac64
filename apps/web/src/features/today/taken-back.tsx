'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Button, Notice } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { givenMessages } from './given-messages.ts';
import { useNameOf } from './use-name-of.ts';
import type { Naming } from './use-naming.ts';

/** Work that the office took back does not just vanish: who, why, and that nothing recorded is lost. */
export function TakenBack({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  const t = useMessages(givenMessages);
  const nameOf = useNameOf();
  const { withdrawn, start, x } = execution;
  if (withdrawn === null) return null;
  const read =
    start === null ? undefined : (
      <Button kind="quiet" href={`/app/executions/${x}/read`}>
        {t.look}
      </Button>
    );
  return (
    <Notice title={[naming.title(execution), naming.where(execution)].join(' · ')} action={read}>
      {t.withdrawn(nameOf(withdrawn.by), withdrawn.reason)} {start !== null && t.withdrawnKept}
    </Notice>
  );
}
