import { type AssetId, assetSchema, type ProcedureHash } from '@heliograph/domain';
import { type RefRow, refRowSchema } from '@heliograph/sync';
import type { Sender } from '@heliograph/sync/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { retireAssets, saveAssets } from '../asset.repository.ts';
import { readOrg, withOrg } from '../database.ts';
import { changeRole } from '../member.repository.ts';
import { saveSettings } from '../organisation.repository.ts';
import { insertLimitConfirmation, insertProcedureVersion, withdrawProcedureVersion } from '../procedure.repository.ts';
import { assignSite, retireSite, saveSite, unassignSite } from '../site.repository.ts';
import { newId, type Planted, plantMember, plantOrganisation, sampleSite, type TestPostgres, testPostgres } from '../testing/index.ts';
import { removeTip, saveTips } from '../tip.repository.ts';
import { headOf } from './counter.ts';
import { readRefs } from './refs.ts';

let here: TestPostgres;
let plant: Planted;
beforeAll(async () => {
  here = await testPostgres();
});
beforeEach(async () => {
  plant = await plantOrganisation(here.db);
});
afterAll(() => here.close());

/** A phone's copy of the reference rows: pulled from where it was, applied as a phone applies them. */
class Copy {
  readonly rows = new Map<string, RefRow['body']>();
  readonly #sender: Sender;
  #cursor = 0;
  constructor(sender: Sender) {
    this.#sender = sender;
  }
  async pull(): Promise<RefRow[]> {
    const { head, rows } = await readOrg(here.db, plant, async (tx) => {
      const { seq: head } = await headOf(tx);
      return { head, rows: await readRefs(tx, this.#sender, { after: this.#cursor, upto: head }) };
    });
    for (const row of rows) {
      refRowSchema.parse(row);
      if (row.body === null) this.rows.delete(`${row.kind} ${row.id}`);
      else this.rows.set(`${row.kind} ${row.id}`, row.body);
    }
    this.#cursor = head;
    return rows;
  }
}
const copyOf = async (sender: Sender) => {
  const copy = new Copy(sender);
  await copy.pull();
  return copy;
};
const keysOf = (copy: Copy, kind: RefRow['kind']) => [...copy.rows.keys()].filter((key) => key.startsWith(`${kind} `)).sort();
const office = <T>(work: Parameters<typeof withOrg<T>>[2]) => withOrg(here.db, plant, work);
const assetOn = (site: Planted['site'], code: string) => ({
  ...{ id: newId<AssetId>(), site, parent: null, type: 'inverter', name: code, code, position: 1, attributes: {}, serial: 'SN1' },
});

test('what a fresh phone is sent is what the domain and the protocol can read', async () => {
  const copy = await copyOf(plant.technician);
  expect(assetSchema.parse(copy.rows.get(`asset ${plant.asset}`))).toEqual({
    ...{ id: plant.asset, site: plant.site, parent: null, type: 'inverter', name: 'Onduleur 1', code: 'LG-OND-01', position: 1 },
    attributes: { ratedPower: '100' },
  });
});

test('rows come in the order of their numbers, and only those behind the cursor', async () => {
  const copy = await copyOf(plant.technician);
  await office((tx) => saveSettings(tx, { name: 'Renamed', placePolicy: 'off' }));
  await office((tx) => saveAssets(tx, [assetOn(plant.site, 'A1'), assetOn(plant.site, 'A2')]));
  const rows = await copy.pull();
  expect(rows.map(({ kind }) => kind)).toEqual(['organisation', 'asset', 'asset']);
  expect(rows.map(({ q }) => q)).toEqual(rows.map(({ q }) => q).sort((a, b) => a - b));
  expect(rows[0]?.body).toMatchObject({ name: 'Renamed', placePolicy: 'off' });
  expect(await copy.pull()).toEqual([]);
});

test('a change on a site that is not theirs reaches no technician, and reaches the office', async () => {
  const [technician, supervisor] = [await copyOf(plant.technician), await copyOf(plant.supervisor)];
  await office((tx) => saveAssets(tx, [assetOn(plant.otherSite, 'X1')]));
  expect(await technician.pull()).toEqual([]);
  expect(await supervisor.pull()).toHaveLength(1);
});

test('a site comes whole when it is assigned, even where nothing on it changed for years', async () => {
  await office((tx) => saveAssets(tx, [assetOn(plant.otherSite, 'X1'), assetOn(plant.otherSite, 'X2')]));
  const copy = await copyOf(plant.technician);
  await office((tx) => assignSite(tx, { user: plant.technician.user, site: plant.otherSite }));
  expect((await copy.pull()).map(({ kind }) => kind).sort()).toEqual(['asset', 'asset', 'site']);
  // Assigning again sends nothing again.
  await office((tx) => assignSite(tx, { user: plant.technician.user, site: plant.otherSite }));
  expect(await copy.pull()).toEqual([]);
  await office((tx) => unassignSite(tx, { user: plant.technician.user, site: plant.otherSite }));
  await copy.pull();
  expect([keysOf(copy, 'site'), keysOf(copy, 'asset')]).toEqual([[`site ${plant.site}`], [`asset ${plant.asset}`]]);
});

test('removed equipment and sites leave phones, and come back when they are saved again', async () => {
  const copy = await copyOf(plant.technician);
  await office((tx) => retireAssets(tx, [plant.asset], Date.now()));
  await copy.pull();
  expect(keysOf(copy, 'asset')).toEqual([]);
  await office((tx) => retireSite(tx, plant.site, Date.now()));
  await copy.pull();
  expect(keysOf(copy, 'site')).toEqual([]);
  await office((tx) => saveSite(tx, { ...sampleSite('Back', 'LG'), id: plant.site }));
  await copy.pull();
  expect(keysOf(copy, 'site')).toEqual([`site ${plant.site}`]);
});

test('a fresh phone is sent no tombstones', async () => {
  await office((tx) => retireAssets(tx, [plant.asset], Date.now()));
  await office((tx) => unassignSite(tx, { user: plant.technician.user, site: plant.site }));
  const rows = await new Copy(plant.technician).pull();
  expect(rows.filter(({ body }) => body === null)).toEqual([]);
});

test('a technician who becomes a supervisor is sent every site; back again, only the own ones stay', async () => {
  const copy = await copyOf(plant.technician);
  await office((tx) => changeRole(tx, plant.technician.user, 'supervisor'));
  const asSupervisor = Object.assign(new Copy({ ...plant.technician, role: 'supervisor' }), { rows: copy.rows });
  await asSupervisor.pull();
  expect(keysOf(asSupervisor, 'site')).toHaveLength(2);

  await office((tx) => changeRole(tx, plant.technician.user, 'technician'));
  const { seq: before } = await office((tx) => headOf(tx));
  const rows = await readOrg(here.db, plant, (tx) => readRefs(tx, plant.technician, { after: before - 1, upto: before }));
  expect(rows.filter(({ body }) => body === null).map(({ kind, id }) => `${kind} ${id}`)).toEqual([`site ${plant.otherSite}`]);
});

test('a new colleague is a name and nothing else', async () => {
  const copy = await copyOf(plant.technician);
  const { user } = await plantMember(here.db, plant.org, { name: 'Inès', role: 'technician' });
  expect(await copy.pull()).toMatchObject([{ kind: 'person', id: user, body: { id: user, name: 'Inès' } }]);
});

test('procedures, tips and confirmed limits come as they are published and go as they are withdrawn', async () => {
  const copy = await copyOf(plant.technician);
  const hash = 'f'.repeat(64) as string as ProcedureHash;
  const version = { hash, slug: 'preventive', number: 2, content: {}, stepIds: ['s01'], publishedAt: Date.UTC(2026, 1, 1), publishedBy: null };
  expect(await office((tx) => insertProcedureVersion(tx, version))).toBe(true);
  expect(await office((tx) => insertProcedureVersion(tx, version))).toBe(false);
  await office((tx) => insertLimitConfirmation(tx, { id: newId(), hash, step: 's01', by: plant.supervisor.user, at: Date.UTC(2026, 1, 2) }));
  const tip = { id: 'tip01', title: { fr: 'Rosée', en: 'Dew' }, content: { fr: '…', en: '…' }, category: 'insulation', tags: ['rosee'] };
  await office((tx) => saveTips(tx, [tip]));
  const rows = await copy.pull();
  expect(rows.map(({ kind, body }) => [kind, body])).toMatchObject([
    ['procedure', { hash, version: 2 }],
    ['confirmation', { hash, step: 's01', by: plant.supervisor.user, at: Date.UTC(2026, 1, 2) }],
    ['tip', tip],
  ]);
  await office((tx) => withdrawProcedureVersion(tx, hash, Date.now()));
  await office((tx) => removeTip(tx, 'tip01', Date.now()));
  expect((await copy.pull()).map(({ kind, body }) => [kind, body])).toEqual([
    ['procedure', null],
    ['tip', null],
  ]);
});

test("nothing of another organisation's comes along", async () => {
  const other = await plantOrganisation(here.db, 'Other');
  const rows = await new Copy(plant.supervisor).pull();
  const text = JSON.stringify(rows);
  for (const canary of [other.site, other.asset, other.procedure, other.technician.user]) expect(text).not.toContain(canary);
});
