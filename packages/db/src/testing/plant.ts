import { createHash } from 'node:crypto';
import type { AssetId, Envelope, ExecutionId, OperationId, OrganisationId, ProcedureHash, Site, SiteId, UserId } from '@heliograph/domain';
import type { Sender } from '@heliograph/sync/server';
import { saveAssets } from '../asset.repository.ts';
import type { Database } from '../database/handle.ts';
import { withLookup, withOrg } from '../database.ts';
import { insertMember } from '../member.repository.ts';
import { insertOrganisation } from '../organisation.repository.ts';
import { insertProcedureVersion } from '../procedure.repository.ts';
import { assignSite, saveSite } from '../site.repository.ts';

// Ids of tests are random uuids in the shape the schemas ask for; the cast gives each its brand.
export const newId = <Id extends string>(): Id => crypto.randomUUID() as string as Id;

/** A small organisation: two technicians and a supervisor, a site that both technicians are assigned to, one that nobody is, a procedure of 40 steps. */
export interface Planted {
  readonly org: OrganisationId;
  readonly technician: Sender;
  readonly colleague: Sender;
  readonly supervisor: Sender;
  readonly site: SiteId;
  readonly otherSite: SiteId;
  readonly asset: AssetId;
  readonly procedure: ProcedureHash;
  readonly steps: readonly string[];
}

export async function plantOrganisation(db: Database, name = 'Soleil & Fils'): Promise<Planted> {
  const org = newId<OrganisationId>();
  await withLookup(db, (tx) => insertOrganisation(tx, { org, name, slug: org, language: 'fr', timeZone: 'Europe/Paris' }));
  const technician = await plantMember(db, org, { name: 'Élodie Martin', role: 'technician' });
  const colleague = await plantMember(db, org, { name: 'Zoé Bernard', role: 'technician' });
  const supervisor = await plantMember(db, org, { name: 'Marc Petit', role: 'supervisor' });
  const [site, otherSite] = [sampleSite('Les Garrigues', 'LG'), sampleSite('Plateau nord', 'PN')];
  const asset = newId<AssetId>();
  const steps = Array.from({ length: 40 }, (_, at) => `s${String(at + 1).padStart(2, '0')}`);
  const procedure = createHash('sha256').update(org).digest('hex') as string as ProcedureHash;
  await withOrg(db, { org }, async (tx) => {
    await saveSite(tx, site);
    await saveSite(tx, otherSite);
    await saveAssets(tx, [
      {
        id: asset,
        site: site.id,
        parent: null,
        type: 'inverter',
        name: 'Onduleur 1',
        code: 'LG-OND-01',
        position: 1,
        attributes: { ratedPower: '100' },
      },
    ]);
    await assignSite(tx, { user: technician.user, site: site.id });
    await assignSite(tx, { user: colleague.user, site: site.id });
    const content = { slug: 'preventive', steps: steps.map((id) => ({ id })) };
    await insertProcedureVersion(tx, {
      ...{ hash: procedure, slug: 'preventive', number: 1, content, stepIds: steps },
      ...{ publishedAt: Date.UTC(2026, 0, 15), publishedBy: supervisor.user },
    });
  });
  return { org, technician, colleague, supervisor, site: site.id, otherSite: otherSite.id, asset, procedure, steps };
}

export async function plantMember(db: Database, org: OrganisationId, { name, role }: { name: string; role: Sender['role'] }): Promise<Sender> {
  const user = newId<UserId>();
  await withLookup(db, (tx) =>
    tx
      .insertInto('account')
      .values({ id: user, email: `${user}@example.test`, passwordHash: 'none', name, language: 'fr' })
      .execute(),
  );
  await withOrg(db, { org }, (tx) => insertMember(tx, { user, name, role }));
  return { org, user, role, deliverOnly: false };
}

export const sampleSite = (name: string, code: string): Site => ({
  ...{ id: newId<SiteId>(), name, code, timeZone: 'Europe/Paris', address: '1 chemin du Soleil, 34000 Montpellier', lat: 43.6, lon: 3.9 },
  emergency: { gate: '1234', meetingPoint: 'Portail', shutOff: 'Poste', controlRoom: '04 00 00 00 00', hospital: 'CHU', fireStation: 'SDIS 34' },
});

const NOON = Date.UTC(2026, 5, 21, 12);

/** Operations of one outbox, numbered as it would. */
export function outbox() {
  let i = 0;
  const operation = (x: ExecutionId, rest: Pick<Envelope, 'k' | 'p'> & Partial<Envelope>): Envelope => {
    i++;
    return { i, id: newId<OperationId>(), v: 1, x: x as string as OperationId, w: NOON + i * 1000, z: 120, o: 0, n: 1, ...rest };
  };
  return {
    operation,
    start: (x: ExecutionId, { procedure, site, asset }: Planted) =>
      operation(x, { k: 'start', p: { procedure, site, asset, roles: ['technician'] } }),
    step: (x: ExecutionId, s: string, { value = '12.4', outcome = 'pass', ...rest }: StepAnswer = {}) =>
      operation(x, { k: 'step', s, p: { kind: 'measurement', response: { value, unit: 'V' }, verdict: { outcome } }, ...rest }),
  };
}

interface StepAnswer extends Partial<Envelope> {
  readonly value?: string;
  readonly outcome?: 'pass' | 'watch' | 'fail' | 'none';
}
