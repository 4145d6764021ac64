import type { Envelope, UserId } from '@heliograph/domain';
import { openPhone, type Phone } from '@heliograph/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../../test/eventually.ts';
import { freshBrowser } from '../../test/fresh-database.ts';
import { type Office, openOffice } from '../../test/office.ts';
import { openCache } from '../cache/cache.ts';
import { missingProcedures } from '../cache/missing-procedures.ts';
import { executionId, logRow, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { webClock, webRandom } from '../platform/web.ts';
import { openTransport } from '../transport/exchange-transport.ts';
import { createLocalView, type LocalView } from './local-view.ts';

const PROCEDURE = 'c'.repeat(64);
const BEN = executionId(77) as string as UserId;
let office: Office;
const open: LocalView[] = [];
beforeEach(() => {
  freshBrowser();
  office = openOffice();
});
afterEach(() => {
  for (const view of open.splice(0)) view.close();
});

async function phoneInHand(): Promise<{ view: LocalView; phone: Phone }> {
  const view = createLocalView({ owner: owner(), outbox: openOutbox(owner()), cache: openCache(owner()) });
  open.push(view);
  const transport = openTransport({ fetch: office.fetch });
  const ports = { owner: owner(), outbox: view.outbox, cache: view.cache, transport, clock: webClock, random: webRandom, build: 't', session: 1 };
  return { view, phone: await openPhone(ports) };
}

/** A row of the office's. */
const rowOf = (q: number, x: number, rest: Pick<Envelope, 'k' | 'p'> & Partial<Envelope>) => ({
  ...logRow(q),
  x: executionId(x) as string as Envelope['x'],
  s: undefined,
  ...rest,
});
const plan = (q: number, x: number, more: object = {}) =>
  rowOf(q, x, {
    k: 'plan',
    p: {
      procedure: PROCEDURE,
      site: executionId(8),
      day: '2026-06-02',
      users: [owner().user, BEN],
      note: 'Caméra',
      reported: { alarm: 'F117' },
      ...more,
    },
  });
async function planned(view: LocalView, days: readonly string[]) {
  const end = view.plannedWork.subscribe(() => undefined);
  await eventually(() => expect(view.plannedWork.get()?.map(({ day }) => day)).toEqual(days));
  end();
  return view.plannedWork.get() ?? [];
}

test('work that the office gave is on the phone after the next contact, the earliest day first, and its procedure is asked for', async () => {
  office.add([plan(1, 1), plan(2, 2, { day: '2026-06-01', users: [owner().user] }), plan(3, 3, { users: [BEN] })]);
  const { view, phone } = await phoneInHand();
  expect(await planned(view, [])).toEqual([]);
  await phone.exchange();
  const [first, second] = await planned(view, ['2026-06-01', '2026-06-02']);
  expect(first).toMatchObject({ x: executionId(2), status: 'planned', colleagues: [], withdrawn: null });
  expect(second).toMatchObject({ procedure: PROCEDURE, note: 'Caméra', reported: { alarm: 'F117' }, colleagues: [BEN] });
  expect(await missingProcedures(openCache(owner()))).toEqual([PROCEDURE]);
});

test('begun without a network it leaves the planned ones at once, and the same page looked at twice is the same object', async () => {
  office.add([plan(1, 1)]);
  const { view, phone } = await phoneInHand();
  await phone.exchange();
  const before = await planned(view, ['2026-06-02']);
  expect(view.plannedWork.get()).toBe(before);
  office.isDown = true;
  await phone.record([{ draft: { k: 'start', x: executionId(1), p: { procedure: PROCEDURE, site: executionId(8), roles: [] } } }]);
  await planned(view, []);
  await eventually(() => expect(view.executions.get()?.[0]).toMatchObject({ status: 'in_progress', plan: { day: '2026-06-02' } }));
});

test('taken back it says by whom and why; given back to nobody it is gone', async () => {
  office.add([plan(1, 1), plan(2, 2)]);
  const { view, phone } = await phoneInHand();
  await phone.exchange();
  await planned(view, ['2026-06-02', '2026-06-02']);
  office.add([rowOf(3, 1, { k: 'cancel', p: { reason: 'Orage' } }), rowOf(4, 2, { k: 'unassign', p: { users: [owner().user] } })]);
  await phone.exchange();
  const [left] = await planned(view, ['2026-06-02']);
  expect(left).toMatchObject({ x: executionId(1), status: 'cancelled', withdrawn: { reason: 'Orage' } });
});

test('what a review sent back says so in the list, with the note and the step', async () => {
  const { view, phone } = await phoneInHand();
  await phone.record([
    { draft: { k: 'start', x: executionId(1), p: { procedure: PROCEDURE, site: executionId(8), roles: [] } } },
    { draft: { k: 'complete', x: executionId(1), p: {} } },
  ]);
  await phone.exchange();
  const completion = office.log.find(({ k }) => k === 'complete');
  office.add([
    rowOf(3, 1, { k: 'review', b: completion === undefined ? [] : [completion.id], p: { outcome: 'return', seen: 2, note: 'Floue', step: 's05' } }),
  ]);
  await phone.exchange();
  const end = view.executions.subscribe(() => undefined);
  await eventually(() => expect(view.executions.get()?.[0]).toMatchObject({ status: 'returned', returned: { note: 'Floue', step: 's05' } }));
  end();
});
