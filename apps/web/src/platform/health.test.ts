import { StorageError } from '@heliograph/offline';
import { describe, expect, test, vi } from 'vitest';
import { health, noteFailure, troublesOf, watchHealth } from './health.ts';
import { cell } from './readable.ts';

const well = { failure: null, offset: 0, room: 'enough' } as const;

describe('what is wrong with this phone', () => {
  test('is nothing while the memory works, the clock is close and there is room', () => {
    expect(troublesOf(well)).toEqual([]);
    expect(troublesOf({ ...well, offset: -90_000, room: 'unknown' })).toEqual([]);
  });

  test('is told apart by what the person can do, the gravest first', () => {
    expect(troublesOf({ failure: new StorageError('quota'), offset: -7_200_000, room: 'low' })).toEqual(['full', 'clock', 'low_room']);
    expect(troublesOf({ ...well, failure: new StorageError('hung') })).toEqual(['memory']);
    expect(troublesOf({ ...well, failure: new TypeError('a bug') })).toEqual(['memory']);
  });

  test('a failure is taken back once an exchange has written again, and everything with the phone it was of', () => {
    const state = cell<{ kind: 'resting' | 'sending' }>({ kind: 'sending' });
    const view = { wholeAt: cell<number | null | undefined>(null), trouble: cell<unknown>(null), outbox: { read: vi.fn(), write: vi.fn() } };
    const end = watchHealth({ view, sender: { state, wake: vi.fn(), stop: vi.fn() } } as unknown as Parameters<typeof watchHealth>[0]);
    view.trouble.set(new StorageError('lost'));
    expect(troublesOf(health.get())).toEqual(['memory']);
    state.set({ kind: 'resting' });
    expect(troublesOf(health.get())).toEqual([]);
    noteFailure(new StorageError('quota'));
    end();
    expect(health.get().failure).toBeNull();
  });
});
