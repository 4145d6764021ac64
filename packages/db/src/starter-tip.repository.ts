import type { Localized, TipState } from '@heliograph/domain';
import type { OrgTx } from './database.ts';

/** What a tip said once. */
interface Said {
  readonly title: Localized;
  readonly content: Localized;
  readonly category: string;
  readonly tags: readonly string[];
}

export interface TipPast {
  readonly id: string;
  readonly isArchived: boolean;
  /** Of the newest version. */
  readonly state: TipState;
  /** What was approved, the newest first. */
  readonly approved: readonly (Said & { readonly isFromLibrary: boolean })[];
}

const SAID = ['title', 'content', 'category', 'tags'] as const;

/** How these tips came to be what they are, by id; those the organisation never had are not there. */
export async function listTipPasts(tx: OrgTx, ids: readonly string[]): Promise<Map<string, TipPast>> {
  const tips = await tx
    .selectFrom('tip')
    .select(['id', 'authorId', 'removedAt', 'latestVersion', ...SAID])
    .where('orgId', '=', tx.org)
    .where('id', 'in', ids)
    .execute();
  const versions = await tx
    .selectFrom('tipVersion')
    .select(['tipId', 'number', 'state', 'writtenBy', ...SAID])
    .where('orgId', '=', tx.org)
    .where('tipId', 'in', ids)
    .orderBy('number', 'desc')
    .execute();
  return new Map(
    tips.map(({ id, authorId, removedAt, latestVersion, ...said }) => {
      const own = versions.filter(({ tipId }) => tipId === id);
      // What the library brought has no row of its version until somebody changes it.
      const approved =
        own.length === 0
          ? [{ ...said, isFromLibrary: authorId === null }]
          : own.filter(({ state }) => state === 'approved').map(({ writtenBy, ...version }) => ({ ...version, isFromLibrary: writtenBy === null }));
      const state = own.find(({ number }) => number === latestVersion)?.state ?? 'approved';
      return [id, { id, isArchived: removedAt !== null, state, approved }];
    }),
  );
}
