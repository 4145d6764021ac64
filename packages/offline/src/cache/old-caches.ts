import type { Owner } from '@heliograph/sync';
import { deleteDB } from 'idb';
import { analysesName } from '../analyses/analyses.ts';
import { talksName } from '../talks/talks.ts';
import { CACHE_SCHEMA, cacheName, isCacheOf } from './format.ts';

/**
 * Deletes this person's cache databases, best effort: a tab that still holds one lets go of it, and what cannot go now goes another day.
 * The old schema's one goes once the new one is whole, not before: an update that wakes up offline must not hide the job.
 * @param kept schema of the one to keep; null at sign-out with an empty outbox (decision 5)
 */
export async function deleteCaches(owner: Owner, kept: number | null): Promise<void> {
  const keptName = kept === null ? null : cacheName(owner, kept);
  const gone = (await cachesOf(owner)).filter((name) => name !== keptName);
  // Conversations and analyses are read again from the server; what waits to be asked is not among them.
  const seen = kept === null ? [talksName(owner), analysesName(owner)] : [];
  await Promise.allSettled([...gone, ...seen].map(deleteOrLeave));
}

async function cachesOf(owner: Owner): Promise<string[]> {
  try {
    const all = await indexedDB.databases();
    return all.flatMap(({ name }) => name ?? []).filter((name) => isCacheOf(owner, name));
  } catch {
    // The browser cannot list them: every name there has been.
    return Array.from({ length: CACHE_SCHEMA }, (_, at) => cacheName(owner, at + 1));
  }
}

/** Asks once; while another tab holds on, the browser deletes it when that tab closes. */
const deleteOrLeave = (name: string): Promise<void> =>
  new Promise((resolve, reject) => void deleteDB(name, { blocked: () => resolve() }).then(resolve, reject));
