import { openPhone, settleAside } from '@heliograph/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../test/eventually.ts';
import { freshBrowser } from '../../test/fresh-database.ts';
import { type Office, openOffice } from '../../test/office.ts';
import { openCache } from '../cache/cache.ts';
import { executionId, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { webClock, webRandom } from '../platform/web.ts';
import { openTransport } from '../transport/exchange-transport.ts';
import { createLocalView } from './local-view.ts';
import type { Readable } from './readable.ts';

const x = executionId(1);
let office: Office;
beforeEach(() => {
  freshBrowser();
  office = openOffice();
});

/** The value once it is what is waited for. */
async function read<T>(readable: Readable<T>, isReady: (value: T) => boolean = (value) => value !== undefined): Promise<T> {
  const end = readable.subscribe(() => undefined);
  await eventually(() => expect(isReady(readable.get())).toBe(true));
  end();
  return readable.get();
}

const openView = () => createLocalView({ owner: owner(), outbox: openOutbox(owner()), cache: openCache(owner()) });

describe('a rejected record that a person has dealt with', () => {
  const rejected = async () => {
    office.rejects.set('comment', 'not_yours');
    const view = openView();
    const transport = openTransport({ fetch: office.fetch });
    const ports = { owner: owner(), outbox: view.outbox, cache: view.cache, transport, clock: webClock, random: webRandom, build: 't', session: 1 };
    const phone = await openPhone(ports);
    const [operation] = await phone.record([{ draft: { k: 'comment', x, p: { text: 'refusé' } } }]);
    if (operation === undefined) throw new Error('nothing was recorded');
    await phone.exchange();
    await read(view.unsent, (unsent) => unsent?.refused === 1);
    return { view, phone, operation };
  };

  test('asks for nobody any more, stays here with the time, and is never own work again', async () => {
    const { view, operation } = await rejected();
    await view.outbox.write((tx) => settleAside(tx, operation.id, 7));
    expect(await read(view.unsent, (unsent) => unsent?.refused === 0)).toMatchObject({ operations: 0 });
    expect(await read(view.asides, (list) => list?.[0]?.settled === 7)).toMatchObject([{ operation: { id: operation.id }, state: 'rejected' }]);
    const again = openView();
    expect((await read(again.execution(x)))?.comments).toEqual([]);
    expect(await read(again.unsent)).toMatchObject({ refused: 0 });
  });

  test('stays settled, with its first time: settled twice, and sent again to a server that was restored', async () => {
    const { view, phone, operation } = await rejected();
    await view.outbox.write((tx) => settleAside(tx, operation.id, 7));
    await view.outbox.write((tx) => settleAside(tx, operation.id, 8));
    await view.outbox.write(async (tx) => {
      const meta = await tx.meta();
      if (meta !== undefined) await tx.putMeta({ ...meta, acked: { i: 0, id: null } });
    });
    await phone.exchange();
    expect(office.requests.map(({ ops }) => ops.length)).toEqual([1, 1]);
    expect((await view.outbox.read((tx) => tx.asides())).map(({ state, settled }) => [state, settled])).toEqual([['rejected', 7]]);
  });
});
