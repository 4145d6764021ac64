import type { ExecutionId, StepState } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';
import type { StepStateTable } from '../schema.ts';
import { plainArray, textArray } from './array-literal.ts';

type Row = { [K in 'executionId' | 'stepKey' | 'replaced' | 'effective' | 'conflict' | 'seq']: StepStateTable[K] } & {
  heads: StepState['register']['heads'];
};

export const stateOfRow = ({ executionId, stepKey, heads, replaced, effective, conflict, seq }: Row): StepState => ({
  x: executionId,
  s: stepKey,
  register: { heads, replaced },
  effective,
  conflict,
  seq,
});

export async function readStates(tx: OrgTx, keys: readonly { x: ExecutionId; s: string }[]): Promise<StepState[]> {
  if (keys.length === 0) return [];
  // One probe of the key an address: see `storedStates`.
  const { rows } = await sql<Row>`
    select st.* from unnest(${plainArray(keys.map(({ x }) => x))}::uuid[], ${textArray(keys.map(({ s }) => s))}::text[]) as sought (x, s)
    cross join lateral (
      select execution_id, step_key, heads, replaced, effective, conflict, seq from step_state
      where org_id = ${tx.org} and execution_id = sought.x and step_key = sought.s offset 0
    ) as st`.execute(tx);
  return rows.map(stateOfRow);
}

/** Writes the states as they stand after a batch; their subjects are locked. */
export async function writeStates(tx: OrgTx, states: readonly StepState[]): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map((state) => ({ ...state, head: state.register.heads.find(({ id }) => id === state.effective) ?? null }));
  const plain = (pick: (row: (typeof rows)[number]) => string | number | boolean | null | undefined) =>
    plainArray(rows.map((row) => pick(row) ?? null));
  await sql`
    insert into step_state (org_id, execution_id, step_key, replaced, effective, effective_kind, effective_outcome, conflict, seq, heads)
    select ${tx.org}::uuid, execution_id, step_key, replaced::uuid[], effective, effective_kind, effective_outcome, conflict, seq, heads
    from rows from (
      unnest(
        ${plain(({ x }) => x)}::uuid[], ${textArray(rows.map(({ s }) => s))}::text[],
        ${textArray(rows.map(({ register }) => plainArray(register.replaced)))}::text[],
        ${plain(({ effective }) => effective)}::uuid[], ${textArray(rows.map(({ head }) => head?.k ?? null))}::text[],
        ${plain(({ head }) => head?.outcome)}::text[], ${plain(({ conflict }) => conflict)}::boolean[], ${plain(({ seq }) => seq)}::bigint[]
      ),
      jsonb_array_elements(${JSON.stringify(rows.map(({ register }) => register.heads))}::jsonb)
    ) as s (execution_id, step_key, replaced, effective, effective_kind, effective_outcome, conflict, seq, heads)
    on conflict (org_id, execution_id, step_key) do update set
      heads = excluded.heads, replaced = excluded.replaced, effective = excluded.effective, effective_kind = excluded.effective_kind,
      effective_outcome = excluded.effective_outcome, conflict = excluded.conflict, seq = excluded.seq`.execute(tx);
}
