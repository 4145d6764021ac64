import { findingsOf } from '@heliograph/domain/procedure/check';
import { compareProcedures } from '@heliograph/domain/procedure/compare';
import type { ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { type Bench, median, plain } from '../measure.ts';
import { longDraft, STEPS } from './long-draft.ts';

/** What an editor waits for while writing and before publishing: the check of a draft of 200 steps, and two such versions side by side. */
export const procedures: Bench = {
  name: 'procedures',
  isInShort: true,
  needsBuild: false,
  run: async (effort) => {
    const { draft, known } = longDraft();
    const later: ProcedureDraft = {
      ...draft,
      steps: draft.steps.toReversed().map((step, at) => (at % 3 === 0 ? { ...step, required: !step.required } : step)),
    };
    const times = effort === 'short' ? 10 : 50;
    return [
      plain({ name: `check of ${STEPS} steps`, value: timed(times, () => findingsOf(draft, known)), unit: 'ms', target: '20 ms' }),
      plain({
        name: `comparison of ${STEPS} steps, all of them moved`,
        value: timed(times, () => compareProcedures(draft, later)),
        unit: 'ms',
        target: '100 ms',
      }),
    ];
  },
};

/** Median of several runs, ms; the first ones only warm up. */
function timed(times: number, work: () => unknown): number {
  const samples = Array.from({ length: times + 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(samples.slice(3));
}
