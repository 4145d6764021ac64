import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, deskOf, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: Desk;
let colleague: Desk;
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  colleague = await deskOf(server, server.own.people.admin);
});
afterAll(() => server.close());

const draft = (code: string) => ({ name: `Site ${code}`, code, timeZone: 'Europe/Paris', address: 'Chemin', lat: 43.5, lon: 3.6 });
const everyAsset = async (input: object) => (await admin.ask('asset.list', input)).items;
/** Reference rows that the technician's phone is sent from nothing. */
async function onPhone(): Promise<{ kind: string; id: string; body: unknown }[]> {
  const { technician } = server.own.people;
  const answer = await scriptedPhone(server, technician, await server.signIn(technician)).send();
  return answer.kind === 'ok' ? (answer.refs ?? []) : [];
}

describe('a site', () => {
  test('is made, changed and found again; the same id twice makes one', async () => {
    const id = crypto.randomUUID();
    const made = await admin.do('site.create', { id, ...draft('N1') });
    expect(await admin.do('site.create', { id, ...draft('N1') })).toEqual(made);
    const changed = await admin.do('site.update', { ...draft('N1'), id, revision: made.revision, name: 'Les Ormes' });
    expect(changed).toMatchObject({ id, name: 'Les Ormes', code: 'N1', retiredAt: null, assets: 0 });
    expect((await admin.ask('site.list', { query: 'ormes' })).items).toMatchObject([{ id }]);
  });

  test('two admins who edit it at once: the second is told by whom and what differs, nothing is written over', async () => {
    const made = await admin.do('site.create', draft('N2'));
    await admin.do('site.update', { ...draft('N2'), id: made.id, revision: made.revision, name: 'Premier' });
    const refusal = await colleague.refusal('site.update', { ...draft('N2'), id: made.id, revision: made.revision, name: 'Second' });
    expect(refusal).toMatchObject({ code: 'CONFLICT', details: { reason: 'changed', by: expect.stringContaining('admin'), fields: ['name'] } });
    expect((await admin.ask('site.get', { id: made.id })).site.name).toBe('Premier');
  });

  test('a number in use and a time zone that is none are refused in words', async () => {
    await admin.do('site.create', draft('N3'));
    expect(await admin.refusal('site.create', draft('N3'))).toMatchObject({ code: 'CONFLICT', details: { reason: 'code_taken', code: 'N3' } });
    expect(await admin.refused('site.create', { ...draft('N4'), timeZone: 'Europe/Nulle-Part' })).toBe('INVALID time_zone');
  });

  test('retired, it leaves lists and phones with its equipment; restored, all comes back; asking twice changes nothing', async () => {
    const { site, asset } = server.own;
    const { revision } = (await admin.ask('site.get', { id: site })).site;
    const retired = await admin.do('site.retire', { id: site, revision });
    expect(await admin.do('site.retire', { id: site, revision })).toEqual(retired);
    expect((await admin.ask('site.list')).items.map(({ id }: { id: string }) => id)).not.toContain(site);
    expect((await admin.ask('site.list', { retired: 'only' })).items.map(({ id }: { id: string }) => id)).toContain(site);
    expect(await everyAsset({ siteId: site })).toEqual([]);
    expect((await onPhone()).filter(({ kind, body }) => (kind === 'site' || kind === 'asset') && body !== null)).toEqual([]);
    expect(await admin.refused('asset.create', { site, type: 'fence' })).toBe('CONFLICT site_retired');
    await admin.do('site.restore', { id: site, revision: retired.revision });
    const held = (await onPhone()).filter(({ body }) => body !== null).map(({ id }) => id);
    expect(held).toEqual(expect.arrayContaining([site, asset]));
  });
});

describe('a tree of equipment', () => {
  let site = '';
  beforeAll(async () => {
    site = (await admin.do('site.create', draft('PV1'))).id;
  });
  const make = (more: object) => admin.do('asset.create', { site, ...more });

  test('gets its numbers by pattern, one after the other, and its names from them', async () => {
    const inverter = await make({ type: 'string_inverter' });
    const strings = [await make({ type: 'string', parent: inverter.id }), await make({ type: 'string', parent: inverter.id })];
    expect([inverter.code, ...strings.map(({ code }) => code)]).toEqual(['PV1-OND01', 'PV1-OND01-CH01', 'PV1-OND01-CH02']);
    expect(strings.map(({ name, position }) => [name, position])).toEqual([
      ['CH01', 1],
      ['CH02', 2],
    ]);
    expect((await make({ type: 'meter', pattern: '{site}/C###' })).code).toBe('PV1/C001');
    expect(await admin.refused('asset.create', { site, type: 'meter', pattern: 'C' })).toBe('INVALID pattern');
  });

  test('attributes are read as people type them and inherited from above', async () => {
    const section = await make({ type: 'pv_section', attributes: { module_voc_stc: '49,80', model: 'HJT' } });
    const inverter = await make({ type: 'string_inverter', parent: section.id });
    const opened = await admin.ask('asset.get', { id: inverter.id });
    expect(opened.attributes).toEqual([
      { name: 'model', value: 'HJT', from: section.id },
      { name: 'module_voc_stc', value: '49.80', from: section.id },
    ]);
    expect(opened).toMatchObject({ lineage: [{ id: section.id }], children: 0, label: { code: inverter.code, path: `/app/a/${inverter.code}` } });
    expect((await admin.ask('asset.get', { code: inverter.code })).asset.id).toBe(inverter.id);
    expect(await admin.refusal('asset.create', { site, type: 'string', attributes: { module_voc_stc: 'beaucoup' } })).toMatchObject({
      details: { reason: 'attribute', name: 'module_voc_stc', problem: 'not_a_number' },
    });
  });

  test('hangs together downwards, without circles, on one site', async () => {
    const [box, other] = [await make({ type: 'combiner_box' }), await make({ type: 'fence' })];
    const string = await make({ type: 'string', parent: box.id });
    const below = await make({ type: 'fence', parent: other.id });
    const update = (asset: { id: string; revision: number }, more: object) => admin.refused('asset.update', { ...asset, ...more });
    expect(await update(box, { parent: string.id })).toBe('INVALID cycle');
    expect(await update(other, { parent: below.id })).toBe('INVALID cycle');
    expect(await admin.refused('asset.create', { site, type: 'combiner_box', parent: string.id })).toBe('INVALID level');
    expect(await update(string, { parent: server.own.asset })).toBe('INVALID parent_site');
    expect(await update(string, { parent: crypto.randomUUID() })).toBe('INVALID parent_site');
  });

  test('retired, a branch goes as a whole and comes back as it went', async () => {
    const box = await make({ type: 'combiner_box', code: 'BR' });
    const [first, second] = [await make({ type: 'string', parent: box.id }), await make({ type: 'string', parent: box.id })];
    await admin.do('asset.retire', first);
    const { asset, retired } = await admin.do('asset.retire', box);
    expect(retired).toBe(2);
    expect(await admin.refused('asset.create', { site, type: 'string', parent: box.id })).toBe('CONFLICT parent_retired');
    expect(await admin.refused('asset.restore', { id: first.id, revision: first.revision })).toBe('CONFLICT changed');
    const gone = (await admin.ask('asset.get', { id: first.id })).asset;
    expect(await admin.refused('asset.restore', gone)).toBe('CONFLICT parent_retired');
    await make({ type: 'fence', code: 'BR' });
    expect(await admin.refusal('asset.restore', asset)).toMatchObject({ details: { reason: 'code_taken', code: 'BR' } });
    const taker = (await everyAsset({ siteId: site, query: 'BR', type: 'fence' }))[0];
    await admin.do('asset.update', { ...taker, code: 'BR2' });
    expect((await admin.do('asset.restore', asset)).restored).toBe(2);
    expect((await everyAsset({ siteId: site, parentId: box.id })).map(({ id }: { id: string }) => id)).toEqual([second.id]);
  });

  test('pages by number, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await admin.ask('asset.list', { siteId: site, limit: 3, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map(({ code }: { code: string }) => code));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    const all = (await everyAsset({ siteId: site, limit: 100 })).map(({ code }: { code: string }) => code);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
