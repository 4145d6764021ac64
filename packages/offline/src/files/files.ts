import type { Owner } from '@heliograph/sync';
import { type DBSchema, deleteDB, type IDBPDatabase } from 'idb';
import { connect } from '../storage/connection.ts';

/** A picture or a document as it was fetched. Bytes and not a Blob: some browsers lose what a stored Blob points at. */
interface StoredFile {
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}

interface FilesFormat extends DBSchema {
  files: { key: string; value: StoredFile };
  /** Sizes apart: counting them must not read the bytes. */
  sizes: { key: string; value: number };
}

/** Pictures and documents kept at hand, by the path that serves them. All of it can be fetched again. */
export interface Files {
  /** Bytes of each, by path. */
  sizes(): Promise<ReadonlyMap<string, number>>;
  /** Null where it is not here. */
  get(path: string): Promise<Blob | null>;
  put(path: string, file: StoredFile): Promise<void>;
  /** Frees the room of these. */
  drop(paths: readonly string[]): Promise<void>;
  close(): void;
}

const nameOf = ({ org, user }: Owner): string => `files-1:${org}:${user}`;

function create(db: IDBPDatabase<FilesFormat>): void {
  db.createObjectStore('files');
  db.createObjectStore('sizes');
}

/** Opens at first use. */
export function openFiles(owner: Owner): Files {
  const { read, write, close } = connect<FilesFormat>({ name: nameOf(owner), create, durability: 'relaxed', patience: 10_000 });
  return {
    sizes: () =>
      read(async (tx, { answer }) => {
        const sizes = tx.objectStore('sizes');
        const [paths, counts] = await Promise.all([answer(sizes.getAllKeys()), answer(sizes.getAll())]);
        return new Map(paths.map((path, at) => [path, counts[at] ?? 0]));
      }),
    get: async (path) => {
      const found = await read((tx, { answer }) => answer(tx.objectStore('files').get(path)));
      return found === undefined ? null : new Blob([found.bytes], { type: found.mime });
    },
    put: (path, file) =>
      write(async (tx, requests) => {
        await requests.write(tx.objectStore('files').put(file, path));
        await requests.write(tx.objectStore('sizes').put(file.bytes.byteLength, path));
      }),
    drop: (paths) =>
      write(async (tx, requests) => {
        for (const path of paths) {
          await requests.write(tx.objectStore('files').delete(path));
          await requests.write(tx.objectStore('sizes').delete(path));
        }
      }),
    close,
  };
}

/** At sign-out: they are another person's business no more. Best effort, as with the cache. */
export const deleteFiles = (owner: Owner): Promise<void> =>
  new Promise((resolve) => void deleteDB(nameOf(owner), { blocked: () => resolve() }).then(resolve, () => resolve()));
