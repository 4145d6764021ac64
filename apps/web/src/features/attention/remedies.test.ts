import { type Envelope, envelopeSchema } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import { describe, expect, test } from 'vitest';
import { draftFrom, mayCorrect, mayResend, typedIn } from './remedies.ts';

const ID = '00000000-0000-7000-8000-000000000001';
const operation = (more: Record<string, unknown>): Envelope =>
  envelopeSchema.parse({ ...{ i: 1, id: ID, k: 'step', v: 1, x: ID, s: 's03', b: [ID], w: 1, z: 60, o: 5, n: 2 }, p: {}, ...more });
const answer = (kind: string, response: object) => operation({ p: { kind, response } });
const refused = (code: AsideCode, one = answer('text', { text: 'vu' })) => ({ operation: one, code });

describe('what can be done about a refused record', () => {
  test('an answer is corrected where its step is still there', () => {
    expect(mayCorrect(refused('schema'))).toBe(true);
    expect(mayCorrect(refused('too_large'))).toBe(true);
    expect(mayCorrect(refused('unknown_step'))).toBe(false);
    expect(mayCorrect(refused('unknown_execution'))).toBe(false);
    expect(mayCorrect(refused('schema', operation({ k: 'comment', s: undefined })))).toBe(false);
  });

  test('it is sent again as it was only where the office can have settled the cause', () => {
    const codes: AsideCode[] = ['not_yours', 'unknown_execution', 'unknown_step', 'moved', 'internal', 'schema', 'too_large'];
    expect(codes.filter((code) => mayResend(refused(code)))).toEqual(['not_yours', 'unknown_execution', 'internal']);
  });

  test('sent again it is a new record with the same content, and never the old id', () => {
    expect(draftFrom(operation({ p: { kind: 'text' } }))).toEqual({ k: 'step', v: 1, x: ID, s: 's03', b: [ID], p: { kind: 'text' } });
  });

  test('what was typed comes back into its field; what was chosen does not', () => {
    expect(typedIn(answer('text', { text: 'Code 0x24' }))).toBe('Code 0x24');
    expect(typedIn(answer('measurement', { value: '12.5' }))).toBe('12.5');
    expect(typedIn(answer('check', { value: 'ok' }))).toBeNull();
    expect(typedIn(operation({ p: { reason: 'orage' } }))).toBeNull();
  });
});
