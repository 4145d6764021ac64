import { AppError } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { envExample, parseEnv } from './env.ts';

test('with nothing set the server has everything it needs', () => {
  const env = parseEnv({});
  expect(env).toMatchObject({ port: 3000, databaseUrl: null, publicOrigin: null, demo: true, trustProxy: 0, logLevel: 'info' });
  expect(env.photoDir).toBe(`${env.dataDir}/photos`);
});

test('demonstration data comes with a database server only when asked for', () => {
  const base = { DATABASE_URL: 'postgresql://localhost/h', HELIOGRAPH_KEY: 'k'.repeat(43) };
  expect(parseEnv(base).demo).toBe(false);
  expect(parseEnv({ ...base, DEMO: 'on' }).demo).toBe(true);
  expect(parseEnv({ DEMO: 'off' }).demo).toBe(false);
});

test('every wrong variable is named at once', () => {
  const start = () => parseEnv({ PORT: 'eighty', PUBLIC_ORIGIN: 'https://x.test/path', LOG_LEVEL: 'loud', DEMO: 'yes' });
  expect(start).toThrow(AppError);
  for (const name of ['PORT', 'PUBLIC_ORIGIN', 'LOG_LEVEL', 'DEMO']) expect(start).toThrow(name);
});

test('an empty variable counts as unset', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
});

test('the example names every variable, and setting all of its lines is accepted', () => {
  const lines = envExample()
    .split('\n')
    .flatMap((line) => /^# ([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const set = Object.fromEntries(lines.flatMap((name, at) => (at % 2 === 0 ? [[name, lines[at + 1]]] : [])));
  expect(Object.keys(set)).toContain('TRUST_PROXY');
  expect(parseEnv({ ...set, HELIOGRAPH_KEY: 'k'.repeat(43) })).toMatchObject({
    publicOrigin: 'https://heliograph.example.com',
    trustProxy: 1,
    demo: false,
  });
});
