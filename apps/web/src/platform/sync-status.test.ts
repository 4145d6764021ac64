import { describe, expect, test } from 'vitest';
import { kindOf } from './sync-status.ts';

const unsent = (operations = 0, photos = 0, refused = 0) => ({ operations, photos, refused, damaged: 0, bytes: 0, byExecution: new Map() });

describe('the status line', () => {
  test('says sent only when nothing waits and nobody is needed', () => {
    expect(kindOf({ sender: { kind: 'resting' }, unsent: unsent() })).toBe('sent');
    expect(kindOf({ sender: { kind: 'sending' }, unsent: unsent() })).toBe('sent');
    expect(kindOf({ sender: { kind: 'resting' }, unsent: unsent(0, 0, 1) })).toBe('attention');
    expect(kindOf({ sender: { kind: 'resting' }, unsent: undefined })).toBe('reading');
  });

  test('tells waiting, sending and out of reach apart', () => {
    expect(kindOf({ sender: { kind: 'resting' }, unsent: unsent(3) })).toBe('waiting');
    expect(kindOf({ sender: { kind: 'sending' }, unsent: unsent(0, 2) })).toBe('sending');
    const sender = { kind: 'retrying', inMs: 5, isAskedToWait: false } as const;
    for (const waits of [unsent(3), unsent()]) expect(kindOf({ sender, unsent: waits })).toBe('offline');
  });

  test('who was asked to wait is not called offline', () => {
    const sender = { kind: 'retrying', inMs: 1000, isAskedToWait: true } as const;
    expect(kindOf({ sender, unsent: unsent(0, 1) })).toBe('waiting');
    expect(kindOf({ sender, unsent: unsent() })).toBe('sent');
  });

  test('asks for a person where values differ and nothing waits; what waits is said first', () => {
    expect(kindOf({ sender: { kind: 'resting' }, unsent: unsent(), differing: 1 })).toBe('attention');
    expect(kindOf({ sender: { kind: 'resting' }, unsent: unsent(2), differing: 1 })).toBe('waiting');
    expect(kindOf({ sender: { kind: 'resting' }, unsent: undefined, differing: 1 })).toBe('reading');
  });

  test('asks for a person where the server stopped us', () => {
    for (const why of ['signed_out', 'blocked', 'wrong_user'] as const)
      expect(kindOf({ sender: { kind: 'stopped', why }, unsent: unsent(3) })).toBe('attention');
  });
});
