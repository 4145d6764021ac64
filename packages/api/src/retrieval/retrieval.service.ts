import { type Database, findPassages, type OrgTx, readOrg } from '@heliograph/db';
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
export const searchPassages = ({ db }: Pick<Deps, 'db'>, actor: Searcher, search: Search): Promise<Retrieved[]> =>
  overLibrary(db, actor, (library) => readOrg(db, actor, (tx) => passagesIn(tx, actor, { ...search, library })));

type Searcher = Pick<Actor, 'org' | 'user' | 'role'>;

/** Whether the passages may be behind what is published, or have just been brought to it. */
type Library = 'maybe behind' | 'followed';
/** The passages must follow the library first; nothing has been done. */
class Behind extends Error {
  override readonly name = 'Behind';
}

/** Does work that searches the passages. Where they are behind what is published, they follow, and the work is begun again. */
export async function overLibrary<T>(db: Database, whose: Pick<Actor, 'org'>, work: (library: Library) => Promise<T>): Promise<T> {
  try {
    return await work('maybe behind');
  } catch (reason) {
    if (!(reason instanceof Behind)) throw reason;
  }
  await followLibrary(db, whose);
  return work('followed');
}

/** The same inside a transaction that was begun by `overLibrary`: it may be ended here, so this comes first in it. */
export async function passagesIn(tx: OrgTx, actor: Searcher, { query, asset, limit, library }: Search & { library: Library }): Promise<Retrieved[]> {
  const found = await lookUp(tx, questionWords(query));
  if (found === null && library === 'maybe behind') throw new Behind();
  const history = asset === undefined ? [] : [...(await openFindingsOf(tx, actor, asset)), ...(await historyOf(tx, actor, asset))];
  const room = Math.max(0, limit - history.length);
  return [...(found ?? []).slice(0, room), ...history.map((source) => ({ ...source, score: HISTORY_SCORE }))].slice(0, limit);
}

async function lookUp(tx: OrgTx, words: readonly QuestionWord[]): Promise<Retrieved[] | null> {
  if (words.length === 0) return [];
  const passages = await currentPassages(tx);
  return passages === null ? null : fuse(await findPassages(tx, words, { passages, most: CANDIDATES }), passages);
}
