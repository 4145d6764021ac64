/**
 * How screens share code. Next gives a file of its own only to what weighs 20 kB, and copies everything smaller into each screen that uses it:
 * a phone, which keeps all screens, would keep every copy. Here whatever two screens share lies in one file for the same set of screens.
 */
const GROUPS = {
  /** What most screens are made of: one file, there with the first of them. */
  parts: { name: 'parts', minChunks: 6, minSize: 0, priority: 10, enforce: true, reuseExistingChunk: true, chunks: 'async' },
  /** What a few share: a file for each such set of screens. */
  few: { minChunks: 2, minSize: 2_000, priority: -20, reuseExistingChunk: true, chunks: 'async' },
} as const;

/** A screen asks for its parts at once; a worker answers them from the phone. */
const MOST_AT_ONCE = 40;

interface Splitting {
  readonly cacheGroups?: object;
}

/** Next's own splitting, with shared parts. @param splitting what Next configured for browsers */
export const withSharedParts = (splitting: unknown): unknown =>
  typeof splitting === 'object' && splitting !== null
    ? {
        ...splitting,
        maxAsyncRequests: MOST_AT_ONCE,
        cacheGroups: { ...(splitting as Splitting).cacheGroups, ...GROUPS },
      }
    : splitting;
