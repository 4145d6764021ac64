import { AppError } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { envExample, parseEnv, withHttps } from './env.ts';
import { allowedOrigins } from './http/origin.ts';
import { reachOf } from './http/reach.ts';

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

test.each(['p@ss', 'a#b', 'a/b', 'a?b', '100%', 'a:b', 'é€', 'p@ss/w#rd?100%'])(
  'a database password such as %s may be pasted as it is',
  (password) => {
    const databaseUrl = `postgresql://office:${password}@db:5432/plant`;
    expect(parseEnv({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
  },
);

test('a certificate and its key go together, and mail needs an address of a mail server', () => {
  expect(() => parseEnv({ HTTPS_CERT: '/x.pem' })).toThrow('HTTPS_KEY');
  expect(parseEnv({ HTTPS_CERT: '/x.pem', HTTPS_KEY: '/y.pem' }).certificate).toEqual({ cert: '/x.pem', key: '/y.pem' });
  expect(() => parseEnv({ SMTP_URL: 'mail.example.com' })).toThrow('SMTP_URL');
});

test('with --https the server is reached, and takes changes, at each of its own addresses; a given certificate needs the address it is for', () => {
  const env = withHttps(parseEnv({ PORT: '3443' }), ['192.168.1.20', 'localhost']);
  expect(reachOf(env)).toEqual(['https://192.168.1.20:3443', 'https://localhost:3443']);
  expect(allowedOrigins(env)).toContain('https://192.168.1.20:3443');
  const certificate = { HTTPS_CERT: '/x.pem', HTTPS_KEY: '/y.pem' };
  expect(() => withHttps(parseEnv(certificate), ['192.168.1.20'])).toThrow('PUBLIC_ORIGIN');
  expect(reachOf(withHttps(parseEnv({ ...certificate, PUBLIC_ORIGIN: 'https://h.test' }), ['192.168.1.20']))).toEqual(['https://h.test']);
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
