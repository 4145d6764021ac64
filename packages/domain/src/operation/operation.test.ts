import fc from 'fast-check';
import { expect, test } from 'vitest';
import released from '../../golden/operations-v1.json' with { type: 'json' };
import { readOperation } from './envelope.ts';
import { operationPayloads } from './payload.ts';

type Raw = Record<string, unknown> & { k: string; p: Record<string, unknown> };
const golden: readonly Raw[] = released;
const comment = golden.find(({ k }) => k === 'comment') as Raw;

test.each(golden)('$k as released is read for ever, and nothing of it is lost', (raw) => {
  expect(readOperation(raw)).toEqual({ kind: 'known', operation: raw });
});

test('every kind this build knows has a released example', () => {
  expect([...new Set(golden.map(({ k }) => k))].sort()).toEqual(Object.keys(operationPayloads).sort());
});

test.each([
  ['a newer kind', { ...comment, k: 'torque' }],
  ['a newer version', { ...comment, v: 2 }],
])('%s is kept raw, not refused', (_title, raw) => {
  expect(readOperation(raw)).toEqual({ kind: 'newer', envelope: raw });
});

test.each([
  ['no id', { ...comment, id: undefined }],
  ['an address with two slashes', { ...comment, s: 'a/b/c' }],
  ['counter zero', { ...comment, i: 0 }],
  ['an empty comment', { ...comment, p: { text: '' } }],
  ['NUL in a text', { ...comment, p: { text: 'a\u0000b' } }],
  ['half an emoji', { ...comment, p: { text: 'ok 🔧'.slice(0, 4) } }],
  ['half an emoji in a newer kind', { ...comment, k: 'torque', p: { deep: [{ text: '\ud83d' }] } }],
  ['a number JSON cannot say', { ...comment, p: { text: 'x', n: Number.NaN } }],
  ['an exponent in a decimal', { ...comment, k: 'conditions', p: { wind: '1e400' } }],
  ['text', 'start'],
  ['nothing', null],
])('%s is malformed, with a reason', (_title, raw) => {
  const reading = readOperation(raw);
  expect(reading.kind).toBe('malformed');
  expect(reading.kind === 'malformed' && reading.reason.length > 3).toBe(true);
});

test('whatever is handed in, reading answers with a value', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ ...Object.fromEntries(Object.keys(comment).map((key) => [key, fc.anything()])) })), (raw) => {
      expect(['known', 'newer', 'malformed']).toContain(readOperation(raw).kind);
    }),
  );
});
