'use client';

import type { Entry } from '@heliograph/sync';
import { useCallback, useState } from 'react';
import { useStepField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import { whyNotRecorded } from './why-not-recorded.ts';

export type Saving = 'resting' | 'saving' | 'failed';

/** Records, and says in plain words whether it is on the disk. Nothing is cleared from the screen until it is. */
export interface Recording {
  readonly saving: Saving;
  readonly problem: string | null;
  /** True once it is durable. */
  record(entries: readonly Entry[]): Promise<boolean>;
}

interface State {
  readonly saving: Saving;
  readonly problem: string | null;
}

/** One object, so that what went well draws nothing: the answer itself shows that it is kept. */
const RESTING: State = { saving: 'resting', problem: null };

/**
 * @param patience how long a record may be on its way before the screen says so, ms. None where a button would record twice; where answers are
 * given one after the other nobody could read it, and drawing it would keep the answer waiting.
 */
export function useRecording(patience = 0): Recording {
  const field = useStepField();
  const t = useMessages(executionMessages);
  const [{ saving, problem }, set] = useState(RESTING);
  const record = useCallback(
    async (entries: readonly Entry[]) => {
      // Begun before the screen is drawn again for it: drawing takes a slow phone longer than keeping.
      const kept = field.record(entries);
      const say = () => set({ saving: 'saving', problem: null });
      if (patience === 0) say();
      const saying = patience === 0 ? undefined : setTimeout(say, patience);
      try {
        await kept;
        set(RESTING);
        navigator.vibrate?.(20);
        return true;
      } catch (error) {
        set({ saving: 'failed', problem: t[await whyNotRecorded(error)] });
        return false;
      } finally {
        clearTimeout(saying);
      }
    },
    [field, t, patience],
  );
  return { saving, problem, record };
}
