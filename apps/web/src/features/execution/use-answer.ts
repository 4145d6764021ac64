'use client';

import type { AssessedPlace } from '@heliograph/domain';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../platform/preferences.ts';
import { onceOver } from './once-over.ts';
import { answerEntries, clearEntry, headsSeen } from './record-step.ts';
import type { OpenExecution } from './use-execution.ts';
import type { Recorder } from './use-recording.ts';

interface Answering {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  readonly recorder: Recorder;
  onAnswered(): void;
}

/** Records an answer, or takes back the one that stands; true once it is durable. Done again over the same heads it is the same record: who taps "next" leaves the field as well. */
export function useAnswer({ execution, place, recorder, onAnswered }: Answering) {
  const language = useLanguage();
  const [once] = useState(onceOver);
  const seen = headsSeen(place).join();
  // Over other heads the same words are another answer.
  useEffect(once.forget, [seen]);
  const answer = (response: Record<string, unknown>): Promise<boolean> =>
    once.run(`${seen} ${JSON.stringify(response)}`, async () => {
      const isSaved = await recorder.record(answerEntries(execution, place, { response, reason: place.step.title[language] }));
      if (isSaved) onAnswered();
      return isSaved;
    });
  const clear = (): Promise<boolean> => once.run(`${seen} clear`, () => recorder.record([clearEntry(execution.x, place)]));
  return { answer, clear };
}
