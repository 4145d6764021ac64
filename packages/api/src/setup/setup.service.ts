import { timingSafeEqual } from 'node:crypto';
import {
  asLookup,
  hasOrganisations,
  insertAccount,
  insertMember,
  insertOrganisation,
  type LookupTx,
  saveSite,
  settleFact,
  withLookup,
  withOrg,
} from '@heliograph/db';
import {
  type Language,
  type OrganisationId,
  organisationIdSchema,
  refuse,
  type Site,
  type SiteId,
  siteIdSchema,
  slugOf,
  type UserId,
  userIdSchema,
} from '@heliograph/domain';
import { record } from '../activity/record.ts';
import { checkPassword, hashPassword } from '../auth/password.ts';
import { limitSetup } from '../auth/throttle.ts';
import { publishLibrary, starterLibrary } from '../demo/library.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../http/request.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'keys'>;

export interface Setup {
  /** The one that the server printed when it started. */
  readonly code: string;
  readonly organisation: { readonly name: string; readonly language: Language; readonly timeZone: string };
  readonly admin: { readonly name: string; readonly email: string; readonly password: string };
  readonly site: Pick<Site, 'name' | 'code'> & Partial<{ [Field in 'address' | 'lat' | 'lon' | 'timeZone' | 'emergency']: Site[Field] | undefined }>;
  /** Whether the starter library of procedures and tips is published. */
  readonly library: boolean;
}

export interface SetUp {
  readonly organisation: OrganisationId;
  readonly admin: UserId;
  readonly site: SiteId;
  readonly procedures: number;
}

/** Whether nobody has begun yet: then the first page asks for the code that the server printed. */
export const needsSetup = ({ db }: Pick<Deps, 'db'>): Promise<boolean> => withLookup(db, async (tx) => !(await hasOrganisations(tx)));

/**
 * Makes the organisation, its first admin and its first site, all of it or nothing, once.
 * @throws AppError NOT_ALLOWED `code`, CONFLICT `set_up`, INVALID `password_…`, TOO_MANY
 */
export async function setUp(
  { db, now, keys }: Ports,
  { network }: Pick<Caller, 'network'>,
  { code, organisation, admin, site, library }: Setup,
): Promise<SetUp> {
  await limitSetup({ db, now, keys }, network);
  if (!isCode(code, keys.setupCode)) refuse('NOT_ALLOWED', { reason: 'code' });
  checkPassword(admin.password, [organisation.name, site.name, admin.name, admin.email]);
  const passwordHash = await hashPassword(admin.password);
  const [org, user, siteId] = [organisationIdSchema.parse(newUuid()), userIdSchema.parse(newUuid()), siteIdSchema.parse(newUuid())];
  const starter = library ? starterLibrary() : null;
  await withOrg(db, { org }, async (tx) => {
    await asLookup(tx, async (lookup) => {
      await claim(lookup, org);
      await insertOrganisation(lookup, { ...organisation, org, slug: slugOf(organisation.name) });
      await insertAccount(lookup, { id: user, email: admin.email, name: admin.name, language: organisation.language, passwordHash });
    });
    await insertMember(tx, { user, name: admin.name, role: 'admin' });
    await saveSite(tx, siteOf(siteId, site, organisation.timeZone));
    if (starter !== null) await publishLibrary(tx, starter, now());
    const details = { name: organisation.name, admin: admin.name, site: site.name, procedures: starter?.procedures.length ?? 0 };
    await record(tx, { user, network }, { action: 'organisation.create', subject: { kind: 'organisation', id: org }, details });
  });
  return { organisation: org, admin: user, site: siteId, procedures: starter?.procedures.length ?? 0 };
}

/** Of two who set up at the same moment, the second waits here for the first, and is refused. */
async function claim(tx: LookupTx, org: OrganisationId): Promise<void> {
  const first = await settleFact(tx, 'first_organisation', org);
  if (first !== org || (await hasOrganisations(tx))) refuse('CONFLICT', { reason: 'set_up' });
}

/** Letters are written as they are heard: case, spaces and dashes do not count. */
function isCode(given: string, code: string): boolean {
  const plain = (text: string) =>
    Buffer.from(
      text
        .toUpperCase()
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1')
        .replace(/[^0-9A-Z]/g, ''),
    );
  const [a, b] = [plain(given), plain(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const EMERGENCY: Site['emergency'] = { gate: '', meetingPoint: '', shutOff: '', controlRoom: '', hospital: '', fireStation: '' };

const siteOf = (id: SiteId, { name, code, address, lat, lon, timeZone, emergency }: Setup['site'], zone: string): Site => ({
  ...{ id, name, code, address: address ?? '', lat: lat ?? null, lon: lon ?? null },
  timeZone: timeZone ?? zone,
  emergency: emergency ?? EMERGENCY,
});

const newUuid = (): string => crypto.randomUUID();
