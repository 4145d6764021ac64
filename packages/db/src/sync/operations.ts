import type { DeviceId, ExecutionId, OperationId, UserId } from '@heliograph/domain';
import type { Aside, LogRow } from '@heliograph/sync';
import type { OperationRow, StoredState } from '@heliograph/sync/server';
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
}

/** Writes operations in one statement: one array a column, however many rows. */
export async function insertOperations(tx: OrgTx, { actor, device }: From, rows: readonly OperationRow[]): Promise<void> {
  if (rows.length === 0) return;
  const envelopes = rows.map(({ envelope }) => envelope && JSON.stringify(envelope));
  // Text is kept apart only where it says more than the envelope: for almost all it would be every byte twice. Reading leaves fields out and
  // changes none, so texts of one length say the same, whatever the order of their keys.
  const raws = rows.map(({ raw }, at) => (raw.length === envelopes[at]?.length ? null : raw));
  const plain = (pick: (row: OperationRow) => string | number | null | undefined) => plainArray(rows.map((row) => pick(row) ?? null));
  const text = (pick: (row: OperationRow) => string | undefined) => textArray(rows.map((row) => pick(row) ?? null));
  await sql`
    insert into operation (
      org_id, actor_id, device_id,
      op_id, seq, i, execution_id, step_key, kind, version, state, code, raw, device_at, offset_ms, server_at, flags, envelope
    )
    select ${tx.org}::uuid, ${actor}::uuid, ${device}::uuid,
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
