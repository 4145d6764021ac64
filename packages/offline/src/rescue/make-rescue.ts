import type { Envelope, OperationId } from '@heliograph/domain';
import { needsPerson, type OutboxStore, type OutboxTx, type Owner, type PhotoRecord } from '@heliograph/sync';
import { RESCUE_EXTENSION, type RescueHead, writeRescue } from '@heliograph/sync/rescue';
import { readPhoto } from '../photos/read-photo.ts';
import { webHasher } from '../platform/web.ts';

/** Whose phone it is, as the file says it to whoever opens it. */
export interface RescueOwner extends Owner {
  readonly orgName: string;
  readonly name: string;
}

export interface RescueFile {
  readonly name: string;
  readonly blob: Blob;
  readonly operations: number;
  readonly photos: number;
}

interface Making {
  readonly outbox: OutboxStore;
  readonly owner: RescueOwner;
  readonly build: string;
  /** Device wall clock, ms. */
  readonly now: number;
  /** One record alone; without it everything that was not sent, and what waits for a person. */
  readonly only?: OperationId;
}

/** Puts what this phone holds and the server does not into one file. Reads only: nothing leaves the queue because it was copied. */
export async function makeRescue({ outbox, owner, build, now, only }: Making): Promise<RescueFile> {
  const { operations, photos } = await outbox.read((tx) => (only === undefined ? unsentIn(tx) : oneIn(tx, only)));
  const parts: Blob[] = [];
  const held: RescueHead['photos'] = [];
  for (const { sha, mime } of photos) {
    // One after the other: a browser moves a large Blob out of memory, a day of buffers it could not.
    const blob = await readPhoto(outbox, sha);
    if (blob === null || blob.size === 0) continue;
    // Damaged bytes are no evidence, and would make the whole file be refused.
    if ((await webHasher.sha256(await blob.arrayBuffer())) !== sha) continue;
    parts.push(blob);
    held.push({ sha, mime, size: blob.size });
  }
  const { org, user, orgName, name } = owner;
  const text = await writeRescue({ org, orgName, user, name, made: now, build, photos: held }, operations, webHasher);
  return {
    name: fileName(name, now),
    blob: new Blob([new Uint8Array(text), ...parts], { type: 'application/octet-stream' }),
    operations: operations.length,
    photos: held.length,
  };
}

interface Held {
  readonly operations: readonly Envelope[];
  readonly photos: readonly PhotoRecord[];
}

async function unsentIn(tx: OutboxTx): Promise<Held> {
  const meta = await tx.meta();
  const unsent = await tx.opsFrom((meta?.acked.i ?? 0) + 1, Number.MAX_SAFE_INTEGER);
  const refused = (await tx.asides()).filter(needsPerson).map(({ operation }) => operation);
  const photos = (await tx.photos()).filter(({ state }) => state !== 'stored');
  return { operations: once([...refused, ...unsent]), photos };
}

async function oneIn(tx: OutboxTx, id: OperationId): Promise<Held> {
  const found = (await tx.asides()).map(({ operation }) => operation).filter((one) => one.id === id);
  const photos = (await tx.photos()).filter(({ sha }) => found.some(({ p }) => p['sha'] === sha));
  return { operations: found, photos };
}

const once = (operations: readonly Envelope[]): Envelope[] => [...new Map(operations.map((one) => [one.id, one])).values()];

/** `Heliograph Élodie Martin 2026-11-22.heliograph`: found again among a phone's downloads. */
const fileName = (name: string, now: number): string =>
  `Heliograph ${name.replaceAll(/[\\/:*?"<>|]/g, '-')} ${new Date(now).toISOString().slice(0, 10)}.${RESCUE_EXTENSION}`;
