import type { ExecutionId, ProcedureHash } from '@heliograph/domain';
import { openPhone, type Phone } from '@heliograph/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../../test/eventually.ts';
import { freshBrowser } from '../../test/fresh-database.ts';
import { type Office, openOffice } from '../../test/office.ts';
import { openCache } from '../cache/cache.ts';
import { assetRef, executionId, logRow, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { webClock, webRandom } from '../platform/web.ts';
import { openTransport } from '../transport/exchange-transport.ts';
import { putForgottenWorkAway } from './left-work.ts';
import { createLocalView, type LocalView } from './local-view.ts';
import type { Readable } from './readable.ts';

let office: Office;
const open: LocalView[] = [];
beforeEach(() => {
  freshBrowser();
  office = openOffice();
});
afterEach(() => {
  for (const view of open.splice(0)) view.close();
});

/** One tab of the person's browser. */
async function tab(): Promise<{ view: LocalView; phone: Phone }> {
  const view = createLocalView({ owner: owner(), outbox: openOutbox(owner()), cache: openCache(owner()) });
  open.push(view);
  const transport = openTransport({ fetch: office.fetch });
  const ports = { owner: owner(), outbox: view.outbox, cache: view.cache, transport, clock: webClock, random: webRandom, build: 't', session: 1 };
  return { view, phone: await openPhone(ports) };
}
const comment = (text: string, x: ExecutionId = executionId(1)) => ({ draft: { k: 'comment', x, p: { text } } });
const start = (x: ExecutionId) => ({ draft: { k: 'start', x, p: { procedure: 'a'.repeat(64), site: executionId(8), roles: [] } } });
/** The value once it is there. */
async function read<T>(readable: Readable<T>, isReady: (value: T) => boolean = (value) => value !== undefined): Promise<T> {
  const end = readable.subscribe(() => undefined);
  await eventually(() => expect(isReady(readable.get())).toBe(true));
  end();
  return readable.get();
}
const comments = (view: LocalView, x = executionId(1)) =>
  view
    .execution(x)
    .get()
    ?.comments.map(({ p }) => p.text);

test('a tip is nobody’s execution: it is counted as waiting and stands among the tips alone', async () => {
  const { view, phone } = await tab();
  const p = { submit: true, language: 'fr', title: 'Capot', content: 'Le retenir.', category: 'safety', tags: [], links: {}, photos: [] };
  await phone.record([{ draft: { k: 'tip', x: executionId(7), p } }]);
  expect((await read(view.tips, (tips) => tips?.length === 1))?.[0]).toMatchObject({ id: executionId(7), isUnsent: true });
  expect(await read(view.executions)).toEqual([]);
  expect((await read(view.unsent))?.operations).toBe(1);
});

describe('an execution on the phone', () => {
  test('is unknown until it is read, then what the server and this phone say together', async () => {
    office.add([logRow(1)]);
    const { view, phone } = await tab();
    await phone.record([comment('ici')]);
    expect(view.execution(executionId(1)).get()).toBeUndefined();
    const before = await read(view.execution(executionId(1)));
    expect([before?.history.length, before?.history[0]?.seq]).toEqual([1, null]);
    await phone.exchange();
    const after = await read(view.execution(executionId(1)), (state) => state?.history.length === 2);
    expect(after?.history.map(({ seq }) => seq)).toEqual([1, 2]);
    expect([...(after?.registers.keys() ?? [])]).toEqual(['s01']);
  });

  test('shows a recorded answer at the very moment its tick may be shown, and the same object until something changes', async () => {
    const { view, phone } = await tab();
    await read(view.execution(executionId(1)));
    await phone.record([comment('un')]);
    const shown = view.execution(executionId(1)).get();
    expect(comments(view)).toEqual(['un']);
    expect(view.execution(executionId(1)).get()).toBe(shown);
    expect(view.execution(executionId(1))).toBe(view.execution(executionId(1)));
  });

  test('is not disturbed by work on another one', async () => {
    const { view, phone } = await tab();
    const before = await read(view.execution(executionId(1)));
    await phone.record([comment('ailleurs', executionId(2))]);
    expect(view.execution(executionId(1)).get()).toBe(before);
  });

  test('shows the last reading, whichever comes back first', async () => {
    const plain = openCache(owner());
    let hold: Promise<void> | null = null;
    const slow = {
      ...plain,
      read: async <T>(work: Parameters<typeof plain.read<T>>[0]) => {
        const mine = hold;
        const value = await plain.read(work);
        await mine;
        return value;
      },
    };
    const view = createLocalView({ owner: owner(), outbox: openOutbox(owner()), cache: slow });
    open.push(view);
    await read(view.execution(executionId(1)));
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    await view.cache.write((tx) => tx.putLog(0, [logRow(1)]));
    await new Promise((resolve) => setTimeout(resolve, 10));
    hold = null;
    await view.cache.write((tx) => tx.putLog(0, [logRow(2)]));
    await read(view.execution(executionId(1)), (state) => state?.history.length === 2);
    release();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(view.execution(executionId(1)).get()?.history.length).toBe(2);
  });

  test('loses what the server rejected and keeps it to be looked at', async () => {
    office.rejects.set('comment', 'not_yours');
    const { view, phone } = await tab();
    await phone.record([comment('refusé')]);
    await read(view.execution(executionId(1)));
    expect(comments(view)).toEqual(['refusé']);
    await read(view.asides);
    expect(await read(view.unsent)).toMatchObject({ operations: 1, refused: 0 });
    await phone.exchange();
    await eventually(() => expect(comments(view)).toEqual([]));
    const asides = await read(view.asides, (list) => list?.length === 1);
    expect(asides?.[0]?.operation.p).toEqual({ text: 'refusé' });
    expect(await read(view.unsent, (unsent) => unsent?.refused === 1)).toMatchObject({ operations: 0, photos: 0, bytes: 0, refused: 1 });
  });
});

describe('the list of executions', () => {
  const ids = async (view: LocalView, count: number) => (await read(view.executions, (list) => list?.length === count))?.map(({ x }) => x);

  test('holds those of the server and those with own unsent work, the latest first', async () => {
    office.add([logRow(1, { x: 1 }), logRow(2, { x: 2 })]);
    const { view, phone } = await tab();
    await phone.exchange();
    await phone.record([comment('nouveau', executionId(3))]);
    expect(await ids(view, 3)).toEqual([executionId(3), executionId(2), executionId(1)]);
    const [first] = view.executions.get() ?? [];
    expect(first).toMatchObject({ status: 'planned', start: null, startedAt: null });
    expect((await read(view.unsent))?.byExecution).toEqual(new Map([[executionId(3), 1]]));
  });

  test('follows what is recorded and what arrives', async () => {
    office.add([logRow(1, { x: 1 })]);
    const { view, phone } = await tab();
    await phone.exchange();
    const end = view.executions.subscribe(() => undefined);
    await ids(view, 1);
    await phone.record([start(executionId(1)), { draft: { k: 'suspend', x: executionId(1), p: { reason: 'orage' } } }]);
    const mine = () => view.executions.get()?.find(({ x }) => x === executionId(1));
    await eventually(() => expect(mine()).toMatchObject({ status: 'suspended', startedBy: owner().user, crew: [owner().user] }));
    office.add([logRow(9, { x: 7 })]);
    await phone.exchange();
    await ids(view, 2);
    expect(mine()).toMatchObject({ status: 'suspended' });
    // What the server tells afterwards says the same, read from the cache alone.
    const again = await tab();
    const list = await read(again.view.executions);
    expect(list?.find(({ x }) => x === executionId(1))).toEqual(mine());
    end();
  });

  test('shows the last reading, even when the rows changed while it was read', async () => {
    const plain = openCache(owner());
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let readings = 0;
    const overview = async () => {
      readings += 1;
      const isFirst = readings === 1;
      const found = await plain.overview();
      if (isFirst) await gate;
      return found;
    };
    await plain.write((tx) => tx.putLog(0, [logRow(1)]));
    const view = createLocalView({ owner: owner(), outbox: openOutbox(owner()), cache: { ...plain, overview } });
    open.push(view);
    const end = view.executions.subscribe(() => undefined);
    await eventually(() => expect(readings).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await view.cache.write((tx) => tx.putLog(0, [{ ...logRow(2), k: 'cancel', p: { reason: 'doublon' } }]));
    release();
    await eventually(() => expect(view.executions.get()?.[0]).toMatchObject({ status: 'cancelled' }));
    end();
  });

  test('lets go of what left the scope, whatever the outbox still keeps of it', async () => {
    const { view, phone } = await tab();
    await phone.record([comment('fini')]);
    await phone.exchange();
    await view.cache.write((tx) => tx.deleteLog(0, executionId(1)));
    const again = await tab();
    expect(await ids(again.view, 0)).toEqual([]);
    expect((await again.phone.localLog(executionId(1))).length).toBe(1);
  });
});

describe('what else a screen reads', () => {
  test('reference rows follow the cache, tombstones included', async () => {
    const { view, phone } = await tab();
    const end = view.refs('asset').subscribe(() => undefined);
    await read(view.refs('asset'), (rows) => rows?.length === 0);
    office.add([], [assetRef(1, 1, 'Onduleur 1'), assetRef(2, 2, 'Onduleur 2')]);
    await phone.exchange();
    await eventually(() =>
      expect(
        view
          .refs('asset')
          .get()
          ?.map(({ name }) => name),
      ).toEqual(['Onduleur 1', 'Onduleur 2']),
    );
    office.add([], [assetRef(1, 3, null)]);
    await phone.exchange();
    await eventually(() =>
      expect(
        view
          .refs('asset')
          .get()
          ?.map(({ name }) => name),
      ).toEqual(['Onduleur 2']),
    );
    end();
  });

  test('the count of what waits, and when the last pull was whole', async () => {
    const { view, phone } = await tab();
    expect(await read(view.wholeAt)).toBeNull();
    await phone.record([comment('un'), comment('deux')]);
    expect(await read(view.unsent)).toMatchObject({ operations: 2 });
    await phone.exchange();
    expect(await read(view.unsent, (unsent) => unsent?.operations === 0)).toMatchObject({ operations: 0, refused: 0 });
    expect(await read(view.wholeAt, (at) => typeof at === 'number')).toBeGreaterThan(0);
  });

  test('the count of what waits stays true through a new identity, an operation set aside here, and whatever was there at the start', async () => {
    const first = await tab();
    await first.phone.record([comment('un'), comment('deux')]);
    await first.phone.exchange();
    await first.phone.record([comment('trois'), comment('quatre', executionId(2))]);
    const { view } = await tab();
    const counts = async (tabView: LocalView, total: number) =>
      [...((await read(tabView.unsent, (unsent) => unsent?.operations === total))?.byExecution ?? [])].sort();
    const two = [
      [executionId(1), 1],
      [executionId(2), 1],
    ];
    expect(await counts(view, 2)).toEqual(two);
    expect(await counts(first.view, 2)).toEqual(two);
    // As the engine does on `fork`: what was acknowledged becomes past, the rest gets new counters.
    await view.outbox.write(async (tx) => {
      const [meta, all] = [await tx.meta(), await tx.opsFrom(1, 100)];
      for (const { i } of all) await tx.deleteOp(i);
      for (const operation of all.slice(2)) await tx.putOp({ ...operation, i: operation.i - 2 });
      if (meta !== undefined) await tx.putMeta({ ...meta, next: 3, acked: { i: 0, id: null } });
    });
    expect(await counts(view, 2)).toEqual(two);
    await view.outbox.write((tx) => tx.deleteOp(2));
    expect(await counts(view, 1)).toEqual([[executionId(1), 1]]);
    expect(await counts(first.view, 1)).toEqual([[executionId(1), 1]]);
  });

  test('a procedure whose bytes are not here is null, until they are', async () => {
    const { view } = await tab();
    const hash = 'a'.repeat(64) as ProcedureHash;
    expect(await read(view.procedure(hash))).toBeNull();
    const end = view.procedure(hash).subscribe(() => undefined);
    await view.keepProcedure({ hash, content: { steps: [] } });
    await eventually(() => expect(view.procedure(hash).get()).toEqual({ steps: [] }));
    end();
  });

  test('another generation on screen is read again', async () => {
    const { view } = await tab();
    await view.cache.write((tx) => tx.putLog(0, [logRow(1)]));
    await view.cache.write((tx) => tx.putLog(1, [logRow(1), logRow(2)]));
    await read(view.execution(executionId(1)), (state) => state?.history.length === 1);
    await view.cache.write(async (tx) => {
      await tx.clear(0);
      await tx.putMeta({ cursor: 'c', inc: 'i2', shown: 1, building: null, wholeAt: 1, leaving: [] });
    });
    await eventually(() => expect(view.execution(executionId(1)).get()?.history.length).toBe(2));
  });

  test('work that a restore forgot is told, and goes once its person puts it away', async () => {
    const { view } = await tab();
    await view.cache.write(async (tx) => {
      await tx.putLog(0, [logRow(1)]);
      const forgotten = [{ x: executionId(1), at: 1 }];
      await tx.putMeta({ cursor: 'c', inc: 'i2', shown: 0, building: null, wholeAt: 1, leaving: [], forgotten });
    });
    await read(view.forgottenWork, (works) => works?.has(executionId(1)) === true);
    await read(view.execution(executionId(1)), (state) => state?.history.length === 1);
    await putForgottenWorkAway(view.cache, executionId(1));
    await read(view.forgottenWork, (works) => works?.size === 0);
    await read(view.execution(executionId(1)), (state) => state?.history.length === 0);
  });

  test('a disk that fails is told, and what was shown stays', async () => {
    const { view } = await tab();
    await read(view.execution(executionId(1)));
    const broken = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('lost', 'UnknownError');
    });
    await read(view.executions, () => view.trouble.get() !== null);
    broken.mockRestore();
    expect(view.trouble.get()).toMatchObject({ problem: 'lost' });
    expect(view.execution(executionId(1)).get()).toBeDefined();
  });
});

describe('two tabs', () => {
  test('see each other’s records and the server’s, without a network of their own', async () => {
    const [first, second] = [await tab(), await tab()];
    await read(second.view.execution(executionId(1)));
    const end = second.view.executions.subscribe(() => undefined);
    await first.phone.record([comment('du premier onglet')]);
    await eventually(() => expect(comments(second.view)).toEqual(['du premier onglet']));
    await first.phone.exchange();
    await eventually(() => expect(second.view.execution(executionId(1)).get()?.history[0]?.seq).toBe(1));
    await eventually(() => expect(second.view.executions.get()?.map(({ x }) => x)).toEqual([executionId(1)]));
    expect(await read(second.view.unsent, (unsent) => unsent?.operations === 0)).toMatchObject({ operations: 0 });
    end();
  });

  test('number what they record together without a hole, and each operation once', async () => {
    const [first, second] = [await tab(), await tab()];
    await Promise.all(Array.from({ length: 40 }, (_, at) => (at % 2 ? first : second).phone.record([comment(`n° ${at}`)])));
    await first.phone.exchange();
    expect(office.log.length).toBe(40);
    expect(await read(second.view.unsent, (unsent) => unsent?.operations === 0)).toMatchObject({ operations: 0 });
  });

  test('that close while something is being kept have kept it, and do not call it a failure', async () => {
    const { phone, view } = await tab();
    const kept = phone.record([comment('au dernier moment')]);
    view.close();
    expect(await kept).toHaveLength(1);
  });
});
