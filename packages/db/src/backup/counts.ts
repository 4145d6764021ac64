/** How many rows each table holds, by name. */
export type RowCounts = Readonly<Record<string, number>>;

/** Runs one statement and gives its rows. */
export type Query = (text: string) => Promise<readonly unknown[]>;

/** Counts every table of the database as this login sees it, the migrations' own included. */
export async function countRows(query: Query): Promise<RowCounts> {
  const tables = await query("select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename");
  const counts: [string, number][] = [];
  for (const name of namesIn(tables)) {
    const [row] = await query(`select count(*)::int as rows from public.${name}`);
    counts.push([name, numberIn(row)]);
  }
  return Object.fromEntries(counts);
}

/** Tables whose count is not what it should be, with both numbers. */
export const differences = (before: RowCounts, after: RowCounts): { table: string; before: number; after: number }[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((table) => ({ table, before: before[table] ?? 0, after: after[table] ?? 0 }))
    .filter((one) => one.before !== one.after);

const namesIn = (rows: readonly unknown[]): string[] =>
  rows.flatMap((row) => (typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string' ? [row.name] : []));

const numberIn = (row: unknown): number => (typeof row === 'object' && row !== null && 'rows' in row && typeof row.rows === 'number' ? row.rows : 0);
