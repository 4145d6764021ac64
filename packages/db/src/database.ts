import { AsyncLocalStorage } from 'node:async_hooks';
import type { OrganisationId } from '@heliograph/domain';
import { sql, type Transaction } from 'kysely';
import { connection, type Database } from './database/handle.ts';
import { refusalOf } from './errors.ts';
import { APP_ROLE, LOOKUP_ROLE } from './migrations/table.ts';
import type { Schema } from './schema.ts';
import { yielding } from './yielding.ts';

declare const brand: unique symbol;

/** A transaction of one organisation. Row-level security shows nothing else; queries name `org` all the same. */
export type OrgTx = Transaction<Schema> & { readonly org: OrganisationId; readonly [brand]: 'organisation' };
/** A transaction across organisations, for the few look-ups that need one. It sees accounts, sessions and counters, and no work. */
export type LookupTx = Transaction<Schema> & { readonly [brand]: 'lookup' };

interface Entry {
  readonly role: string;
  readonly org: string;
  readonly isSnapshot?: boolean;
}
const asOrganisation = (org: OrganisationId): Entry => ({ role: APP_ROLE, org });
// The only places where a transaction gets its brand: role and organisation have just been set in it.
const branded = (trx: Transaction<Schema>, org: OrganisationId) => Object.assign(trx, { org }) as OrgTx;

/** Runs `work` in one transaction of an organisation. Broken constraints come out as refusals. */
export const withOrg = <T>(db: Database, { org }: { org: OrganisationId }, work: (tx: OrgTx) => Promise<T>): Promise<T> =>
  enter(db, asOrganisation(org), (trx) => work(branded(trx, org)));

/** The same in one snapshot, where nothing can be written: it is read again where a migration was in the way. */
export const readOrg = <T>(db: Database, { org }: { org: OrganisationId }, work: (tx: OrgTx) => Promise<T>): Promise<T> =>
  yielding(() => enter(db, { ...asOrganisation(org), isSnapshot: true }, (trx) => work(branded(trx, org))));

/** Runs `work` in one transaction that sees every organisation's few shared facts. */
export const withLookup = <T>(db: Database, work: (tx: LookupTx) => Promise<T>): Promise<T> =>
  enter(db, { role: LOOKUP_ROLE, org: '' }, (trx) => work(trx as LookupTx));

/**
 * A step, inside a transaction of an organisation, in the role of look-ups: an account and a membership are made together or not at all.
 * A failure ends the transaction, so it must not be caught before its end.
 */
export async function asLookup<T>(tx: OrgTx, work: (tx: LookupTx) => Promise<T>): Promise<T> {
  const lookup: Transaction<Schema> = tx;
  await takeRole(tx, LOOKUP_ROLE);
  const result = await work(lookup as LookupTx);
  await takeRole(tx, APP_ROLE);
  return result;
}

const takeRole = (trx: Transaction<Schema>, role: string) => sql`select set_config('role', ${role}, true)`.execute(trx);

/** Whether a transaction is under way in this course of calls. */
const underWay = new AsyncLocalStorage<{ isOpen: boolean }>();

async function enter<T>(db: Database, entry: Entry, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  // The embedded database has one connection: a second transaction inside the first would wait for ever, and a small pool would too.
  if (underWay.getStore()?.isOpen) throw new Error('a transaction inside a transaction: pass the first one on');
  const state = { isOpen: true };
  try {
    return await begin(db, entry.isSnapshot).execute(async (trx) => {
      if (db.engine === 'embedded') await breath();
      await setUp(trx, entry);
      return underWay.run(state, () => work(trx));
    });
  } catch (error) {
    throw refusalOf(error);
  } finally {
    state.isOpen = false;
  }
}

/** The embedded database answers within the same turn of the loop: of many who ask at once, nobody would hear from the network until all are through. */
const breath = () => new Promise<void>((go) => void setImmediate(go));

// The embedded database ignores the isolation level; with its one connection every transaction is a snapshot.
const begin = (db: Database, isSnapshot = false) =>
  isSnapshot ? db[connection].transaction().setIsolationLevel('repeatable read') : db[connection].transaction();

/** A statement that runs longer, or a transaction whose process fell silent, is ended: it holds others up. Migrations do not come this way. */
const LONGEST = '30s';

/** One statement, one round trip; all settings end with the transaction, whatever pooler stands between. */
const setUp = (trx: Transaction<Schema>, { role, org, isSnapshot = false }: Entry) =>
  sql`select
    set_config('role', ${role}, true),
    set_config('app.org', ${org}, true),
    set_config('statement_timeout', ${LONGEST}, true),
    set_config('idle_in_transaction_session_timeout', ${LONGEST}, true),
    set_config('transaction_read_only', ${isSnapshot ? 'on' : 'off'}, true)`.execute(trx);
