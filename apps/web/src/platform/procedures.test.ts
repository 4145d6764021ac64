import 'fake-indexeddb/auto';
import { organisationIdSchema, type ProcedureHash, procedureHash, userIdSchema } from '@heliograph/domain';
import { createLocalView, openCache, openOutbox, webHasher } from '@heliograph/offline';
import { type CacheMeta, logRowSchema, type RefRow } from '@heliograph/sync';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { startProcedureLoader } from './procedures.ts';
import { data, fakeBrowser } from './testing/browser.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const owner = { org: organisationIdSchema.parse(id(1)), user: userIdSchema.parse(id(2)) };
const content = { steps: [] };
const whole: CacheMeta = { cursor: 'c1', inc: 'i1', shown: 0, building: null, wholeAt: 7, leaving: [] };
const row = (hash: ProcedureHash): RefRow => ({ kind: 'procedure', id: 'p', q: 1, body: { id: 'p', slug: 'p', version: 1, hash, publishedAt: 1 } });

const logRow = ({ q, k, p }: { q: number; k: string; p: Record<string, unknown> }) =>
  logRowSchema.parse({ id: id(100 + q), k, v: 1, x: id(3), p, w: q, z: 60, o: 0, n: 1, q, a: owner.user, t: q });

let browser: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  browser = fakeBrowser();
});

/** A phone that has just been signed in to. */
function phone() {
  const view = createLocalView({ owner, outbox: openOutbox(owner), cache: openCache(owner) });
  const loader = startProcedureLoader(owner, view);
  return { view, ...loader };
}

test('before the first whole pull nothing is called complete: nobody knows yet what is to come', async () => {
  const { loading, load, view } = phone();
  await load();
  expect(loading.get()).toEqual({ kind: 'unlisted' });
  await view.cache.write((tx) => tx.putMeta({ ...whole, wholeAt: null }));
  await load();
  expect(loading.get()).toEqual({ kind: 'unlisted' });
});

test('complete is what a whole pull named and this phone holds, by that pull’s date', async () => {
  const hash = await procedureHash(content, webHasher.sha256);
  const { loading, load, view } = phone();
  await view.cache.write(async (tx) => {
    await tx.putRef(0, row(hash));
    await tx.putMeta(whole);
  });
  await load();
  expect(loading.get()).toEqual({ kind: 'incomplete', done: 0, total: 1 });
  browser.answer('procedure.get', data({ content }));
  await load();
  expect(loading.get()).toEqual({ kind: 'complete', total: 1, wholeAt: 7 });
  // The next pull, which brought nothing new.
  await view.cache.write((tx) => tx.putMeta({ ...whole, wholeAt: 9 }));
  await vi.waitFor(() => expect(loading.get()).toMatchObject({ kind: 'complete', wholeAt: 9 }), { timeout: 20_000 });
});

test('an answer recorded asks the disk for nothing; work started on a version that is not here does', async () => {
  const { loading, load, view } = phone();
  await view.cache.write((tx) => tx.putMeta(whole));
  await load();
  await vi.waitFor(() => expect(view.executions.get()).toEqual([]), { timeout: 20_000 });
  const settled = loading.get();
  expect(settled).toMatchObject({ kind: 'complete' });
  await view.cache.write((tx) => tx.putLog(0, [logRow({ q: 1, k: 'comment', p: { text: 'vu' } })]));
  await vi.waitFor(() => expect(view.executions.get()).toHaveLength(1), { timeout: 20_000 });
  expect(loading.get()).toBe(settled);
  const procedure = await procedureHash(content, webHasher.sha256);
  await view.cache.write((tx) => tx.putLog(0, [logRow({ q: 2, k: 'start', p: { procedure, site: id(4), roles: [] } })]));
  await vi.waitFor(() => expect(loading.get()).toMatchObject({ kind: 'incomplete', total: 1 }), { timeout: 20_000 });
});

test('bytes that are not what their name says are not kept', async () => {
  const hash = await procedureHash({ steps: ['other'] }, webHasher.sha256);
  const { loading, load, view } = phone();
  await view.cache.write(async (tx) => {
    await tx.putRef(0, row(hash));
    await tx.putMeta(whole);
  });
  browser.answer('procedure.get', data({ content }));
  await load();
  expect(loading.get()).toMatchObject({ kind: 'incomplete' });
  expect(await openCache(owner).procedureHashes()).toEqual([]);
});

test('of several asked for at once, what came is kept, and what did not come is still wanted', async () => {
  const hash = await procedureHash(content, webHasher.sha256);
  const absent = await procedureHash({ steps: ['other'] }, webHasher.sha256);
  const { loading, load, view } = phone();
  await view.cache.write(async (tx) => {
    await tx.putRef(0, row(hash));
    await tx.putRef(0, { ...row(absent), id: 'q' });
    await tx.putMeta(whole);
  });
  browser.answer('procedure.get', data({ content }));
  await load();
  expect(loading.get()).toMatchObject({ kind: 'incomplete', total: 2 });
  expect(await openCache(owner).procedureHashes()).toEqual([hash]);
  expect(browser.calls.filter(({ path }) => path === 'procedure.get,procedure.get')).not.toEqual([]);
});
