import type { DBSchema } from 'idb';
import { type Connection, connect } from './connection.ts';

interface FillerFormat extends DBSchema {
  filler: { key: 'filler'; value: Uint8Array<ArrayBuffer> };
}

/** A log is full at 4 MiB. Values of 64 KiB or more would lie in files beside it. */
const VALUE_BYTES = 60_000;
const VALUES_AT_ONCE = 4;
const TIMES = 20;

/**
 * Makes Chromium begin a new log for the databases of this site.
 *
 * It keeps them all in one LevelDB, and after a start goes on writing at the end of the log that it finds. Where the browser was killed in the middle of a
 * write, half a record stands there; what is written behind it can be read until the browser ends, and the start after that takes everything for damaged
 * and deletes every database of the site (https://github.com/google/leveldb/issues/1287). A full log is closed and never read again: so the one that was
 * found is filled, 5 MB at each start. Where a browser keeps its databases otherwise, this does nothing useful and no harm.
 *
 * @param pause between two small writes: what a person records meanwhile goes before the next one
 * @throws StorageError when there is no room for it
 */
export async function beginFreshLog(pause: () => Promise<unknown>): Promise<void> {
  const connection = connect<FillerFormat>({ name: 'filler', create: (db) => void db.createObjectStore('filler'), durability: 'relaxed' });
  const value = new Uint8Array(VALUE_BYTES);
  try {
    for (let time = 0; time < TIMES; time += 1) {
      await fill(connection, value);
      await pause();
    }
    await connection.write((tx, { write }) => write(tx.objectStore('filler').clear()));
  } finally {
    connection.close();
  }
}

const fill = ({ write }: Connection<FillerFormat>, value: Uint8Array<ArrayBuffer>): Promise<void> =>
  write(async (tx, requests) => {
    for (let n = 0; n < VALUES_AT_ONCE; n += 1) await requests.write(tx.objectStore('filler').put(value, 'filler'));
  });
