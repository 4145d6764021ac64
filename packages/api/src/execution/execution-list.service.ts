import { countMissingPhotos, type ExecutionSummary, listCrews, readOrg } from '@heliograph/db';
import { type ExecutionId, executionIdSchema, type Localized, type ProcedureContent, refuse, stepAt, type UserId } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type ExecutionsWanted, rowsOf } from './execution-rows.ts';
import { type Digest, reader } from './reading.ts';

/** A row of the executions' list. Instants in ms. */
export interface ExecutionItem extends Digest {
  readonly id: ExecutionId;
  readonly procedure: { readonly hash: string; readonly slug: string; readonly number: number; readonly title: Localized | null };
  /** Every hour of the work is told in the time zone of the site. */
  readonly site: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly asset: { readonly id: string; readonly name: string | null } | null;
  readonly people: readonly { readonly id: UserId; readonly name: string }[];
  /** When it was started, or planned while nobody has. */
  readonly openedAt: number;
  /** The day at the site it is planned for; null for work that nobody planned. */
  readonly day: string | null;
  readonly completedAt: number | null;
  /** Address of the step recorded last. */
  readonly currentStep: string | null;
  readonly currentStepTitle: Localized | null;
  /** Photos announced whose bytes are not here yet. */
  readonly missingPhotos: number;
  /** Position of the latest operation: what a review is based on. */
  readonly head: number;
}

export interface ExecutionPage {
  readonly items: readonly ExecutionItem[];
  readonly nextCursor: string | null;
}

type Ports = Pick<Deps, 'db' | 'readings'>;
export type ListExecutions = ExecutionsWanted & { readonly cursor?: string | undefined; readonly limit: number };

/** Executions the person may see, newest first. */
export const executionsFor = ({ db, readings }: Ports, actor: Actor, { cursor, limit, ...filter }: ListExecutions): Promise<ExecutionPage> =>
  readOrg(db, actor, async (tx) => {
    const before = cursor === undefined ? undefined : openCursor(cursor);
    const { contentOf, digest } = reader(tx, readings);
    const rows = await rowsOf(tx, actor, { ...filter, before, limit: limit + 1, digest });
    const page = rows.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const crews = Map.groupBy(await listCrews(tx, ids), ({ execution }) => execution);
    const missing = await countMissingPhotos(tx, ids);
    const items: ExecutionItem[] = [];
    for (const row of page) {
      const content = await contentOf(row.procedure);
      const crew = crews.get(row.id)?.map(({ user, name }) => ({ id: user, name })) ?? [];
      items.push(itemOf(row, { content, crew, digest: await digest(row), missingPhotos: missing.get(row.id) ?? 0 }));
    }
    const last = page.at(-1);
    return { items, nextCursor: rows.length > limit && last !== undefined ? sealCursor(last) : null };
  });

interface Around {
  readonly content: ProcedureContent | null;
  readonly crew: ExecutionItem['people'];
  readonly digest: Digest;
  readonly missingPhotos: number;
}

export function itemOf(row: ExecutionSummary, { content, crew, digest, missingPhotos }: Around): ExecutionItem {
  const opener = { id: row.openedBy, name: row.openedByName };
  return {
    ...digest,
    id: row.id,
    procedure: { hash: row.procedure, slug: row.slug, number: row.number, title: content?.title ?? null },
    site: { id: row.site, name: row.siteName, timeZone: row.siteZone },
    asset: row.asset === null ? null : { id: row.asset, name: row.assetName },
    people: crew.some(({ id }) => id === opener.id) || digest.startedAt === null ? crew : [opener, ...crew],
    openedAt: row.openedAt,
    day: row.plannedFor,
    completedAt: row.completedAt,
    currentStep: row.currentStep,
    currentStepTitle: stepAt(content, row.currentStep)?.title ?? null,
    missingPhotos,
    head: row.head,
  };
}

const cursorSchema = z.tuple([z.int(), executionIdSchema]);

const sealCursor = ({ openedAt, id }: ExecutionSummary): string => Buffer.from(JSON.stringify([openedAt, id])).toString('base64url');

/** Where the page before ended. It only says where to go on, so it need not be signed. */
function openCursor(cursor: string): { openedAt: number; id: ExecutionId } {
  try {
    const [openedAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { openedAt, id };
  } catch {
    return refuse('INVALID', { reason: 'cursor' });
  }
}
