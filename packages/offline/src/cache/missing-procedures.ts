import { type ProcedureHash, procedureHashSchema } from '@heliograph/domain';
import type { Cache } from './cache.ts';

/** Versions this phone needs and has not: those published, and those that executions were planned or started on. Without its bytes none can be carried out. */
export async function missingProcedures(cache: Cache): Promise<ProcedureHash[]> {
  const [published, overview, here] = await Promise.all([
    cache.read(async (tx) => tx.refs((await tx.meta())?.shown ?? 0, 'procedure')),
    cache.overview(),
    cache.procedureHashes(),
  ]);
  const ofLibrary = published.flatMap((row) => (row.kind === 'procedure' && row.body !== null ? [row.body.hash] : []));
  const pinned = [...overview.values()].flatMap(({ life }) =>
    life.filter(({ k }) => k === 'start' || k === 'plan').map(({ p }) => procedureHashSchema.safeParse(p['procedure'])),
  );
  const wanted = new Set([...ofLibrary, ...pinned.flatMap(({ data }) => data ?? [])]);
  return [...wanted].filter((hash) => !here.includes(hash));
}
