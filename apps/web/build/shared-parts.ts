/**
 * How screens share code. Next gives a file of its own only to what weighs 20 kB, and copies everything smaller into each screen that uses it:
 * a phone, which keeps all screens, would keep every copy. Here whatever two screens share lies in one file for the same set of screens.
 */
const SHARED = { minChunks: 2, minSize: 1_500, priority: -20, reuseExistingChunk: true } as const;

/** A screen is asked for with its parts at once; over HTTP/2 they cost little, and a worker answers them from the phone. */
const MOST_AT_ONCE = 24;

interface Splitting {
  readonly cacheGroups?: object;
}

/** Next's own splitting, with shared parts. @param splitting what Next configured for browsers */
export const withSharedParts = (splitting: unknown): unknown =>
  typeof splitting === 'object' && splitting !== null
    ? {
        ...splitting,
        maxAsyncRequests: MOST_AT_ONCE,
        cacheGroups: { ...(splitting as Splitting).cacheGroups, shared: { ...SHARED, chunks: 'async' } },
      }
    : splitting;
