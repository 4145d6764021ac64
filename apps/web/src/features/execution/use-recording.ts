'use client';

import type { Entry } from '@heliograph/sync';
import { useCallback, useState } from 'react';
import { useStepField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { cell, type Readable, useReadable } from '../../platform/readable.ts';
import { executionMessages } from './messages.ts';
import { whyNotRecorded } from './why-not-recorded.ts';

export type Saving = 'resting' | 'saving' | 'failed';

/** Where a record stands, in plain words. Nothing is cleared from the screen until it is on the disk. */
interface Standing {
  readonly saving: Saving;
  readonly problem: string | null;
}

/** Records. Where that stands is looked at by whoever shows it: a tap on an answer draws the line that speaks of it, and not the whole step. */
export interface Recorder {
  readonly standing: Readable<Standing>;
  /** True once it is durable. */
  record(entries: readonly Entry[]): Promise<boolean>;
}

export interface Recording extends Standing, Pick<Recorder, 'record'> {}

/** One object, so that what went well draws nothing: the answer itself shows that it is kept. */
const RESTING: Standing = { saving: 'resting', problem: null };

/**
 * @param patience how long a record may be on its way before the screen says so, ms. None where a button would record twice; where answers are
 * given one after the other nobody could read it, and drawing it would keep the answer waiting.
 */
export function useRecorder(patience = 0): Recorder {
  const field = useStepField();
  const t = useMessages(executionMessages);
  const [standing] = useState(() => cell(RESTING));
  const record = useCallback(
    async (entries: readonly Entry[]) => {
      // Begun before the screen is drawn again for it: drawing takes a slow phone longer than keeping.
      const kept = field.record(entries);
      const say = () => standing.set({ saving: 'saving', problem: null });
      if (patience === 0) say();
      const saying = patience === 0 ? undefined : setTimeout(say, patience);
      try {
        await kept;
        standing.set(RESTING);
        navigator.vibrate?.(20);
        return true;
      } catch (error) {
        standing.set({ saving: 'failed', problem: t[await whyNotRecorded(error)] });
        return false;
      } finally {
        clearTimeout(saying);
      }
    },
    [field, t, patience, standing],
  );
  return { standing, record };
}

/** Records, and draws whoever asked again with where that stands. */
export function useRecording(): Recording {
  const { standing, record } = useRecorder();
  return { ...useReadable(standing), record };
}
