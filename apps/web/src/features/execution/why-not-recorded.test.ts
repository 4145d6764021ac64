import { StorageError } from '@heliograph/offline';
import { Unrecordable } from '@heliograph/sync';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { whyNotRecorded } from './why-not-recorded.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a record that was not saved', () => {
  test('says to make room, or to shorten', async () => {
    expect(await whyNotRecorded(new StorageError('quota'))).toBe('storageFull');
    expect(await whyNotRecorded(new Unrecordable('too_large', ''))).toBe('tooLong');
  });

  test('is tried again where the browser keeps what is written, and not where it keeps nothing', async () => {
    expect(await whyNotRecorded(new StorageError('lost'))).toBe('notSaved');
    vi.stubGlobal('indexedDB', undefined);
    expect(await whyNotRecorded(new StorageError('quota'))).toBe('storageFull');
    expect(await whyNotRecorded(new StorageError('refused'))).toBe('notKept');
  });
});
