import type { AssetId, ExecutionId, PhotoHash } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Act, listActs, recordAct } from './activity.repository.ts';
import { findAssetByCode, listAssets, saveAssets } from './asset.repository.ts';
import { readOrg, withLookup, withOrg } from './database.ts';
import { listDevices } from './device.repository.ts';
import { changeStatus, listCertifications, listMembers, saveCertifications } from './member.repository.ts';
import { readHeads, readSettings, saveSettings } from './organisation.repository.ts';
import { findPhoto, isNamedByAnother, listPhotos, maySeePhoto, recordReceived, recordRefused, recordStored } from './photo.repository.ts';
import { listProcedureVersions, readProcedures } from './procedure.repository.ts';
import { listSites, saveSite } from './site.repository.ts';
import {
  newId,
  outbox,
  type Planted,
  plantMember,
  plantOrganisation,
  sampleSite,
  TestPhone,
  type TestPostgres,
  testPorts,
  testPostgres,
} from './testing/index.ts';

let here: TestPostgres;
let plant: Planted;
beforeAll(async () => {
  here = await testPostgres();
  plant = await plantOrganisation(here.db);
});
afterAll(() => here.close());

const write = <T>(work: Parameters<typeof withOrg<T>>[2]) => withOrg(here.db, plant, work);
const read = <T>(work: Parameters<typeof readOrg<T>>[2]) => readOrg(here.db, plant, work);

test('names are in the order of people, not of bytes', async () => {
  await plantMember(here.db, plant.org, { name: 'Émile', role: 'technician' });
  await plantMember(here.db, plant.org, { name: 'Eva', role: 'technician' });
  expect((await read((tx) => listMembers(tx))).map(({ name }) => name)).toEqual(['Élodie Martin', 'Émile', 'Eva', 'Marc Petit', 'Zoé Bernard']);
});

test('every act of the office moves the counter that pokes the others', async () => {
  const before = (await withLookup(here.db, (tx) => readHeads(tx, [plant.org]))).get(plant.org) ?? 0;
  await write((tx) => saveSettings(tx, { photoSide: 1600 }));
  expect((await withLookup(here.db, (tx) => readHeads(tx, [plant.org]))).get(plant.org)).toBe(before + 1);
  expect(await read((tx) => readSettings(tx))).toMatchObject({ photoSide: 1600, placePolicy: 'distance', photosWifiOnly: false });
});

test('equipment keeps its attributes to the letter, under the keys they came with', async () => {
  const asset = {
    ...{
      id: newId<AssetId>(),
      site: plant.site,
      parent: plant.asset,
      type: 'pv_string',
      name: 'Chaîne « 1 »',
      code: 'LG-CH-01',
      serial: 'S,{}"\\',
      position: 2,
    },
    attributes: { voc_stc: '1 234.50', camelCase: 'é', 'a"b': "c'd\\e,{}" },
  };
  await write((tx) => saveAssets(tx, [asset]));
  expect((await read((tx) => listAssets(tx, plant.site))).at(-1)).toMatchObject(asset);
  expect(await read((tx) => findAssetByCode(tx, plant.technician, 'LG-CH-01'))).toMatchObject(asset);
});

test('a label that is in use is refused by name, and so is equipment that would move to another site', async () => {
  const taken = { id: newId<AssetId>(), site: plant.site, parent: null, type: 'inverter', name: 'x', code: 'LG-OND-01', position: 1, attributes: {} };
  await expect(write((tx) => saveAssets(tx, [taken]))).rejects.toMatchObject({ code: 'CONFLICT', details: { constraint: 'asset_code_key' } });
  const moved = { ...taken, id: plant.asset, site: plant.otherSite, code: 'moved' };
  await expect(write((tx) => saveAssets(tx, [moved]))).rejects.toMatchObject({ code: 'CONFLICT' });
  const orphan = { ...taken, id: newId<AssetId>(), site: plant.otherSite, parent: plant.asset, code: 'orphan' };
  await expect(write((tx) => saveAssets(tx, [orphan]))).rejects.toMatchObject({ code: 'NOT_FOUND', details: { constraint: 'asset_parent_fk' } });
});

test('a label of a site that is not theirs is no label to a technician', async () => {
  const asset = {
    id: newId<AssetId>(),
    site: plant.otherSite,
    parent: null,
    type: 'inverter',
    name: 'x',
    code: 'PN-01',
    position: 1,
    attributes: {},
  };
  await write((tx) => saveAssets(tx, [asset]));
  expect(await read((tx) => findAssetByCode(tx, plant.technician, 'PN-01'))).toBeUndefined();
  expect(await read((tx) => findAssetByCode(tx, plant.supervisor, 'PN-01'))).toMatchObject(asset);
});

test('a site is saved, changed, and read back as it is', async () => {
  const site = { ...sampleSite("L'Étang", 'ET'), lat: null, lon: null };
  await write((tx) => saveSite(tx, site));
  await write((tx) => saveSite(tx, { ...site, name: "L'Étang salé" }));
  const found = (await read((tx) => listSites(tx, plant.supervisor, { limit: 100 }))).find(({ id }) => id === site.id);
  expect(found).toMatchObject({ ...site, name: "L'Étang salé", assets: 0, retiredAt: null });
});

test('certifications are replaced whole; a day stays the same day in every time zone', async () => {
  const { user } = plant.technician;
  await write((tx) => saveCertifications(tx, user, [{ code: 'B0', expires: '2027-01-01' }]));
  await write((tx) =>
    saveCertifications(tx, user, [
      { code: 'BR', expires: '2026-12-31' },
      { code: 'SST', expires: null },
    ]),
  );
  expect(await read((tx) => listCertifications(tx, user))).toEqual([
    { code: 'BR', expires: '2026-12-31' },
    { code: 'SST', expires: null },
  ]);
});

test('suspending keeps its instant, reactivating forgets it', async () => {
  const at = async () =>
    (await here.sql<{ at: Date | null }>('select suspended_at as at from member where user_id = $1', [plant.colleague.user]))[0]?.at;
  await write((tx) => changeStatus(tx, plant.colleague.user, { status: 'suspended', now: 1_800_000_000_000 }));
  expect((await at())?.getTime()).toBe(1_800_000_000_000);
  await write((tx) => changeStatus(tx, plant.colleague.user, { status: 'active', now: Date.now() }));
  expect(await at()).toBeNull();
});

test('a published version is listed without its content and read with it', async () => {
  const [version] = await read((tx) => listProcedureVersions(tx));
  expect(version).toEqual({
    ...{
      hash: plant.procedure,
      slug: 'preventive',
      number: 1,
      publishedAt: Date.UTC(2026, 0, 15),
      publishedBy: plant.supervisor.user,
      withdrawn: false,
    },
  });
  const [whole] = await read((tx) => readProcedures(tx, [plant.procedure]));
  expect(whole?.content).toMatchObject({ slug: 'preventive' });
});

test('a photo goes from wanted to stored or refused, and stays there', async () => {
  const [box, x] = [outbox(), newId<ExecutionId>()];
  const [good, bad] = ['c'.repeat(64), 'd'.repeat(64)].map((sha) => sha as string as PhotoHash);
  if (good === undefined || bad === undefined) throw new Error('planted');
  const photo = (sha: PhotoHash) => box.operation(x, { k: 'photo', p: { sha, size: 100, mime: 'image/jpeg', width: 4, height: 3, taken: 0 } });
  await new TestPhone(testPorts(here.db), plant.technician).sync([box.start(x, plant), photo(good), photo(bad), photo(good)]);
  expect(await read((tx) => findPhoto(tx, good))).toMatchObject({ size: 100, received: 0, state: 'wanted' });
  await write((tx) => recordReceived(tx, good, 60));
  await write((tx) => recordStored(tx, good, { width: 40, height: 30, at: Date.now() }));
  await write((tx) => recordRefused(tx, good, 'too late'));
  await write((tx) => recordRefused(tx, bad, 'hash_differs'));
  expect(await read((tx) => findPhoto(tx, good))).toEqual({
    ...{ sha: good, size: 100, received: 100, state: 'stored', refusal: null, width: 40, height: 30 },
  });
  expect(await read((tx) => findPhoto(tx, bad))).toMatchObject({ state: 'refused', refusal: 'hash_differs' });
  expect((await read((tx) => listPhotos(tx, x))).map(({ sha }) => sha).sort()).toEqual([good, good, bad]);
  expect(await read((tx) => isNamedByAnother(tx, plant.technician.user, bad))).toBe(false);
  expect(await read((tx) => isNamedByAnother(tx, plant.colleague.user, bad))).toBe(true);

  const outsider = await plantMember(here.db, plant.org, { name: 'Outsider', role: 'technician' });
  expect(await read((tx) => maySeePhoto(tx, plant.colleague, good))).toBe(true);
  expect(await read((tx) => maySeePhoto(tx, outsider, good))).toBe(false);
  const elsewhere = await plantOrganisation(here.db, 'Elsewhere');
  expect(await readOrg(here.db, elsewhere, (tx) => maySeePhoto(tx, elsewhere.supervisor, good))).toBe(false);
  expect(await readOrg(here.db, elsewhere, (tx) => findPhoto(tx, good))).toBeUndefined();
});

test('a device shows who it is of, its build, and what it said was waiting', async () => {
  const phone = new TestPhone(testPorts(here.db), plant.colleague);
  await phone.sync([], { build: '1.2.3', pending: { ops: 4, photos: 2, bytes: 900 } });
  const device = (await read((tx) => listDevices(tx))).find((one) => one.device === phone.device);
  expect(device).toMatchObject({ name: 'Zoé Bernard', build: '1.2.3', pending: { ops: 4, photos: 2, bytes: 900 }, delivered: 0 });
});

test('acts are listed newest first, page by page, without one lost in the same millisecond', async () => {
  const act = (n: number): Act => ({
    ...{ id: newId(), actor: plant.supervisor.user, action: 'site.update', details: { n }, address: '10.0.0.0/24' },
    subject: { kind: 'site', id: plant.site },
  });
  await write(async (tx) => {
    for (let n = 0; n < 7; n++) await recordAct(tx, act(n));
  });
  const got: number[] = [];
  for (let before: { at: number; id: string } | undefined; ; ) {
    const page = await read((tx) => listActs(tx, { limit: 3, ...(before === undefined ? {} : { before }) }));
    got.push(...page.flatMap(({ details }) => (typeof details['n'] === 'number' ? [details['n']] : [])));
    before = page.at(-1);
    if (page.length < 3) break;
  }
  expect(got.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const [latest] = await read((tx) => listActs(tx, { limit: 1 }));
  expect(latest).toMatchObject({ actorName: 'Marc Petit', subject: { kind: 'site', id: plant.site }, address: '10.0.0.0/24' });
});
