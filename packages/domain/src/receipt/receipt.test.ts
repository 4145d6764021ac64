import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../execution/log.ts';
import { operationIdSchema, userIdSchema } from '../ids.ts';
import { sha256 } from '../testing/sha256.ts';
import { fingerprintOf, notSaidAgain, receiptOf, receiptStanding } from './receipt.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const SHA = 'ab'.repeat(32);
const entry = (n: number, seq: number | null, k = 'comment'): LogEntry => ({
  operation: {
    ...{ i: n, id: operationIdSchema.parse(uuid(n)), k, v: 1, x: operationIdSchema.parse(uuid(99)) },
    ...{ p: k === 'photo' ? { sha: SHA } : { text: `n${n}` }, w: 1000 * n, z: 0, o: 0, n: 1 },
  },
  ...{ seq, actor: userIdSchema.parse(uuid(7)), serverAt: seq === null ? null : 5000 + seq, flags: [] },
});
const facts = { isSent: ({ operation }: LogEntry) => operation.i <= 4, isStored: () => false };

describe('a receipt', () => {
  test('tells how far each record came; a photo is not delivered before all its bytes are', () => {
    const log = [entry(5, null), entry(4, null), entry(2, 12, 'photo'), entry(1, 11)];
    const receipt = receiptOf(log, facts);
    expect(receipt.records.map(({ entry: { operation }, delivery }) => [operation.i, delivery])).toEqual([
      [1, 'delivered'],
      [2, 'sent'],
      [5, 'saved'],
      [4, 'sent'],
    ]);
    expect(receipt).toMatchObject({ count: { records: 4, delivered: 2, photos: 1, photosDelivered: 0 }, position: 12, receivedAt: 5012 });
    expect(receiptOf(log, { ...facts, isStored: () => true }).count.photosDelivered).toBe(1);
  });

  test('a photo that only the server knows of counts for itself, and keeps nothing from being whole', () => {
    const { count, records } = receiptOf([entry(2, 12, 'photo')], { ...facts, isStored: () => null });
    expect(count).toEqual({ records: 1, delivered: 1, photos: 0, photosDelivered: 0, photosElsewhere: 1 });
    expect(records.map(({ delivery }) => delivery)).toEqual(['delivered']);
  });

  test('is whole with its last photo, waits where the server has all of it, and is partly there before', () => {
    const whole = [entry(1, 11), entry(2, 12, 'photo')];
    expect(receiptStanding(receiptOf(whole, { ...facts, isStored: () => true }))).toBe('whole');
    expect(receiptStanding(receiptOf(whole, facts))).toBe('partly');
    expect(receiptStanding(receiptOf([entry(1, 11), entry(4, null)], facts))).toBe('waiting');
    expect(receiptStanding(receiptOf([entry(1, 11), entry(5, null)], facts))).toBe('partly');
  });

  test('of work that a restored server has forgotten says nothing is delivered, whatever it once said', () => {
    const receipt = receiptOf([entry(1, 11), entry(2, 12, 'photo'), entry(5, null)], { ...facts, isStored: () => true, isForgotten: true });
    expect(receipt.records.map(({ delivery }) => delivery)).toEqual(['sent', 'sent', 'saved']);
    expect(receipt).toMatchObject({ count: { delivered: 0, photosDelivered: 0 }, position: null, receivedAt: null });
    expect(receiptStanding(receiptOf([entry(1, 11)], { ...facts, isForgotten: true }))).toBe('waiting');
  });

  test('is never whole while a record was refused and nobody has seen to it', () => {
    expect(receiptStanding({ ...receiptOf([entry(1, 11)], facts), refused: 1 })).toBe('refused');
    expect(receiptStanding({ ...receiptOf([entry(1, 11), entry(5, null)], facts), refused: 1 })).toBe('partly');
  });

  test('is never on its way for a photo that went bad on the phone: it goes nowhere any more', () => {
    const log = [entry(1, 11), entry(2, 12, 'photo')];
    expect(receiptStanding({ ...receiptOf(log, facts), damaged: 1 })).toBe('damaged');
    expect(receiptStanding({ ...receiptOf([...log, entry(5, null)], facts), damaged: 1 })).toBe('partly');
  });

  test('counts a refused record until its author has said it anew at the same step', () => {
    const { actor, operation } = entry(3, 13);
    const log = [{ ...entry(3, 13), operation: { ...operation, s: 's02' } }];
    const refused = { actor, address: 's02', at: 2000 };
    const [later, elsewhere, unread] = [
      { ...refused, at: 4000 },
      { ...refused, address: 's03' },
      { ...refused, at: null },
    ];
    const ofOther = { ...refused, actor: userIdSchema.parse(uuid(8)) };
    expect(notSaidAgain([refused, later, elsewhere, unread, ofOther], log)).toEqual([later, elsewhere, unread, ofOther]);
  });

  test('of nothing says nothing', () => {
    expect(receiptOf([], facts)).toMatchObject({ firstAt: null, lastAt: null, position: null, receivedAt: null });
  });
});

describe('the digits of what the server holds', () => {
  test('are the same in any order and under any counter, and leave out what it does not hold', async () => {
    const [one, two] = [entry(1, 11), entry(2, 12)];
    const first = await fingerprintOf([one, two], sha256);
    const renumbered = { ...two, operation: { ...two.operation, i: 40 } };
    expect(await fingerprintOf([renumbered, one, entry(3, null)], sha256)).toBe(first);
  });

  test('change with every value, place and author', async () => {
    const digits = await Promise.all(
      [entry(1, 11), entry(1, 12), { ...entry(1, 11), actor: userIdSchema.parse(uuid(8)) }, entry(2, 11)].map((one) => fingerprintOf([one], sha256)),
    );
    expect(new Set(digits).size).toBe(4);
  });
});
