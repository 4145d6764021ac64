import type { DeviceId, Envelope, ExecutionId, OperationId, PhotoHash } from '@heliograph/domain';
import type { ServerPorts } from '@heliograph/sync/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listActs } from '../activity.repository.ts';
import { readOrg, withOrg } from '../database.ts';
import { findExecution } from '../execution.repository.ts';
import { listAsides, readLog, readStepStates } from '../execution-log.repository.ts';
import { leaveExecution } from '../scope.repository.ts';
import { assignSite, unassignSite } from '../site.repository.ts';
import { newId, outbox, type Planted, plantOrganisation, TestPhone, testPorts } from '../testing/index.ts';
import { dump, restore } from './backup.ts';
import type { UnderTest } from './store-under-test.ts';

/** What the real server engine promises over a real database, whichever it is. */
export function engineContract(open: () => Promise<UnderTest>): void {
  let under: UnderTest;
  let plant: Planted;
  let ports: ServerPorts;
  beforeAll(async () => {
    under = await open();
    plant = await plantOrganisation(under.db);
    ports = testPorts(under.db);
  });
  afterAll(() => under.close());

  const phoneOf = (sender = plant.technician, device?: DeviceId) => new TestPhone(ports, sender, device);
  const newExecution = () => newId<ExecutionId>();
  const read = <T>(work: Parameters<typeof readOrg<T>>[2]) => readOrg(under.db, plant, work);
  /** One technician's phone with an execution under way on the server. */
  async function begun() {
    const [phone, box, x] = [phoneOf(), outbox(), newExecution()];
    await phone.sync([box.start(x, plant)]);
    return { phone, box, x };
  }

  test('a day of work arrives: log, states, execution, position and scope', async () => {
    const [phone, box, x] = [phoneOf(), outbox(), newExecution()];
    const ops = [box.start(x, plant), box.step(x, 's01'), box.step(x, 's02', { outcome: 'fail' }), box.operation(x, { k: 'complete', p: {} })];
    const answer = await phone.sync(ops);
    expect(answer.ack).toEqual({ i: 4, id: ops[3]?.id });
    expect(answer.aside).toBeUndefined();
    expect(answer.full?.map((one) => [one.x, one.ops.length])).toEqual([[x, 4]]);

    const log = await read((tx) => readLog(tx, x));
    expect(log.map(({ operation }) => operation)).toEqual(ops);
    expect(log.map(({ actorName, device }) => [actorName, device])).toEqual(Array(4).fill(['Élodie Martin', phone.device]));
    expect(log.map(({ seq }) => seq)).toEqual([...Array(4).keys()].map((n) => (log[0]?.seq ?? 0) + n));
    const summary = await read((tx) => findExecution(tx, plant.supervisor, x));
    expect(summary).toMatchObject({
      status: 'completed',
      answered: 2,
      failed: 1,
      currentStep: 's02',
      openedByName: 'Élodie Martin',
      head: log[3]?.seq,
    });
    expect(summary).toMatchObject({
      openedAt: ops[0]?.w,
      completedAt: ops[3]?.w,
      assetName: 'Onduleur 1',
      siteName: 'Les Garrigues',
      slug: 'preventive',
    });
  });

  test('a lost answer is harmless: the same batch sent again is acknowledged and applied once', async () => {
    const [phone, box, x] = [phoneOf(), outbox(), newExecution()];
    const ops = [box.start(x, plant), box.step(x, 's01')];
    const first = await phone.sync(ops);
    const head = await under.sql<{ seq: string }>(`select seq::text as seq from org_clock where org_id = '${plant.org}'`);
    const second = await phone.sync(ops);
    expect(second.ack).toEqual(first.ack);
    expect(await under.sql(`select seq::text as seq from org_clock where org_id = '${plant.org}'`)).toEqual(head);
    expect(await read((tx) => readLog(tx, x))).toHaveLength(2);
  });

  test('the same operations under a new identity are recognised by their ids', async () => {
    const { box, x, phone } = await begun();
    const step = box.step(x, 's01');
    await phone.sync([step]);
    const again = await phoneOf().sync([{ ...step, i: 1 }]);
    expect(again.ack).toEqual({ i: 1, id: step.id });
    expect(await read((tx) => readLog(tx, x))).toHaveLength(2);
  });

  test('two lineages under one identity are told apart: fork', async () => {
    const { phone, x } = await begun();
    const twin = phoneOf(plant.technician, phone.device);
    const answer = await twin.send([outbox().step(x, 's01')]);
    expect(answer.kind).toBe('fork');
    expect(await read((tx) => readLog(tx, x))).toHaveLength(1);
  });

  test('one operation from two identities at the same moment is stored once: subjects are locked before ids are looked up', async () => {
    const { box, x } = await begun();
    const [one, other] = [phoneOf(), phoneOf()];
    for (let round = 0; round < 12; round++) {
      // A phone that took a new identity sends its old work again, and the request under the old one is still on its way.
      const same = box.step(x, 's01');
      const answers = await Promise.all([one, other].map((phone) => phone.sync([{ ...same, i: round + 1 }])));
      expect(answers.map(({ ack }) => ack)).toEqual([1, 2].map(() => ({ i: round + 1, id: same.id })));
    }
    const log = await read((tx) => readLog(tx, x));
    expect(log.map(({ operation }) => operation.k)).toEqual(['start', ...Array(12).fill('step')]);
  });

  test("another person's session under this identity is a fork, and leaves no trace in the device's row", async () => {
    const { phone } = await begun();
    await phone.sync([], { build: 'mine', pending: { ops: 3, photos: 1, bytes: 9 } });
    const stranger = phoneOf(plant.colleague, phone.device);
    expect((await stranger.send([], { build: 'theirs' })).kind).toBe('fork');
    expect(await under.sql(`select build, pending, user_id from device where device_id = '${phone.device}'`)).toEqual([
      { build: 'mine', pending: { ops: 3, photos: 1, bytes: 9 }, user_id: plant.technician.user },
    ]);
  });

  test('a hole in the numbers is a gap, and nothing behind it is taken', async () => {
    const { phone, box, x } = await begun();
    box.step(x, 's01');
    expect(await phone.send([box.step(x, 's02')])).toMatchObject({ kind: 'gap', ack: { i: 1 } });
    expect(await read((tx) => readLog(tx, x))).toHaveLength(1);
  });

  test('poison in the middle of a hundred: ninety-eight are applied, two set aside, the queue drains', async () => {
    const { phone, box, x } = await begun();
    const ops = Array.from({ length: 100 }, (_, at): Envelope => {
      const text = at === 40 ? 'a\u0000b' : at === 60 ? '\ud83d' : 'fine 😀';
      return box.operation(x, { k: 'comment', p: { text } });
    });
    const answer = await phone.sync(ops);
    expect(answer.ack).toEqual({ i: 101, id: ops[99]?.id });
    expect(answer.aside?.map(({ id, state, code }) => [id, state, code]).sort()).toEqual(
      [ops[40], ops[60]].map((op) => [op?.id, 'rejected', 'schema']).sort(),
    );
    expect(await read((tx) => readLog(tx, x))).toHaveLength(99);
    const kept = await read((tx) => listAsides(tx, 10));
    expect(kept.map(({ raw }) => raw)).toEqual(expect.arrayContaining([JSON.stringify(ops[40]), JSON.stringify(ops[60])]));
  });

  test('what passes every check and the database still cannot hold is set aside alone', async () => {
    const { phone, box, x } = await begun();
    const [before, poison, after] = [box.step(x, 's01'), box.step(x, 's02'), box.step(x, 's03')];
    // The engine's own checks are stricter than the database's today; a trigger stands for the value nobody thought of.
    await refuse(under, poison.id);
    const answer = await phone.sync([before, poison, after]);
    expect(answer.ack).toEqual({ i: 4, id: after.id });
    expect(answer.aside).toEqual([{ id: poison.id, state: 'rejected', code: 'internal' }]);
    expect((await read((tx) => readLog(tx, x))).map(({ operation }) => operation.s)).toEqual([undefined, 's01', 's03']);
    expect(await read((tx) => listAsides(tx, 1))).toMatchObject([{ id: poison.id, raw: JSON.stringify(poison) }]);
  });

  test('fields that this build does not know are kept beside, to the letter', async () => {
    const { phone, box, x } = await begun();
    const op = { ...box.operation(x, { k: 'comment', p: { text: 'ok', mood: 'sunny' } }), extra: 1 };
    await phone.sync([op]);
    expect(await under.sql(`select raw from operation where op_id = '${op.id}'`)).toEqual([{ raw: JSON.stringify(op) }]);
  });

  test('a site that is not assigned cannot be started on by a technician, and can by the office', async () => {
    const there = { ...plant, site: plant.otherSite };
    const technician = await phoneOf().sync([outbox().start(newExecution(), there)]);
    expect(technician.aside).toMatchObject([{ state: 'held', code: 'not_yours' }]);
    const office = await phoneOf(plant.supervisor).sync([outbox().start(newExecution(), there)]);
    expect(office.aside).toBeUndefined();
  });

  test('two phones that answer the same step at once leave two heads: neither is lost', async () => {
    const { phone, box, x } = await begun();
    const other = phoneOf(plant.colleague);
    const otherBox = outbox();
    await other.sync([otherBox.start(x, plant)]);
    await Promise.all([phone.sync([box.step(x, 's05', { value: '1' })]), other.sync([otherBox.step(x, 's05', { value: '2' })])]);
    const [state] = await read((tx) => readStepStates(tx, x));
    expect(state?.register.heads.map(({ value }) => value).sort()).toEqual(['1', '2']);
    expect(state?.conflict).toBe(true);
  });

  test('many phones on one execution at once: everything is numbered once, without holes and without a deadlock', async () => {
    const { x } = await begun();
    const [before] = await under.sql<{ seq: number }>(`select seq::int as seq from org_clock where org_id = '${plant.org}'`);
    await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        const [phone, box] = [phoneOf(at % 2 === 0 ? plant.technician : plant.colleague), outbox()];
        await phone.sync([box.start(x, plant)]);
        for (let round = 0; round < 5; round++) await phone.sync([box.step(x, 's06'), box.step(x, 's07')]);
      }),
    );
    const log = await read((tx) => readLog(tx, x));
    expect(log).toHaveLength(1 + 6 + 60);
    const fresh = log.map(({ seq }) => seq ?? 0).filter((seq) => seq > (before?.seq ?? 0));
    expect(fresh).toEqual(Array.from({ length: 66 }, (_, at) => (before?.seq ?? 0) + 1 + at));
  });

  test('a colleague who joins is sent the execution whole; who leaves lets go of it', async () => {
    const { phone, box, x } = await begun();
    await phone.sync([box.step(x, 's01')]);
    const colleague = phoneOf(plant.colleague);
    await colleague.sync();
    const joined = await colleague.sync([outbox().start(x, plant)]);
    expect(joined.full?.map((one) => [one.x, one.ops.length])).toEqual([[x, 3]]);
    await phone.sync([box.step(x, 's02')]);
    expect((await colleague.sync()).ops?.map(({ s }) => s)).toEqual(['s02']);
    await withOrg(under.db, plant, (tx) => leaveExecution(tx, { user: plant.colleague.user, execution: x }));
    expect((await colleague.sync()).drop).toEqual([x]);
    await phone.sync([box.step(x, 's03')]);
    expect((await colleague.sync()).ops).toBeUndefined();
  });

  test('a large log is pulled page by page, and no row is stepped over', async () => {
    const { phone, box, x } = await begun();
    const colleague = phoneOf(plant.colleague);
    await colleague.sync([outbox().start(x, plant)]);
    await phone.sync(plant.steps.map((s) => box.step(x, s)));
    const got: (string | undefined)[] = [];
    for (let more = true; more; ) {
      const page = await colleague.sync([], { want: 7 });
      got.push(...(page.ops ?? []).map(({ s }) => s));
      more = page.more ?? false;
    }
    expect(got).toEqual(plant.steps);
  });

  test('a first pull brings what the person may see, and nothing of sites that are not theirs', async () => {
    const answer = await phoneOf().sync();
    const kinds = Object.groupBy(answer.refs ?? [], ({ kind }) => kind);
    expect(kinds.site?.map(({ id }) => id)).toEqual([plant.site]);
    expect(kinds.asset?.map(({ id }) => id)).toEqual([plant.asset]);
    expect(kinds.person).toHaveLength(3);
    expect(kinds.organisation?.[0]?.body).toMatchObject({ name: 'Soleil & Fils', placePolicy: 'distance', photoSide: 2048 });
    expect(kinds.procedure?.[0]?.body).toMatchObject({ hash: plant.procedure, slug: 'preventive', version: 1, publishedAt: Date.UTC(2026, 0, 15) });
    const office = await phoneOf(plant.supervisor).sync();
    expect(office.refs?.filter(({ kind }) => kind === 'site')).toHaveLength(2);
  });

  test('a pull with nothing new stays under 300 bytes', async () => {
    const phone = phoneOf();
    await phone.sync();
    const answer = await phone.send();
    expect(JSON.stringify(answer).length).toBeLessThanOrEqual(300);
  });

  test('a site that is given is sent whole, one that is taken away leaves tombstones', async () => {
    const phone = phoneOf();
    await phone.sync();
    await withOrg(under.db, plant, (tx) => assignSite(tx, { user: plant.technician.user, site: plant.otherSite }));
    expect((await phone.sync()).refs).toMatchObject([{ kind: 'site', id: plant.otherSite, body: { name: 'Plateau nord' } }]);
    await withOrg(under.db, plant, (tx) => unassignSite(tx, { user: plant.technician.user, site: plant.otherSite }));
    expect((await phone.sync()).refs).toMatchObject([{ kind: 'site', id: plant.otherSite, body: null }]);
  });

  test('photos are asked for until they are stored, smallest first, and only from the person who took them', async () => {
    const { phone, box, x } = await begun();
    const photo = (sha: string, size: number) =>
      box.operation(x, { k: 'photo', s: 's01', p: { sha, size, mime: 'image/jpeg', width: 4, height: 3, taken: 0 } });
    const [large, small] = ['a'.repeat(64), 'b'.repeat(64)];
    const answer = await phone.sync([photo(large, 900), photo(small, 100)]);
    expect(answer.blobs).toEqual([
      { sha: small, at: 0 },
      { sha: large, at: 0 },
    ]);
    expect((await phoneOf(plant.colleague).sync()).blobs).toBeUndefined();
    await under.sql(`update photo set state = 'stored' where sha = '${small satisfies string}'`);
    await under.sql(`update photo set received = 64 where sha = '${large as string as PhotoHash}'`);
    expect((await phone.sync()).blobs).toEqual([{ sha: large, at: 64 }]);
  });

  test('who may only deliver delivers, and is told nothing', async () => {
    const { phone, box, x } = await begun();
    const suspended = new TestPhone(ports, { ...plant.technician, deliverOnly: true }, phone.device);
    const op = box.step(x, 's01');
    const answer = await suspended.sync([op]);
    expect(answer.ack.id).toBe(op.id);
    expect([answer.ops, answer.full, answer.refs, answer.blobs, answer.cur]).toEqual(Array(5).fill(undefined));
  });

  test('an id that a colleague used tells nothing about what became of it', async () => {
    const { phone, box, x } = await begun();
    const op = box.operation(x, { k: 'hologram', v: 9, p: {} });
    await phone.sync([op]);
    const answer = await phoneOf(plant.colleague).sync([{ ...op, i: 1 }]);
    expect(answer.aside).toBeUndefined();
  });

  test("another organisation's execution cannot be written to, whatever its id", async () => {
    const { x } = await begun();
    const theirs = await plantOrganisation(under.db, 'Other');
    const answer = await phoneOf(theirs.technician).sync([outbox().step(x, 's01')]);
    expect(answer.aside).toMatchObject([{ state: 'held', code: 'unknown_execution' }]);
    expect(await read((tx) => readLog(tx, x))).toHaveLength(1);
  });

  test('a database that was put back to yesterday is noticed by its marks, and everything comes again', async () => {
    const { phone, box, x } = await begun();
    const backup = await dump(under);
    const lost = [box.step(x, 's01'), box.step(x, 's02')];
    await phone.sync(lost);
    const inc = phone.inc;
    await restore(under, backup);
    // The numbers are used again by somebody else before this phone comes back.
    const [other, otherBox, elsewhere] = [phoneOf(plant.colleague), outbox(), newExecution()];
    const theirs = await other.sync([otherBox.start(elsewhere, plant), ...plant.steps.map((s) => otherBox.step(elsewhere, s))]);
    expect(theirs.aside).toBeUndefined();

    const answer = await phone.send([box.step(x, 's03')]);
    expect(answer).toMatchObject({ kind: 'incarnation', ack: { i: 1 } });
    expect('inc' in answer && answer.inc).not.toBe(inc);
    // Noticed once, whoever else calls: the office is told when, by whose phone, and how far the work went that was still there.
    await phone.send([]);
    const noticed = await read((tx) => listActs(tx, { actions: ['server.'], limit: 9 }));
    expect(noticed).toMatchObject([{ actor: null, details: { noticedBy: plant.technician.user, lastRecordAt: expect.any(Number) } }]);
    // As a phone does: it starts over from what the server holds.
    phone.inc = 'inc' in answer ? answer.inc : null;
    phone.cur = null;
    phone.seen = null;
    await phone.sync(lost);
    expect((await read((tx) => readLog(tx, x))).map(({ operation }) => operation.id)).toEqual(expect.arrayContaining(lost.map(({ id }) => id)));
  });
}

/** Makes the database refuse the envelope of one operation as it would refuse a text it cannot hold. */
async function refuse(under: UnderTest, id: OperationId): Promise<void> {
  const name = `refuse_${id.replaceAll('-', '')}`;
  await under.sql(`create function ${name}() returns trigger language plpgsql as $$ begin
    if new.op_id = '${id}' and new.envelope is not null then raise exception 'cannot hold this' using errcode = '22P05'; end if; return new; end $$`);
  await under.sql(`create trigger ${name} before insert on operation for each row execute function ${name}()`);
}
