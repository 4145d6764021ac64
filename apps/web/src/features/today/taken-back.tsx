'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Button, Notice } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { sentence } from '../../platform/typography.ts';
import { givenMessages } from './given-messages.ts';
import { newsMessages } from './news-messages.ts';
import { useNameOf } from './use-name-of.ts';
import type { Naming } from './use-naming.ts';

/** Work that the office took back, or gave to others, does not just vanish: who, why, and that nothing recorded is lost. */
export function TakenBack({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  const given = useMessages(givenMessages);
  const t = useMessages(newsMessages);
  const nameOf = useNameOf();
  const { withdrawn, takenOff, start, x } = execution;
  if (withdrawn === null && takenOff === null) return null;
  const what =
    withdrawn === null ? takenOff && t.takenOff(nameOf(takenOff.by), takenOff.reason ?? '') : given.withdrawn(nameOf(withdrawn.by), withdrawn.reason);
  const read =
    start === null ? undefined : (
      <Button kind="quiet" href={`/app/executions/${x}/read`}>
        {t.look}
      </Button>
    );
  return (
    <Notice title={[naming.title(execution), naming.where(execution)].join(' · ')} action={read}>
      {start === null ? what : `${sentence(what ?? '')} ${t.withdrawnKept}`}
    </Notice>
  );
}
