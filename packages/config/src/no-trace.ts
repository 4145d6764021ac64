import { afterAll, vi } from 'vitest';

/** Files may share a process: whatever one of them put in the place of something else goes with it. */
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
