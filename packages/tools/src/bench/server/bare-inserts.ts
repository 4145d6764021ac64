import type { TestPostgres } from '@heliograph/db/testing';

type Row = Record<string, unknown>;

/** Writes the next operations of a phone once more, as multi-row INSERTs in one transaction. Milliseconds. */
export type BareInsert = (device: string, count: number) => Promise<number>;

/** Two tables like the engine's own, with their indexes and checks; what was just written there is written here again, bare. */
export async function bareTables({ sql }: TestPostgres): Promise<BareInsert> {
  for (const table of ['operation', 'step_state']) await sql(`create table bare_${table} (like ${table} including all)`);
  const written = new Map<string, number>();
  return async (device, count) => {
    const upto = written.get(device) ?? 0;
    const operations = await sql<Row>('select * from operation where device_id = $1 and i > $2 and i <= $3 order by i', [device, upto, upto + count]);
    const states = await sql<Row>('select * from step_state where seq = any($1)', [operations.map(({ seq }) => seq)]);
    written.set(device, upto + count);
    const started = performance.now();
    await sql('begin');
    await sql(...insertOf('bare_operation', operations));
    await sql(...insertOf('bare_step_state', states));
    await sql('commit');
    return performance.now() - started;
  };
}

function insertOf(table: string, rows: readonly Row[]): [text: string, values: unknown[]] {
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map((_, n) => `(${columns.map((_column, at) => `$${n * columns.length + at + 1}`).join(', ')})`);
  return [
    `insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`,
    rows.flatMap((row) => columns.map((column) => asValue(row[column]))),
  ];
}

/** Arrays are arrays of text or ids, but for the heads of a step; other objects are JSON. */
const asValue = (value: unknown) =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !(Array.isArray(value) && value.every((one) => typeof one === 'string'))
    ? JSON.stringify(value)
    : value;
