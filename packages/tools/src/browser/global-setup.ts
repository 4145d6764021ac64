import { rm } from 'node:fs/promises';
import { findChromium } from './chromium.ts';
import { seedDataDir } from './server.ts';

/** Once for all journeys: a browser and a seeded database, or a plain reason why there is none. */
export default async function setUp(): Promise<() => Promise<void>> {
  findChromium();
  const folder = await seedDataDir();
  process.env.HELIOGRAPH_SEEDED = folder;
  return () => rm(folder, { recursive: true, force: true });
}
