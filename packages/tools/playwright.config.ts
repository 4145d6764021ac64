import { defineConfig } from '@playwright/test';

/** Journeys: no second tries, nothing focused, nothing skipped. Waiting is bounded so that a hang is a failure with a name. */
export default defineConfig({
  testDir: '../../apps/web/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './src/browser/global-setup.ts',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
