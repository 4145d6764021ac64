import { type ExecutionId, executionIdSchema } from '@heliograph/domain';
import type { LogRow } from '@heliograph/sync';
import type { Transaction } from '../storage/connection.ts';
import { keysUnder } from '../storage/range.ts';
import type { Requests } from '../storage/transaction.ts';
import type { CacheFormat } from './format.ts';

/** What a list of executions needs of each: the operations that move its life, and its last one. */
export type Overview = ReadonlyMap<ExecutionId, { readonly life: readonly LogRow[]; readonly last: LogRow }>;

/** Reads a few rows for each execution, however long its log is. */
export async function readOverview(tx: Transaction<CacheFormat>, { answer }: Requests): Promise<Overview> {
  const g = (await answer(tx.objectStore('meta').get('meta')))?.shown ?? 0;
  const log = tx.objectStore('log');
  const overview = new Map<ExecutionId, { life: LogRow[]; last: LogRow }>();
  // Backwards, leaping: from the last row of one execution to the last row of the one before.
  for (let cursor = await answer(log.openCursor(keysUnder(g), 'prev')); cursor !== null; ) {
    const { row } = cursor.value;
    overview.set(executionIdSchema.parse(row.x), { life: [], last: row });
    // TypeScript's key type has three parts; two sort before every three that begin with them.
    cursor = await answer(cursor.continue([g, row.x] as unknown as [number, string, number]));
  }
  for (const { row } of await answer(log.index('life').getAll([g, 1]))) overview.get(executionIdSchema.parse(row.x))?.life.push(row);
  return overview;
}
