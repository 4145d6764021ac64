import { sql } from 'kysely';
import { connection, type Database } from '../database/handle.ts';

/**
 * Every text stored anywhere, in any organisation, that holds one of these marks: cells, and texts inside of JSON. Not what PostgreSQL derives
 * from other cells by itself: words folded for the search.
 * @param marks letters and digits
 */
export async function textsHolding(db: Database, marks: readonly string[]): Promise<readonly string[]> {
  const parts = (await tables(db)).map(
    ({ name, derived }) => sql`select to_jsonb(t) - ${derived}::text[] as row from ${sql.table(name)} t where t::text ~ ${marks.join('|')}`,
  );
  const { rows } = await sql<{ row: unknown }>`${sql.join(parts, sql` union all `)}`.execute(db[connection]);
  return rows.flatMap(({ row }) => textsIn(row)).filter((text) => marks.some((mark) => text.includes(mark)));
}

async function tables(db: Database): Promise<readonly { name: string; derived: readonly string[] }[]> {
  const found = await sql<{ name: string; derived: readonly string[] }>`
    select relname as name, array(select attname::text from pg_attribute where attrelid = pg_class.oid and attgenerated <> '') as derived
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(db[connection]);
  return found.rows;
}

/** Texts and keys; a text that is itself JSON is looked into. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[[{]/.test(value) ? (parsed(value) ?? [value]) : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
  return [];
}

function parsed(text: string): string[] | undefined {
  try {
    return textsIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}
