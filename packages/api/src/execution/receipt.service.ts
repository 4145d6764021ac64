import { createHash } from 'node:crypto';
import { findExecution, listPhotos, readLog, readOrg } from '@heliograph/db';
import { correctedAt, type ExecutionId, fingerprintOf, type Receipt, receiptOf, refuse } from '@heliograph/domain';
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
    const receipt = receiptOf(log, { isSent: () => false, isStored: (sha) => stored.has(sha) });
    const names = new Map(log.map(({ actor: user, actorName }) => [user, actorName]));
    const content = await reader(tx, readings).contentOf(row.procedure);
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
      records: receipt.records.map(({ entry: { operation, actor: user, seq, serverAt, flags }, delivery, photo }) => ({
        ...{ id: operation.id, kind: operation.k, address: operation.s ?? null, delivery, photo, seq, flags },
        ...{ by: names.get(user) ?? '', at: correctedAt(operation), receivedAt: serverAt },
      })),
    };
  });

const factsOf = ({ count, firstAt, lastAt, receivedAt, position }: Receipt) => ({ count, firstAt, lastAt, receivedAt, position });
