import { expect } from '@heliograph/tools/browser';
import type { Desk } from './desk.ts';
import type { Disk } from './disk.ts';

/** The counters of a phone have neither a hole nor a double: nothing was lost between two tabs, or by a kill. */
export const hasNoHole = ({ operations }: Disk): void => expect(operations.map(({ i }) => i)).toEqual(operations.map((_, at) => at + 1));

/** The server holds each operation of the phone's intervention once, and none besides. */
export async function eachOnce({ operations }: Disk, x: string, desk: Desk): Promise<void> {
  const mine = operations.filter((operation) => operation.x === x).map(({ id }) => id);
  expect((await desk.operationsOf(x)).toSorted()).toEqual(mine.toSorted());
}
