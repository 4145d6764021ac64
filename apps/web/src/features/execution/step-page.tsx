'use client';

import { Missing } from './missing.tsx';
import { StepFrame } from './step-frame.tsx';
import type { OpenExecution } from './use-execution.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { WithExecution } from './with-execution.tsx';

/** One step, one screen. */
export default function StepPage({ id, address }: { id: string; address: string }) {
  useWakeLock();
  return (
    <WithExecution id={id} back={`/app/executions/${id}`} isCompact>
      {(execution) => <Step execution={execution} address={address} />}
    </WithExecution>
  );
}

function Step({ execution, address }: { execution: OpenExecution; address: string }) {
  const { places } = execution.assessment;
  // A place that is no longer shown (its condition changed) leads to the same step elsewhere, or to the beginning.
  const place = places.find((one) => one.address === address) ?? places.find(({ step }) => step.id === address.split('/')[0]) ?? places[0];
  if (place === undefined) return <Missing kind="unknown" />;
  return <StepFrame key={place.address} execution={execution} place={place} />;
}
