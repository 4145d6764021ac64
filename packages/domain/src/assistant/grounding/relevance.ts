/** How a passage holds the words of a question. */
export interface Match {
  /** How many passages of the library hold each word of the question; 0 where none does. */
  readonly seen: readonly number[];
  /** Which of the words this passage holds, by their places. */
  readonly found: readonly number[];
  /** Passages in the library. */
  readonly passages: number;
}

/** Below it a passage is about something else. Held by the pairs of questions and passages. */
export const RELEVANT_FROM = 0.5;

/** How much a word tells: the rarer in the library the more, and most where it does not know it at all. */
export const telling = (seen: number, passages: number): number => Math.log(1 + passages / (seen + 0.5));

/**
 * Share of what a question asks that a passage holds, 0 to 1, each word by what it tells. A question about something that the library does not know has
 * its most telling words in no passage, and finds nothing.
 */
export function coverageOf({ seen, found, passages }: Match): number {
  const all = seen.reduce((sum, count) => sum + telling(count, passages), 0);
  const held = found.reduce((sum, at) => sum + telling(seen[at] ?? 0, passages), 0);
  return all === 0 ? 0 : held / all;
}

/** Whether a passage answers at all. The same rule on the phone and on the server. */
export const isRelevant = (match: Match): boolean => coverageOf(match) >= RELEVANT_FROM;
