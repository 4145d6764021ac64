import { vi } from 'vitest';

/** Waits until it holds: on a busy machine that takes longer than a waiter's usual second, and a test is no stopwatch. */
export const eventually = <Result>(holds: () => Result | Promise<Result>): Promise<Result> => vi.waitFor(holds, { timeout: 20_000, interval: 10 });
