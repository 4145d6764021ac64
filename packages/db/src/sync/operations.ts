import type { DeviceId, ExecutionId, OperationId, UserId } from '@heliograph/domain';
import type { Aside, LogRow } from '@heliograph/sync';
import type { HeldOperation, OperationRow, StoredState } from '@heliograph/sync/server';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';
import { jsonArray, plainArray, textArray } from './array-literal.ts';
import { anyOf } from './subjects.ts';

/** Which of these operations are stored already, whoever sent them. */
export async function storedStates(tx: OrgTx, ids: readonly OperationId[]): Promise<Map<OperationId, StoredState>> {
  if (ids.length === 0) return new Map();
  // One probe of the key an id, whatever the planner believes: with old statistics it would rather read the organisation from end to end.
  const { rows } = await sql<{ id: OperationId; state: StoredState }>`
    select o.op_id as id, o.state from unnest(${plainArray(ids)}::uuid[]) as sent (id)
    cross join lateral (select op_id, state from operation where org_id = ${tx.org} and op_id = sent.id offset 0) as o`.execute(tx);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

interface From {
  readonly actor: UserId;
  readonly device: DeviceId | null;
  /** Who brought it in a file. */
  readonly deliveredBy: UserId | null;
}

/** Writes operations in one statement: one array a column, however many rows. */
export async function insertOperations(tx: OrgTx, { actor, device, deliveredBy }: From, rows: readonly OperationRow[]): Promise<void> {
  if (rows.length === 0) return;
  const envelopes = rows.map(({ envelope }) => envelope && JSON.stringify(envelope));
  // Text is kept apart only where it says more than the envelope: for almost all it would be every byte twice. Reading leaves fields out and
  // changes none, so texts of one length say the same, whatever the order of their keys.
  const raws = rows.map(({ raw }, at) => (raw.length === envelopes[at]?.length ? null : raw));
  const plain = (pick: (row: OperationRow) => string | number | null | undefined) => plainArray(rows.map((row) => pick(row) ?? null));
  const text = (pick: (row: OperationRow) => string | undefined) => textArray(rows.map((row) => pick(row) ?? null));
  await sql`
    insert into operation (
      org_id, actor_id, device_id, delivered_by,
      op_id, seq, i, execution_id, step_key, kind, version, state, code, raw, device_at, offset_ms, server_at, flags, envelope
    )
    select ${tx.org}::uuid, ${actor}::uuid, ${device}::uuid, ${deliveredBy}::uuid,
      op_id, seq, i, execution_id, step_key, kind, version, state, code, raw, device_at, offset_ms, server_at, string_to_array(flags, ' '),
      nullif(envelope, 'null')
    from rows from (
      unnest(
        ${plain(({ id }) => id)}::uuid[], ${plain(({ seq }) => seq)}::bigint[], ${plain(({ i }) => i)}::bigint[],
        ${plain(({ envelope }) => envelope?.x)}::uuid[], ${text(({ envelope }) => envelope?.s)}::text[],
        ${text(({ envelope }) => envelope?.k)}::text[], ${plain(({ envelope }) => envelope?.v)}::bigint[],
        ${plain(({ state }) => state)}::text[], ${plain(({ code }) => code)}::text[], ${textArray(raws)}::text[],
        ${plain(({ envelope }) => envelope?.w)}::bigint[], ${plain(({ envelope }) => envelope?.o)}::bigint[],
        ${plain(({ serverAt }) => serverAt)}::bigint[], ${text(({ flags }) => flags.join(' '))}::text[]
      ),
      jsonb_array_elements(${jsonArray(envelopes)}::jsonb)
    ) as o (
      op_id, seq, i, execution_id, step_key, kind, version, state, code, raw, device_at, offset_ms, server_at, flags, envelope
    )`.execute(tx);
}

/**
 * What was held is applied now, or rejected for good; whatever else was settled meanwhile is not touched. One statement, since everybody waits for
 * the counter meanwhile. What came in a file goes on saying so: who looks again at what waits does not know how it came.
 */
export async function settleOperations(tx: OrgTx, rows: readonly OperationRow[]): Promise<void> {
  if (rows.length === 0) return;
  const plain = (pick: (row: OperationRow) => string | number | null) => plainArray(rows.map(pick));
  await sql`
    update operation as o set state = s.state, seq = s.seq, code = s.code,
      flags = array_remove(string_to_array(s.flags, ' '), 'imported') || case when o.delivered_by is null then '{}' else '{imported}' end::text[]
    from unnest(
      ${plain(({ id }) => id)}::uuid[], ${plain(({ state }) => state)}::text[], ${plain(({ seq }) => seq)}::bigint[],
      ${plain(({ code }) => code)}::text[], ${textArray(rows.map(({ flags }) => flags.join(' ')))}::text[]
    ) as s (id, state, seq, code, flags)
    where o.org_id = ${tx.org} and o.op_id = s.id and o.state = 'held'`.execute(tx);
}

/** What waits of this person's, in the order in which it came. */
export async function heldOperations(tx: OrgTx, user: UserId, about?: readonly ExecutionId[]): Promise<HeldOperation[]> {
  const rows = await tx
    .selectFrom('operation')
    .select(['opId as id', 'actorId as actor', 'i', 'raw', 'envelope', 'serverAt'])
    .where('orgId', '=', tx.org)
    .where('actorId', '=', user)
    .where('state', '=', 'held')
    .$if(about !== undefined, (query) => query.where('executionId', '=', anyOf(about ?? [])))
    .orderBy('serverAt')
    .orderBy('i')
    .execute();
  return rows.map(({ raw, envelope, ...row }) => ({ ...row, raw: raw ?? JSON.stringify(envelope) }));
}

/** Whose operations wait. */
export async function peopleWithHeld(tx: OrgTx): Promise<UserId[]> {
  const rows = await tx.selectFrom('operation').select('actorId').distinct().where('orgId', '=', tx.org).where('state', '=', 'held').execute();
  return rows.map(({ actorId }) => actorId);
}

interface Window {
  readonly after: number;
  readonly upto: number;
  readonly limit: number;
}

/** The log of these executions inside the window, in its order. */
export async function logRows(tx: OrgTx, ids: readonly ExecutionId[], { after, upto, limit }: Window): Promise<LogRow[]> {
  if (ids.length === 0 || after >= upto) return [];
  const rows = await tx
    .selectFrom('operation')
    .select(['envelope', 'seq', 'actorId', 'serverAt', 'flags'])
    .where('orgId', '=', tx.org)
    .where('executionId', '=', anyOf(ids))
    .where('seq', '>', after)
    .where('seq', '<=', upto)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.flatMap(({ envelope, seq, actorId, serverAt, flags }) => {
    if (envelope === null || seq === null) return [];
    const { i: _position, ...told } = envelope;
    return [{ ...told, q: seq, a: actorId, t: serverAt, ...(flags.length === 0 ? {} : { f: flags }) }];
  });
}

/** What is held of this person's own, the latest of it. */
export async function heldOf(tx: OrgTx, user: UserId, limit: number): Promise<Aside[]> {
  const rows = await tx
    .selectFrom('operation')
    .select(['opId as id', 'code'])
    .where('orgId', '=', tx.org)
    .where('actorId', '=', user)
    .where('state', '=', 'held')
    .orderBy('serverAt', 'desc')
    .orderBy('opId', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, code }) => (code === null ? [] : [{ id, state: 'held' as const, code }]));
}

/** What is applied of this person's own. */
export async function appliedOf(tx: OrgTx, user: UserId, ids: readonly OperationId[]): Promise<OperationId[]> {
  const rows = await tx
    .selectFrom('operation')
    .select('opId')
    .where('orgId', '=', tx.org)
    .where('opId', '=', anyOf(ids))
    .where('actorId', '=', user)
    .where('seq', 'is not', null)
    .execute();
  return rows.map(({ opId }) => opId);
}

/** What was set aside of this person's own. */
export async function asidesOf(tx: OrgTx, user: UserId, ids: readonly OperationId[]): Promise<Aside[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('operation')
    .select(['opId as id', 'state', 'code'])
    .where('orgId', '=', tx.org)
    .where('opId', '=', anyOf(ids))
    .where('actorId', '=', user)
    .where('seq', 'is', null)
    .execute();
  return rows.flatMap(({ id, state, code }) => (state === 'applied' || code === null ? [] : [{ id, state, code }]));
}
