import { insertProcedureVersion, type OrgTx, saveTips } from '@heliograph/db';
import { procedureHash } from '@heliograph/domain';
import { type ImportedProcedure, importLibrary, type Library } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { sha256 } from '../office/sha256.ts';

/** The starter library as the domain reads it. */
export function starterLibrary(): Library {
  const read = importLibrary(starter);
  if (read.kind === 'refused') throw new Error(`the starter library is refused: ${JSON.stringify(read.problems.slice(0, 5))}`);
  return read.library;
}

/** Publishes a library in an organisation, with its tips. Publishing it again changes nothing. */
export async function publishLibrary(tx: OrgTx, { procedures, tips }: Library, publishedAt: number): Promise<void> {
  for (const procedure of procedures) await publish(tx, procedure, publishedAt);
  await saveTips(tx, tips);
}

async function publish(tx: OrgTx, { content, number }: ImportedProcedure, publishedAt: number): Promise<void> {
  const hash = await procedureHash(content, sha256);
  const stepIds = content.steps.map(({ id }) => id);
  await insertProcedureVersion(tx, { hash, slug: content.slug, number, publishedAt, publishedBy: null, content, stepIds });
}
