import type { ExecutionId, ProcedureHash } from '@heliograph/domain';
import { revisitHeld, type ServerPorts } from '@heliograph/sync/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOrg, withOrg } from '../database.ts';
import { readLog } from '../execution-log.repository.ts';
import { findHeld, listHeld } from '../held.repository.ts';
import { joinExecution } from '../scope.repository.ts';
import { newId, outbox, type Planted, plantOrganisation, TestPhone, testPorts } from '../testing/index.ts';
import type { UnderTest } from './store-under-test.ts';

/** What the real server engine keeps over a real database until it can be applied, and how it lets it in. */
export function heldContract(open: () => Promise<UnderTest>): void {
  let under: UnderTest;
  let plant: Planted;
  let ports: ServerPorts;
  beforeAll(async () => {
    under = await open();
    plant = await plantOrganisation(under.db);
    ports = testPorts(under.db);
  });
  afterAll(() => under.close());

  const phoneOf = (sender = plant.technician) => new TestPhone(ports, sender);
  const newExecution = () => newId<ExecutionId>();
  /** One technician's phone with an execution under way on the server. */
  async function begun() {
    const [phone, box, x] = [phoneOf(), outbox(), newExecution()];
    await phone.sync([box.start(x, plant)]);
    return { phone, box, x };
  }
  const read = <T>(work: Parameters<typeof readOrg<T>>[2]) => readOrg(under.db, plant, work);

  test('a kind from a newer app is held, kept to the letter, and acknowledged', async () => {
    const { phone, box, x } = await begun();
    const op = box.operation(x, { k: 'hologram', v: 3, p: { depth: [1, { a_b: 'C' }] } });
    const answer = await phone.sync([op]);
    expect(answer.aside).toEqual([{ id: op.id, state: 'held', code: 'newer_kind' }]);
    expect(await under.sql(`select envelope, state, raw from operation where op_id = '${op.id}'`)).toEqual([
      { envelope: op, state: 'held', raw: null },
    ]);
  });

  test('a start that cannot be applied is held with all that follows it', async () => {
    const [phone, box, x] = [phoneOf(), outbox(), newExecution()];
    const start = box.start(x, { ...plant, procedure: '0'.repeat(64) as string as ProcedureHash });
    const step = box.step(x, 's01');
    const { aside = [] } = await phone.sync([start, step]);
    // A first pull also tells what waits of theirs from elsewhere.
    const told = new Map(aside.map(({ id, state, code }) => [id, `${state} ${code}`]));
    expect([told.get(start.id), told.get(step.id)]).toEqual(['held unknown_procedure', 'held follows_held']);
    // And what comes later, in another batch.
    const later = await phone.sync([box.step(x, 's02')]);
    expect(later.aside).toMatchObject([{ state: 'held', code: 'follows_held' }]);
  });

  test('what waited for its author to be let in goes before what they send next, as it came; and they hear of it', async () => {
    const { x } = await begun();
    const [phone, box] = [phoneOf(plant.colleague), outbox()];
    const early = [box.step(x, 's01'), box.step(x, 's02')];
    expect((await phone.sync(early)).aside).toMatchObject([{ code: 'not_yours' }, { code: 'not_yours' }]);
    await withOrg(under.db, plant, (tx) => joinExecution(tx, { user: plant.colleague.user, execution: x }));
    const last = box.operation(x, { k: 'complete', p: {} });
    const answer = await phone.sync([last], { held: early.map(({ id }) => id) });
    expect(answer.applied?.toSorted()).toEqual(early.map(({ id }) => id).sort());
    const log = await read((tx) => readLog(tx, x));
    expect(log.slice(1).map(({ operation, flags }) => [operation.id, flags])).toEqual([...early, last].map(({ id }) => [id, []]));
  });

  test('what came in a file and waited goes on saying so once it is applied, and of what came with it each has its own end', async () => {
    const { x } = await begun();
    const [phone, box] = [phoneOf(plant.colleague), outbox()];
    const [brought, sent, wrong] = [box.step(x, 's01'), box.step(x, 's02'), box.step(x, 's99')];
    await phone.sync([brought, sent, wrong]);
    await under.sql(`update operation set delivered_by = '${plant.supervisor.user}' where op_id = '${brought.id}'`);
    await withOrg(under.db, plant, (tx) => joinExecution(tx, { user: plant.colleague.user, execution: x }));
    expect(await revisitHeld(ports, plant.colleague)).toBe(3);
    const log = await read((tx) => readLog(tx, x));
    expect(log.slice(1).map(({ operation, flags }) => [operation.id, flags])).toEqual([
      [brought.id, ['imported']],
      [sent.id, []],
    ]);
    expect(await under.sql(`select state, code, seq from operation where op_id = '${wrong.id}'`)).toEqual([
      { state: 'rejected', code: 'unknown_step', seq: null },
    ]);
  });

  test('what followed a start waits for nothing but its work once that start is refused for good', async () => {
    const [box, x] = [outbox(), newExecution()];
    const start = box.start(x, { ...plant, procedure: '0'.repeat(64) as string as ProcedureHash });
    await phoneOf().sync([start, box.step(x, 's01')]);
    const other = outbox();
    await phoneOf(plant.colleague).sync([other.step(x, 's02')]);
    const codes = async () => {
      const [theirs, colleagues] = await Promise.all(
        [plant.technician, plant.colleague].map(({ user }) => read((tx) => findHeld(tx, { user, execution: x }))),
      );
      return [theirs, colleagues].map((groups) => groups?.map(({ code }) => code));
    };
    expect(await codes()).toEqual([['unknown_procedure'], ['follows_held']]);
    await under.sql(`update operation set state = 'rejected', code = 'internal' where op_id = '${start.id}'`);
    expect(await codes()).toEqual([['unknown_execution'], ['unknown_execution']]);
  });

  test('lines that nothing here can settle do not push off the page what a press lets in', async () => {
    const own = await plantOrganisation(under.db, 'Tout attend');
    const list = () => readOrg(under.db, own, listHeld);
    const [phone, box] = [new TestPhone(ports, own.technician), outbox()];
    await phone.sync(Array.from({ length: 50 }, () => box.operation(newExecution(), { k: 'hologram', p: {} })));
    expect(await list()).toMatchObject({ more: 0 });
    const [x, forgotten, supervisors] = [newExecution(), newExecution(), outbox()];
    await new TestPhone(ports, own.supervisor).sync([supervisors.start(x, own)]);
    await phone.sync([box.step(forgotten, 's01'), box.step(x, 's01')]);
    const { groups, more } = await list();
    expect([groups.length, more]).toEqual([50, 2]);
    expect(groups.slice(0, 3).map(({ code }) => code)).toEqual(['not_yours', 'unknown_execution', 'newer_kind']);
  });
}
