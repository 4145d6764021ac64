import { AppError } from '@heliograph/domain';
import { type Kysely, sql } from 'kysely';
import { sqlStateOf } from '../errors.ts';
import { APP_ROLE, LOOKUP_ROLE } from '../migrations/table.ts';
import type { Schema } from '../schema.ts';

export const ROLES = [APP_ROLE, LOOKUP_ROLE] as const;
export type Role = (typeof ROLES)[number];

/**
 * Makes the two roles where they are missing and lets the login take them.
 * @throws AppError UNAVAILABLE with the SQL to run, where the login may not
 */
export async function ensureRoles(db: Kysely<Schema>): Promise<void> {
  for (const role of ROLES) {
    if (await mayEnter(db, role)) continue;
    try {
      await createRole(db, role);
    } catch (error) {
      if (sqlStateOf(error) !== '42501') throw error;
      throw new AppError('UNAVAILABLE', {}, await adviceFor(db));
    }
  }
}

async function createRole(db: Kysely<Schema>, role: Role): Promise<void> {
  try {
    await sql`create role ${sql.id(role)} nologin`.execute(db);
  } catch (error) {
    // There already, made for another database of this server: 42710, or 23505 when both were made at once.
    if (!['42710', '23505'].includes(sqlStateOf(error) ?? '')) throw error;
  }
  await sql`grant ${sql.id(role)} to current_user`.execute(db);
}

async function mayEnter(db: Kysely<Schema>, role: Role): Promise<boolean> {
  try {
    await db.transaction().execute((trx) => sql`select set_config('role', ${role}, true)`.execute(trx));
    return true;
  } catch (error) {
    // 22023: no such role; 42501: not ours to take.
    if (['22023', '42501'].includes(sqlStateOf(error) ?? '')) return false;
    throw error;
  }
}

async function adviceFor(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ login: string }>`select quote_ident(current_user) as login`.execute(db);
  const [{ login } = { login: 'your_login' }] = rows;
  const create = ROLES.map((role) => `  create role ${role} nologin;`).join('\n');
  return `The database login ${login} may not create roles. Let an administrator run this once, then start again:\n${create}\n  grant ${ROLES.join(', ')} to ${login};`;
}

/**
 * Proves at the start that row-level security binds: in each role, nothing can be passed by and nothing is owned.
 * @throws AppError UNAVAILABLE
 */
export async function checkRoles(db: Kysely<Schema>): Promise<void> {
  for (const role of ROLES) {
    const found = await db.transaction().execute(async (trx) => {
      await sql`select set_config('role', ${role}, true)`.execute(trx);
      const { rows } = await sql<{ name: string; passes: boolean; owned: number }>`
        select current_user as name, rolsuper or rolbypassrls as passes, (select count(*) from pg_class where relowner = r.oid) as owned
        from pg_roles r where rolname = current_user`.execute(trx);
      return rows[0];
    });
    if (found === undefined || found.name !== role || found.passes || found.owned > 0)
      throw new AppError('UNAVAILABLE', {}, `The role ${role} must be a plain one that owns nothing: no superuser, no bypassrls.`);
  }
}
