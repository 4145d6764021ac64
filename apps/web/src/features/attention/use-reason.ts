import { subjectKindOf } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import type { AsideRecord } from '@heliograph/sync/phone';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from '../sync/messages.ts';

/** Why a record was set aside, and what to do about it. */
export function useReason(): (record: Pick<AsideRecord, 'code' | 'state' | 'operation'>) => string {
  const t = useMessages(syncMessages);
  const reasons: Record<AsideCode, string> = {
    schema: t.schema,
    unknown_execution: t.unknown_execution,
    unknown_step: t.unknown_step,
    unknown_procedure: t.unknown_procedure,
    not_yours: t.not_yours,
    moved: t.moved,
    too_large: t.too_large,
    internal: t.internal,
    newer_kind: t.newer_kind,
    follows_held: t.follows_held,
  };
  return ({ code, state, operation }) => {
    if (code === 'not_yours' && subjectKindOf(operation) === 'tip') return t.tip_not_yours;
    if (state === 'held' && code === 'not_yours' && operation.k === 'start') return t.held_start;
    // Which of the two it was may have changed since: the way out is the same.
    return state === 'held' && (code === 'not_yours' || code === 'unknown_execution') ? t.held_not_yours : reasons[code];
  };
}
