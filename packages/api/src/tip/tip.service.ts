import {
  announcedPhotos,
  findTipRow,
  listTipRows,
  listTipVersions,
  type OrgTx,
  rateTip,
  readOrg,
  type TipRow,
  type TipVersion,
  withOrg,
  writeTipVersion,
} from '@heliograph/db';
import { can, mayWriteTip, refuse, type TipStanding, type TipState, type TipText } from '@heliograph/domain';
import * as z from 'zod/mini';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { differing, unchangedSince } from '../office/revision.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

interface TipWish {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly state?: TipState | 'archived' | undefined;
  readonly mine: boolean;
  readonly category?: string | undefined;
  readonly query?: string | undefined;
}

const position = z.tuple([z.int(), z.string()]);

/** Tips the person may see, what changed last first. */
export const tipsFor = ({ db }: Pick<Deps, 'db'>, actor: Actor, { cursor, limit, mine, ...filter }: TipWish): Promise<Page<TipRow>> =>
  readOrg(db, actor, async (tx) => {
    const [revision, id] = positionIn(cursor, position) ?? [];
    const after = revision === undefined || id === undefined ? undefined : { revision, id };
    const author = mine ? actor.user : undefined;
    return pageOf(await listTipRows(tx, actor, { ...filter, author, after, limit: limit + 1 }), limit, (row) => [row.revision, row.id]);
  });

export interface OpenTip {
  readonly tip: TipRow;
  /** For its author and those who approve; empty for everybody else. */
  readonly versions: readonly TipVersion[];
}

/** One tip, and to those who write it how it came to be. */
export const openTip = ({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<OpenTip> =>
  readOrg(db, actor, async (tx) => {
    const tip = await visibleTip(tx, actor, id);
    const isInsider = tip.author === actor.user || can(actor, 'tip.approve');
    return { tip, versions: isInsider ? await listTipVersions(tx, id) : [] };
  });

export const visibleTip = async (tx: OrgTx, actor: Actor, id: string): Promise<TipRow> => (await findTipRow(tx, actor, id)) ?? refuse('NOT_FOUND');

export const standingOf = ({ author, state, approved, isArchived }: TipRow): TipStanding => ({
  ...{ author, state, isArchived },
  isPublished: approved !== null,
});

/** Writes a new tip. The same id again answers what is there. */
export const createTip = ({ db, now }: Ports, doer: Doer, { id, submit, ...text }: TipText & { id: string; submit: boolean }): Promise<TipRow> =>
  withOrg(db, doer, async (tx) => {
    const before = await findTipRow(tx, doer, id);
    if (before !== undefined) return before.author === doer.user ? before : refuse('CONFLICT', { reason: 'taken' });
    await write(tx, { id, text, state: submit ? 'submitted' : 'draft', by: doer.user, at: now() });
    await record(tx, doer, { action: 'tip.create', subject: { kind: 'tip', id }, details: { title: text.title.fr, submit } });
    return visibleTip(tx, doer, id);
  });

/** Adds a version. What others read stays until somebody approves it. @throws AppError CONFLICT `changed`, NOT_ALLOWED */
export const updateTip = ({ db, now }: Ports, doer: Doer, { id, revision, ...text }: TipText & { id: string; revision: number }): Promise<TipRow> =>
  withOrg(db, doer, async (tx) => {
    const before = await visibleTip(tx, doer, id);
    if (!mayWriteTip(doer, standingOf(before))) refuse('NOT_ALLOWED');
    const fields = differing(before, text);
    await unchangedSince(tx, before, { revision, fields, kind: 'tip' });
    if (fields.length === 0) return before;
    await write(tx, { id, text, state: before.state === 'submitted' ? 'submitted' : 'draft', by: doer.user, at: now() });
    await record(tx, doer, { action: 'tip.update', subject: { kind: 'tip', id }, details: { title: text.title.fr, fields } });
    return visibleTip(tx, doer, id);
  });

interface Writing {
  readonly id: string;
  readonly text: TipText;
  readonly state: 'draft' | 'submitted';
  readonly by: Doer['user'];
  readonly at: number;
}

async function write(tx: OrgTx, { text, ...version }: Writing): Promise<void> {
  const photos = await announcedPhotos(tx, version.id, text.photos);
  await writeTipVersion(tx, { ...version, text: { ...text, photos } });
}

/** Once per person, the last word counts. A matter of opinion is no act of the organisation, so it is not on its record. */
export const rate = ({ db, now }: Ports, doer: Doer, { id, useful }: { id: string; useful: boolean }): Promise<TipRow> =>
  withOrg(db, doer, async (tx) => {
    await visibleTip(tx, doer, id);
    await rateTip(tx, { id, useful, user: doer.user, at: now() });
    return visibleTip(tx, doer, id);
  });
