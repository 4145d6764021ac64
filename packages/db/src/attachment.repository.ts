import type { PhotoHash, UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';

/** A picture or a document that procedures show; its bytes lie with the attachment store. */
export interface StoredAttachment {
  readonly hash: PhotoHash;
  readonly kind: 'photo' | 'document';
  readonly bytes: number;
  readonly name: string;
  /** px; null for documents. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Storing the same bytes again changes nothing: they keep their first name. */
export async function insertAttachment(tx: OrgTx, attachment: StoredAttachment, { by, at }: { by: UserId; at: number }): Promise<void> {
  await tx
    .insertInto('attachment')
    .values({ ...attachment, orgId: tx.org, storedBy: by, storedAt: new Date(at) })
    .onConflict((conflict) => conflict.columns(['orgId', 'hash']).doNothing())
    .execute();
}

export const findAttachments = (tx: OrgTx, hashes: readonly PhotoHash[]): Promise<StoredAttachment[]> =>
  tx
    .selectFrom('attachment')
    .select(['hash', 'kind', 'bytes', 'name', 'width', 'height'])
    .where('orgId', '=', tx.org)
    .where('hash', 'in', hashes)
    .execute();
