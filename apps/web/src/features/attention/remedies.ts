import type { Envelope } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import type { AsideRecord, OperationDraft } from '@heliograph/sync/phone';

/**
 * What the office can have settled meanwhile: the same record may then pass. A version's steps never change, and a decision about work that
 * moved on is refused for as long as it stands.
 */
const MAY_PASS_NOW: ReadonlySet<AsideCode> = new Set<AsideCode>(['not_yours', 'unknown_execution', 'internal']);

/** Whether there is a step to open and say it again at. */
export const mayCorrect = ({ operation, code }: Pick<AsideRecord, 'operation' | 'code'>): boolean =>
  operation.s !== undefined && ['step', 'skip', 'refuse'].includes(operation.k) && code !== 'unknown_execution' && code !== 'unknown_step';

/** Whether sending it as it was can come out otherwise. A photo's bytes belong to the operation that named them, and go with it. */
export const mayResend = ({ operation, code }: Pick<AsideRecord, 'operation' | 'code'>): boolean =>
  MAY_PASS_NOW.has(code) && operation.k !== 'unreadable';

/** The same content as a new record: what was refused once is never sent again under its own name. */
export const draftFrom = ({ k, v, x, s, b, p }: Envelope): OperationDraft => ({
  ...{ k, v, x, p },
  ...(s === undefined ? {} : { s }),
  ...(b === undefined ? {} : { b }),
});

/** What was typed, as its field holds it; null where the answer was chosen and not typed. */
export function typedIn({ p }: Pick<Envelope, 'p'>): string | null {
  const response = p['response'];
  if (typeof response !== 'object' || response === null) return null;
  const typed = 'text' in response ? response.text : 'value' in response && p['kind'] === 'measurement' ? response.value : null;
  return typeof typed === 'string' ? typed : null;
}
