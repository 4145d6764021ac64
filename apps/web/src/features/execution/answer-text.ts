'use client';

import { type AssessedPlace, type Step, summarizeStep } from '@heliograph/domain';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';

/** An answer in one line, in the reader's language; null while there is none. */
export function useAnswerText(): (step: Step, response: unknown) => string | null {
  const t = useMessages(executionMessages);
  const format = useFormat();
  return (step, response) => {
    const summary = response === null ? null : summarizeStep(step, response);
    switch (summary?.kind) {
      case 'number':
        return `${format.decimal(summary.value)}\u00a0${summary.unitLabel?.[format.language] ?? summary.unit}`;
      case 'label':
        return summary.label[format.language];
      case 'check':
        return t[summary.value];
      case 'text':
        return summary.text;
      case 'count':
        return format.number(summary.count);
      case 'done':
        return t.doneAgain;
      default:
        return null;
    }
  };
}

/** What a place came to, in words: its answer, or why there is none. */
export function usePlaceText(): (place: AssessedPlace) => string {
  const t = useMessages(executionMessages);
  const answer = useAnswerText();
  return (place) => {
    if (place.state === 'skipped') return `${t.skipped} · ${place.reason ?? ''}`;
    if (place.state === 'refused') return `${t.refused} · ${place.reason ?? ''}`;
    if (place.state === 'held') return t.newer;
    return answer(place.step, place.response) ?? (place.step.required ? t.required : t.optional);
  };
}
