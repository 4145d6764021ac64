'use client';

import { PAUSE } from '@heliograph/domain';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import { headsOf } from './record-step.ts';
import type { OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';

/** What parked the run, in the words of whoever parked it, and the way to go on; `resume` is true once that is on the disk. */
export function useResume(execution: OpenExecution) {
  const t = useMessages(executionMessages);
  const { record, problem } = useRecording();
  const said = execution.state.suspended?.p.reason ?? '';
  return {
    problem,
    reason: said === '' ? t.gateSuspended : t.suspendedFor(said),
    resume: () => record([{ draft: { k: 'resume', x: execution.x, b: headsOf(execution, PAUSE), p: {} } }]),
  };
}
