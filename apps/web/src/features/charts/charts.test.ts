import { expect, test } from 'vitest';
import { moneyText } from './money.ts';
import { monthShort, monthsBefore, monthText } from './months.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('an amount keeps the decimals that tell it from nothing', () => {
  const euros = { currency: 'EUR', language: 'fr' } as const;
  expect([0, 150_000, 12_500_000_000].map((amount) => plain(moneyText(amount, euros)))).toEqual(['0,00 €', '0,00015 €', '12,50 €']);
  expect(moneyText(1_234_500_000_000, { currency: 'USD', language: 'en' })).toBe('$1,234.50');
});

test('months go back over the new year, and are named in both languages', () => {
  expect(monthsBefore('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect([monthText('2026-11', 'fr'), monthText('2026-11', 'en'), monthShort('2026-11', 'en')]).toEqual(['novembre 2026', 'November 2026', 'Nov']);
});
