import { type ExecutionSummary, listCrews, type OrgTx, readOrg, withOrg } from '@heliograph/db';
import { type AssessedPlace, type Done, executionIdSchema, type LogEntry, type UserId } from '@heliograph/domain';
import type { ExportedExecution, ExportedValue } from '@heliograph/domain/export';
import * as z from 'zod/mini';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type ExecutionsWanted, rowsOf } from '../execution/execution-rows.ts';
import { digestOf, type Reading, reader } from '../execution/reading.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

type Ports = Pick<Deps, 'db' | 'readings'>;
export type ExportFilter = ExecutionsWanted;

const position = z.tuple([z.int(), executionIdSchema]);

/** One page of records with their values: what the filters name of what the person may see, newest first. */
export const pageOfRecords = (
  { db, readings }: Ports,
  actor: Actor,
  { cursor, limit, ...filter }: ExportFilter & { cursor?: string | undefined; limit: number },
): Promise<Page<ExportedExecution>> =>
  readOrg(db, actor, async (tx) => {
    const [openedAt, id] = positionIn(cursor, position) ?? [];
    const before = openedAt === undefined || id === undefined ? undefined : { openedAt, id };
    const rows = await rowsOf(tx, actor, { ...filter, before, limit: limit + 1, digest: reader(tx, readings).digest });
    const page = pageOf(rows, limit, (row) => [row.openedAt, row.id]);
    return { ...page, items: await recordsOf(tx, readings, page.items) };
  });

/** Executions read at once: their logs are in memory, and the embedded database's one connection is taken, no longer than for these. */
const AT_ONCE = 20;

/** All of them, page by page, each in a snapshot of its own: a long export holds neither a transaction nor the whole in memory. */
export async function* everyRecord(ports: Ports, actor: Actor, filter: ExportFilter): AsyncGenerator<readonly ExportedExecution[]> {
  let cursor: string | undefined;
  do {
    const page: Page<ExportedExecution> = await pageOfRecords(ports, actor, { ...filter, cursor, limit: AT_ONCE });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Puts on record that somebody takes records out, and which. */
export const noteExport = ({ db }: Pick<Deps, 'db'>, doer: Doer, { format, ...filter }: ExportFilter & { format: string }): Promise<void> =>
  withOrg(db, doer, (tx) => record(tx, doer, { action: 'export.make', subject: null, details: { format, ...filter } }));

async function recordsOf(tx: OrgTx, readings: Deps['readings'], rows: readonly ExecutionSummary[]): Promise<ExportedExecution[]> {
  const crews = Map.groupBy(
    await listCrews(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ execution }) => execution,
  );
  const { read } = reader(tx, readings);
  const records: ExportedExecution[] = [];
  for (const row of rows) records.push(recordOf(row, await read(row), crews.get(row.id)?.map(({ name }) => name) ?? []));
  return records;
}

function recordOf(row: ExecutionSummary, reading: Reading, crew: readonly string[]): ExportedExecution {
  const { status, startedAt } = digestOf(reading);
  const names = new Map(reading.log.map(({ actor, actorName }) => [actor, actorName]));
  return {
    ...{ id: row.id, status, startedAt, openedAt: row.openedAt, completedAt: row.completedAt, day: row.plannedFor },
    procedure: { slug: row.slug, number: row.number, hash: row.procedure, title: reading.content?.title ?? null },
    site: { id: row.site, name: row.siteName },
    asset: row.asset === null ? null : { id: row.asset, name: row.assetName, code: row.assetCode },
    people: [...new Set([...crew, ...(startedAt === null ? [] : [row.openedByName])])],
    conditions: reading.state.conditions,
    values: reading.assessment?.places.flatMap((place) => valuesOf(place, reading.state.signatures, names)) ?? [],
  };
}

/** What stands at one place, pictures and signatures too; while colleagues disagree, each of them. */
function valuesOf(place: AssessedPlace, signatures: readonly Done<'sign'>[], names: ReadonlyMap<UserId, string>): ExportedValue[] {
  const heads = (place.register?.heads ?? []).filter(({ operation }) => operation.k !== 'clear');
  const signed = signatures.filter(({ s }) => s === place.address);
  return [
    ...heads.map((entry) => answerOf(place, entry, names)),
    ...place.photos.filter(({ removedBy }) => removedBy === null).map(({ entry, p }) => rowOf(place, { entry, names, value: p.sha, kind: 'photo' })),
    ...signed.map(({ entry, p }) => rowOf(place, { entry, names, value: p.name, kind: 'signature' })),
  ];
}

interface Telling {
  readonly entry: LogEntry;
  readonly names: ReadonlyMap<UserId, string>;
  readonly value: string | null;
  readonly kind: string;
}

function rowOf({ step, item, address, photos, state }: AssessedPlace, { entry, names, value, kind }: Telling): ExportedValue {
  const { operation, actor, serverAt, flags } = entry;
  return {
    ...{ address, step: step.id, item: item?.label ?? null, title: step.title, kind, value, outcome: state, isEffective: true, flags },
    ...{ unit: null, min: null, max: null, expected: null, shown: null },
    by: names.get(actor) ?? actor,
    at: operation.w + operation.o,
    receivedAt: serverAt,
    photos: photos.length,
  };
}

function answerOf(place: AssessedPlace, entry: LogEntry, names: ReadonlyMap<UserId, string>): ExportedValue {
  const { step, evaluation, register } = place;
  const row = rowOf(place, { entry, names, value: textOf(entry), kind: step.kind });
  if (entry.operation.k !== 'step') return { ...row, isEffective: register?.effective === entry };
  const shown = shownOutcome(entry);
  const unit = step.kind === 'measurement' ? step.unit : null;
  if (register?.effective !== entry) return { ...row, unit, outcome: shown ?? 'none', isEffective: false };
  const outcome = evaluation?.outcome ?? 'none';
  const { min = null, max = null } = evaluation?.limit ?? {};
  return { ...row, unit, outcome, min, max, expected: evaluation?.expected ?? null, shown: shown === outcome ? null : shown };
}

function shownOutcome({ operation }: LogEntry): string | null {
  const verdict = operation.p['verdict'];
  return typeof verdict === 'object' && verdict !== null && 'outcome' in verdict && typeof verdict.outcome === 'string' ? verdict.outcome : null;
}

/** The answer as one text; of a skip or a refusal, its reason. */
function textOf({ operation: { k, p } }: LogEntry): string | null {
  const reason = p['reason'];
  if (k !== 'step') return typeof reason === 'string' ? reason : null;
  const response = p['response'];
  if (typeof response !== 'object' || response === null) return null;
  const values = Object.entries(response).filter(([name]) => ['value', 'values', 'text', 'code', 'done'].includes(name));
  return values.length === 0 ? null : values.map(([, value]) => (Array.isArray(value) ? value.join(' ') : String(value))).join(' ');
}
