import type { PhotoHash } from '@heliograph/domain';
import { beforeEach, expect, test } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { deleteCaches } from '../cache/old-caches.ts';
import { owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { keepLonePhoto, sendLonePhoto } from '../photos/lone-photo.ts';
import { readPhoto } from '../photos/read-photo.ts';
import { openAnalyses, type QueuedAnalysis } from './analyses.ts';

beforeEach(freshBrowser);

const sha = 'ab'.repeat(32) as PhotoHash;
const analysis = (at: number): QueuedAnalysis => ({ id: crypto.randomUUID(), sha, asked: { sha }, at, isAsked: false, problem: null });

test('an analysis that waits survives the app and a signing out, and what came of others goes with it', async () => {
  const whose = owner();
  const first = openAnalyses(whose);
  const waiting = analysis(1);
  await first.queue(waiting);
  await first.queue({ ...waiting, isAsked: true });
  await first.keep({ id: 'seen', movedAt: 1, value: {} });
  first.close();
  await deleteCaches(whose, null);
  const again = openAnalyses(whose);
  await new Promise<void>((heard) => again.queued.subscribe(heard));
  expect(again.queued.get()).toEqual([{ ...waiting, isAsked: true }]);
  expect(await again.recents()).toEqual([]);
  again.close();
});

test('a photo that no operation names lies aside until the server knows it, and is shown meanwhile', async () => {
  const outbox = openOutbox(owner());
  const record = { sha, size: 3, mime: 'image/jpeg', slices: 1, sent: 0, state: 'waiting', at: 1 } as const;
  await keepLonePhoto(outbox, { record, slices: [new Uint8Array([1, 2, 3]).buffer] });
  const state = async () => (await outbox.read((tx) => tx.photo(sha)))?.state;
  expect(await state()).toBe('aside');
  expect((await readPhoto(outbox, sha))?.size).toBe(3);
  await sendLonePhoto(outbox, sha);
  expect(await state()).toBe('waiting');
  // Taken again, it is not put aside any more.
  await keepLonePhoto(outbox, { record, slices: [] });
  expect(await state()).toBe('waiting');
  outbox.close();
});
