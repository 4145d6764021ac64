import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assignSite,
  type Database,
  insertAccount,
  insertMember,
  insertOrganisation,
  insertProcedureVersion,
  saveAssets,
  saveSite,
  withLookup,
  withOrg,
} from '@heliograph/db';
import { testDatabase } from '@heliograph/db/testing';
import type { Role } from '@heliograph/domain';
import {
  type AssetId,
  assetIdSchema,
  type OrganisationId,
  organisationIdSchema,
  type ProcedureHash,
  procedureHash,
  type Site,
  type SiteId,
  siteIdSchema,
  type UserId,
  userIdSchema,
} from '@heliograph/domain';
import { hashPassword } from '../auth/password.ts';
import { assemble } from '../build-deps.ts';
import type { Deps } from '../deps.ts';
import { createHandlers, type Handlers } from '../http/handlers.ts';
import { allowedOrigins } from '../http/origin.ts';
import { keysFrom, newSecret } from '../keys.ts';
import { createLog } from '../log.ts';

/** Everybody's password in tests. */
export const PASSWORD = 'quatre-chaines-au-soleil';
export const ORIGIN = 'http://localhost:3000';

export interface TestPerson {
  readonly user: UserId;
  readonly email: string;
  readonly role: Role;
}

/** One of the two organisations. Every text in it holds its canary: found in the other's answers, it has leaked. */
export interface TestOrganisation {
  readonly org: OrganisationId;
  readonly canary: string;
  readonly people: Readonly<Record<Role, TestPerson>>;
  readonly site: SiteId;
  /** A site that the technician is not assigned to. */
  readonly farSite: SiteId;
  /** An inverter of the near site. */
  readonly asset: AssetId;
  readonly procedure: ProcedureHash;
}

export interface TestServer {
  readonly deps: Deps;
  readonly handlers: Handlers;
  readonly own: TestOrganisation;
  readonly other: TestOrganisation;
  /** Lines of the log. */
  readonly lines: string[];
  /** Moves the server's clock, ms. */
  pass(ms: number): void;
  /** Calls a door of tRPC as a script does. */
  call(path: string, options?: Call): Promise<Answer>;
  /** Signs in and returns the cookie. */
  signIn(person: TestPerson, kind?: 'phone' | 'desktop'): Promise<string>;
  close(): Promise<void>;
}

export interface Call {
  readonly input?: unknown;
  readonly cookie?: string;
  /** Queries are GET, everything else POST. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Raw body, in place of the input. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What the door answered; undefined for a refusal. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every door
  readonly data: any;
  readonly error: { code: string; httpStatus: number; details: Record<string, unknown>; requestId: string } | undefined;
  readonly text: string;
}

/** A whole server on an embedded database in memory, with two organisations that hold the same kinds of things. */
export async function testServer({
  db: given,
  secure = false,
  isEmpty = false,
  trusted = [],
  replace = {},
}: {
  db?: Database;
  secure?: boolean;
  /** Nobody has begun: neither of the two organisations is made. */
  isEmpty?: boolean;
  /** Origins of model servers of this test. */
  trusted?: readonly string[];
  replace?: Partial<Deps>;
} = {}): Promise<TestServer> {
  const db = given ?? (await testDatabase());
  const photoDir = await mkdtemp(join(tmpdir(), 'heliograph-test-'));
  const lines: string[] = [];
  const log = createLog('debug', (line) => lines.push(line));
  let ahead = 0;
  const deps = {
    ...assemble({ db, keys: keysFrom(newSecret()), log, photoDir, secure, trustedOrigins: trusted }, () => Date.now() + ahead),
    ...replace,
  };
  const settings = {
    log,
    secure,
    origins: allowedOrigins({ port: 3000, publicOrigin: secure ? 'https://h.test' : null, hosts: [] }),
    trustProxy: 0,
    engine: db.engine,
  } as const;
  const handlers = createHandlers(settings, async () => deps);
  const call = (path: string, options: Call = {}) => callDoor(handlers, path, options);
  return {
    ...{ deps, handlers, lines, call },
    pass: (ms) => {
      ahead += ms;
    },
    own: await organisation(db, { slug: 'own', n: 1, isEmpty }),
    other: await organisation(db, { slug: 'other', n: 2, isEmpty }),
    signIn: async ({ email }, kind = 'phone') => {
      const { headers } = await call('auth.signIn', { input: { email, password: PASSWORD, device: { label: 'test', kind } }, method: 'POST' });
      return cookieOf(headers);
    },
    close: async () => {
      deps.clock.close();
      await db.close();
      await rm(photoDir, { recursive: true });
    },
  };
}

/** `name=value` of the session cookie that an answer sets. */
export const cookieOf = (headers: Headers): string => headers.getSetCookie().at(-1)?.split(';')[0] ?? '';

async function callDoor({ trpc }: Handlers, path: string, { input, cookie, method = 'GET', headers, body }: Call): Promise<Answer> {
  const query = method === 'GET' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const request = new Request(`${ORIGIN}/api/trpc/${path}${query}`, {
    method,
    headers: {
      origin: ORIGIN,
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(method === 'POST' ? { body: body ?? JSON.stringify(input ?? {}) } : {}),
  });
  const answer = await trpc(request);
  const text = await answer.text();
  // An answer in lines is read by whoever asked for it.
  const isWhole = headers?.['trpc-accept'] === undefined;
  const json = isWhole && (text.startsWith('{') || text.startsWith('[')) ? JSON.parse(text) : {};
  return { status: answer.status, headers: answer.headers, text, data: json.result?.data, error: json.error?.data };
}

// Hashed once: it is slow on purpose.
const hashed = hashPassword(PASSWORD);

async function organisation(db: Database, { slug, n, isEmpty }: { slug: string; n: number; isEmpty: boolean }): Promise<TestOrganisation> {
  const id = (kind: number) => `${String(n).repeat(8)}-0000-7000-8000-${String(kind).padStart(12, '0')}`;
  const canary = `canari-${slug}-${crypto.randomUUID()}`;
  const person = (role: Role, kind: number): TestPerson => ({ user: userIdSchema.parse(id(kind)), email: `${role}@${slug}.test`, role });
  const content = testProcedure(slug, canary);
  const made = {
    ...{ org: organisationIdSchema.parse(id(1)), canary, site: siteIdSchema.parse(id(21)), farSite: siteIdSchema.parse(id(22)) },
    people: { technician: person('technician', 11), supervisor: person('supervisor', 12), admin: person('admin', 13) },
    asset: assetIdSchema.parse(id(31)),
    procedure: await procedureHash(content, async (bytes) => createHash('sha256').update(bytes).digest('hex')),
  };
  if (!isEmpty) await fill(db, made, { slug, n, content });
  return made;
}

interface Filling {
  readonly slug: string;
  readonly n: number;
  readonly content: ReturnType<typeof testProcedure>;
}

async function fill(
  db: Database,
  { org, canary, people, site, farSite, asset, procedure }: TestOrganisation,
  { slug, n, content }: Filling,
): Promise<void> {
  await withLookup(db, (tx) => insertOrganisation(tx, { org, name: `Organisation ${canary}`, slug, language: 'fr', timeZone: 'Europe/Paris' }));
  for (const { user, email, role } of Object.values(people)) {
    const passwordHash = await hashed;
    await withLookup(db, (tx) => insertAccount(tx, { id: user, email, name: `${role} ${canary}`, language: 'fr', passwordHash }));
    await withOrg(db, { org }, (tx) => insertMember(tx, { user, name: `${role} ${canary}`, role }));
  }
  await withOrg(db, { org }, async (tx) => {
    await saveSite(tx, siteOf(site, `Proche ${canary}`, `S1-${n}`));
    await saveSite(tx, siteOf(farSite, `Lointain ${canary}`, `S2-${n}`));
    await saveAssets(tx, [
      {
        id: asset,
        site,
        parent: null,
        type: 'string_inverter',
        name: `OND01 ${canary}`,
        code: `A-${n}`,
        position: 1,
        attributes: {},
      },
    ]);
    await assignSite(tx, { user: people.technician.user, site });
    const stepIds = content.steps.map((step) => step.id);
    await insertProcedureVersion(tx, {
      hash: procedure,
      slug: content.slug,
      number: 1,
      publishedAt: Date.now(),
      publishedBy: null,
      content,
      stepIds,
    });
  });
}

const siteOf = (id: SiteId, name: string, code: string): Site => ({
  ...{ id, name, code, timeZone: 'Europe/Paris', address: '1 chemin des Vignes', lat: 43.5, lon: 3.6 },
  emergency: { gate: '', meetingPoint: '', shutOff: '', controlRoom: '', hospital: '', fireStation: '' },
});

/** A small procedure of three steps: a check, a measurement with a limit, a photo. */
const testProcedure = (slug: string, canary: string) => {
  const both = (text: string) => ({ fr: text, en: text });
  const step = (id: string, title: string) => ({ id, title: both(title), instructions: both(''), required: true, holdPoint: false });
  return {
    slug: `essai-${slug}`,
    title: both(`Essai ${canary}`),
    description: both('Essai'),
    ...{ category: 'inspection', equipmentTypes: ['string_inverter'], tags: ['essai'], estimatedMinutes: 10, teamMin: 1, requiresLockout: false },
    ...{ requiredCertifications: [], requiredTools: [], ppe: [], safetyWarnings: [], references: [], environment: [] },
    steps: [
      { ...step('s01', 'Vérifier'), kind: 'check' },
      { ...step('s02', 'Mesurer'), kind: 'measurement', unit: 'MΩ', decimals: 2, min: '1', limitKind: 'standard', severityOutside: 5 },
      { ...step('s03', 'Photographier'), kind: 'photo', minCount: 1, maxCount: 3, annotate: true },
    ],
  };
};
