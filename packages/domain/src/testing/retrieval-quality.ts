import questions from '../../library/questions.json' with { type: 'json' };
import { type Retrieved, sourceKey } from '../assistant/grounding/index.ts';

export interface Quality {
  /** Share of the answers' questions with an answer among the first five. */
  readonly recallAt5: number;
  /** Mean reciprocal rank of the first answer, over twenty places. */
  readonly reciprocalRank: number;
  /** Share of the unanswerable questions that found nothing. */
  readonly silence: number;
  readonly questions: number;
  /** Questions without an answer among the first five. */
  readonly missed: readonly string[];
  /** Unanswerable questions that found something. */
  readonly loud: readonly string[];
}

/** Measures a search over the questions of both languages whose answers are known in the starter library. */
export async function measureQuality(search: (question: string) => Promise<readonly Retrieved[]>): Promise<Quality> {
  const ranks: { question: string; rank: number }[] = [];
  for (const { question, answers } of questions.pairs) {
    const found = await search(question);
    ranks.push({ question, rank: found.slice(0, 20).findIndex((source) => answers.includes(sourceKey(source))) + 1 });
  }
  const loud: string[] = [];
  for (const { question } of questions.unanswerable) if ((await search(question)).length > 0) loud.push(question);
  const missed = ranks.filter(({ rank }) => rank === 0 || rank > 5).map(({ question }) => question);
  return {
    recallAt5: 1 - missed.length / ranks.length,
    reciprocalRank: ranks.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length,
    silence: 1 - loud.length / questions.unanswerable.length,
    questions: ranks.length,
    missed,
    loud,
  };
}
