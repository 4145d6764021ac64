import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { PhotoFile, PhotoKey, PhotoStore, Upload } from './store.ts';

const SUFFIX: Readonly<Record<PhotoFile, string>> = { evidence: 'evidence', picture: 'jpg', thumbnail: 'thumb.jpg' };
/** Ends the names of files that an attempt is still making. */
const DRAFT = '.new';

/** Photos under `{root}/{organisation}/{first two digits}/`. Ids and hashes are parsed before they come here, so a path never holds anything else. */
export function diskPhotoStore(root: string): PhotoStore {
  const pathOf = ({ org, sha }: PhotoKey, suffix: string) => join(root, org, sha.slice(0, 2), `${sha}.${suffix}`);
  const partOf = (upload: Upload) => pathOf(upload, `${upload.by}.part`);
  const held = async (upload: Upload) =>
    (await sizeOf(pathOf(upload, SUFFIX.evidence))) === null ? partOf(upload) : pathOf(upload, SUFFIX.evidence);
  /**
   * What is held, wherever it lies: another process of ours may have just brought the same photo to its end, and its bytes to their last place. Null
   * where another request has just thrown it away.
   */
  const withHeld = async <T>(upload: Upload, use: (path: string) => Promise<T>): Promise<{ value: T } | null> =>
    (await ifThere(use(await held(upload)))) ?? ifThere(use(pathOf(upload, SUFFIX.evidence)));
  const inTurn = turns();

  return {
    size: async (upload) => (await sizeOf(await held(upload))) ?? 0,
    append: (upload, at, bytes) => inTurn(pathOf(upload, ''), () => appendAt(partOf(upload), at, bytes)),
    hash: async (upload) => (await withHeld(upload, hashOf))?.value ?? null,
    restart: (upload) => inTurn(pathOf(upload, ''), () => rm(partOf(upload), { force: true })),
    finish: (upload, decode) =>
      inTurn(pathOf(upload, ''), async () => {
        // Names of this attempt alone: a second process may be at the same photo, asked by the same phone that did not wait for the first.
        const draft = (file: PhotoFile) => pathOf(upload, `${attempt}.${SUFFIX[file]}${DRAFT}`);
        const attempt = randomUUID();
        const drafts = { evidence: draft('evidence'), picture: draft('picture'), thumbnail: draft('thumbnail') };
        try {
          const copied = await withHeld(upload, (path) => copyFile(path, drafts.evidence, constants.COPYFILE_FICLONE));
          if (copied === null) return null;
          const decoded = await decode(drafts);
          if (decoded.kind !== 'made') return decoded;
          for (const file of ['picture', 'thumbnail', 'evidence'] as const) await keep(drafts[file], pathOf(upload, SUFFIX[file]));
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
    read: async (upload) => (await withHeld(upload, (path) => readFile(path)))?.value ?? null,
  };
}

const sizeOf = async (path: string): Promise<number | null> => (await ifThere(stat(path)))?.value.size ?? null;

/** Null where the file is not there (any more). */
const ifThere = <T>(looked: Promise<T>): Promise<{ value: T } | null> =>
  looked.then(
    (value) => ({ value }),
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
  );

async function hashOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) digest.update(piece);
  return digest.digest('hex');
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

/** Uploads of one photo that will not be finished, for another one was; and what attempts left that were cut off long ago. */
async function removeParts(stem: string): Promise<void> {
  const folder = dirname(stem);
  const all = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => path.startsWith(stem));
  const isLeft = async (path: string) => path.endsWith('.part') || (path.endsWith(DRAFT) && (await isOld(path)));
  await Promise.all(all.map(async (path) => ((await isLeft(path)) ? rm(path, { force: true }) : undefined)));
}

/** Far longer than a photo waits for its pictures. */
const OLD_MS = 3_600_000;
const isOld = async (path: string): Promise<boolean> => ((await ifThere(stat(path)))?.value.mtimeMs ?? 0) < Date.now() - OLD_MS;

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
