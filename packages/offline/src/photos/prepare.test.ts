import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exif, jpeg, tiff, written } from '../../test/pictures.ts';
import type { Darkroom, Negative } from './darkroom.ts';
import { openPhotoLab } from './photo-lab.ts';
import { preparePhoto } from './prepare.ts';
import { PhotoRefusal } from './refusal.ts';
import { type PhotoReply, type PhotoRequest, servePhotos } from './worker-protocol.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const encoded = jpeg({ width: 1536, height: 2048, before: exif(tiff(1)), data: Array.from({ length: 300_000 }, (_, at) => at % 200) });

const SCENE = Uint8ClampedArray.from([10, 20, 30, 255, 90, 20, 30, 255]);
const BLACK = Uint8ClampedArray.from([0, 0, 0, 255, 0, 0, 0, 255]);

/** A darkroom without a canvas: always the same print. */
function darkroom({ print = encoded, sample = SCENE } = {}): Darkroom & { seen: Negative[] } {
  const seen: Negative[] = [];
  return {
    seen,
    develop: async (negative) => {
      seen.push({ ...negative, bytes: negative.bytes.slice() });
      return { jpeg: print.slice(), width: 1536, height: 2048, thumbnail: new ArrayBuffer(3) };
    },
    sample: async () => sample,
  };
}
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof PhotoRefusal ? error.problem : error),
  );

describe('preparing a photo', () => {
  test('names the evidence by its own bytes, free of metadata, and keeps the hash of the camera’s file', async () => {
    const camera = jpeg({ before: exif(tiff(6)) });
    const original = sha256(camera);
    const room = darkroom();
    const photo = await preparePhoto(camera.buffer, { longSide: 2048, darkroom: room });
    const stored = Buffer.concat(photo.slices.map((slice) => new Uint8Array(slice)));
    expect(sha256(stored)).toBe(photo.sha);
    expect(photo).toMatchObject({ original, size: stored.length, mime: 'image/jpeg', width: 1536, height: 2048 });
    expect(stored.length).toBe(encoded.length - exif(tiff(1)).length);
    expect(photo.slices.length).toBe(2);
  });

  test('hands the decoder an upright file and turns it by our own hand', async () => {
    const room = darkroom();
    await preparePhoto(jpeg({ before: exif(tiff(6)) }).buffer, { longSide: 2048, darkroom: room });
    expect(room.seen[0]).toMatchObject({ orientation: 6, stored: { width: 4000, height: 3000 }, mime: 'image/jpeg' });
    expect(room.seen[0]?.bytes).toEqual(jpeg({ before: exif(tiff(1)) }));
  });

  test('refuses a blank print, and a print that is no JPEG', async () => {
    const prepare = (room: Darkroom) => problemOf(preparePhoto(jpeg().buffer, { longSide: 2048, darkroom: room }));
    expect(await prepare(darkroom({ sample: BLACK }))).toBe('blank');
    expect(await prepare(darkroom({ print: written('\x89PNG\r\n\x1a\n') }))).toBe('undecodable');
  });

  test('never lets a file that must not be decoded near the decoder', async () => {
    const room = darkroom();
    const prepare = (bytes: Uint8Array<ArrayBuffer>) => problemOf(preparePhoto(bytes.buffer, { longSide: 2048, darkroom: room }));
    expect(await prepare(jpeg({ width: 20_000, height: 14_000 }))).toBe('too_large');
    expect(await prepare(written('<svg xmlns='))).toBe('svg');
    expect(room.seen).toEqual([]);
  });
});

describe('the photo lab', () => {
  const prepare: typeof preparePhoto = (bytes, { longSide }) => preparePhoto(bytes, { longSide, darkroom: darkroom() });
  const file = (bytes: Uint8Array<ArrayBuffer> = jpeg()) => new Blob([bytes]);
  const worker = () => {
    const { port1, port2 } = new MessageChannel();
    servePhotos(port2, prepare);
    port1.start();
    port2.start();
    return { port1, close: () => port1.close() };
  };

  test('gives the same photo from a worker as from the page', async () => {
    const { port1, close } = worker();
    const [far, near] = await Promise.all([openPhotoLab(port1).prepare(file(), 2048), openPhotoLab(null, prepare).prepare(file(), 2048)]);
    expect(far).toEqual(near);
    close();
  });

  test('brings a refusal across with its reason, and goes on with the next', async () => {
    const { port1, close } = worker();
    const lab = openPhotoLab(port1);
    expect(await problemOf(lab.prepare(file(written('bonjour')), 2048))).toBe('not_an_image');
    expect((await lab.prepare(file(), 2048)).width).toBe(1536);
    close();
  });

  test('does it on the page when the worker breaks or dies', async () => {
    const broken = new EventTarget();
    const dying = new EventTarget();
    const lab = (target: EventTarget, event: () => Event) => {
      const asWorker = Object.assign(target, {
        postMessage: (_request: PhotoRequest, _transfer: ArrayBuffer[]) => void target.dispatchEvent(event()),
      });
      return openPhotoLab(asWorker as unknown as Parameters<typeof openPhotoLab>[0], prepare);
    };
    const reply: PhotoReply = { broken: 'no OffscreenCanvas' };
    expect((await lab(broken, () => new MessageEvent('message', { data: reply })).prepare(file(), 2048)).width).toBe(1536);
    expect((await lab(dying, () => new Event('error')).prepare(file(), 2048)).width).toBe(1536);
  });

  test('reads every file at once and develops one at a time', async () => {
    const log: string[] = [];
    let running = 0;
    const slow: typeof preparePhoto = async (bytes, tools) => {
      running += 1;
      log.push(`develop ${running}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return prepare(bytes, tools);
    };
    const lab = openPhotoLab(null, slow);
    const picked = (name: string) => {
      const reading = async () => {
        log.push(`read ${name}`);
        return jpeg().buffer;
      };
      return Object.assign(file(), { arrayBuffer: reading });
    };
    await Promise.all([lab.prepare(picked('a'), 2048), lab.prepare(picked('b'), 2048)]);
    expect(log).toEqual(['read a', 'read b', 'develop 1', 'develop 1']);
  });

  test('a file that went away asks to be picked again; one that is huge is not read', async () => {
    const lab = openPhotoLab(null, prepare);
    const gone = Object.assign(file(), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
    expect(await problemOf(lab.prepare(gone, 2048))).toBe('unreadable');
    const huge = Object.defineProperty(file(), 'size', { value: 100_000_001 });
    expect(await problemOf(lab.prepare(huge, 2048))).toBe('too_large');
    expect((await lab.prepare(file(), 2048)).height).toBe(2048);
  });
});
