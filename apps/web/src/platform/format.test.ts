import { describe, expect, test } from 'vitest';
import { formatIn } from './format.ts';

const fr = formatIn('fr');
const en = formatIn('en');
const AT = Date.UTC(2026, 2, 14, 14, 4);
/** Fixed and narrow spaces, readable. */
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('dates', () => {
  test('are written as each language writes them, in the time zone of the site', () => {
    expect(fr.moment(AT, 'Europe/Paris')).toMatch(/^14 mars 2026, 15:04/);
    expect(en.moment(AT, 'Europe/London')).toMatch(/^14 March 2026, 14:04/);
    expect(fr.weekday(AT, 'Europe/Paris')).toBe('samedi 14 mars');
    expect(fr.day(Date.UTC(2026, 11, 31, 23, 30), 'Europe/Paris')).toBe('1 janvier 2027');
  });

  test('say their time zone where its clocks are not those of the device', () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(seen(fr.moment(AT, 'Asia/Kolkata'))).toBe('14 mars 2026, 19:34~UTC+5:30');
    expect(seen(en.moment(AT, 'Asia/Kolkata'))).toBe('14 March 2026, 19:34~GMT+5:30');
    expect(fr.moment(AT, timeZone)).toBe(fr.moment(AT));
  });

  test('near now are told by their distance', () => {
    expect(seen(fr.ago(AT - 7_200_000, AT))).toBe('il y a 2~heures');
    expect(fr.ago(AT - 86_400_000, AT)).toBe('hier');
    expect(seen(en.ago(AT - 180_000, AT))).toBe('3~minutes ago');
    expect(en.ago(AT - 20_000, AT)).toBe('now');
    expect(fr.ago(AT, AT)).toBe('maintenant');
  });
});

describe('numbers', () => {
  test('keep every digit that was entered, with the sign and marks of the language', () => {
    expect(fr.decimal('-12.40')).toBe('−12,40');
    expect(en.decimal('-12.40')).toBe('−12.40');
    expect(seen(fr.decimal('1234567.890123456789012345'))).toBe('1_234_567,890123456789012345');
    expect(en.decimal('12345')).toBe('12,345');
    expect(fr.decimal('1234')).toBe('1234');
  });

  test('are never broken from their unit', () => {
    expect(seen(fr.reading('612.4', 'V'))).toBe('612,4~V');
    expect(seen(en.reading('18', '°C'))).toBe('18~°C');
    expect(fr.reading('3', '')).toBe('3');
    expect(en.reading('12', '°')).toBe('12°');
  });

  test('of bytes and minutes are short', () => {
    expect([0, 999, 1000, 5_400_000, 36_000_000_000].map((n) => seen(fr.bytes(n)))).toEqual(['0~o', '999~o', '1~ko', '5,4~Mo', '36,0~Go']);
    expect(seen(en.bytes(1_400_000))).toBe('1.4~MB');
    expect([5, 60, 90, 125].map((n) => seen(fr.duration(n)))).toEqual(['5~min', '1~h', '1~h~30', '2~h~05']);
  });
});
