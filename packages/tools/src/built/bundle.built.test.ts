import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { root } from '../../bootstrap/project.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesOf = (pattern: string) => globSync(pattern, { cwd: root });

/** The site as the server hands it out. */
const SITE = 'apps/web/.next/site';
/** Everything a browser may be sent, as one text. */
const forBrowsers = filesOf(`${SITE}/**/*.{html,js,css,json,webmanifest,txt}`);
const sent = forBrowsers.map(read).join('\n');

/** Words that a package carries wherever it goes, minified or not, and the place in it where they stand. */
const SERVER_PACKAGES = [
  {
    name: 'kysely',
    words: 'calling the destroy method for a Transaction is not supported',
    source: 'packages/db/node_modules/kysely/dist/kysely.js',
  },
  { name: 'pg', words: 'SASL: SCRAM-SERVER-FIRST-MESSAGE', source: 'packages/db/node_modules/pg/lib/crypto/sasl.js' },
  { name: 'pglite', words: 'PGlite is closed', source: 'packages/db/node_modules/@electric-sql/pglite/dist/chunk-*.js' },
  { name: 'openai', words: 'Missing credentials. Please pass an', source: 'packages/ai/node_modules/openai/client.js' },
  { name: 'lucia', words: 'getSessionAttributes', source: 'packages/api/node_modules/lucia/dist/core.js' },
  { name: 'sharp', words: 'Could not load the "sharp" module', source: 'packages/api/node_modules/sharp/dist/*.{js,cjs,mjs}' },
];

describe('what a browser is sent', () => {
  test.each(SERVER_PACKAGES)('$name is not in it', ({ words, source }) => {
    // The package still carries these words: an update that drops them must not make this test blind.
    expect(filesOf(source).map(read).join('\n')).toContain(words);
    expect(sent).not.toContain(words);
  });

  test('there is something to look at', () => {
    expect(forBrowsers.length).toBeGreaterThan(10);
    expect(sent.length).toBeGreaterThan(100_000);
  });

  test('it holds no secret, no address of a registry and no source map', () => {
    expect(sent).not.toMatch(/HELIOGRAPH_KEY|DATABASE_URL|OPENAI_API_KEY|sk-[A-Za-z0-9]{20}|-----BEGIN/);
    expect(sent).not.toMatch(/sourceMappingURL=(?!data:)/);
    expect(filesOf(`${SITE}/**/*.map`)).toEqual([]);
  });
});

describe('what a phone keeps for the time without a network', () => {
  const kept = [...read(`${SITE}/sw.js`).matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].flatMap(([, url]) => url ?? []);
  // A page is served without its ending.
  const fileOf = (url: string) => join(root, SITE, url === '/' ? 'index.html' : /\.\w+$/.test(url) ? decodeURI(url) : `${url}.html`);

  test('every file of it exists, or the worker would never be installed', () => {
    expect(kept).toContain('/app');
    expect(kept.filter((url) => !existsSync(fileOf(url)))).toEqual([]);
  });

  test('it weighs at most 500 kB gzip in all', () => {
    const bytes = kept.reduce((sum, url) => sum + gzipSync(readFileSync(fileOf(url))).length, 0);
    expect(bytes).toBeLessThanOrEqual(500_000);
  });

  test('nothing of the office is in it', () => {
    expect(kept.filter((url) => url.includes('office'))).toEqual([]);
  });
});
