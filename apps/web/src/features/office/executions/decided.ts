import type { RpcError } from '../../../platform/rpc.ts';
import { textIn } from '../shared/refusal.ts';
import type { OpenedExecution } from './types.ts';

const OUTCOMES: Readonly<Record<string, string>> = { returned: 'return', approved: 'approve' };

/** Where work stands that can no longer be judged, and the word that was said of it: often one's own, whose answer was lost. Null for another refusal. */
export function decidedIn(refused: RpcError | null, { reviews, names }: Pick<OpenedExecution, 'reviews' | 'names'>) {
  if (refused === null || textIn(refused, 'reason') !== 'not_completed') return null;
  const status = textIn(refused, 'status');
  const last = reviews.findLast(({ outcome }) => outcome === OUTCOMES[status ?? '']);
  return { status, who: last === undefined ? null : (names[last.by] ?? null), note: last?.note ?? null };
}
