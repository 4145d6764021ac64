import { rm } from 'node:fs/promises';
import { type ModelServer, startModelServer } from '@heliograph/ai/testing';
import { test as base } from '@playwright/test';
import { launchPhone, type Phone, type PhoneOptions } from './phone.ts';
import { copyDataDir, type Server, startServer } from './server.ts';

interface Each {
  /** Opens a phone on the worker's server (or another); what is still open at the end is closed. */
  readonly openPhone: (options?: Partial<PhoneOptions>) => Promise<Phone>;
}

interface EachWorker {
  /** A model server that the worker's server may reach; a journey that asks a model makes a provider of it, and scripts its answers. */
  readonly models: ModelServer;
  /** The built application with the demonstration organisations. A journey that breaks it starts its own. */
  readonly server: Server;
}

/** Playwright's `test` for journeys: `test('…', async ({ server, openPhone }) => …)`. */
export const test = base.extend<Each, EachWorker>({
  models: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter to learn what a fixture needs.
    async ({}, use) => {
      const models = await startModelServer();
      await use(models);
      await models.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ models }, use) => {
      const dataDir = await copyDataDir(seeded());
      const server = await startServer({ dataDir, env: { AI_TRUSTED_ORIGINS: models.origin } });
      await use(server);
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  openPhone: async ({ server }, use) => {
    const open: Phone[] = [];
    await use(async (options = {}) => {
      const phone = await launchPhone({ origin: server.origin, ...options });
      open.push(phone);
      return phone;
    });
    // The last first: a phone that was killed lives on in a later browser on its folder.
    for (const phone of open.toReversed()) await phone.close();
  },
});

export { expect } from '@playwright/test';

/** Made once for all workers by the global setup. */
export function seeded(): string {
  const folder = process.env.HELIOGRAPH_SEEDED;
  if (folder === undefined) throw new Error('Run journeys with packages/tools/playwright.config.ts: it seeds the database they start from.');
  return folder;
}
