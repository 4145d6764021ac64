import { describe, expect, test } from 'vitest';
import { EMERGENCY_NUMBERS, EMERGENCY_WARNING, spokenCoordinates } from './sheet.ts';

describe('the emergency sheet', () => {
  test('has the French and the European numbers', () =>
    expect(EMERGENCY_NUMBERS.map(({ number }) => number).toSorted()).toEqual(['112', '15', '17', '18']));

  test('says first that nobody touches the victim', () =>
    expect(EMERGENCY_WARNING.fr).toBe('Ne touchez pas la victime avant coupure ou mise à distance.'));

  test('coordinates can be read out, in both languages, on both sides of Greenwich', () => {
    expect(spokenCoordinates({ lat: 44.7289, lon: 5.0214 }, 'fr')).toBe('44,72890° N, 5,02140° E');
    expect(spokenCoordinates({ lat: -21.1, lon: -1.5 }, 'fr')).toBe('21,10000° S, 1,50000° O');
    expect(spokenCoordinates({ lat: 47, lon: -1.5 }, 'en')).toBe('47.00000° N, 1.50000° W');
    expect(spokenCoordinates({ lat: null, lon: 5 }, 'fr')).toBeNull();
  });
});
