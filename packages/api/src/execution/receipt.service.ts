import { createHash } from 'node:crypto';
import { type ExecutionAside, findExecution, listPhotos, readAsides, readLog, readOrg } from '@heliograph/db';
import {
  correctedAt,
  type ExecutionId,
  fingerprintOf,
  type LogEntry,
  notSaidAgain,
  type Receipt,
  receiptOf,
  refuse,
  stepAt,
} from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { reader } from './reading.ts';

const sha256 = async (bytes: Uint8Array): Promise<string> => createHash('sha256').update(bytes).digest('hex');

/** What the server holds of an execution, record by record and photo by photo, with the digits that a phone can be compared by. @throws AppError NOT_FOUND */
export const openReceipt = ({ db, now, readings }: Pick<Deps, 'db' | 'now' | 'readings'>, actor: Actor, id: ExecutionId) =>
  readOrg(db, actor, async (tx) => {
    const row = (await findExecution(tx, actor, id)) ?? refuse('NOT_FOUND');
    const log = await readLog(tx, id);
    const photos = await listPhotos(tx, id);
    const stored = new Set(photos.filter(({ state }) => state === 'stored').map(({ sha }) => sha));
    const asides = await readAsides(tx, id);
    // What waits at the server was sent; what it refused stands beside the log.
    const all = [...log, ...asides.flatMap(waiting)];
    const receipt = receiptOf(all, { isSent: () => true, isStored: (sha) => stored.has(sha) });
    const names = new Map([...log, ...asides].map(({ actor: user, actorName }) => [user, actorName]));
    const content = await reader(tx, readings).contentOf(row.procedure);
    const told = ({ actor: user, ...one }: Told) => ({ ...one, by: names.get(user) ?? '', step: stepAt(content, one.address) ?? null });
    return {
      execution: {
        ...{ id, title: content?.title ?? null, slug: row.slug, procedure: row.procedure },
        site: { name: row.siteName, timeZone: row.siteZone },
        asset: row.assetName,
      },
      steps: content?.steps.map(({ id: step, title }) => ({ id: step, title })) ?? [],
      /** By the server's clock, ms. */
      madeAt: now(),
      fingerprint: await fingerprintOf(log, sha256),
      ...factsOf(receipt),
      refused: notSaidAgain(asides.filter(isIn('rejected')).map(toldIn), log).map(told),
      /** It stands among the records too: it was sent, and is applied by itself. */
      held: asides.filter(isIn('held')).map(toldIn).map(told),
      records: receipt.records.map(({ entry: { operation, actor: user, seq, serverAt, flags }, delivery, photo }) => ({
        ...{ id: operation.id, kind: operation.k, address: operation.s ?? null, delivery, photo, seq, flags },
        ...{ by: names.get(user) ?? '', at: correctedAt(operation), receivedAt: serverAt },
      })),
    };
  });

const waiting = ({ state, envelope, actor, serverAt }: ExecutionAside): LogEntry[] =>
  state === 'held' && envelope !== null ? [{ operation: envelope, seq: null, actor, serverAt, flags: [] }] : [];

const isIn =
  (wanted: ExecutionAside['state']) =>
  ({ state }: ExecutionAside) =>
    state === wanted;

/** What can be read of a record that may be anything: it stands aside. */
const toldSchema = z.object({
  k: z.catch(z.string().check(z.maxLength(40)), ''),
  s: z.catch(z.nullable(z.string().check(z.maxLength(200))), null),
  p: z.catch(z.record(z.string(), z.unknown()), {}),
  at: z.catch(z.nullable(z.number()), null),
});

/** JSON, but where it was so long that only its beginning was kept. */
function readAsFarAsItGoes(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return {};
  }
}

type Told = ReturnType<typeof toldIn>;

function toldIn({ id, code, actor, serverAt, raw }: ExecutionAside) {
  const told = readAsFarAsItGoes(raw);
  const { w = null, o = 0 } = z.catch(z.object({ w: z.optional(z.number()), o: z.optional(z.number()) }), {}).parse(told);
  const { k: kind, s: address, p: payload, at } = toldSchema.parse({ ...(typeof told === 'object' ? told : {}), at: w === null ? null : w + o });
  return { id, code, actor, kind, address, payload, at, receivedAt: serverAt };
}

const factsOf = ({ count, firstAt, lastAt, receivedAt, position }: Receipt) => ({ count, firstAt, lastAt, receivedAt, position });
