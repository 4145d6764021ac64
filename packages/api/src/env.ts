import { resolve } from 'node:path';
import { PROVIDER_ADDRESSES, type ProviderKind, providerKindSchema, refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { VaultKey } from './vault.ts';

// Not `URL.canParse`: passwords are pasted as they are, with any character in them.
const databaseUrl = z.string().check(z.regex(/^postgres(?:ql)?:\/\/./s, 'an address such as postgresql://user:password@host:5432/database'));
const smtpUrl = z.string().check(z.refine((text) => /^smtps?:/.test(text) && URL.canParse(text), 'an address such as smtp://user:password@host:587'));
const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const https = 'an address such as https://models.example.com/v1';
const secretKeys = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9._-]{1,40}:[A-Za-z0-9_-]{43}(,[A-Za-z0-9._-]{1,40}:[A-Za-z0-9_-]{43})*$/,
      'name:key, each key 32 random bytes in base64url, separated by commas',
    ),
  );
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
    schema: z.optional(databaseUrl),
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
  HTTPS_CERT: {
    schema: z.optional(z.string().check(z.minLength(1))),
    initial: 'one made by the server for its addresses',
    example: '/etc/heliograph/fullchain.pem',
    meaning: 'With --https: file of the certificate and its chain (PEM). Needs HTTPS_KEY and PUBLIC_ORIGIN.',
  },
  HTTPS_KEY: {
    schema: z.optional(z.string().check(z.minLength(1))),
    initial: null,
    example: '/etc/heliograph/key.pem',
    meaning: 'With --https: file of the private key of HTTPS_CERT (PEM).',
  },
  SMTP_URL: {
    schema: z.optional(smtpUrl),
    initial: 'no mail: links are shown on the screen',
    example: 'smtp://heliograph:secret@mail.example.com:587',
    meaning: 'Mail server for invitations; smtps:// for TLS from the first byte. Special characters in the password are written as %40.',
  },
  MAIL_FROM: {
    schema: z._default(z.string().check(z.minLength(3), z.maxLength(320)), 'Heliograph <heliograph@localhost>'),
    initial: 'Heliograph <heliograph@localhost>',
    example: 'Heliograph <heliograph@example.com>',
    meaning: 'Sender of those mails.',
  },
  SECRET_KEYS: {
    schema: z.optional(secretKeys),
    initial: 'one derived from HELIOGRAPH_KEY',
    example: null,
    meaning:
      'Keys that encrypt the keys of AI providers in the database, as name:key separated by commas, each of 32 random bytes in base64url. The first one encrypts; the others still open what they encrypted, and at the next start it is encrypted anew.',
  },
  AI_PROVIDER: {
    schema: z.optional(providerKindSchema),
    initial: 'openai, or other with AI_BASE_URL',
    example: 'mistral',
    meaning:
      'AI provider of organisations that have set none: openai, azure, anthropic, google, mistral, groq, or other for any OpenAI-compatible server. Needs AI_KEY or AI_BASE_URL.',
  },
  AI_BASE_URL: {
    schema: z.optional(z.string().check(z.refine((text) => /^https?:/.test(text) && URL.canParse(text), https))),
    initial: 'the address of AI_PROVIDER',
    example: 'http://localhost:11434/v1',
    meaning: 'Its address. A model server inside your own network may be named here.',
  },
  AI_KEY: {
    schema: z.optional(z.string().check(z.regex(/^[\x21-\x7e]+$/, 'a key without spaces'))),
    initial: null,
    example: null,
    meaning: 'Its key.',
  },
  AI_API_VERSION: {
    schema: z.optional(z.string().check(z.minLength(1))),
    initial: null,
    example: '2025-04-01-preview',
    meaning: 'With AI_PROVIDER=azure: the version of its API.',
  },
  AI_QUESTION_MODEL: {
    schema: z._default(z.string().check(z.minLength(1), z.maxLength(120)), 'gpt-4o-mini'),
    initial: 'gpt-4o-mini',
    example: 'llama3.1:8b',
    meaning: 'Its model for questions; on Azure the deployment.',
  },
  AI_PHOTO_MODEL: {
    schema: z._default(z.string().check(z.minLength(1), z.maxLength(120)), 'gpt-4o'),
    initial: 'gpt-4o',
    example: 'llava:13b',
    meaning: 'Its model for photos and for hard questions.',
  },
  AI_TRUSTED_ORIGINS: {
    schema: z.optional(z.string()),
    initial: 'that of AI_BASE_URL',
    example: 'http://models.internal:8000',
    meaning: 'Origins inside your own network that organisations may name as providers, separated by commas. All others must be public and https.',
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

/** A provider as the environment names it. */
export interface EnvironmentProvider {
  readonly kind: ProviderKind;
  readonly baseUrl: string;
  readonly key: string;
  readonly apiVersion: string | null;
  readonly questionModel: string;
  readonly photoModel: string;
}

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
  /** Null: no mail is sent. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Keys of the vault, the newest first; empty: one derived from the secret. */
  readonly secretKeys: readonly VaultKey[];
  /** The provider of organisations that have set none; null: there is none. */
  readonly provider: EnvironmentProvider | null;
  /** Origins of model servers inside the operator's own network. */
  readonly trustedOrigins: readonly string[];
  /** The certificate to serve https with; null: one of our own authority. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
  /** Whether this process serves https itself. */
  readonly https: boolean;
  /** Names and addresses that its own certificate is for; empty where it needs none. */
  readonly hosts: readonly string[];
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
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    secretKeys: (values.SECRET_KEYS ?? '').split(',').flatMap(vaultKeyOf),
    provider: providerOf(values),
    trustedOrigins: trustedOf(values),
    certificate: certificateOf(values),
    https: false,
    hosts: [],
  };
}

/**
 * The same, serving https: with the certificate that was given, else with one of the server's own for where it stands.
 * @param nearby names and addresses by which this machine is reached on its own networks
 * @throws AppError INVALID where a given certificate comes without the address it is for
 */
export function withHttps(env: Env, nearby: readonly string[]): Env {
  if (env.certificate === null) return { ...env, https: true, hosts: nearby };
  if (!env.publicOrigin?.startsWith('https:'))
    refuse('INVALID', {}, 'Environment: HTTPS_CERT needs PUBLIC_ORIGIN, the https address it was made for');
  return { ...env, https: true };
}

function vaultKeyOf(text: string): VaultKey[] {
  const [id, key] = text.split(':');
  return id && key ? [{ id, key: Buffer.from(key, 'base64url') }] : [];
}

function providerOf(values: Values): EnvironmentProvider | null {
  if (values.AI_KEY === undefined && values.AI_BASE_URL === undefined) return null;
  const kind = values.AI_PROVIDER ?? (values.AI_BASE_URL === undefined ? 'openai' : 'other');
  const baseUrl = values.AI_BASE_URL ?? PROVIDER_ADDRESSES[kind];
  if (baseUrl === '') refuse('INVALID', {}, `Environment: AI_PROVIDER=${kind} needs AI_BASE_URL`);
  if (kind === 'azure' && values.AI_API_VERSION === undefined) refuse('INVALID', {}, 'Environment: AI_PROVIDER=azure needs AI_API_VERSION');
  return {
    ...{ kind, baseUrl, key: values.AI_KEY ?? '', apiVersion: values.AI_API_VERSION ?? null },
    ...{ questionModel: values.AI_QUESTION_MODEL, photoModel: values.AI_PHOTO_MODEL },
  };
}

function trustedOf({ AI_TRUSTED_ORIGINS, AI_BASE_URL }: Values): string[] {
  const named = [...(AI_TRUSTED_ORIGINS ?? '').split(','), AI_BASE_URL ?? ''].map((text) => text.trim()).filter((text) => text !== '');
  return named.map((text) =>
    URL.canParse(text) ? new URL(text).origin : refuse('INVALID', {}, `Environment: AI_TRUSTED_ORIGINS: ${text} is no address`),
  );
}

function certificateOf({ HTTPS_CERT: cert, HTTPS_KEY: key }: Pick<Values, 'HTTPS_CERT' | 'HTTPS_KEY'>): Env['certificate'] {
  if (cert === undefined && key === undefined) return null;
  return cert === undefined || key === undefined ? refuse('INVALID', {}, 'Environment: HTTPS_CERT and HTTPS_KEY go together') : { cert, key };
}

/** The text of `.env.example`: each variable with its meaning and default, commented out. */
export const envExample = (): string =>
  Object.entries(VARIABLES)
    .map(([name, { meaning, initial, example }]) => `# ${meaning}\n# Default: ${initial ?? 'none'}\n# ${name}=${example ?? ''}\n`)
    .join('\n');
