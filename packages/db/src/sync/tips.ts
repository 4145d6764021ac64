import { correctedAt, type TipPhoto, type TipStanding, textOfNote } from '@heliograph/domain';
import type { Batch, Sender } from '@heliograph/sync/server';
import type { OrgTx } from '../database.ts';
import { announcedPhotos } from '../tip.repository.ts';
import { rateTip, writeTipVersion } from '../tip-version.repository.ts';

/** How those of these ids that are tips stand. */
export async function tipStandings(tx: OrgTx, ids: readonly string[]): Promise<Map<string, TipStanding>> {
  const rows = await tx
    .selectFrom('tip')
    .leftJoin('tipVersion as newest', (join) =>
      join.onRef('newest.orgId', '=', 'tip.orgId').onRef('newest.tipId', '=', 'tip.id').onRef('newest.number', '=', 'tip.latestVersion'),
    )
    .select(['tip.id', 'tip.authorId as author', 'newest.state', 'tip.approvedVersion', 'tip.removedAt'])
    .where('tip.orgId', '=', tx.org)
    .where('tip.id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, author, state, approvedVersion, removedAt }) => [
      id,
      { author, state: state ?? 'approved', isPublished: approvedVersion !== null, isArchived: removedAt !== null },
    ]),
  );
}

/** Brings the tips to where the batch's operations leave them, under their own numbers: whoever pulls is told in the same order. */
export async function writeTips(tx: OrgTx, { user }: Sender, { tips, operations }: Batch): Promise<void> {
  for (const { operation, seq } of tips) {
    const arrived = operations.find(({ id }) => id === operation.id)?.serverAt ?? 0;
    const at = Math.min(correctedAt(operation), arrived);
    if (operation.k === 'tip') {
      const { submit, ...note } = operation.p;
      const photos: TipPhoto[] = await announcedPhotos(tx, operation.x, note.photos);
      await writeTipVersion(tx, { id: operation.x, text: { ...textOfNote(note), photos }, state: submit ? 'submitted' : 'draft', by: user, at, seq });
    } else if (operation.k === 'tip.rate') await rateTip(tx, { id: operation.p.tip, user, useful: operation.p.useful, at, seq });
  }
}
