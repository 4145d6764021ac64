import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Frozen with the migrations that use it.

/** Owns nothing and cannot pass row-level security: every query of an organisation runs as this role. */
export const APP_ROLE = 'heliograph_app';
/** The few look-ups across organisations: sign-in, session by hash, counter poll, throttle, jobs. */
export const LOOKUP_ROLE = 'heliograph_lookup';

interface Table {
  readonly name: string;
  /** Columns and named constraints. */
  readonly columns: string;
  /** `shared`: belongs to no organisation, and only the look-up role is let near it. */
  readonly kind?: 'shared' | 'shared unlogged';
  /** What the application's role may do: nothing is changed or deleted unless it is said here. */
  readonly app?: string;
  /** What the look-up role may do, in every organisation. */
  readonly lookup?: string;
  /** Anything after the table: indexes, settings. */
  readonly after?: readonly string[];
}

/** A migration that makes tables. Those of an organisation get row-level security, enabled and forced, and a policy for each role that is let in. */
export const makesTables = (tables: readonly Table[]): Migration => ({
  up: async (db) => {
    for (const table of tables) for (const statement of statementsOf(table)) await sql.raw(statement).execute(db satisfies Kysely<unknown>);
  },
});

// A connection that goes back to the pool leaves the setting as '' and not as NULL, hence `nullif`. The sub-select makes it be read once a statement.
const OWN = `org_id = (select nullif(current_setting('app.org', true), '')::uuid)`;

function statementsOf({ name, columns, kind, app, lookup, after = [] }: Table): string[] {
  const secure = [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy ${name}_own on ${name} to ${APP_ROLE} using (${OWN}) with check (${OWN})`,
    ...(lookup === undefined ? [] : [`create policy ${name}_lookup on ${name} to ${LOOKUP_ROLE} using (true) with check (true)`]),
  ];
  return [
    `create ${kind === 'shared unlogged' ? 'unlogged ' : ''}table ${name} (${columns})`,
    ...(kind === undefined ? secure : []),
    ...(app === undefined ? [] : [`grant ${app} on ${name} to ${APP_ROLE}`]),
    ...(lookup === undefined ? [] : [`grant ${lookup} on ${name} to ${LOOKUP_ROLE}`]),
    ...after,
  ];
}
