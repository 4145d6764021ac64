import { describe, expect, test } from 'vitest';
import { kindOf } from './sync-status.ts';

const unsent = (operations = 0, photos = 0, toCheck = 0) => ({ operations, photos, toCheck, bytes: 0, byExecution: new Map() });

describe('the status line', () => {
  test('says sent only when nothing waits and nobody is needed', () => {
    expect(kindOf({ kind: 'resting' }, unsent())).toBe('sent');
    expect(kindOf({ kind: 'sending' }, unsent())).toBe('sent');
    expect(kindOf({ kind: 'resting' }, unsent(0, 0, 1))).toBe('attention');
    expect(kindOf({ kind: 'resting' }, undefined)).toBe('reading');
  });

  test('tells waiting, sending and out of reach apart', () => {
    expect(kindOf({ kind: 'resting' }, unsent(3))).toBe('waiting');
    expect(kindOf({ kind: 'sending' }, unsent(0, 2))).toBe('sending');
    for (const waits of [unsent(3), unsent()]) expect(kindOf({ kind: 'retrying', inMs: 5, isAskedToWait: false }, waits)).toBe('offline');
  });

  test('who was asked to wait is not called offline', () => {
    const sender = { kind: 'retrying', inMs: 1000, isAskedToWait: true } as const;
    expect(kindOf(sender, unsent(0, 1))).toBe('waiting');
    expect(kindOf(sender, unsent())).toBe('sent');
  });

  test('asks for a person where the server stopped us', () => {
    for (const why of ['signed_out', 'blocked', 'wrong_user'] as const) expect(kindOf({ kind: 'stopped', why }, unsent(3))).toBe('attention');
  });
});
