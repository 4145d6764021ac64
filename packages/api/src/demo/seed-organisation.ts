import {
  assignSite,
  findMember,
  insertAccount,
  insertMember,
  insertOrganisation,
  type OrgTx,
  saveAssets,
  saveCertifications,
  saveSite,
  withLookup,
  withOrg,
} from '@heliograph/db';
import { AppError } from '@heliograph/domain';
import type { Library } from '@heliograph/domain/import';
import { hashPassword } from '../auth/password.ts';
import type { Deps } from '../deps.ts';
import { DEMO_PASSWORD, type DemoOrganisation, type DemoPerson } from './cast.ts';
import { publishLibrary } from './library.ts';
import type { Plant } from './plants.ts';

export interface Seed {
  readonly organisation: DemoOrganisation;
  readonly people: readonly DemoPerson[];
  readonly plants: readonly Plant[];
  readonly library: Library;
}

const YEAR = 31_536_000_000;
const MONTH = YEAR / 12;

/** Makes an organisation with its people, plants and library. What a start that was cut short had made is kept. */
export async function seedOrganisation({ db, now }: Deps, seed: Seed): Promise<void> {
  const { organisation, people } = seed;
  await unlessThere(withLookup(db, (tx) => insertOrganisation(tx, organisation)));
  for (const { user, email, name } of people) {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await unlessThere(withLookup(db, (tx) => insertAccount(tx, { id: user, email, name, language: organisation.language, passwordHash })));
  }
  await withOrg(db, organisation, async (tx) => {
    const [first] = people;
    if (first !== undefined && (await findMember(tx, first.user)) !== undefined) return;
    await seedPeople(tx, people, now());
    for (const { site, assets } of seed.plants) {
      await saveSite(tx, site);
      await saveAssets(tx, assets);
      for (const { user, role } of people) if (role === 'technician') await assignSite(tx, { user, site: site.id });
    }
    await publishLibrary(tx, seed.library, now() - YEAR / 6);
  });
}

/** They have been here for a year, the later ones for a little less. */
async function seedPeople(tx: OrgTx, people: readonly DemoPerson[], now: number): Promise<void> {
  const day = new Date(now + YEAR).toISOString().slice(0, 10);
  for (const [place, { user, name, role, certifications }] of people.entries()) {
    await insertMember(tx, { user, name, role, since: now - YEAR + place * MONTH });
    await saveCertifications(
      tx,
      user,
      certifications.map((code) => ({ code, expires: day })),
    );
  }
}

async function unlessThere(insertion: Promise<void>): Promise<void> {
  try {
    await insertion;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'CONFLICT')) throw error;
  }
}
