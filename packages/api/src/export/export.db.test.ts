import { saveSite, withOrg } from '@heliograph/db';
import { decimalSchema } from '@heliograph/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begunExecution, type Desk, deskOf, newExecution, ORIGIN, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
let technician: Desk;
beforeAll(async () => {
  server = await testServer();
  supervisor = await deskOf(server, server.own.people.supervisor);
  technician = await deskOf(server, server.own.people.technician);
  await begunExecution(server, server.own);
  await begunExecution(server, server.other);
  const phone = scriptedPhone(server, server.own.people.supervisor, supervisor.cookie);
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.farSite, roles: [] }, at: Date.now() });
  phone.record({ k: 'step', x, s: 's02', p: { kind: 'measurement', response: { value: '-1.25', unit: 'MΩ' } }, at: Date.now() });
  phone.record({ k: 'skip', x, s: 's01', p: { reason: '=HYPERLINK("http://evil.example")' }, at: Date.now() });
  phone.record({ k: 'conditions', x, p: { irradiance: decimalSchema.parse('812'), sky: 'clear' }, at: Date.now() });
  await phone.send();
});
afterAll(() => server.close());

async function fetchFile(path: string, { cookie }: { cookie: string }): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await server.handlers.export(new Request(`${ORIGIN}/api/export/${path}`, { headers: { cookie } }));
  // With its mark, which a reader of text would take off.
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('utf8'), headers: answer.headers };
}

describe('records as a file', () => {
  test('one row a value, as French sheets read it, with no formula in it', async () => {
    const { text, headers } = await fetchFile('executions.csv', supervisor);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="heliograph-\d{4}-\d\d-\d\d\.csv"$/);
    const [header, ...rows] = text.trimEnd().split('\r\n');
    expect(header?.startsWith('\ufeffExécution;État;')).toBe(true);
    expect(rows).toHaveLength(3);
    expect(text).toContain(';-1,25;');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).toContain(';812;');
  });

  test('in English, with points and commas', async () => {
    const { text } = await fetchFile('executions.csv?language=en', supervisor);
    expect(text.split('\r\n')[0]).toContain('Execution,Status,');
    expect(text).toContain(',-1.25,');
  });

  test('as JSON, whole, with everything an answer was judged by', async () => {
    const { text } = await fetchFile('executions.json', supervisor);
    const { executions } = JSON.parse(text);
    expect(executions).toHaveLength(2);
    const values = executions.flatMap(({ values: own }: { values: unknown[] }) => own);
    expect(values).toContainEqual(expect.objectContaining({ step: 's02', value: '-1.25', unit: 'MΩ', outcome: 'fail', min: '1', isEffective: true }));
  });

  test('the filters in hand decide; none is a file without rows', async () => {
    const near = await fetchFile(`executions.json?siteId=${server.own.site}&status=in_progress&status=completed`, supervisor);
    expect(JSON.parse(near.text).executions).toMatchObject([{ site: { id: server.own.site } }]);
    expect(JSON.parse((await fetchFile('executions.json?status=approved', supervisor)).text)).toEqual({ executions: [] });
    expect((await fetchFile('executions.csv?status=nonsense', supervisor)).status).toBe(400);
    expect((await fetchFile('executions.csv?from=yesterday', supervisor)).status).toBe(400);
  });

  test('the door of tRPC shows a page and says where the whole is', async () => {
    const page = await supervisor.ask('export.executions', { limit: 1, status: ['in_progress', 'completed'] });
    expect(page.items).toHaveLength(1);
    expect(page.nextCursor).not.toBeNull();
    expect(page.csv).toBe('/api/export/executions.csv?status=in_progress&status=completed');
  });

  test('holds what one may see and nothing else, of this organisation', async () => {
    const own = await fetchFile('executions.json', technician);
    expect(JSON.parse(own.text).executions).toMatchObject([{ site: { id: server.own.site } }]);
    for (const { text } of [own, await fetchFile('executions.json', supervisor)]) {
      expect(text).toContain(server.own.canary);
      expect(text).not.toContain(server.other.canary);
    }
    expect((await fetchFile('executions.csv', { cookie: '' })).status).toBe(401);
    expect((await fetchFile('other.csv', supervisor)).status).toBe(404);
  });

  test('who took records out is on record', async () => {
    const { items } = await supervisor.ask('activity.list', { actions: ['export.make'] });
    expect(items[0]).toMatchObject({ action: 'export.make', details: { format: expect.any(String) } });
  });
});

test('a record made on a site that was retired since is still read', async () => {
  const { farSite } = server.own;
  const site = (await supervisor.ask('site.get', { id: farSite })).site;
  const { revision: _r, retiredAt: _t, assets: _a, ...plain } = site;
  await withOrg(server.deps.db, server.own, (tx) => saveSite(tx, { ...plain, name: 'Renommé' }));
  expect((await fetchFile(`executions.csv?siteId=${farSite}`, supervisor)).text).toContain('Renommé');
});
