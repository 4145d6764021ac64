'use client';

import { type AssessedPlace, type ExecutionState, isKnownStep, type LogEntry, type Step, summarizeStep } from '@heliograph/domain';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { unitOf } from '../../platform/unit.ts';
import { executionMessages } from './messages.ts';

/**
 * An answer in one line, in the reader's language; null while there is none. Phone and office say it alike.
 * @param signers who signed at the place, where that is known
 */
export function useAnswerText(): (step: Step, response: unknown, signers?: readonly string[]) => string | null {
  const t = useMessages(executionMessages);
  const format = useFormat();
  return (step, response, signers = []) => {
    const summary = response === null ? null : summarizeStep(step, response);
    switch (summary?.kind) {
      case 'number':
        return format.reading(summary.value, unitOf(step, format.language));
      case 'label':
        return summary.label[format.language];
      case 'check':
        return t[summary.value];
      case 'text':
        return summary.text;
      case 'count':
        if (step.kind === 'photo') return t.photoCount(summary.count);
        return signers.length > 0 ? t.signedByAll(format.list(signers)) : t.signatureCount(summary.count);
      case 'done':
        return t.doneAgain;
      default:
        return null;
    }
  };
}

/** What one operation says, in words: the answer, the remark, the reason; null where it says nothing of the kind. */
export function useOperationText(): (operation: Pick<LogEntry['operation'], 'k' | 'p'>, step: Step | undefined) => string | null {
  const answer = useAnswerText();
  return ({ k, p }, step) => {
    const said = k === 'step' && step !== undefined ? answer(step, p['response'] ?? null) : (p['reason'] ?? p['text']);
    return typeof said === 'string' ? said : null;
  };
}

/** What a place came to, in words: its answer, or why there is none. */
export function usePlaceText({ signatures }: Pick<ExecutionState, 'signatures'>): (place: AssessedPlace) => string {
  const t = useMessages(executionMessages);
  const answer = useAnswerText();
  return (place) => {
    if (place.state === 'skipped') return `${t.skipped} · ${place.reason ?? ''}`;
    if (place.state === 'refused') return `${t.refused} · ${place.reason ?? ''}`;
    if (place.state === 'held') return isKnownStep(place.step) ? t.newerAnswer : t.newer;
    const signers = signatures.filter(({ s }) => s === place.address).map(({ p }) => p.name);
    return answer(place.step, place.response, signers) ?? (place.step.required ? t.required : t.optional);
  };
}
