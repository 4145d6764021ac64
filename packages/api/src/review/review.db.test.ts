import { createHash } from 'node:crypto';
import { insertProcedureVersion, withOrg } from '@heliograph/db';
import { type ExecutionId, executionIdSchema, operationIdSchema, procedureHash } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, newExecution, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor: Desk;
let phone: ReturnType<typeof scriptedPhone>;
beforeAll(async () => {
  server = await testServer();
  supervisor = await deskOf(server, server.own.people.supervisor);
  phone = scriptedPhone(server, server.own.people.technician, await server.signIn(server.own.people.technician));
});
afterAll(() => server.close());

const at = () => Date.now();
const answer = (x: ExecutionId, value = 'ok') =>
  phone.record({ k: 'step', x, s: 's01', p: { kind: 'check', response: { value: value === 'ok' ? 'ok' : 'fail' } }, at: at() });

async function completed(): Promise<{ id: ExecutionId; head: number }> {
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: at() });
  answer(x);
  phone.record({ k: 'complete', x, p: {}, at: at() });
  await phone.send();
  return { id: x, head: (await supervisor.ask('execution.get', { id: x })).execution.head };
}

test('approved: an operation of the protocol in the reviewer’s name, bound to what was seen', async () => {
  const { id, head } = await completed();
  const done = await supervisor.do('review.approve', { id, seen: head, note: 'Bien' });
  expect(done).toEqual({ id, status: 'approved', head: head + 1 });
  const opened = await supervisor.ask('execution.get', { id });
  expect(opened.reviews).toMatchObject([{ outcome: 'approve', seen: head, note: 'Bien', by: server.own.people.supervisor.user }]);
  expect(await supervisor.refused('review.approve', { id, seen: done.head })).toBe('CONFLICT not_completed');
});

test('returned with a note on a step: the phone is told, the run goes on, and a second completion closes the circle', async () => {
  const { id, head } = await completed();
  const returned = await supervisor.do('review.return', { id, seen: head, note: 'Photo floue', step: 's03' });
  expect(returned.status).toBe('returned');
  const told = await phone.send();
  const rows = told.kind === 'ok' ? (told.full ?? []).flatMap(({ ops }) => ops).concat(told.ops ?? []) : [];
  expect(rows.findLast(({ k }) => k === 'review')?.p).toEqual({ outcome: 'return', seen: head, note: 'Photo floue', step: 's03' });
  expect((await supervisor.ask('execution.get', { id })).returned).toMatchObject({ note: 'Photo floue', step: 's03' });
  const { site } = (await supervisor.ask('execution.get', { id })).execution;
  const { items } = await supervisor.ask('activity.list', { subjectKind: 'execution', subjectId: id, query: site.name });
  expect(items).toMatchObject([{ action: 'execution.review', details: { outcome: 'return' }, work: { step: { fr: 'Photographier' } } }]);
  const review = rows.findLast(({ k }) => k === 'review');
  phone.record({ k: 'complete', x: id, p: {}, at: at(), b: review === undefined ? [] : [operationIdSchema.parse(review.id)] });
  await phone.send();
  expect((await supervisor.ask('execution.get', { id })).execution.status).toBe('completed');
});

test('one place of a repeated step is sent back, and the record of acts names it; a place that the work does not have is refused', async () => {
  const { procedure: known } = await supervisor.ask('execution.get', { id: (await completed()).id });
  const strings = { id: 's10', title: { fr: 'Isolement', en: 'Insulation' }, instructions: { fr: '', en: '' }, required: true, holdPoint: false };
  const content = { ...known, slug: 'chaines', steps: [...known.steps, { ...strings, kind: 'check', repeat: { over: 'string' } }] };
  const hash = await procedureHash(content, async (bytes) => createHash('sha256').update(bytes).digest('hex'));
  const version = { hash, slug: 'chaines', number: 1, publishedAt: at(), publishedBy: null, content, stepIds: ['s01', 's02', 's03', 's10'] };
  await withOrg(server.deps.db, { org: server.own.org }, (tx) => insertProcedureVersion(tx, version));
  const [x, item] = [newExecution(), operationIdSchema.parse(newExecution())];
  phone.record({ k: 'start', x, p: { procedure: hash, site: server.own.site, roles: [] }, at: at() });
  phone.record({ k: 'item', x, p: { over: 'string', item, label: 'CH1.3' }, at: at() });
  phone.record({ k: 'complete', x, p: {}, at: at() });
  await phone.send();
  const wish = { id: x, seen: (await supervisor.ask('execution.get', { id: x })).execution.head, note: 'Relire' };
  expect(await supervisor.refused('review.return', { ...wish, step: `s10/${newExecution()}` })).toBe('INVALID step');
  await supervisor.do('review.return', { ...wish, step: `s10/${item}` });
  await supervisor.do('review.return', { ...wish, seen: wish.seen + 1, step: 's10' });
  const { items } = await supervisor.ask('activity.list', { subjectKind: 'execution', subjectId: x, query: 'execution.review' });
  expect(items.map(({ details }: { details: object }) => details)).toEqual([
    { outcome: 'return', step: 's10' },
    { outcome: 'return', step: `s10/${item}`, item: 'CH1.3' },
  ]);
});

test('lists tell work that was sent back or suspended from work that goes on, page by page', async () => {
  const returned = await completed();
  await supervisor.do('review.return', { id: returned.id, seen: returned.head, note: 'Relire' });
  const [going, suspended] = [newExecution(), newExecution()];
  for (const x of [going, suspended])
    phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: at() });
  phone.record({ k: 'suspend', x: suspended, p: { reason: 'Orage' }, at: at() });
  await phone.send();
  const listed = async (status: string | string[]) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await supervisor.ask('execution.list', { status, limit: 1, cursor });
      ids.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return ids;
  };
  expect(await listed('suspended')).toEqual([suspended]);
  expect(await listed('returned')).toContain(returned.id);
  expect(await listed('returned')).not.toContain(going);
  expect(await listed('in_progress')).toContain(going);
  expect(await listed('in_progress')).not.toContain(suspended);
  expect(await listed(['in_progress', 'suspended', 'returned'])).toEqual(expect.arrayContaining([going, suspended, returned.id]));
});

test('what came since the reviewer looked is told, and nothing is decided', async () => {
  const { id, head } = await completed();
  answer(id, 'fail');
  await phone.send();
  expect(await supervisor.refusal('review.approve', { id, seen: head })).toMatchObject({
    code: 'CONFLICT',
    details: { reason: 'moved', head: head + 1, kinds: ['step'], addresses: ['s01'], people: [expect.stringContaining('technician')] },
  });
  const opened = await supervisor.ask('execution.get', { id });
  expect([opened.execution.status, opened.reviews]).toEqual(['completed', []]);
});

test('work that was sent back is sent back once more in better words; approved, it is told that it was sent back', async () => {
  const { id, head } = await completed();
  await supervisor.do('review.return', { id, seen: head, note: 'À reprendre au sec' });
  const mended = { id, note: 'À reprendre au sec, étape 3', step: 's03', operation: crypto.randomUUID() };
  const told = await supervisor.refusal('review.return', { ...mended, seen: head });
  expect(told).toMatchObject({ details: { reason: 'moved', head: head + 1, kinds: ['review'] } });
  expect(await supervisor.do('review.return', { ...mended, seen: head + 1 })).toMatchObject({ status: 'returned' });
  const { returned, reviews } = await supervisor.ask('execution.get', { id });
  expect([returned, reviews]).toMatchObject([{ note: mended.note, step: 's03' }, [{ note: 'À reprendre au sec' }, { note: mended.note }]]);
  expect(await supervisor.refusal('review.approve', { id, seen: head })).toMatchObject({ details: { reason: 'not_completed', status: 'returned' } });
});

test('an approval can be taken back; work under way cannot be reviewed; a step must be one of the procedure', async () => {
  const { id, head } = await completed();
  const approved = await supervisor.do('review.approve', { id, seen: head });
  expect(await supervisor.refused('review.return', { id, seen: approved.head, note: 'x', step: 's99' })).toBe('INVALID step');
  expect((await supervisor.do('review.return', { id, seen: approved.head, note: 'Relire' })).status).toBe('returned');
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: at() });
  await phone.send();
  const { execution } = await supervisor.ask('execution.get', { id: x });
  expect(await supervisor.refused('review.approve', { id: executionIdSchema.parse(x), seen: execution.head })).toBe('CONFLICT not_completed');
  expect(await supervisor.refused('review.return', { id, seen: 0, note: ' ' })).toBe('INVALID');
});

test('sent twice it is decided once', async () => {
  const { id, head } = await completed();
  const wish = { id, seen: head, operation: crypto.randomUUID() };
  expect(await supervisor.do('review.approve', wish)).toEqual(await supervisor.do('review.approve', wish));
  expect((await supervisor.ask('execution.get', { id })).reviews).toHaveLength(1);
});
