import { expect, test } from 'vitest';
import { isRestoreTold, notYetBack } from './restore.ts';

const DAY = 86_400_000;
const AT = 100 * DAY;
const phone = (user: string, days: number, standing: 'clear' | 'dismissed' = 'clear') => ({
  user,
  name: user.toUpperCase(),
  seenAt: AT + days * DAY,
  standing,
});

test('who has called since with any phone is back; a phone that was written off, or silent for long before, is waited for no more', () => {
  const phones = [
    phone('ada', 1),
    phone('ada', -2),
    phone('bob', -1),
    phone('bob', -3),
    phone('cy', -31),
    phone('di', -1, 'dismissed'),
    phone('eve', -30),
  ];
  expect(notYetBack(phones, AT)).toEqual(['BOB', 'EVE']);
  expect(notYetBack([phone('ada', 0)], AT)).toEqual([]);
});

test('it is told while phones keep what they sent, and longer while somebody in use is awaited', () => {
  const told = (days: number, away: string[]) => isRestoreTold(AT, AT + days * DAY, away);
  expect([told(14, []), told(15, []), told(15, ['BOB']), told(30, ['BOB']), told(31, ['BOB'])]).toEqual([true, false, true, true, false]);
});
