import { FIRST_REMARKS } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: string;
beforeAll(async () => {
  server = await testServer();
  supervisor = await server.signIn(server.own.people.supervisor);
});
afterAll(() => server.close());

const own = [{ id: 'a', kind: 'measurement', category: null, text: { fr: 'Pluie', en: 'Rain' } }];
const list = async () => (await server.call('remark.list', { cookie: supervisor })).data;
const save = (input: object) => server.call('remark.save', { method: 'POST', cookie: supervisor, input });

async function toldTo(person: 'technician', whose = server.own) {
  const cookie = await server.signIn(whose.people[person]);
  const delivery = { proto: 1, user: whose.people[person].user, dev: crypto.randomUUID(), nonce: 'n' };
  const { data } = await server.call('sync.exchange', { method: 'POST', cookie, input: delivery });
  return data.refs.find(({ kind }: { kind: string }) => kind === 'organisation').body;
}

test('an organisation begins with ours, and phones hear of its own once it has written them', async () => {
  const before = await list();
  expect(before.remarks).toEqual(FIRST_REMARKS);
  expect(await toldTo('technician')).not.toHaveProperty('remarks');
  const { data } = await save({ revision: before.revision, remarks: own });
  expect(data.remarks).toEqual(own);
  expect(await toldTo('technician')).toMatchObject({ remarks: own });
  expect(await toldTo('technician', server.other)).not.toHaveProperty('remarks');
  expect(await list()).toEqual(data);
});

test('of two who save at once the second is told', async () => {
  const { revision } = await list();
  await save({ revision, remarks: [] });
  expect((await save({ revision, remarks: own })).error).toMatchObject({ code: 'CONFLICT', details: { reason: 'changed' } });
  expect((await list()).remarks).toEqual([]);
});
