import type { OperationId } from '@heliograph/domain';
import type { OutboxStore, OutboxTx, Owner } from '@heliograph/sync';
import { assertNoBlob, assertSlice } from '../storage/bytes.ts';
import { type Connection, connect, type Transaction } from '../storage/connection.ts';
import { keysUnder, pageOf } from '../storage/range.ts';
import type { Requests } from '../storage/transaction.ts';
import { createOutbox, type OutboxFormat, outboxName } from './format.ts';

/** The phone's durable queue over IndexedDB. Its work must be re-runnable: see `Connection`. */
export interface Outbox extends OutboxStore {
  close(): void;
}

/** Opens at first use. Every write is flushed to the flash before it resolves. */
export function openOutbox(owner: Owner): Outbox {
  const connection: Connection<OutboxFormat> = connect({ name: outboxName(owner), create: createOutbox, durability: 'strict' });
  return {
    read: (work) => connection.read((tx, requests) => work(outboxTx(tx, requests))),
    write: (work) => connection.write((tx, requests) => work(outboxTx(tx, requests))),
    close: connection.close,
  };
}

type Tx = Transaction<OutboxFormat>;

/** A store is asked for when it is used: a tap uses three of the seven. */
const outboxTx = (tx: Tx, requests: Requests): OutboxTx => ({
  ...operationsIn(tx, requests),
  ...pastIn(tx, requests),
  ...photosIn(tx, requests),
  ...draftsIn(tx, requests),
});

type Part<Keys extends keyof OutboxTx> = Pick<OutboxTx, Keys>;

function operationsIn(tx: Tx, { answer, write }: Requests): Part<'meta' | 'putMeta' | 'op' | 'opsFrom' | 'putOp' | 'deleteOp'> {
  const meta = () => tx.objectStore('meta');
  const ops = () => tx.objectStore('ops');
  return {
    meta: () => answer(meta().get('meta')),
    putMeta: (value) => write(meta().put(value, 'meta')),
    op: (i) => answer(ops().get(i)),
    opsFrom: async (from, limit) => (limit < 1 ? [] : answer(ops().getAll(IDBKeyRange.lowerBound(from), pageOf(limit)))),
    putOp: (operation) => write(ops().put(operation)),
    deleteOp: (i) => write(ops().delete(i)),
  };
}

function pastIn(tx: Tx, { answer, write }: Requests): Part<'past' | 'putPast' | 'clearPast' | 'deletePast' | 'asides' | 'putAside' | 'deleteAside'> {
  const past = () => tx.objectStore('past');
  const aside = () => tx.objectStore('aside');
  const deletePast = async (id: OperationId): Promise<void> => {
    for (const order of await answer(past().index('id').getAllKeys(id))) await write(past().delete(order));
  };
  /** An order that is taken gives way to the end: what is kept here may be the last copy there is. */
  const freeOrder = async (order: number): Promise<number> => {
    if ((await answer(past().getKey(order))) === undefined) return order;
    const last = await answer(past().openKeyCursor(null, 'prev'));
    return (last?.key ?? order) + 1;
  };
  return {
    past: async () => (await answer(past().getAll())).map(({ operation }) => operation),
    putPast: async (operation, order) => {
      await deletePast(operation.id);
      await write(past().put({ order: await freeOrder(order), operation }));
    },
    clearPast: () => write(past().clear()),
    deletePast,
    asides: () => answer(aside().getAll()),
    putAside: (record) => write(aside().put(record)),
    deleteAside: (id) => write(aside().delete(id)),
  };
}

function photosIn(tx: Tx, { answer, write }: Requests): Part<'photos' | 'photo' | 'putPhoto' | 'slice' | 'putSlice' | 'deleteSlices'> {
  const photos = () => tx.objectStore('photos');
  const slices = () => tx.objectStore('slices');
  return {
    photos: () => answer(photos().getAll()),
    photo: (sha) => answer(photos().get(sha)),
    putPhoto: (photo) => write(photos().put(photo)),
    slice: (sha, n) => answer(slices().get([sha, n])),
    putSlice: async (sha, n, bytes) => {
      assertSlice(bytes);
      await write(slices().put(bytes, [sha, n]));
    },
    deleteSlices: (sha) => write(slices().delete(keysUnder(sha))),
  };
}

function draftsIn(tx: Tx, { answer, write }: Requests): Part<'draft' | 'drafts' | 'putDraft' | 'deleteDraft'> {
  const drafts = () => tx.objectStore('drafts');
  return {
    draft: (x, s) => answer(drafts().get([x, s])),
    drafts: () => answer(drafts().getAll()),
    putDraft: async (draft) => {
      assertNoBlob(draft.value);
      await write(drafts().put(draft));
    },
    deleteDraft: (x, s) => write(drafts().delete([x, s])),
  };
}
