import { defineConfig } from '@playwright/test';
import { IS_NIGHT } from './src/browser/night.ts';

/** Journeys: no second tries, nothing focused, nothing skipped; what is long waits for the night. Waiting is bounded so that a hang is a failure with a name. */
export default defineConfig({
  testDir: '../../apps/web/e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: IS_NIGHT ? [] : '**/*.night.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './src/browser/global-setup.ts',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: false,
  // Generous: what is there is seen at once, and a machine that does ten other things is not a bug of ours.
  timeout: 150_000,
  expect: { timeout: 25_000 },
  reporter: 'list',
});
