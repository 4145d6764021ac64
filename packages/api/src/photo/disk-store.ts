import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { PhotoFile, PhotoKey, PhotoStore, Upload } from './store.ts';

const SUFFIX: Readonly<Record<PhotoFile, string>> = { evidence: 'evidence', picture: 'jpg', thumbnail: 'thumb.jpg' };

/** Photos under `{root}/{organisation}/{first two digits}/`. Ids and hashes are parsed before they come here, so a path never holds anything else. */
export function diskPhotoStore(root: string): PhotoStore {
  const pathOf = ({ org, sha }: PhotoKey, suffix: string) => join(root, org, sha.slice(0, 2), `${sha}.${suffix}`);
  const partOf = (upload: Upload) => pathOf(upload, `${upload.by}.part`);
  const held = async (upload: Upload) =>
    (await sizeOf(pathOf(upload, SUFFIX.evidence))) === null ? partOf(upload) : pathOf(upload, SUFFIX.evidence);
  const inTurn = turns();

  return {
    size: async (upload) => (await sizeOf(await held(upload))) ?? 0,
    append: (upload, at, bytes) => inTurn(pathOf(upload, ''), () => appendAt(partOf(upload), at, bytes)),
    hash: async (upload) => {
      const digest = createHash('sha256');
      for await (const piece of createReadStream(await held(upload))) digest.update(piece);
      return digest.digest('hex');
    },
    restart: (upload) => inTurn(pathOf(upload, ''), () => rm(partOf(upload), { force: true })),
    finish: (upload, decode) =>
      inTurn(pathOf(upload, ''), async () => {
        const source = await held(upload);
        const drafts = { picture: pathOf(upload, 'jpg.new'), thumbnail: pathOf(upload, 'thumb.jpg.new') };
        try {
          const decoded = await decode({ evidence: source, ...drafts });
          if (decoded.kind !== 'made') return decoded;
          for (const file of ['picture', 'thumbnail'] as const) await keep(drafts[file], pathOf(upload, SUFFIX[file]));
          await keep(source, pathOf(upload, SUFFIX.evidence));
          await removeParts(pathOf(upload, ''));
          return decoded;
        } finally {
          await Promise.all(Object.values(drafts).map((path) => rm(path, { force: true })));
        }
      }),
    open: async (key, file) => {
      const path = pathOf(key, SUFFIX[file]);
      const size = await sizeOf(path);
      // Node's own type of the same class; the platform's is what a Response takes.
      return size === null ? null : { size, bytes: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> };
    },
    read: async (upload) => readFile(await held(upload)),
  };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
  );
}

async function appendAt(path: string, at: number, bytes: Uint8Array): Promise<number | null> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a');
  try {
    if ((await file.stat()).size !== at) return null;
    await file.writeFile(bytes);
    // The phone lets go of these bytes once we say we hold them.
    await file.sync();
    return at + bytes.byteLength;
  } finally {
    await file.close();
  }
}

/** Uploads of one photo that will not be finished: another one was. */
async function removeParts(stem: string): Promise<void> {
  const folder = dirname(stem);
  const parts = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => path.startsWith(stem) && path.endsWith('part'));
  await Promise.all(parts.map((path) => rm(path, { force: true })));
}

/** Renames onto the final name with the bytes, and the name itself, on the disk. */
async function keep(draft: string, path: string): Promise<void> {
  const file = await open(draft, 'r');
  await file.sync();
  await file.close();
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
}

/** Runs the works of one name one after the other: two requests for one photo must not write into each other. */
function turns() {
  const tails = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(name, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(name) === mine) tails.delete(name);
    }
  };
}
