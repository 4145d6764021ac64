import { describe, expect, test } from 'vitest';
import { readinessOf } from './readiness.ts';

describe('ready for the field', () => {
  test('is said only of a whole pull whose procedures are all here, with its date', () => {
    expect(readinessOf({ kind: 'complete', total: 18, wholeAt: 7 }, 'resting')).toEqual({ kind: 'ready', procedures: 18, wholeAt: 7 });
    // Out of reach now: what was whole then still is.
    expect(readinessOf({ kind: 'complete', total: 18, wholeAt: 7 }, 'retrying')).toMatchObject({ kind: 'ready' });
  });

  test('is not said right after a sign-in, before anything was pulled: that is progress', () => {
    expect(readinessOf({ kind: 'unknown' }, 'sending')).toEqual({ kind: 'reading' });
    expect(readinessOf({ kind: 'unlisted' }, 'sending')).toEqual({ kind: 'receiving' });
    // Another tab does it.
    expect(readinessOf({ kind: 'unlisted' }, 'resting')).toEqual({ kind: 'receiving' });
    expect(readinessOf({ kind: 'loading', done: 3, total: 18 }, 'sending')).toEqual({ kind: 'preparing', done: 3, total: 18 });
  });

  test('is denied where the pull cannot go on by itself', () => {
    for (const sender of ['retrying', 'stopped'] as const) expect(readinessOf({ kind: 'unlisted' }, sender)).toEqual({ kind: 'never_whole' });
    expect(readinessOf({ kind: 'incomplete', done: 17, total: 18 }, 'resting')).toEqual({ kind: 'missing', done: 17, total: 18 });
  });

  test('is never a promise of nothing', () => {
    expect(readinessOf({ kind: 'complete', total: 0, wholeAt: 7 }, 'resting')).toEqual({ kind: 'nothing_published' });
  });
});
