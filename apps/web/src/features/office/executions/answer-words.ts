'use client';

import { type Decimal, type Step, summarizeStep } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { officeMessages } from '../messages.ts';
import type { OpenedPlace } from './types.ts';

type Evaluation = OpenedPlace['evaluation'];

/** Answers, limits and verdicts in the reader's language. */
export function useAnswerWords() {
  const t = useMessages(officeMessages);
  const say = useLocalized();
  const format = useFormat();

  const summary = (step: Step | undefined, response: unknown): string | null => {
    const found = step === undefined || response === null ? null : summarizeStep(step, response);
    switch (found?.kind) {
      case 'number':
        return format.reading(found.value, found.unitLabel === null ? found.unit : say(found.unitLabel));
      case 'label':
        return say(found.label);
      case 'check':
        return { ok: t.ok, fail: t.fail, na: t.na }[found.value];
      case 'text':
        return found.text;
      case 'count':
        return format.number(found.count);
      case 'done':
        return t.done;
      default:
        return null;
    }
  };
  const answer = (place: OpenedPlace, step: Step | undefined): string | null => place.reason ?? summary(step, place.response);
  const head = ({ kind, payload }: OpenedPlace['heads'][number], step: Step | undefined): string =>
    (kind === 'step' ? summary(step, payload['response'] ?? null) : typeof payload['reason'] === 'string' ? payload['reason'] : null) ?? '–';

  const limit = (evaluation: Evaluation): string | null => {
    const applied = evaluation?.limit ?? null;
    if (applied === null) return null;
    const reading = (value: Decimal) => format.reading(value, applied.unit);
    const [min, max] = [applied.min, applied.max];
    const range =
      min !== null && max !== null
        ? t.both(reading(min), reading(max))
        : min !== null
          ? t.min(reading(min))
          : max !== null
            ? t.max(reading(max))
            : null;
    return range === null || applied.confirmed ? range : `${range} (${t.unconfirmed})`;
  };
  const verdict = ({ state, evaluation }: OpenedPlace): string => {
    const standing = evaluation?.standing ?? null;
    const unit = evaluation?.limit?.unit ?? '';
    if (standing?.kind === 'below') return t.below(format.reading(standing.by, unit));
    if (standing?.kind === 'above') return t.above(format.reading(standing.by, unit));
    const done = evaluation?.outcome === 'pass' ? t.ok : t.done;
    return { todo: t.todo, done, watch: t.watch, failed: t.fail, skipped: t.skipped, refused: t.refused, held: t.held }[state];
  };
  return { answer, head, limit, verdict };
}
