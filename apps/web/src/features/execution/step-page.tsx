'use client';

import { Screen, Skeleton } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { FieldTop } from '../field/field-top.tsx';
import { executionMessages } from './messages.ts';
import { Missing } from './missing.tsx';
import { StepFrame } from './step-frame.tsx';
import { useExecution } from './use-execution.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** One step, one screen. */
export default function StepPage({ id, address }: { id: string; address: string }) {
  const t = useMessages(executionMessages);
  const view = useExecution(id);
  useWakeLock();
  if (view.kind === 'reading')
    return (
      <Screen top={<FieldTop isCompact back={`/app/executions/${id}`} />}>
        <Skeleton label={t.loading} lines={6} />
      </Screen>
    );
  if (view.kind !== 'open') return <Missing kind={view.kind} />;
  const { execution } = view;
  const { places } = execution.assessment;
  // A place that is no longer shown (its condition changed) leads to the same step elsewhere, or to the beginning.
  const place = places.find((one) => one.address === address) ?? places.find(({ step }) => step.id === address.split('/')[0]) ?? places[0];
  if (place === undefined) return <Missing kind="unknown" />;
  return <StepFrame key={place.address} execution={execution} place={place} />;
}
