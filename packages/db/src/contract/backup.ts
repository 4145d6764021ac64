import { newId } from '../testing/index.ts';
import type { UnderTest } from './store-under-test.ts';

const TABLES = [
  ...['org_clock', 'org_tick', 'device', 'subject', 'execution', 'operation', 'step_state', 'scope'],
  ...['photo', 'photo_use', 'photo_analysis', 'analysis_decision', 'finding'],
];

/** A logical backup, as pg_dump makes one: rows, and nothing of the server they lay on. */
export async function dump(under: UnderTest): Promise<string> {
  const schema = `backup_${newId().replaceAll('-', '')}`;
  await under.sql(`create schema ${schema}`);
  for (const table of TABLES) await under.sql(`create table ${schema}.${table} as table ${table}`);
  return schema;
}

export async function restore(under: UnderTest, schema: string): Promise<void> {
  await under.sql(`truncate ${TABLES.join(', ')}`);
  for (const table of TABLES) await under.sql(`insert into ${table} select * from ${schema}.${table}`);
}
