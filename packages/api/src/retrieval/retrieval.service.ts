import { findPassages, type OrgTx, readOrg } from '@heliograph/db';
import { fuse, type QuestionWord, questionWords, type Retrieved } from '@heliograph/domain/assistant/grounding';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { currentPassages, followLibrary } from './follow.ts';

/** Passages taken from each language before they are fused. */
const CANDIDATES = 40;

export interface Search {
  readonly query: string;
  readonly limit: number;
}

/** What the organisation's library says about a question, best first; nothing where it cannot answer. No model takes part. */
export async function searchPassages({ db }: Pick<Deps, 'db'>, actor: Pick<Actor, 'org'>, { query, limit }: Search): Promise<Retrieved[]> {
  const words = questionWords(query);
  if (words.length === 0) return [];
  const look = () => readOrg(db, actor, (tx) => lookUp(tx, words));
  let found = await look();
  if (found === null) {
    await followLibrary(db, actor);
    found = await look();
  }
  return (found ?? []).slice(0, limit);
}

async function lookUp(tx: OrgTx, words: readonly QuestionWord[]): Promise<Retrieved[] | null> {
  const passages = await currentPassages(tx);
  return passages === null ? null : fuse(await findPassages(tx, words, { passages, most: CANDIDATES }), passages);
}
