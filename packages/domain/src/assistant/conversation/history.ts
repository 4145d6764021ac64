import { estimateTokens } from '../usage.ts';
import { HISTORY_EXCHANGES, HISTORY_TOKENS } from './limits.ts';

/** A question with the answer the conversation went on from. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

export interface HistoryWindow<T> {
  /** Sent as they are, in order. */
  readonly sent: readonly T[];
  /** Too long ago: told in a few lines. */
  readonly older: readonly T[];
}

/** What of an earlier course is sent along: the last exchanges that fit; the newest one always goes, however long it is. */
export function windowOf<T extends Exchange>(exchanges: readonly T[], tokens: number = HISTORY_TOKENS): HistoryWindow<T> {
  let left = tokens;
  let from = exchanges.length;
  while (from > 0 && exchanges.length - from < HISTORY_EXCHANGES) {
    const next = exchanges[from - 1];
    if (next === undefined) break;
    left -= estimateTokens(next.question) + estimateTokens(next.answer);
    if (left < 0 && from < exchanges.length) break;
    from -= 1;
  }
  return { sent: exchanges.slice(from), older: exchanges.slice(0, from) };
}
