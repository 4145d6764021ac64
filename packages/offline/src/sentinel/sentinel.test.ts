import { deviceIdSchema } from '@heliograph/domain';
import type { OutboxMeta } from '@heliograph/sync';
import { describe, expect, test } from 'vitest';
import { memoryCaches } from '../../test/memory-caches.ts';
import { meta, operationId, owner } from '../contract/samples.ts';
import { lookForLoss, sentinelOf } from './loss.ts';
import { openSentinel } from './sentinel.ts';

const after = (recorded: number, acked: number): OutboxMeta => ({ ...meta(), next: recorded + 1, acked: { i: acked, id: operationId(acked) } });

describe('the loss sentinel', () => {
  test('a phone nobody worked on is fresh; one with its outbox is intact', () => {
    expect(lookForLoss(null, undefined)).toEqual({ kind: 'fresh' });
    expect(lookForLoss(null, after(3, 0))).toEqual({ kind: 'intact' });
    expect(lookForLoss(sentinelOf(after(14, 2), 3), after(14, 2))).toEqual({ kind: 'intact' });
  });

  test('an outbox that is gone is a loss, told with the number of unsent steps and photos', () => {
    expect(lookForLoss(sentinelOf(after(14, 2), 3), undefined)).toEqual({ kind: 'lost', operations: 12, photos: 3 });
  });

  test('a new outbox in place of the old one is a loss too', () => {
    expect(lookForLoss(sentinelOf(after(14, 2), 1), { ...after(1, 0), born: meta().born + 1 })).toEqual({ kind: 'lost', operations: 12, photos: 1 });
  });

  test('an outbox whose last writes are gone is a loss of those that were not sent', () => {
    expect(lookForLoss(sentinelOf(after(14, 2), 1), after(10, 2))).toEqual({ kind: 'lost', operations: 4, photos: 0 });
    expect(lookForLoss(sentinelOf(after(14, 12), 1), after(10, 2))).toEqual({ kind: 'lost', operations: 2, photos: 0 });
    expect(lookForLoss(sentinelOf(after(14, 14), 1), after(10, 2))).toEqual({ kind: 'intact' });
  });

  test('a sentinel that lags behind, or a new identity with new counters, is no loss', () => {
    expect(lookForLoss(sentinelOf(after(14, 2), 0), after(20, 2))).toEqual({ kind: 'intact' });
    const rehomed = { ...after(2, 0), dev: deviceIdSchema.parse('00000007-0000-7000-8000-000000000002') };
    expect(lookForLoss(sentinelOf(after(14, 12), 0), rehomed)).toEqual({ kind: 'intact' });
  });

  test('is kept in another storage, one for each person, and read back', async () => {
    const caches = memoryCaches();
    await openSentinel(owner(1), caches).write(after(14, 2), 3);
    expect(await openSentinel(owner(1), caches).read()).toEqual(sentinelOf(after(14, 2), 3));
    expect(await openSentinel(owner(2), caches).read()).toBeNull();
  });

  test('a damaged note, or a browser without the second storage, says nothing and breaks nothing', async () => {
    const caches = memoryCaches();
    const url = `/sentinel/${owner().org}/${owner().user}`;
    for (const text of ['<html>', '{"born":"x"}', '']) {
      await (await caches.open('heliograph-sentinel')).put(url, new Response(text));
      expect(await openSentinel(owner(), caches).read()).toBeNull();
    }
    const forbidden = { open: () => Promise.reject(new DOMException('denied', 'SecurityError')) } as unknown as CacheStorage;
    await openSentinel(owner(), forbidden).write(after(1, 0), 0);
    expect(await openSentinel(owner(), forbidden).read()).toBeNull();
    expect(await openSentinel(owner(), undefined).read()).toBeNull();
  });
});
