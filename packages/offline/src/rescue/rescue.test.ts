import { abandonUnsent, type PhotoRecord, type PhotoState } from '@heliograph/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { meta, operation, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { slicesOf } from '../photos/slices.ts';
import { webHasher, webRandom } from '../platform/web.ts';
import { makeRescue, openRescue, takeRescue } from './index.ts';

beforeEach(freshBrowser);

const author = { ...owner(1), orgName: 'Soleil', name: 'Élodie' };

/** A phone with three records, the first of them acknowledged, and a photo in each state. */
async function workedOn() {
  const outbox = openOutbox(owner(1));
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
  const sha = (await webHasher.sha256(bytes)) as PhotoRecord['sha'];
  const put = async (state: PhotoState) => {
    const record: PhotoRecord = { sha, size: bytes.length, mime: 'image/jpeg', slices: 2, sent: 0, state, at: 7 };
    await outbox.write(async (tx) => {
      await tx.putPhoto(record);
      for (const [n, slice] of slicesOf(bytes).entries()) await tx.putSlice(sha, n, slice);
    });
  };
  await outbox.write(async (tx) => {
    await tx.putMeta({ ...meta(), next: 4, acked: { i: 1, id: operation(1).id } });
    for (const i of [1, 2, 3]) await tx.putOp(operation(i));
  });
  return { outbox, sha, bytes, put };
}

describe('a rescue file of this phone', () => {
  test('holds what was not sent, and its photos; on another phone of the same person it goes on, once', async () => {
    const { outbox, put, sha, bytes } = await workedOn();
    await put('waiting');
    const file = await makeRescue({ outbox, owner: author, build: 'b', now: 1000 });
    expect([file.name, file.operations, file.photos]).toEqual(['Heliograph Élodie 1970-01-01.heliograph', 2, 1]);
    outbox.close();
    freshBrowser();
    const other = openOutbox(owner(1));
    await other.write((tx) => tx.putMeta({ ...meta(), next: 1, acked: { i: 0, id: null } }));
    const rescue = await openRescue(file.blob);
    expect(await takeRescue({ outbox: other, owner: owner(1) }, rescue)).toEqual({ kind: 'taken', taken: { operations: 2, photos: 1 } });
    expect(await takeRescue({ outbox: other, owner: owner(1) }, rescue)).toEqual({ kind: 'taken', taken: { operations: 0, photos: 0 } });
    const found = await other.read(async (tx) => ({ ops: await tx.opsFrom(1, 9), slice: await tx.slice(sha, 0), next: (await tx.meta())?.next }));
    expect(found.ops).toEqual([
      { ...operation(2), i: 1 },
      { ...operation(3), i: 2 },
    ]);
    expect(found.next).toBe(3);
    expect(new Uint8Array(found.slice ?? new ArrayBuffer())).toEqual(bytes.slice(0, 262_144));
  });

  test('goes under a new identity where it is taken over, and what was acknowledged there is kept: it may come from a copy of that phone', async () => {
    const { outbox } = await workedOn();
    const file = await makeRescue({ outbox, owner: author, build: 'b', now: 1 });
    outbox.close();
    freshBrowser();
    const original = openOutbox(owner(1));
    await original.write(async (tx) => {
      await tx.putOp(operation(1));
      await tx.putMeta({ ...meta(), next: 2, acked: { i: 1, id: operation(1).id } });
    });
    await takeRescue({ outbox: original, owner: owner(1) }, await openRescue(file.blob));
    const [now, past, ops] = await original.read((tx) => Promise.all([tx.meta(), tx.past(), tx.opsFrom(1, 9)]));
    expect(now?.dev).not.toBe(meta().dev);
    expect(now).toMatchObject({ next: 3, acked: { i: 0, id: null } });
    expect(past.map(({ id }) => id)).toEqual([operation(1).id]);
    expect(ops.map(({ i, id }) => [i, id])).toEqual([
      [1, operation(2).id],
      [2, operation(3).id],
    ]);
  });

  test('changes no hands: the phone of another person, or of another organisation, refuses it and stays as it was', async () => {
    const { outbox } = await workedOn();
    const rescue = await openRescue((await makeRescue({ outbox, owner: author, build: 'b', now: 1 })).blob);
    const foreign = openOutbox(owner(2));
    await foreign.write((tx) => tx.putMeta(meta()));
    const colleague = { org: owner(1).org, user: owner(2).user };
    expect(await takeRescue({ outbox: foreign, owner: colleague }, rescue)).toEqual({ kind: 'not_yours', name: 'Élodie' });
    expect(await takeRescue({ outbox: foreign, owner: owner(2) }, rescue)).toEqual({ kind: 'other_organisation', name: author.orgName });
    expect(await foreign.read((tx) => tx.opsFrom(1, 9))).toEqual([]);
  });

  test('can be made of one record that the server rejected', async () => {
    const { outbox } = await workedOn();
    const record = { operation: operation(2), state: 'rejected', code: 'not_yours', message: '', at: 1 } as const;
    await outbox.write((tx) => tx.putAside(record));
    const file = await makeRescue({ outbox, owner: author, build: 'b', now: 1, only: operation(2).id });
    expect((await openRescue(file.blob)).operations).toEqual([operation(2)]);
    expect((await makeRescue({ outbox, owner: author, build: 'b', now: 1 })).operations).toBe(2);
  });

  test('deleting what was not sent leaves what the server has, under another identity', async () => {
    const { outbox, put, sha } = await workedOn();
    await put('waiting');
    await outbox.write((tx) => abandonUnsent(tx, webRandom));
    const left = await outbox.read(async (tx) => ({
      ops: await tx.opsFrom(1, 9),
      past: await tx.past(),
      meta: await tx.meta(),
      photo: await tx.photo(sha),
      slice: await tx.slice(sha, 0),
    }));
    expect([left.ops, left.past.map(({ id }) => id), left.slice]).toEqual([[], [operation(1).id], undefined]);
    expect(left.meta).toMatchObject({ next: 1, acked: { i: 0 } });
    expect(left.meta?.dev).not.toBe(meta().dev);
    expect(left.photo?.state).toBe('aside');
  });
});
