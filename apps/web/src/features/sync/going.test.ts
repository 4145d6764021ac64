import { expect, test } from 'vitest';
import { goingOf } from './going.ts';

const unsent = (operations = 0, photos = 0) => ({ operations, photos, refused: 0, damaged: 0, bytes: 0, byExecution: new Map() });

test('nothing is said to be sent before the disk was read', () => {
  expect(goingOf({ sender: { kind: 'resting' }, unsent: undefined })).toBe('reading');
  expect(goingOf({ sender: { kind: 'sending' }, unsent: undefined })).toBe('reading');
  expect(goingOf({ sender: { kind: 'resting' }, unsent: unsent() })).toBe('sent');
});

test('what waits is waiting until it is being sent, and a server out of reach is said first', () => {
  expect(goingOf({ sender: { kind: 'resting' }, unsent: unsent(0, 1) })).toBe('waiting');
  expect(goingOf({ sender: { kind: 'sending' }, unsent: unsent(2) })).toBe('sending');
  expect(goingOf({ sender: { kind: 'retrying', inMs: 5, isAskedToWait: false }, unsent: undefined })).toBe('out_of_reach');
  expect(goingOf({ sender: { kind: 'retrying', inMs: 5, isAskedToWait: true }, unsent: unsent(0, 1) })).toBe('put_off');
});
