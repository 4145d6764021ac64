import type { Localized } from '@heliograph/domain';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';

export interface Tip {
  readonly id: string;
  readonly title: Localized;
  readonly content: Localized;
  readonly category: string;
  readonly tags: readonly string[];
}

/** Makes or changes tips, under one number. */
export async function saveTips(tx: OrgTx, tips: readonly Tip[]): Promise<void> {
  if (tips.length === 0) return;
  const seq = await nextNumber(tx);
  const rows = tips.map(({ title, content, tags, ...tip }) => ({
    ...{ ...tip, orgId: tx.org, seq, removedAt: null },
    ...{ title: JSON.stringify(title), content: JSON.stringify(content), tags: [...tags] },
  }));
  await tx
    .insertInto('tip')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'id']).doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        content: row.ref('excluded.content'),
        category: row.ref('excluded.category'),
        tags: row.ref('excluded.tags'),
        seq: row.ref('excluded.seq'),
        removedAt: null,
      })),
    )
    .execute();
}

export async function removeTip(tx: OrgTx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('tip')
    .set({ removedAt: new Date(now), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .execute();
}

export const listTips = (tx: OrgTx): Promise<Tip[]> =>
  tx
    .selectFrom('tip')
    .select(['id', 'title', 'content', 'category', 'tags'])
    .where('orgId', '=', tx.org)
    .where('removedAt', 'is', null)
    .orderBy('category')
    .orderBy('id')
    .execute();
