import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Records lie in blocks of so many bytes, each behind a header of seven: checksum, length, kind. */
const BLOCK = 32_768;
const HEADER = 7;
const WHOLE_RECORD = 1;

const databasesOf = (profileDir: string): string => join(profileDir, 'Default', 'IndexedDB');

/** Where Chromium writes what comes next to the databases of the only site of this profile. */
export async function logOf(profileDir: string): Promise<string> {
  const all = await readdir(databasesOf(profileDir), { recursive: true });
  const last = all
    .filter((name) => /\d+\.log$/.test(name))
    .toSorted()
    .at(-1);
  if (last === undefined) throw new Error('no log on this phone');
  return join(databasesOf(profileDir), last);
}

/** What Chromium does at a start that takes the databases of a site for damaged: nothing of them is left. */
export const deleteDatabases = (profileDir: string): Promise<void> => rm(databasesOf(profileDir), { recursive: true });

/** What a kill in the middle of a write leaves: the log ends with half a record. Everything that was kept before is as it was. */
export async function tearLog(profileDir: string): Promise<void> {
  const log = await open(await logOf(profileDir), 'a+');
  try {
    const { size } = await log.stat();
    const room = BLOCK - (size % BLOCK) - HEADER;
    if (room < 2) throw new Error('the block is full: record something more');
    const half = Buffer.alloc(HEADER + Math.floor(room / 2), 0x5a);
    half.writeUInt16LE(room, 4);
    half.writeUInt8(WHOLE_RECORD, 6);
    await log.write(half);
  } finally {
    await log.close();
  }
}
