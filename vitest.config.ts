import { defineConfig } from 'vitest/config';

const db = '**/*.db.test.ts';
const pg = '**/*.pg.test.ts';
const built = '**/*.built.test.ts';
const long = '**/*.long.test.ts';
const rooms = '{apps,packages}/*/{src,test,bootstrap}';

const pure = 'packages/domain/src/**/*.test.ts';

/**
 * What a test needs decides where it runs: nothing at all, a browser's or a process's globals, the embedded database, a real PostgreSQL server, or
 * a night. Rules touch nothing that is shared and servers of tests are their own: their files read the modules once for all.
 */
export const projects = [
  { name: 'rules', include: [pure], testTimeout: 10_000, isolate: false },
  { name: 'unit', include: [`${rooms}/**/*.test.{ts,tsx}`], exclude: [pure, db, pg, built, long], testTimeout: 10_000 },
  { name: 'db', include: [`${rooms}/${db}`], testTimeout: 30_000, isolate: false },
  { name: 'pg', include: [`${rooms}/${pg}`], testTimeout: 60_000, globalSetup: ['packages/db/src/testing/global-setup.ts'] },
  { name: 'built', include: [`${rooms}/${built}`], testTimeout: 60_000 },
  { name: 'long', include: [`${rooms}/${long}`], testTimeout: 3_600_000 },
];

export const setUp = {
  hookTimeout: 60_000,
  setupFiles: ['packages/config/src/quiet-console.ts', 'packages/config/src/same-samples.ts', 'packages/config/src/no-trace.ts'],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: projects.map((test) => ({
      test: { ...test, ...setUp },
    })),
  },
});
