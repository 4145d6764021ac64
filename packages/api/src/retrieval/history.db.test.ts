import type { AssetId, SiteId } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newExecution, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Work of the supervisor on a piece of equipment, with a remark. */
async function remarkOn(site: SiteId, asset: AssetId, text: string) {
  const { people, procedure } = server.own;
  const phone = scriptedPhone(server, people.supervisor, await server.signIn(people.supervisor));
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure, site, asset, roles: [] }, at: Date.now() });
  phone.record({ k: 'comment', x, p: { text }, at: Date.now() });
  expect(await phone.send()).toMatchObject({ kind: 'ok' });
  return x;
}
const found = async (whose: 'technician' | 'supervisor', asset: AssetId, organisation = server.own) => {
  const cookie = await server.signIn(organisation.people[whose]);
  const { data } = await server.call('retrieval.search', { cookie, input: { query: 'que sait-on de cet équipement', asset } });
  return data.filter(({ kind }: { kind: string }) => kind === 'execution');
};

test('with equipment in hand, what was remarked on it goes along, for those who may see it and nobody else', async () => {
  const { site, farSite, asset } = server.own;
  const near = await remarkOn(site, asset, 'Condensation derrière l’écran');
  expect(await found('technician', asset)).toEqual([
    expect.objectContaining({ id: near, passage: expect.objectContaining({ fr: expect.stringContaining('Condensation') }) }),
  ]);
  const far = await remarkOn(farSite, asset, 'Vu au loin');
  expect((await found('technician', asset)).map(({ id }: { id: string }) => id)).toEqual([near]);
  expect((await found('supervisor', asset)).map(({ id }: { id: string }) => id)).toEqual([far, near]);
  expect(await found('supervisor', asset, server.other)).toEqual([]);
});
