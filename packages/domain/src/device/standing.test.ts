import { describe, expect, test } from 'vitest';
import { isAlarm, type KnownPhone, PHONE_STANDINGS, phoneStanding, waitingSince } from './standing.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const phone = (more: Partial<KnownPhone>): KnownPhone => ({ seenAt: NOW, pending: null, isLost: false, isDismissed: false, ...more });
const waiting = (hours: number) => ({ ops: 3, photos: 0, since: NOW - hours * HOUR });

describe('how a phone stands', () => {
  test('work may wait as long as the organisation allows, and no longer', () => {
    expect(phoneStanding(phone({ pending: waiting(24) }), NOW, 24)).toBe('waiting');
    expect(phoneStanding(phone({ pending: waiting(25) }), NOW, 24)).toBe('overdue');
    expect(phoneStanding(phone({ pending: waiting(25) }), NOW, 72)).toBe('waiting');
  });

  test('a phone with nothing on it is clear, however long it is away', () => {
    expect(phoneStanding(phone({ seenAt: 0 }), NOW, 24)).toBe('clear');
    expect(phoneStanding(phone({ seenAt: 0, pending: { ops: 0, photos: 0 } }), NOW, 24)).toBe('clear');
  });

  test('photos alone alarm too; an old app counts from its last contact', () => {
    expect(phoneStanding(phone({ seenAt: NOW - 25 * HOUR, pending: { ops: 0, photos: 1 } }), NOW, 24)).toBe('overdue');
    expect(waitingSince({ seenAt: 5, pending: { ops: 1, photos: 0, since: 9 } })).toBe(5);
  });

  test('only work that is gone or late asks for somebody', () => {
    expect(PHONE_STANDINGS.filter(isAlarm)).toEqual(['lost', 'overdue']);
  });

  test('a loss comes before everything, and what was written off says nothing', () => {
    expect(phoneStanding(phone({ isLost: true, pending: waiting(99) }), NOW, 24)).toBe('lost');
    expect(phoneStanding(phone({ isLost: true, isDismissed: true, pending: waiting(99) }), NOW, 24)).toBe('dismissed');
  });
});
