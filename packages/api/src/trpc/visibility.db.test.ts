import { maySeeExecution, maySeeSite, type Role } from '@heliograph/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, deskOf, newExecution, ORIGIN, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

/** One of each, at every standing a person can have to it: on its crew or not, on its site or not. */
interface Planted {
  readonly onCrew: boolean;
  readonly onSite: boolean;
  readonly execution: string;
  readonly site: string;
  readonly asset: string;
}

let server: TestServer;
const desks = new Map<Role, Desk>();
const planted: Planted[] = [];

beforeAll(async () => {
  server = await testServer();
  for (const role of ['technician', 'supervisor', 'admin'] as const) desks.set(role, await deskOf(server, server.own.people[role]));
  const { people, site, farSite } = server.own;
  for (const place of [site, farSite])
    for (const onCrew of [true, false])
      planted.push({ onCrew, onSite: place === site, site: place, asset: await plantAsset(place), execution: await giveWork(place, onCrew) });
  const theirs = await deskOf(server, server.other.people.supervisor);
  const { procedure, site: foreign } = server.other;
  await theirs.do('assignment.create', { procedure, siteId: foreign, personIds: [server.other.people.technician.user], day: '2026-06-01' });
  expect(people.technician.role).toBe('technician');
});
afterAll(() => server.close());

const desk = (role: Role): Desk => desks.get(role) ?? expect.fail(role);
const plantAsset = async (site: string) => (await desk('admin').do('asset.create', { site, type: 'fence', code: crypto.randomUUID() })).id;

/** Work for the technician, or for somebody else; the supervisor answers a step of it, so that there is something to take out. */
async function giveWork(site: string, onCrew: boolean): Promise<string> {
  const { people, procedure } = server.own;
  const x = newExecution();
  const who = onCrew ? people.technician : people.supervisor;
  await desk('supervisor').do('assignment.create', { id: x, procedure, siteId: site, personIds: [people.supervisor.user], day: '2026-06-01' });
  if (onCrew) {
    const phone = scriptedPhone(server, people.supervisor, desk('supervisor').cookie);
    phone.record({ k: 'assign', x, p: { users: [who.user] }, at: Date.now() });
    phone.record({ k: 'step', x, s: 's01', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() });
    await phone.send();
  }
  return x;
}

/** Ids that one list shows, all its pages. */
async function idsIn(role: Role, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await desk(role).ask(path, { limit: 2, ...(cursor === null ? {} : { cursor }) });
    ids.push(...page.items.map(({ id }: { id: string }) => id));
    cursor = page.nextCursor;
    if (cursor === null) return ids;
  }
}

async function idsInFile(role: Role): Promise<string[]> {
  const headers = { cookie: desk(role).cookie };
  const answer = await server.handlers.export(new Request(`${ORIGIN}/api/export/executions.json`, { headers }));
  const { executions }: { executions: { id: string }[] } = JSON.parse(await answer.text());
  return executions.map(({ id }) => id);
}

const expected = (role: Role, of: 'execution' | 'site' | 'asset') => {
  const may = (one: Planted) => (of === 'execution' ? maySeeExecution({ role }, one) : maySeeSite({ role }, one));
  return [...new Set(planted.filter(may).map((one) => one[of]))].toSorted();
};

describe.each(['technician', 'supervisor', 'admin'] as const)('every list shows a %s exactly what the one rule says', (role) => {
  const known = (ids: readonly string[], of: 'execution' | 'site' | 'asset') => {
    const all = new Set(planted.map((one) => one[of]));
    return [...new Set(ids)].filter((id) => all.has(id)).toSorted();
  };
  test.each(['execution.list', 'assignment.list', 'export.executions'])('%s', async (path) =>
    expect(known(await idsIn(role, path), 'execution')).toEqual(expected(role, 'execution')),
  );
  test('the file of records', async () => expect(known(await idsInFile(role), 'execution')).toEqual(expected(role, 'execution')));
  test('site.list', async () => expect(known(await idsIn(role, 'site.list'), 'site')).toEqual(expected(role, 'site')));
  test('asset.list', async () => expect(known(await idsIn(role, 'asset.list'), 'asset')).toEqual(expected(role, 'asset')));
  test('one by one, what is not shown is not found', async () => {
    for (const one of planted) {
      const found = async (path: string, id: string) => (await server.call(path, { cookie: desk(role).cookie, input: { id } })).status === 200;
      expect(await found('execution.get', one.execution)).toBe(maySeeExecution({ role }, one));
      expect(await found('site.get', one.site)).toBe(maySeeSite({ role }, one));
      expect(await found('asset.get', one.asset)).toBe(maySeeSite({ role }, one));
    }
  });
  test('nothing of the other organisation', async () => {
    for (const path of ['assignment.list', 'asset.list', 'site.list', 'execution.list', 'export.executions'])
      expect(JSON.stringify(await desk(role).ask(path))).not.toContain(server.other.canary);
  });
});
