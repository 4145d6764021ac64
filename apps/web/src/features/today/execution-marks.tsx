'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Cluster, StateMark } from '@heliograph/ui';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { givenMessages } from './given-messages.ts';
import { todayMessages } from './messages.ts';
import { useStatusMark } from './status-mark.ts';
import { useNameOf } from './use-name-of.ts';

/** How it stands, what of it is still only here, and since when nothing happened. */
export function ExecutionMarks({ execution: { x, status, lastAt, startedBy } }: { execution: ExecutionSummary }) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const now = useNow();
  const unsent = useLocalView((view) => view.unsent)?.byExecution.get(x) ?? 0;
  const { mark, label } = useStatusMark()(status);
  const given = useMessages(givenMessages);
  const nameOf = useNameOf();
  const { user } = useField().identity;
  const isUnderAnother = status === 'in_progress' && startedBy !== null && startedBy !== user.id;
  return (
    <Cluster gap={2}>
      <StateMark mark={mark} label={isUnderAnother ? given.under(nameOf(startedBy)) : label} size="small" />
      {unsent > 0 && <StateMark mark="here" label={t.unsent(unsent)} size="small" />}
      <span>{t.lastActivity(format.ago(lastAt, now))}</span>
    </Cluster>
  );
}
