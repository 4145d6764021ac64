import type { DBSchema } from 'idb';
import { connect } from '../storage/connection.ts';
import { StorageError } from '../storage/storage-error.ts';
import { type Ground, groundOf, type Storing } from './ground.ts';
import { type Room, readRoom } from './room.ts';

interface ProbeFormat extends DBSchema {
  probe: { key: 'probe'; value: string };
}

/** Whether this browser keeps what is written: a real strict write, read back through a handle opened anew. */
export async function probeStorage(token: string): Promise<Storing> {
  const probe = connect<ProbeFormat>({ name: 'probe', create: (db) => void db.createObjectStore('probe'), durability: 'strict' });
  try {
    await probe.write((tx, { write }) => write(tx.objectStore('probe').put(token, 'probe')));
    probe.close();
    return (await probe.read((tx, { answer }) => answer(tx.objectStore('probe').get('probe')))) === token ? 'kept' : 'refused';
  } catch (error) {
    // A full phone is no private window: it is told to make room, and nothing else.
    return error instanceof StorageError && error.problem === 'quota' ? 'full' : 'refused';
  } finally {
    probe.close();
  }
}

/** Asks the browser to look around and to try; what it means is decided by `groundOf`. */
export async function findGround(window: Window & typeof globalThis): Promise<Ground> {
  const { userAgent, maxTouchPoints } = window.navigator;
  // Only WebKit on iOS has it, outside every standard.
  const isHomeScreen = 'standalone' in window.navigator && window.navigator.standalone === true;
  const isInstalled = isHomeScreen || window.matchMedia('(display-mode: standalone)').matches;
  return groundOf({ userAgent, maxTouchPoints, isInstalled, storage: await probeStorage(window.crypto.randomUUID()) });
}

/** Asks that the browser never evicts our data on its own. A refusal is shown on the status page, and is no error. */
export async function askPersistence(storage: StorageManager | undefined): Promise<boolean> {
  try {
    return (await storage?.persisted()) === true || (await storage?.persist()) === true;
  } catch {
    return false;
  }
}

/** @param more bytes that are about to be written */
export async function measureRoom(storage: StorageManager | undefined, more = 0): Promise<Room> {
  try {
    const { usage, quota } = (await storage?.estimate()) ?? {};
    return readRoom({ ...(usage === undefined ? {} : { usage: usage + more }), ...(quota === undefined ? {} : { quota }) });
  } catch {
    return readRoom({});
  }
}
