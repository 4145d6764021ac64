import type { Finding } from '@heliograph/domain/procedure/check';
import { useMessages } from '../../platform/messages.ts';
import { findingMessages } from './finding-messages.ts';

/** A finding of the check before publishing, in a sentence that says what to do; what it found is quoted where that helps. */
export function useFindingWords(): (finding: Pick<Finding, 'code' | 'found'>) => string {
  const t = useMessages(findingMessages);
  return ({ code, found }) => (found === '' || SELF_EVIDENT.has(code) ? t[`finding_${code}`] : t.quoting(t[`finding_${code}`], found));
}

/** What they found is an id or a repetition of the sentence. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['missing', 'missing_translation', 'optional_hold_point', 'later_step', 'unknown_step', 'circle']);
