import { defineConfig } from 'vitest/config';

const db = '**/*.db.test.ts';
const pg = '**/*.pg.test.ts';
const built = '**/*.built.test.ts';
const long = '**/*.long.test.ts';
const rooms = '{apps,packages}/*/{src,test,bootstrap}';

/** What a test needs decides where it runs: nothing, the embedded database, a real PostgreSQL server, or a night. */
export const projects = [
  { name: 'unit', include: [`${rooms}/**/*.test.{ts,tsx}`], exclude: [db, pg, built, long], testTimeout: 10_000 },
  { name: 'db', include: [`${rooms}/${db}`], testTimeout: 30_000 },
  { name: 'pg', include: [`${rooms}/${pg}`], testTimeout: 60_000, globalSetup: ['packages/db/src/testing/global-setup.ts'] },
  { name: 'built', include: [`${rooms}/${built}`], testTimeout: 60_000 },
  { name: 'long', include: [`${rooms}/${long}`], testTimeout: 3_600_000 },
];

export const setUp = { hookTimeout: 60_000, setupFiles: ['packages/config/src/quiet-console.ts', 'packages/config/src/same-samples.ts'] };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: projects.map((test) => ({
      test: { ...test, ...setUp },
    })),
  },
});
