import { resolve } from 'node:path';
import { refuse } from '@heliograph/domain';
import * as z from 'zod/mini';

const url = z.string().check(z.refine((text) => URL.canParse(text), 'not an address'));
const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const origin = z
  .string()
  .check(z.refine((text) => URL.canParse(text) && new URL(text).origin === text, 'an origin such as https://heliograph.example.com, without a path'));

/** Every environment variable the server reads. `.env.example` is written from this table, and a test holds the two equal. */
const VARIABLES = {
  PORT: { schema: z._default(port, 3000), initial: '3000', example: '3000', meaning: 'Port the server listens on.' },
  PUBLIC_ORIGIN: {
    schema: z.optional(origin),
    initial: null,
    example: 'https://heliograph.example.com',
    meaning: 'Address people type. With https the session cookie becomes Secure; requests from other origins are refused.',
  },
  TRUST_PROXY: {
    schema: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(8)), 0),
    initial: '0',
    example: '1',
    meaning: 'Number of reverse proxies in front; that many X-Forwarded-For entries, from the right, are believed.',
  },
  DATABASE_URL: {
    schema: z.optional(url),
    initial: null,
    example: 'postgresql://heliograph:secret@localhost:5432/heliograph',
    meaning: 'PostgreSQL 15 or newer. Without it an embedded database under DATA_DIR is used, for one process and small sites.',
  },
  HELIOGRAPH_KEY: {
    schema: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '32 random bytes in base64url (43 characters)'))),
    initial: null,
    example: null,
    meaning:
      'Secret of 32 random bytes in base64url (openssl rand -base64 32 | tr +/ -_ | tr -d =). Without it one is made in DATA_DIR/key; several processes on one database must share it.',
  },
  DATA_DIR: {
    schema: z._default(z.string().check(z.minLength(1)), '.data'),
    initial: '.data',
    example: '.data',
    meaning: 'Folder of the embedded database, its key and the photos.',
  },
  PHOTO_DIR: {
    schema: z.optional(z.string().check(z.minLength(1))),
    initial: 'DATA_DIR/photos',
    example: '/var/lib/heliograph/photos',
    meaning: 'Folder of the photos, where they live elsewhere.',
  },
  DEMO: {
    schema: z.optional(z.enum(['on', 'off'])),
    initial: 'on with the embedded database, off with DATABASE_URL',
    example: 'off',
    meaning: 'Whether an empty database is filled with the demonstration organisations.',
  },
  LOG_LEVEL: {
    schema: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
    initial: 'info',
    example: 'info',
    meaning: 'Least important line that is logged: debug, info, warn, error or silent.',
  },
} as const;

type Name = keyof typeof VARIABLES;
type Values = { [K in Name]: z.infer<(typeof VARIABLES)[K]['schema']> };
export type LogLevel = Values['LOG_LEVEL'];

/** The environment as the server uses it, read once at the start. */
export interface Env {
  readonly port: number;
  readonly publicOrigin: string | null;
  /** Proxies in front whose X-Forwarded-For entries are believed. */
  readonly trustProxy: number;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  readonly key: string | null;
  readonly dataDir: string;
  readonly photoDir: string;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
}

/**
 * Reads the environment, naming every variable that is wrong at once. Empty counts as unset, as shells and compose files write it.
 * @throws AppError INVALID
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.keys(VARIABLES).flatMap((name) => (source[name] ? [[name, source[name]]] : [])));
  const shape = Object.fromEntries(Object.entries(VARIABLES).map(([name, { schema }]) => [name, schema]));
  const read = z.object(shape).safeParse(given);
  if (!read.success)
    refuse('INVALID', {}, `Environment: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
  // The schema was built from the same table as the type.
  const values = read.data as Values;
  const dataDir = resolve(values.DATA_DIR);
  return {
    port: values.PORT,
    publicOrigin: values.PUBLIC_ORIGIN ?? null,
    trustProxy: values.TRUST_PROXY,
    databaseUrl: values.DATABASE_URL ?? null,
    key: values.HELIOGRAPH_KEY ?? null,
    dataDir,
    photoDir: values.PHOTO_DIR === undefined ? resolve(dataDir, 'photos') : resolve(values.PHOTO_DIR),
    demo: values.DEMO === undefined ? values.DATABASE_URL === undefined : values.DEMO === 'on',
    logLevel: values.LOG_LEVEL,
  };
}

/** The text of `.env.example`: each variable with its meaning and default, commented out. */
export const envExample = (): string =>
  Object.entries(VARIABLES)
    .map(([name, { meaning, initial, example }]) => `# ${meaning}\n# Default: ${initial ?? 'none'}\n# ${name}=${example ?? ''}\n`)
    .join('\n');
