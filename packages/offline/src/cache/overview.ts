import { type ExecutionId, executionIdSchema } from '@heliograph/domain';
import type { LogRow } from '@heliograph/sync';
import type { Transaction } from '../storage/connection.ts';
import { keysUnder } from '../storage/range.ts';
import type { Requests } from '../storage/transaction.ts';
import type { CacheFormat } from './format.ts';

/** What a list of executions needs of each: the operations that move its life, and its last one. */
export type Overview = ReadonlyMap<ExecutionId, { readonly life: readonly LogRow[]; readonly last: LogRow }>;

/** Reads a few rows for each execution, however long its log is: two requests, however many executions. */
export async function readOverview(tx: Transaction<CacheFormat>, { answer }: Requests): Promise<Overview> {
  const g = (await answer(tx.objectStore('meta').get('meta')))?.shown ?? 0;
  const [lasts, lives] = await Promise.all([
    answer(tx.objectStore('lasts').getAll(keysUnder(g))),
    answer(tx.objectStore('log').index('life').getAll([g, 1])),
  ]);
  const overview = new Map(lasts.map(({ row }) => [executionIdSchema.parse(row.x), { life: Array.of<LogRow>(), last: row }]));
  for (const { row } of lives) overview.get(executionIdSchema.parse(row.x))?.life.push(row);
  return overview;
}
