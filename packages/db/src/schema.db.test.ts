import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connection } from './database/handle.ts';
import { testDatabase } from './testing/index.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Reads the interfaces as text: `  name: Type;`, one column a line. */
function writtenTables(): Record<string, Record<string, { nullable: boolean; type: string }>> {
  const files = readdirSync(import.meta.dirname).filter((name) => /^schema(-\w+)?\.ts$/.test(name));
  const text = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const interfaces = new Map([...text.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => [name, body]));
  const linesOf = (name: string) =>
    [...(interfaces.get(name) ?? '').matchAll(/^ {2}(\w+): (.+);$/gm)].map(([, key = '', type = '']) => ({ key, type }));
  return Object.fromEntries(
    linesOf('Schema').map(({ key, type }) => [
      snake(key),
      Object.fromEntries(linesOf(type).map((column) => [snake(column.key), { nullable: / \| null\b/.test(column.type), type: column.type }])),
    ]),
  );
}

/** What a column of each PostgreSQL type must look like here. */
const SHAPES: Record<string, RegExp> = {
  uuid: /Id\b|^string/,
  text: /string|ProviderKind|CallPurpose|CallStatus|ProviderFault|RouteReason|Strength|Hash|'|Language|InvitationKind|AsideCode|Sender|Subject|StoredState|TipState|RefBody|StepHead|AnalysisState|AnalysisProblem|Band|FindingState|Outcome/,
  bigint: /number/,
  integer: /number/,
  'double precision': /number/,
  boolean: /boolean/,
  jsonb: /Json/,
  ARRAY: /\[\]/,
  date: /string/,
  'timestamp with time zone': /Date/,
};

test('the written tables are the migrated ones: every column, its type, and whether it may be null', async () => {
  const db = await testDatabase();
  const { rows } = await sql<{ table: string; column: string; nullable: boolean; type: string }>`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable, data_type as type
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%' order by table_name, ordinal_position`.execute(
    db[connection],
  );
  await db.close();
  const written = writtenTables();
  const shapeOf = ({ nullable }: { nullable: boolean }) => nullable;
  const inCode = Object.fromEntries(
    Object.entries(written).map(([table, columns]) => [
      table,
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, shapeOf(column)])),
    ]),
  );
  const inDatabase: Record<string, Record<string, boolean>> = {};
  for (const { table, column, nullable } of rows) inDatabase[table] = { ...inDatabase[table], [column]: nullable };
  expect(inCode).toEqual(inDatabase);
  const misfits = rows.filter(({ table, column, type }) => !SHAPES[type]?.test(written[table]?.[column]?.type ?? ''));
  expect(misfits).toEqual([]);
});
