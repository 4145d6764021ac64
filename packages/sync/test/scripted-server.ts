import { type ExecutionId, executionIdSchema, type OperationId, organisationIdSchema, type UserId, userIdSchema } from '@heliograph/domain';
import { type ExchangeRequestWire, type OkAnswer, positionSchema, START } from '../src/messages/exchange.ts';
import { openPhone } from '../src/phone/engine.ts';
import type { TransportResult } from '../src/phone/ports.ts';
import { type Drive, emptyCacheDisk, emptyOutboxDisk, memoryCache, memoryOutbox } from '../src/simulator/memory-phone.ts';
import { createWorld } from '../src/simulator/world.ts';

export const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
export const x = executionIdSchema.parse(uuid(1));
export const owner = { org: organisationIdSchema.parse(uuid(2)), user: userIdSchema.parse(uuid(3)) };
const drive = <D>(disk: D): Drive<D> => ({ disk, turn: Promise.resolve() });
export const step = (value: string, b: OperationId[] = []) => ({
  draft: { k: 'step', x, s: 'a', b, p: { kind: 'text', response: { text: value } } },
});

export type Script = (request: ExchangeRequestWire) => TransportResult;
export const ok = (request: ExchangeRequestWire, more: Partial<OkAnswer> = {}): TransportResult => ({
  kind: 'answer',
  answer: { kind: 'ok', proto: 1, nonce: request.nonce, now: 5_000, inc: 'one', ack: lastOf(request), ...lists, ...more },
});
export const lists = { aside: [], applied: [], drop: [], full: [], ops: [], refs: [], procs: [], blobs: [], more: false };
const lastOf = ({ ops, ack }: ExchangeRequestWire) => {
  const last = ops?.at(-1) as { i: number; id: OperationId } | undefined;
  return positionSchema.parse(last === undefined ? (ack ?? START) : { i: last.i, id: last.id });
};

/** An operation as the server hands it out: `q` is its place in the server's log, and makes its id. */
export const row = (q: number, { a = owner.user, k = 'comment', of = x, p = { text: 'x' } }: RowWish = {}) => ({
  ...{ q, a, t: 1, id: uuid(100 + q) as OperationId, k, v: 1, x: of as string as OperationId, p },
  ...{ w: 1, z: 0, o: 0, n: 1 },
});
interface RowWish {
  readonly a?: UserId;
  readonly k?: string;
  readonly of?: ExecutionId;
  readonly p?: Record<string, unknown>;
}

export const idsOf = ({ ops = [] }: ExchangeRequestWire) => ops.map((operation) => (operation as { id: OperationId }).id);

/** @param ahead by how much the device's clock is wrong, ms */
export async function phone(script: Script, ahead = () => 0) {
  const world = createWorld(1, () => new Promise((resolve) => setImmediate(resolve)));
  const machine = { world, isAlive: () => true, breaks: () => false };
  const [outbox, cache] = [drive(emptyOutboxDisk()), drive(emptyCacheDisk())];
  const requests: ExchangeRequestWire[] = [];
  const exchange = async (request: ExchangeRequestWire) => {
    requests.push(request);
    return script(request);
  };
  /** Runs virtual time until the promise is settled. */
  const through = async <T>(work: Promise<T>): Promise<T> => {
    const outcome = work.then(
      (value) => () => value,
      (error: unknown) => () => Promise.reject(error),
    );
    await new Promise((resolve) => setImmediate(resolve));
    await world.run();
    return (await outcome)() as T;
  };
  const ports = {
    owner,
    outbox: memoryOutbox(outbox, machine),
    cache: memoryCache(cache, machine),
    transport: { exchange },
    build: 'test',
    session: 1,
  };
  const clock = { now: () => world.now() + ahead(), zone: () => 60, monotonic: world.now };
  return { ...(await through(openPhone({ ...ports, clock, random: { bytes: world.bytes } }))), through, requests, outbox, cache };
}
