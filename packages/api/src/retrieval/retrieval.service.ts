import { findPassages, type OrgTx, readOrg } from '@heliograph/db';
import type { AssetId } from '@heliograph/domain';
import { fuse, type QuestionWord, questionWords, type Retrieved } from '@heliograph/domain/assistant/grounding';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { currentPassages, followLibrary } from './follow.ts';
import { historyOf } from './history.ts';
import { openFindingsOf } from './open-findings.ts';

/** Passages taken from each language before they are fused. */
const CANDIDATES = 40;

export interface Search {
  readonly query: string;
  readonly limit: number;
  /** The equipment in hand. */
  readonly asset?: AssetId | undefined;
}

/** Passages found for a question come first; what was found on the equipment in hand goes along, and is ranked after them. */
const HISTORY_SCORE = 0.1;

/**
 * What the organisation's library says about a question, best first; nothing where it cannot answer. No model takes part.
 * With a piece of equipment in hand, its open findings and what was noted on it lately stand after the passages: of what the person may see.
 */
export async function searchPassages({ db }: Pick<Deps, 'db'>, actor: Pick<Actor, 'org' | 'user' | 'role'>, search: Search): Promise<Retrieved[]> {
  const words = questionWords(search.query);
  const look = () => readOrg(db, actor, (tx) => lookUp(tx, words));
  let found = words.length === 0 ? [] : await look();
  if (found === null) {
    await followLibrary(db, actor);
    found = await look();
  }
  const { asset, limit } = search;
  const history =
    asset === undefined
      ? []
      : await readOrg(db, actor, async (tx) => [...(await openFindingsOf(tx, actor, asset)), ...(await historyOf(tx, actor, asset))]);
  const room = Math.max(0, limit - history.length);
  return [...(found ?? []).slice(0, room), ...history.map((source) => ({ ...source, score: HISTORY_SCORE }))].slice(0, limit);
}

async function lookUp(tx: OrgTx, words: readonly QuestionWord[]): Promise<Retrieved[] | null> {
  const passages = await currentPassages(tx);
  return passages === null ? null : fuse(await findPassages(tx, words, { passages, most: CANDIDATES }), passages);
}
