'use client';

import type { Entry } from '@heliograph/sync';
import { useCallback, useState } from 'react';
import { useStepField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import { whyNotRecorded } from './why-not-recorded.ts';

export type Saving = 'idle' | 'saving' | 'saved' | 'failed';

/** Records, and says in plain words whether it is on the disk. Nothing is cleared from the screen until it is. */
export interface Recording {
  readonly saving: Saving;
  readonly problem: string | null;
  /** True once it is durable. */
  record(entries: readonly Entry[]): Promise<boolean>;
}

export function useRecording(): Recording {
  const field = useStepField();
  const t = useMessages(executionMessages);
  const [{ saving, problem }, set] = useState<{ saving: Saving; problem: string | null }>({ saving: 'idle', problem: null });
  const record = useCallback(
    async (entries: readonly Entry[]) => {
      set({ saving: 'saving', problem: null });
      try {
        await field.record(entries);
        set({ saving: 'saved', problem: null });
        navigator.vibrate?.(20);
        return true;
      } catch (error) {
        set({ saving: 'failed', problem: t[await whyNotRecorded(error)] });
        return false;
      }
    },
    [field, t],
  );
  return { saving, problem, record };
}
