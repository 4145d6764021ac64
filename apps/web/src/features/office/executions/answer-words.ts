'use client';

import type { Decimal, Step } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { unitOf } from '../../../platform/unit.ts';
import { useAnswerText } from '../../execution/answer-text.ts';
import { officeMessages } from '../messages.ts';
import type { OpenedPlace } from './types.ts';

/** An answer as it was recorded: of a place, or of the history. */
interface Head {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Answers, limits and verdicts in the reader's language. */
export function useAnswerWords() {
  const t = useMessages(officeMessages);
  const said = useAnswerText();
  const format = useFormat();

  const answer = (place: OpenedPlace, step: Step | undefined, signers: readonly string[]): string | null =>
    place.reason ?? (step === undefined ? null : said(step, place.response, signers));
  const head = ({ kind, payload }: Head, step: Step | undefined): string => {
    const value = kind === 'step' && step !== undefined ? said(step, payload['response'] ?? null) : payload['reason'];
    return typeof value === 'string' ? value : '–';
  };

  const limit = ({ evaluation }: OpenedPlace, step: Step | undefined): string | null => {
    const applied = evaluation?.limit ?? null;
    if (applied === null) return null;
    const reading = (value: Decimal) => format.reading(value, unitOf(step, format.language));
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
  const verdict = ({ state, evaluation }: OpenedPlace, step: Step | undefined): string => {
    const standing = evaluation?.standing ?? null;
    const unit = unitOf(step, format.language);
    if (standing?.kind === 'below') return t.below(format.reading(standing.by, unit));
    if (standing?.kind === 'above') return t.above(format.reading(standing.by, unit));
    const done = evaluation?.outcome === 'pass' ? t.ok : t.done;
    return { todo: t.todo, done, watch: t.watch, failed: t.fail, skipped: t.skipped, refused: t.refused, held: t.held }[state];
  };
  return { answer, head, limit, verdict };
}
