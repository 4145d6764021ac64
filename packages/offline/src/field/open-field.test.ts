import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../../test/eventually.ts';
import { freshBrowser } from '../../test/fresh-database.ts';
import { memoryCaches } from '../../test/memory-caches.ts';
import { type Office, openOffice } from '../../test/office.ts';
import { executionId, owner } from '../contract/samples.ts';
import { readPhoto } from '../photos/read-photo.ts';
import { slicesOf } from '../photos/slices.ts';
import { webHasher } from '../platform/web.ts';
import type { Link } from '../sender/photo-gate.ts';
import { openLosses } from '../sentinel/losses.ts';
import { openSentinel } from '../sentinel/sentinel.ts';
import { type Field, openField } from './open-field.ts';

let office: Office;
const fields: Field[] = [];
const troubles: unknown[] = [];
beforeEach(() => {
  freshBrowser();
  vi.stubGlobal('caches', memoryCaches());
  office = openOffice();
});
afterEach(() => {
  for (const field of fields.splice(0)) field.close();
  vi.unstubAllGlobals();
  expect(troubles.splice(0)).toEqual([]);
});

async function start(link?: Link): Promise<Field> {
  const wire = { fetch: office.fetch };
  const onTrouble = (error: unknown) => troubles.push(error);
  const field = await openField({ owner: owner(), build: 't', session: 1, wire, link, isVisible: () => true, onTrouble });
  fields.push(field);
  return field;
}
const comment = (text: string) => ({ draft: { k: 'comment', x: executionId(1), p: { text } } });
const close = (field: Field) => fields.splice(fields.indexOf(field), 1).forEach((one) => one.close());

describe('a phone in the field', () => {
  test('records offline, is closed and reopened, and sends everything once when the network is back', async () => {
    office.isDown = true;
    const first = await start();
    await first.record([comment('un')]);
    await first.record([comment('deux')]);
    close(first);
    const second = await start();
    await eventually(() => expect(second.sender.state.get().kind).toBe('retrying'));
    office.isDown = false;
    second.sender.wake('look');
    await eventually(() => expect(office.log.map(({ p }) => p['text'])).toEqual(['un', 'deux']));
    await eventually(() => expect(second.sender.state.get().kind).toBe('resting'));
    expect(await second.phone.waiting()).toMatchObject({ ops: 0 });
  });

  test('sends a record at once, its photo after it byte for byte, and what is recorded meanwhile between two slices', async () => {
    const field = await start();
    const held: number[] = [];
    office.onSlice = async () => {
      held.push(office.log.length);
      if (held.length === 1) await field.record([comment('pendant la photo')]);
    };
    const bytes = Uint8Array.from({ length: 600_000 }, (_, at) => at % 253);
    const sha = (await webHasher.sha256(bytes)) as Parameters<typeof readPhoto>[1];
    const record = { sha, size: bytes.length, mime: 'image/jpeg', slices: 3, sent: 0, state: 'waiting', at: 1 } as const;
    const draft = { k: 'photo', x: executionId(1), p: { sha, size: bytes.length, mime: 'image/jpeg', width: 4, height: 3, taken: 1 } };
    await field.record([{ draft, photo: { record, slices: slicesOf(bytes) } }]);
    expect((await readPhoto(field.view.outbox, sha))?.size).toBe(600_000);
    await eventually(() => expect(office.photos.get(sha)?.length).toBe(600_000));
    expect(office.photos.get(sha)).toEqual(bytes);
    expect(office.log.map(({ k }) => k)).toEqual(['photo', 'comment']);
    // A small slice first, larger ones once the link has shown what it carries.
    expect(held).toEqual([1, 2, 2, 2]);
    await eventually(async () => expect(await field.phone.waiting()).toMatchObject({ ops: 0, photos: 0, bytes: 0 }));
  });

  test('on mobile data sends records and keeps photos for Wi-Fi, as the organisation wishes, until a person says otherwise', async () => {
    const wish = { id: 'o', name: 'O', timeZone: 'UTC', placePolicy: 'off', photoSide: 2048, photosWifiOnly: true } as const;
    office.add([], [{ kind: 'organisation', id: 'o', q: 1, body: wish }]);
    const field = await start({ type: 'cellular', addEventListener: () => undefined, removeEventListener: () => undefined });
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);
    const sha = (await webHasher.sha256(bytes)) as Parameters<typeof readPhoto>[1];
    const record = { sha, size: bytes.length, mime: 'image/jpeg', slices: 1, sent: 0, state: 'waiting', at: 1 } as const;
    const draft = { k: 'photo', x: executionId(1), p: { sha, size: bytes.length, mime: 'image/jpeg', width: 4, height: 3, taken: 1 } };
    await field.record([{ draft, photo: { record, slices: slicesOf(bytes) } }]);
    await vi.waitFor(async () => expect(await field.phone.waiting()).toMatchObject({ ops: 0, photos: 1 }));
    await vi.waitFor(() => expect(field.sender.state.get().kind).toBe('resting'));
    expect([field.arePhotosHeld.get(), office.photos.size]).toEqual([true, 0]);
    field.sendPhotosNow();
    await vi.waitFor(() => expect(office.photos.get(sha)).toEqual(bytes));
    await vi.waitFor(() => expect(field.arePhotosHeld.get()).toBe(true));
  });

  test('says what was lost when the outbox is gone, at every start until somebody has read it', async () => {
    office.isDown = true;
    const first = await start();
    expect(first.loss.get()).toBeNull();
    await first.record([comment('un'), comment('deux'), comment('trois')]);
    await eventually(async () => expect(await openSentinel(owner()).read()).toMatchObject({ highest: 3, acked: 0 }));
    const dev = (await first.phone.waiting())?.meta.dev;
    close(first);

    freshBrowser();
    const second = await start();
    expect(second.loss.get()).toMatchObject({ ops: 3, photos: 0, restored: { ops: 0, photos: 0 } });
    expect(await openLosses(owner()).read()).toMatchObject({ ops: 3, photos: 0, dev });
    expect((await second.phone.waiting())?.meta.dev).not.toBe(dev);
    await second.record([comment('quatre')]);
    // Longer than the sentinel takes to follow.
    await new Promise((resolve) => setTimeout(resolve, 700));
    close(second);
    const third = await start();
    expect(third.loss.get()).toMatchObject({ ops: 3, photos: 0, restored: { ops: 0, photos: 0 } });
    await third.lossSeen();
    expect(third.loss.get()).toBeNull();
    await third.record([comment('cinq')]);
    close(third);
    expect((await start()).loss.get()).toBeNull();
  });
});
