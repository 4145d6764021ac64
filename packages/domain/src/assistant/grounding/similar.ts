/** How alike two words are by the triples of letters they share, 0 to 1, as trigram search counts it. */
export function similarity(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)];
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return shared / (a.size + b.size - shared);
}

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Alike enough to be the same word misspelt: connecteur and conecteur are at 0.75. */
const ALIKE_FROM = 0.55;
const MOST_ALIKE = 3;

/** Words of a vocabulary that a misspelt word may have meant, the likeliest first. */
export const likely = (word: string, vocabulary: readonly string[]): string[] =>
  word.length < 4 || /\d/.test(word)
    ? []
    : vocabulary
        .map((candidate) => ({ candidate, alike: similarity(word, candidate) }))
        .filter(({ alike }) => alike >= ALIKE_FROM)
        .toSorted((a, b) => b.alike - a.alike || (a.candidate < b.candidate ? -1 : 1))
        .slice(0, MOST_ALIKE)
        .map(({ candidate }) => candidate);
