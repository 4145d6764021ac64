import type { ExecutionId } from '@heliograph/domain';
import { type LogRow, logRowSchema } from '@heliograph/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../../test/eventually.ts';
import { freshBrowser } from '../../test/fresh-database.ts';
import { openCache } from '../cache/cache.ts';
import { executionId, logRow, operationId, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { createLocalView, type LocalView } from './local-view.ts';

const open: LocalView[] = [];
const colleague = owner(2).user;
beforeEach(freshBrowser);
afterEach(() => {
  for (const view of open.splice(0)) view.close();
});

/** A phone on which runs 1 to 3 were begun. */
async function phone(): Promise<LocalView> {
  const view = createLocalView({ owner: owner(), outbox: openOutbox(owner()), cache: openCache(owner()) });
  open.push(view);
  view.differing.subscribe(() => undefined);
  await view.cache.write((tx) => tx.putLog(0, [1, 2, 3].map(begun)));
  return view;
}

const begun = (x: number): LogRow =>
  logRowSchema.parse({
    ...logRow(x, { x, id: 90 + x }),
    k: 'start',
    s: undefined,
    p: { procedure: 'a'.repeat(64), site: executionId(8), roles: [] },
  });
const shows = (view: LocalView, runs: readonly ExecutionId[]) => eventually(() => expect([...(view.differing.get() ?? ['unread'])]).toEqual(runs));
const put = (view: LocalView, ...rows: readonly LogRow[]) => view.cache.write((tx) => tx.putLog(0, rows));

test('a run where two people answered one step differently is among those that differ, until one answer names both', async () => {
  const view = await phone();
  await shows(view, []);
  await put(view, logRow(11, { x: 2 }));
  await put(view, { ...logRow(12, { x: 2 }), a: colleague });
  await shows(view, [executionId(2)]);
  await put(view, { ...logRow(13, { x: 2 }), b: [operationId(11), operationId(12)] });
  await shows(view, []);
});

test('a run that came to an end is settled by nobody any more, and answers at different steps never differ', async () => {
  const view = await phone();
  await put(view, logRow(11, { x: 1 }), { ...logRow(12, { x: 1, s: 's02' }), a: colleague });
  await put(view, logRow(13, { x: 3 }), { ...logRow(14, { x: 3 }), a: colleague });
  await shows(view, [executionId(3)]);
  await put(view, logRowSchema.parse({ ...logRow(15, { x: 3 }), k: 'cancel', s: undefined, p: { reason: 'annulée' } }));
  await shows(view, []);
});
