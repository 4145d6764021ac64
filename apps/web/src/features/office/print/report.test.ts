import { expect, test } from 'vitest';
import { whenOf } from './report.ts';

test('a doubtful clock is told as such: its own time is printed, and marked', () => {
  const at = Date.UTC(2026, 5, 1, 10);
  expect(whenOf({ at, deviceAt: at - 5000 })).toEqual({ at, isDeviceTime: false });
  expect(whenOf({ at, deviceAt: at - 3_600_000 })).toEqual({ at: at - 3_600_000, isDeviceTime: true });
});
