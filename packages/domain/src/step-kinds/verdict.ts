import { isDecimal } from '../decimal.ts';
import type { ShownVerdict } from '../operation/index.ts';
import type { Evaluation } from './define.ts';

/** What the operation keeps of an evaluation: the verdict as the person saw it, with the limits and inputs it rested on (decision 11). */
export function shownVerdict({ outcome, standing, limit, expected, inputs }: Evaluation): ShownVerdict {
  const by = standing === null || standing.kind === 'inside' ? undefined : standing.by;
  return {
    outcome,
    // The distance between two forty-digit numbers may not fit into one; the limit and the reading say it all the same.
    ...(by !== undefined && isDecimal(by) ? { by } : {}),
    ...(limit === null || limit.min === null ? {} : { min: limit.min }),
    ...(limit === null || limit.max === null ? {} : { max: limit.max }),
    ...(expected === null ? {} : { expected }),
    ...(Object.keys(inputs).length === 0 ? {} : { inputs: { ...inputs } }),
  };
}
