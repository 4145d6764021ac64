'use client';

import { Screen, Skeleton } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { FieldTop } from '../field/field-top.tsx';
import { executionMessages } from './messages.ts';
import { Missing } from './missing.tsx';
import { type OpenExecution, useExecution } from './use-execution.ts';

interface WithExecutionProps {
  /** As it stands in the address. */
  readonly id: string;
  /** Where one goes back to while it is being read. */
  readonly back: string;
  readonly isCompact?: boolean;
  children(execution: OpenExecution): ReactNode;
}

/** The execution of an address once the phone has read it; before, and where it is not here, a screen that says so. */
export function WithExecution({ id, back, isCompact = false, children }: WithExecutionProps) {
  const t = useMessages(executionMessages);
  const view = useExecution(id);
  if (view.kind === 'open') return children(view.execution);
  if (view.kind !== 'reading') return <Missing kind={view.kind} />;
  return (
    <Screen top={<FieldTop isCompact={isCompact} back={back} />}>
      <Skeleton label={t.loading} lines={6} />
    </Screen>
  );
}
