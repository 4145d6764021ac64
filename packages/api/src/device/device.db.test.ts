import { createHash } from 'node:crypto';
import { assignSite, insertProcedureVersion, withOrg } from '@heliograph/db';
import { type Envelope, type ExecutionId, photoHashSchema, procedureHashSchema } from '@heliograph/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realPhoto } from '../photo/hostile.ts';
import { applyHeld } from '../sync/held.service.ts';
import { begunExecution, newcomer, newExecution, ORIGIN, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

const HOUR = 3_600_000;
let server: TestServer;
let admin = '';
let technician = '';
beforeAll(async () => {
  server = await testServer();
  admin = await server.signIn(server.own.people.admin, 'desktop');
  technician = await server.signIn(server.own.people.technician);
});
afterAll(() => server.close());

const call = async (path: string, input?: object, cookie = admin) => (await server.call(path, { input, cookie, method: 'GET' })).data;
const act = (path: string, input: object, cookie = admin) => server.call(path, { input, cookie, method: 'POST' });
const exchange = (request: object, cookie = technician) =>
  act('sync.exchange', { proto: 1, nonce: 'n', user: server.own.people.technician.user, ...request }, cookie);

describe('the fleet', () => {
  const phoneOf = async (dev: string) => {
    const { phones } = await call('device.list');
    return phones.find(({ handle }: { handle: string }) => handle === server.deps.keys.handle(`${server.own.org} ${dev}`));
  };

  test('shows what waits on a phone, and is alarmed once it has waited too long', async () => {
    const dev = crypto.randomUUID();
    await exchange({ dev, build: 'b1', pending: { ops: 3, photos: 2, bytes: 9, since: Date.now() - 23 * HOUR } });
    expect(await phoneOf(dev)).toMatchObject({ build: 'b1', standing: 'waiting', pending: { records: 3, photos: 2 } });
    await exchange({ dev, build: 'b1', pending: { ops: 3, photos: 2, bytes: 9, since: Date.now() - 25 * HOUR } });
    expect(await phoneOf(dev)).toMatchObject({ standing: 'overdue' });
    await exchange({ dev, build: 'b2' });
    expect(await phoneOf(dev)).toMatchObject({ build: 'b2', standing: 'clear', since: null });
  });

  test('keeps what a phone lost until somebody has read it, and forgets what was written off once the phone is heard of again', async () => {
    const dev = crypto.randomUUID();
    await exchange({ dev, lost: { ops: 14, photos: 1, at: 5 }, pending: { ops: 1, photos: 0, bytes: 0, since: 1 } });
    await exchange({ dev, pending: { ops: 1, photos: 0, bytes: 0, since: 1 } });
    const { handle, standing, lost } = await phoneOf(dev);
    expect([standing, lost]).toEqual(['lost', { ops: 14, photos: 1, at: 5 }]);
    await act('device.dismiss', { handle });
    expect(await phoneOf(dev)).toMatchObject({ standing: 'dismissed', lost: null });
    await exchange({ dev, pending: { ops: 1, photos: 0, bytes: 0, since: 1 } });
    expect(await phoneOf(dev)).toMatchObject({ standing: 'overdue' });
  });

  test('an outbox that its phone found gone alarms once, as the loss that the next one tells of, and counts again if it is heard of', async () => {
    const [gone, dev] = [crypto.randomUUID(), crypto.randomUUID()];
    const waiting = { ops: 14, photos: 1, bytes: 9, since: Date.now() - 25 * HOUR };
    await exchange({ dev: gone, pending: waiting });
    expect(await phoneOf(gone)).toMatchObject({ standing: 'overdue' });
    await exchange({ dev, lost: { ops: 14, photos: 1, at: 5, dev: gone } });
    expect(await phoneOf(gone)).toMatchObject({ standing: 'dismissed', pending: { records: 0, photos: 0 }, since: null });
    expect(await phoneOf(dev)).toMatchObject({ standing: 'lost', lost: { ops: 14, photos: 1, at: 5 } });
    expect(JSON.stringify(await phoneOf(dev))).not.toContain(gone);
    await exchange({ dev: gone, pending: waiting });
    expect(await phoneOf(gone)).toMatchObject({ standing: 'overdue' });
    // Somebody else's is not theirs to close.
    const second = await newcomer(server, server.own, 'technician');
    const cookie = await server.signIn(second);
    await exchange({ user: second.user, dev: crypto.randomUUID(), lost: { ops: 1, photos: 0, at: 5, dev: gone } }, cookie);
    expect(await phoneOf(gone)).toMatchObject({ standing: 'overdue' });
  });

  test('no answer tells the id of a device, to anybody', async () => {
    const phone = scriptedPhone(server, server.own.people.technician, technician);
    const id = newExecution();
    phone.record({ k: 'start', x: id, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: Date.now() });
    await phone.send();
    const supervisor = await server.signIn(server.own.people.supervisor);
    for (const cookie of [technician, supervisor, admin])
      for (const [path, input] of [
        ['execution.get', { id }],
        ['execution.receipt', { id }],
        ['device.list', undefined],
        ['person.get', { id: server.own.people.technician.user }],
      ] as const) {
        const { text } = await server.call(path, { cookie, input });
        expect(text).not.toContain(phone.device);
      }
  });
});

/** What one phone recorded and never sent. */
async function unsentWork(photo: Uint8Array): Promise<{ x: ExecutionId; operations: Envelope[] }> {
  const { procedure, site, people } = server.own;
  const phone = scriptedPhone(server, people.technician, technician);
  const x = newExecution();
  const sha = photoHashSchema.parse(createHash('sha256').update(photo).digest('hex'));
  const shown = { sha, size: photo.byteLength, mime: 'image/jpeg' as const, width: 640, height: 480, taken: Date.now() };
  const operations = [
    phone.record({ k: 'start', x, p: { procedure, site, roles: ['technician'] }, at: Date.now() }),
    phone.record({ k: 'step', x, s: 's01', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() }),
    phone.record({ k: 'photo', x, s: 's03', p: shown, at: Date.now() }),
  ];
  return { x, operations };
}

describe('a rescue file handed in at the desk', () => {
  test('stands under its author’s name, says who brought it, and brings nothing when it is handed in again', async () => {
    const photo = await realPhoto();
    const { x, operations } = await unsentWork(photo);
    const author = server.own.people.technician.user;
    expect((await act('device.handIn', { author, operations })).data).toEqual({ applied: 3, held: 0, rejected: 0, known: 0 });
    expect((await act('device.handIn', { author, operations })).data).toEqual({ applied: 0, held: 0, rejected: 0, known: 3 });
    const { history, photos } = await call('execution.get', { id: x });
    expect(history.map(({ actor, flags }: { actor: string; flags: string[] }) => [actor, flags])).toEqual(Array(3).fill([author, ['imported']]));
    const { rows } = await withOrg(server.deps.db, server.own, async (tx) => ({
      rows: await tx.selectFrom('operation').select('deliveredBy').where('executionId', '=', x).execute(),
    }));
    expect(rows.map(({ deliveredBy }) => deliveredBy)).toEqual(Array(3).fill(server.own.people.admin.user));
    // The photo by its own door, in the hands of whoever brought the file.
    const answer = await server.handlers.photo(
      new Request(`${ORIGIN}/api/photos/${photos[0].sha}`, {
        method: 'PATCH',
        body: new Uint8Array(photo),
        headers: {
          ...{ origin: ORIGIN, cookie: admin, 'content-type': 'application/offset+octet-stream' },
          ...{ 'upload-offset': '0', 'upload-length': String(photo.byteLength) },
        },
      }),
    );
    expect(answer.status).toBeLessThan(300);
    expect((await call('execution.receipt', { id: x })).count).toEqual({
      records: 3,
      delivered: 3,
      photos: 1,
      photosDelivered: 1,
      photosElsewhere: 0,
    });
  });

  test('the phone that comes back later sends the same, and nothing stands twice', async () => {
    const { x, operations } = await unsentWork(new Uint8Array([1, 2, 3]));
    await act('device.handIn', { author: server.own.people.technician.user, operations });
    expect((await exchange({ dev: crypto.randomUUID(), ops: operations })).data.ack).toEqual({ i: 3, id: operations[2]?.id });
    expect((await call('execution.get', { id: x })).history).toHaveLength(3);
  });

  test('changes no hands: not by a supervisor, not for somebody of another organisation', async () => {
    const { operations } = await unsentWork(new Uint8Array([4]));
    const supervisor = await server.signIn(server.own.people.supervisor);
    const author = server.own.people.technician.user;
    expect((await act('device.handIn', { author, operations }, supervisor)).error?.code).toBe('NOT_ALLOWED');
    expect((await act('device.handIn', { author: server.other.people.technician.user, operations })).error?.code).toBe('NOT_FOUND');
  });
});

describe('a record that the server refused', () => {
  test('stands on the office’s receipt with who, what and why, also where nobody could read it, until its author has said it anew', async () => {
    const x = await begunExecution(server, server.own);
    const phone = scriptedPhone(server, server.own.people.technician, technician);
    const answer = (s: string, more: object = {}) => ({ k: 'step' as const, x, s, p: { kind: 'check', response: { value: 'ok' }, ...more } });
    phone.record({ ...answer('nowhere'), at: Date.now() });
    phone.record({ ...answer('s01', { verdict: 'perhaps' }), at: Date.now() });
    const noted = Date.now();
    expect(await phone.send()).toMatchObject({ aside: [{ code: 'unknown_step' }, { code: 'schema' }] });
    const refusedOf = async (id: string) =>
      (await call('execution.receipt', { id })).refused.map(({ code, address, by }: Record<string, string>) => [code, address, by]);
    const by = `technician ${server.own.canary}`;
    expect(await refusedOf(x)).toEqual([
      ['unknown_step', 'nowhere', by],
      ['schema', 's01', by],
    ]);
    expect(await refusedOf(await begunExecution(server, server.own))).toEqual([]);
    phone.record({ ...answer('s01'), at: noted + 1 });
    await phone.send();
    expect(await refusedOf(x)).toEqual([['unknown_step', 'nowhere', by]]);
  });
});

describe('a record that waits at the server', () => {
  test('is applied once what it waited for is there, with all that follows it, and the phone hears of it', async () => {
    const { people, site } = server.own;
    const procedure = procedureHashSchema.parse(createHash('sha256').update(crypto.randomUUID()).digest('hex'));
    const phone = scriptedPhone(server, people.technician, technician);
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure, site, roles: [] }, at: Date.now() });
    phone.record({ k: 'comment', x, p: { text: 'avant la publication' }, at: Date.now() });
    expect(await phone.send()).toMatchObject({ aside: [{ code: 'unknown_procedure' }, { code: 'follows_held' }] });
    expect(await applyHeld(server.deps)).toBe(0);
    await withOrg(server.deps.db, server.own, (tx) =>
      insertProcedureVersion(tx, {
        ...{ hash: procedure, slug: 'tard', number: 1, publishedAt: Date.now(), publishedBy: null, content: {}, stepIds: ['s01'] },
      }),
    );
    const { data } = await exchange({ dev: crypto.randomUUID() });
    expect(await applyHeld(server.deps)).toBe(2);
    expect(await applyHeld(server.deps)).toBe(0);
    const later = (await exchange({ dev: crypto.randomUUID(), cur: data.cur })).data;
    expect(later.full.map((one: { x: string; ops: { k: string }[] }) => [one.x, one.ops.map(({ k }) => k)])).toEqual([[x, ['start', 'comment']]]);
  });

  test('a kind that this build has learned is applied from what the older one kept (H33)', async () => {
    const x = await begunExecution(server, server.own);
    const phone = scriptedPhone(server, server.own.people.technician, technician);
    const unknown = phone.record({ k: 'comment', x, p: { text: 'd’une application plus récente' }, at: Date.now() });
    await phone.send();
    // As an older build left it: stored whole, acknowledged, without a place in the log.
    await withOrg(server.deps.db, server.own, (tx) =>
      tx.updateTable('operation').set({ state: 'held', seq: null, code: 'newer_kind' }).where('opId', '=', unknown.id).execute(),
    );
    expect((await call('execution.get', { id: x })).comments).toHaveLength(1);
    // The office says that it has it and could not apply it: nothing of it is on its way.
    expect(await call('execution.receipt', { id: x })).toMatchObject({ count: { records: 4, delivered: 3 }, refused: [] });
    expect(await applyHeld(server.deps)).toBe(1);
    expect((await call('execution.get', { id: x })).comments).toHaveLength(2);
  });

  test('work begun on a site that is given only later arrives then', async () => {
    const someone = await newcomer(server, server.own, 'technician');
    const cookie = await server.signIn(someone);
    const phone = scriptedPhone(server, someone, cookie);
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: Date.now() });
    expect(await phone.send()).toMatchObject({ aside: [{ state: 'held', code: 'not_yours' }] });
    await withOrg(server.deps.db, server.own, (tx) => assignSite(tx, { user: someone.user, site: server.own.site }));
    expect(await applyHeld(server.deps)).toBe(1);
    expect((await server.call('execution.get', { cookie, input: { id: x } })).status).toBe(200);
  });
});
