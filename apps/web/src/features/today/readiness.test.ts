import { describe, expect, test } from 'vitest';
import { readinessOf } from './readiness.ts';

describe('ready for the field', () => {
  test('is said only of a whole pull whose procedures are all here, with its date', () => {
    expect(readinessOf({ kind: 'complete', total: 18, wholeAt: 7 }, 'resting', true)).toEqual({ kind: 'ready', procedures: 18, wholeAt: 7 });
    // Out of reach now: what was whole then still is.
    expect(readinessOf({ kind: 'complete', total: 18, wholeAt: 7 }, 'retrying', true)).toMatchObject({ kind: 'ready' });
  });

  test('is not said right after a sign-in, before anything was pulled: that is progress', () => {
    expect(readinessOf({ kind: 'unknown' }, 'sending', true)).toEqual({ kind: 'reading' });
    expect(readinessOf({ kind: 'unlisted' }, 'sending', true)).toEqual({ kind: 'receiving' });
    // Another tab does it.
    expect(readinessOf({ kind: 'unlisted' }, 'resting', true)).toEqual({ kind: 'receiving' });
    expect(readinessOf({ kind: 'loading', done: 3, total: 18 }, 'sending', true)).toEqual({ kind: 'preparing', done: 3, total: 18 });
  });

  test('is denied where the pull cannot go on by itself', () => {
    for (const sender of ['retrying', 'stopped'] as const) expect(readinessOf({ kind: 'unlisted' }, sender, true)).toEqual({ kind: 'never_whole' });
    expect(readinessOf({ kind: 'incomplete', done: 17, total: 18 }, 'resting', true)).toEqual({ kind: 'missing', done: 17, total: 18 });
  });

  test('is not said while the app itself is still on its way, as it is over a slow link', () => {
    expect(readinessOf({ kind: 'complete', total: 18, wholeAt: 7 }, 'resting', false)).toEqual({ kind: 'receiving' });
  });

  test('is never a promise of nothing', () => {
    expect(readinessOf({ kind: 'complete', total: 0, wholeAt: 7 }, 'resting', true)).toEqual({ kind: 'nothing_published' });
  });
});
