import { type DeviceId, deviceIdSchema, type Envelope, SENT_KEPT_MS } from '@heliograph/domain';
import { type Position, START } from '../messages/exchange.ts';
import type { Clock, OutboxMeta, OutboxTx, Random } from './ports.ts';

/** More operations than one outbox ever holds; the port pages, these moves must see all. */
const ALL = Number.MAX_SAFE_INTEGER;

/** A random device identity, never derived from hardware. Written as a uuid (version 4). */
export function newDevice(random: Random): DeviceId {
  const bytes = random.bytes(16);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return deviceIdSchema.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`);
}

export const freshMeta = (dev: DeviceId, born: number): OutboxMeta => ({
  ...{ dev, next: 1, acked: START, inc: null, seen: null, born, offset: 0 },
  milestones: [],
  pastUntil: null,
});

/** Makes an identity where there is none. */
export async function ensureIdentity(tx: OutboxTx, { clock, random }: { readonly clock: Clock; readonly random: Random }): Promise<void> {
  if ((await tx.meta()) === undefined) await tx.putMeta(freshMeta(newDevice(random), clock.now()));
}

/**
 * Takes a new identity because somebody else (a copy of this phone) uses the old one. What is not verified as acknowledged is sent again
 * under new numbers with the *same ids* and in the same order; what was acknowledged is kept against a server that forgets.
 */
export async function rehomeUnacknowledged(tx: OutboxTx, meta: OutboxMeta, random: Random): Promise<OutboxMeta> {
  const all = await tx.opsFrom(1, ALL);
  const past = await tx.past();
  const kept = all.filter(({ i }) => i <= meta.acked.i);
  for (const [at, operation] of kept.entries()) await tx.putPast(operation, past.length + at);
  const pastUntil = kept.length === 0 ? meta.pastUntil : (meta.milestones.at(-1)?.at ?? 0) + SENT_KEPT_MS;
  return renumber(tx, { meta: { ...meta, pastUntil }, random, before: all, after: all.filter(({ i }) => i > meta.acked.i) });
}

/** Takes a new identity and sends everything retained again: the server lost what it had acknowledged. Ids make that safe. */
export async function rehomeEverything(tx: OutboxTx, meta: OutboxMeta, random: Random): Promise<OutboxMeta> {
  const [held, past, all] = [await heldAlone(tx), await tx.past(), await tx.opsFrom(1, ALL)];
  await tx.clearPast();
  return renumber(tx, { meta: { ...meta, pastUntil: null }, random, before: all, after: [...held, ...past, ...all] });
}

/** What waits at the server and is nowhere else on this phone: acknowledged so long ago that it was freed. */
export async function heldAlone(tx: OutboxTx): Promise<readonly Envelope[]> {
  const kept = new Set([...(await tx.past()), ...(await tx.opsFrom(1, ALL))].map(({ id }) => id));
  return (await tx.asides()).flatMap(({ state, operation }) => (state === 'held' && !kept.has(operation.id) ? [operation] : []));
}

interface Renumbering {
  readonly meta: OutboxMeta;
  readonly random: Random;
  readonly before: readonly Envelope[];
  readonly after: readonly Envelope[];
}

async function renumber(tx: OutboxTx, { meta, random, before, after }: Renumbering): Promise<OutboxMeta> {
  for (const { i } of before) await tx.deleteOp(i);
  for (const [at, operation] of after.entries()) await tx.putOp({ ...operation, i: at + 1 });
  const next = { ...meta, dev: newDevice(random), next: after.length + 1, acked: START, milestones: [] };
  await tx.putMeta(next);
  return next;
}

/**
 * The server stands at `ack` for this device, below what it had acknowledged. When that position is ours and nothing older is missing,
 * sending goes on after it; otherwise everything retained goes again under a new identity.
 */
export async function resumeFrom(tx: OutboxTx, meta: OutboxMeta, { ack, random }: { ack: Position; random: Random }): Promise<OutboxMeta> {
  const hasPast = (await tx.past()).length + (await heldAlone(tx)).length > 0;
  const mine = ack.i === 0 ? null : ((await tx.op(ack.i)) ?? null);
  const first = (await tx.opsFrom(1, 1))[0]?.i ?? meta.next;
  const isMine = ack.i === 0 ? first === 1 : mine !== null && mine.id === ack.id;
  if (hasPast || !isMine) return rehomeEverything(tx, meta, random);
  // Only downwards: what lies above was never answered, and an answer of this kind does not tell what was set aside.
  const acked = ack.i < meta.acked.i ? ack : meta.acked;
  const next = { ...meta, acked, milestones: meta.milestones.filter(({ i }) => i <= acked.i) };
  await tx.putMeta(next);
  return next;
}
