import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { PhotoKey } from '../photo/store.ts';

/** Where the bytes of attachments live: whole, checked, never changed. */
export interface AttachmentStore {
  /** Keeps bytes under their hash; resolves once they are on the disk. */
  keep(key: PhotoKey, bytes: Uint8Array): Promise<void>;
  open(key: PhotoKey): Promise<{ size: number; bytes: ReadableStream<Uint8Array> } | null>;
}

/** Attachments under `{root}/{organisation}/attachments/`, beside the photos, so that one folder is all there is to back up. */
export function diskAttachmentStore(root: string): AttachmentStore {
  const pathOf = ({ org, sha }: PhotoKey) => join(root, org, 'attachments', sha);
  return {
    keep: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${crypto.randomUUID()}.new`;
      const file = await open(draft, 'wx');
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(draft, path);
    },
    open: async (key) => {
      const path = pathOf(key);
      const size = await stat(path).then(
        (found) => found.size,
        (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
      );
      // Node's own type of the same class; the platform's is what a Response takes.
      return size === null ? null : { size, bytes: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> };
    },
  };
}
