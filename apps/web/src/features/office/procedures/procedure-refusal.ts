import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { textIn } from '../shared/refusal.ts';
import { useOfficeRefusal } from '../shared/use-office-refusal.ts';
import { procedureMessages } from './messages.ts';

const REASONS = ['findings', 'warnings', 'unchanged', 'proposed', 'decided', 'own', 'archived', 'code_taken'] as const;

/** Why something about a procedure was not done, in words that say what to do. */
export function useProcedureRefusal(): (refused: RpcError) => string {
  const t = useMessages(procedureMessages);
  const refusal = useOfficeRefusal();
  return (refused) => {
    const reason = reasonOf(refused);
    if (reason === 'changed') return t.refused_changed(textIn(refused, 'by') ?? t.somebody);
    const known = REASONS.find((one) => one === reason);
    return known === undefined ? refusal(refused) : t[`refused_${known}`];
  };
}
