import { assignSite, serverTx, unassignSite, withOrg } from '@heliograph/db';
import { testPostgres } from '@heliograph/db/testing';
import { type ExecutionId, executionIdSchema } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, newExecution, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

/** Two people at the same thing at the same moment, on a server that can really do two things at once. */

let here: Awaited<ReturnType<typeof testPostgres>>;
let server: TestServer;
let supervisor: Desk;
let admin: Desk;
beforeAll(async () => {
  here = await testPostgres();
  server = await testServer({ db: here.db });
  [supervisor, admin] = [await deskOf(server, server.own.people.supervisor), await deskOf(server, server.own.people.admin)];
});
afterAll(async () => {
  await server.close();
  await here.close();
});

const outcomes = (answers: readonly string[]) => answers.toSorted();
const startedBy = async (): Promise<{ id: ExecutionId; phone: ReturnType<typeof scriptedPhone> }> => {
  const { technician } = server.own.people;
  const { id } = await supervisor.do('assignment.create', {
    ...{ procedure: server.own.procedure, siteId: server.own.site, personIds: [technician.user], day: '2026-06-01' },
  });
  const phone = scriptedPhone(server, technician, await server.signIn(technician));
  phone.record({
    k: 'start',
    x: executionIdSchema.parse(id),
    p: { procedure: server.own.procedure, site: server.own.site, roles: [] },
    at: Date.now(),
  });
  return { id: executionIdSchema.parse(id), phone };
};

test('of two admins who change one asset at once, one is told', async () => {
  const asset = await admin.do('asset.create', { site: server.own.site, type: 'fence' });
  for (let n = 0; n < 5; n++) {
    const { revision } = (await admin.ask('asset.get', { id: asset.id })).asset;
    const write = (name: string) => admin.refused('asset.update', { ...asset, revision, name: `${name} ${n}` });
    expect(outcomes(await Promise.all([write('A'), write('B')]))).toEqual(['CONFLICT changed', 'not refused']);
  }
});

test('numbers given at once are all different', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => admin.do('asset.create', { site: server.own.site, type: 'meter' })));
  expect(new Set(made.map(({ code }) => code)).size).toBe(8);
});

test('two moves that would each be right do not close a circle together', async () => {
  for (let n = 0; n < 5; n++) {
    const [a, b] = [
      await admin.do('asset.create', { site: server.own.site, type: 'fence', attributes: {} }),
      await admin.do('asset.create', { site: server.own.site, type: 'fence', attributes: {} }),
    ];
    const move = (one: { id: string }, below: { id: string }) => admin.refused('asset.update', { ...one, parent: below.id });
    expect(outcomes(await Promise.all([move(a, b), move(b, a)]))).toEqual(['INVALID cycle', 'not refused']);
  }
});

test('of two supervisors who decide at once, one decision stands and the other is told so', async () => {
  for (let n = 0; n < 5; n++) {
    const { id, phone } = await startedBy();
    phone.record({ k: 'complete', x: id, p: {}, at: Date.now() });
    await phone.send();
    const { head } = (await supervisor.ask('execution.get', { id })).execution;
    const decided = await Promise.all([
      supervisor.refused('review.approve', { id, seen: head }),
      admin.refused('review.return', { id, seen: head, note: 'Relire' }),
    ]);
    const { reviews } = await supervisor.ask('execution.get', { id });
    // What was approved may still be sent back, once it is read; what was sent back is not to be approved.
    expect([outcomes(decided), reviews]).toMatchObject(
      reviews[0]?.outcome === 'approve'
        ? [['CONFLICT moved', 'not refused'], [{ outcome: 'approve' }]]
        : [['CONFLICT not_completed', 'not refused'], [{ outcome: 'return' }]],
    );
  }
});

test('an act that is sent again while it still runs is done once, and stands once in the record of acts', async () => {
  for (let n = 0; n < 4; n++) {
    const [returned, cancelled, withdrawn] = [await startedBy(), await startedBy(), await startedBy()];
    returned.phone.record({ k: 'complete', x: returned.id, p: {}, at: Date.now() });
    await returned.phone.send();
    const { head } = (await supervisor.ask('execution.get', { id: returned.id })).execution;
    for (const [path, input] of [
      ['review.return', { id: returned.id, seen: head, note: 'Relire' }],
      ['execution.cancel', { id: cancelled.id, reason: 'Orage' }],
      ['assignment.withdraw', { id: withdrawn.id, reason: 'Orage' }],
    ] as const) {
      const wish = { ...input, operation: crypto.randomUUID() };
      expect(await Promise.all([supervisor.refused(path, wish), supervisor.refused(path, wish)])).toEqual(['not refused', 'not refused']);
      const { items } = await supervisor.ask('activity.list', { subjectKind: 'execution', subjectId: input.id });
      expect(items.filter(({ action }: { action: string }) => action !== 'execution.assign')).toHaveLength(1);
    }
  }
});

test('of two desks that move the same work at once, one is told', async () => {
  for (let n = 0; n < 4; n++) {
    const { id } = await startedBy();
    const { head } = (await supervisor.ask('execution.get', { id })).execution;
    const move = (desk: Desk, day: string) =>
      desk.refused('assignment.change', { id, personIds: [server.own.people.technician.user], day, seen: head });
    expect(outcomes(await Promise.all([move(supervisor, '2026-06-02'), move(admin, '2026-06-03')]))).toEqual(['CONFLICT changed', 'not refused']);
  }
});

test('withdrawn in the moment it is delivered: the work is there, whichever came first', async () => {
  for (let n = 0; n < 5; n++) {
    const { id, phone } = await startedBy();
    phone.record({ k: 'step', x: id, s: 's01', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() });
    const [sent] = await Promise.all([phone.send(), supervisor.do('assignment.withdraw', { id, reason: 'Orage' })]);
    expect(sent).toMatchObject({ kind: 'ok' });
    expect(sent).not.toHaveProperty('aside');
    const kinds = (await supervisor.ask('execution.get', { id })).history.map(({ operation }: { operation: { k: string } }) => operation.k);
    expect(kinds.toSorted()).toEqual(['cancel', 'plan', 'start', 'step']);
  }
});

test('an import and a change by form wait for each other: nothing is half done', async () => {
  const rows = Array.from({ length: 400 }, (_, n) => `R-${n};string`);
  const file = btoa(['code;type', ...rows].join('\n'));
  const [done, made] = await Promise.all([
    admin.do('asset.import', { site: server.own.site, file, dryRun: false }),
    admin.do('asset.create', { site: server.own.site, type: 'string', code: 'R-1000' }),
  ]);
  expect([done.isDone, done.created, made.code]).toEqual([true, 400, 'R-1000']);
});

test('a desk that opens a site with work waits for a phone that delivers to that work, and neither is in the other’s way', async () => {
  const { people, procedure, site, farSite } = server.own;
  const closeSite = () => withOrg(server.deps.db, server.own, (tx) => unassignSite(tx, { user: people.technician.user, site: farSite }));
  const x = newExecution();
  const first = scriptedPhone(server, people.admin, await server.signIn(people.admin));
  first.record({ k: 'start', x, p: { procedure, site: farSite, roles: [] }, at: Date.now() });
  await first.send();
  const second = scriptedPhone(server, people.technician, await server.signIn(people.technician));
  second.record({ k: 'comment', x, p: { text: 'sans y être' }, at: Date.now() });
  await second.send();
  const given = newExecution();
  const work = { id: given, procedure, siteId: farSite, personIds: [people.technician.user], day: '2026-06-01', openSite: true };
  const presses = [
    [x, () => supervisor.refused('device.admit', { author: people.technician.user, execution: x })],
    [given, () => supervisor.refused('assignment.create', work)],
  ] as const;
  for (const [id, press] of presses) {
    await closeSite();
    const [locked, pressed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const delivering = withOrg(server.deps.db, server.own, async (tx) => {
      // As a push does: the work first, the counter last.
      await serverTx(tx).lockSubjects([id]);
      locked.resolve();
      await pressed.promise;
      await assignSite(tx, { user: people.admin.user, site });
    });
    await locked.promise;
    const pressing = press();
    // Long enough for the press to come as far as it does.
    await new Promise((resolve) => setTimeout(resolve, 500));
    pressed.resolve();
    await delivering;
    expect(await pressing).toBe('not refused');
  }
});
