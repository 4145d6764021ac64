import type { Localized, ProcedureHash } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** A procedure as the library shows it: its newest version that new work may begin on. */
export interface LibraryEntry {
  readonly hash: ProcedureHash;
  readonly slug: string;
  readonly number: number;
  /** ms */
  readonly publishedAt: number;
  readonly title: Localized;
  readonly description: Localized;
  readonly category: string;
  readonly equipmentTypes: readonly string[];
  readonly tags: readonly string[];
  readonly estimatedMinutes: number;
  readonly teamMin: number;
  readonly requiresLockout: boolean;
  readonly steps: number;
}

/** The library, by slug. Without the steps: they are a hundred times larger, and named by their hash. */
export async function listLibrary(tx: OrgTx): Promise<LibraryEntry[]> {
  const { rows } = await sql<Omit<LibraryEntry, 'publishedAt'> & { publishedAt: Date }>`
    select distinct on (slug) hash, slug, number, published_at, content -> 'title' as title, content -> 'description' as description,
      content ->> 'category' as category, content -> 'equipmentTypes' as equipment_types, content -> 'tags' as tags,
      (content ->> 'estimatedMinutes')::int as estimated_minutes, (content ->> 'teamMin')::int as team_min,
      (content ->> 'requiresLockout')::boolean as requires_lockout, cardinality(step_ids) as steps
    from procedure_version where org_id = ${tx.org} and withdrawn_at is null order by slug, number desc`.execute(tx);
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.getTime() }));
}
