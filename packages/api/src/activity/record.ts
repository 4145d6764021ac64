import { type Act, type OrgTx, recordAct } from '@heliograph/db';
import type { Doer } from '../auth/actor.ts';

/** Puts an act on record, in the transaction of the act itself: one row for what one door did. */
export const record = (
  tx: OrgTx,
  { user, network }: Pick<Doer, 'user' | 'network'>,
  { details = {}, ...act }: Pick<Act, 'action' | 'subject'> & Partial<Pick<Act, 'details'>>,
): Promise<void> => recordAct(tx, { ...act, details, id: crypto.randomUUID(), actor: user, address: network });
