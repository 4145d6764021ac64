import { type OrgTx, serverTx } from '@heliograph/db';
import {
  type ExecutionId,
  type Operation,
  type OperationId,
  type OperationKind,
  operationIdSchema,
  type Payload,
  readOperation,
  refuse,
} from '@heliograph/domain';
import { act } from '@heliograph/sync/server';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { zoneOffset } from '../zone.ts';
import { newId } from './ids.ts';

/** What the office does about an execution. */
export interface OfficeAct<K extends OperationKind> {
  readonly k: K;
  readonly x: ExecutionId;
  readonly p: Payload<K>;
  /** Heads of its register that the person saw. */
  readonly b?: readonly OperationId[];
  /** Made in the browser, so that sending it twice does it once. */
  readonly id?: OperationId | undefined;
}

type Ports = Pick<Deps, 'sync' | 'now'>;

/**
 * Held until the transaction ends: whoever else acts on this execution, at a desk or on a phone, waits. Before its log is read, so that the same act,
 * sent again while it still runs, finds itself there.
 */
export const holdExecution = (tx: OrgTx, id: ExecutionId): Promise<void> => serverTx(tx).lockSubjects([id]);

/**
 * Writes operations of the protocol in the actor's name, in the transaction at hand: phones hear of them as of everything else.
 * @param zone time zone of the site: the day of an act is the site's day
 * @throws AppError CONFLICT with the protocol's reason where one cannot be applied; the transaction then leaves nothing behind
 */
export async function actAs(
  { sync, now }: Ports,
  tx: OrgTx,
  { actor, zone, acts }: { actor: Actor; zone: string; acts: readonly OfficeAct<OperationKind>[] },
): Promise<void> {
  const at = now();
  const operations = acts.map((one, n) => operationOf(one, { at, i: n + 1, zone: zoneOffset(zone, at) }));
  const outcome = await act({ tx: serverTx(tx), ports: sync, sender: actor }, operations);
  if (outcome.kind === 'refused') refuse(outcome.code === 'not_yours' ? 'NOT_ALLOWED' : 'CONFLICT', { reason: outcome.code });
}

/** Heads that an operation may still name: the limit of the envelope. */
const MOST_HEADS = 16;

function operationOf({ k, x, p, b = [], id }: OfficeAct<OperationKind>, { at, i, zone }: { at: number; i: number; zone: number }): Operation {
  const reading = readOperation({
    ...{ i, id: id ?? newId(operationIdSchema, at), k, v: 1, x, p },
    ...(b.length === 0 ? {} : { b: b.slice(-MOST_HEADS) }),
    ...{ w: at, z: zone, o: 0, n: 0 },
  });
  return reading.kind === 'known' ? reading.operation : refuse('INVALID', { reason: 'operation' });
}
