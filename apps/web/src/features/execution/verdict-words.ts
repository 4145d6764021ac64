'use client';

import type { Decimal, Evaluation } from '@heliograph/domain';
import type { Mark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';

/** A verdict as shape and word: in, out, and by how much. */
export function useVerdictWords(): (
  evaluation: Pick<Evaluation, 'outcome' | 'standing'>,
  withUnit: (value: Decimal) => string,
) => { mark: Mark; label: string } {
  const t = useMessages(executionMessages);
  return ({ outcome, standing }, withUnit) => {
    if (standing?.kind === 'below') return { mark: 'out', label: t.below(withUnit(standing.by)) };
    if (standing?.kind === 'above') return { mark: 'out', label: t.above(withUnit(standing.by)) };
    if (outcome === 'fail') return { mark: 'fail', label: t.fail };
    if (outcome === 'watch') return { mark: 'watch', label: t.watch };
    return outcome === 'pass' ? { mark: 'conform', label: t.inside } : { mark: 'done', label: t.noVerdict };
  };
}
