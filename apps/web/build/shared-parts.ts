import { ENTRIES, SIGN_IN } from './entry-files.ts';

/** What is used here of the bundler, which Next carries inside and does not hand out the types of. */
interface ChunkGroup {
  readonly name?: string | null;
  readonly parentsIterable: Iterable<ChunkGroup>;
}
interface Chunk {
  readonly name?: string | null;
  readonly groupsIterable: Iterable<ChunkGroup>;
  canBeInitial(): boolean;
}
interface Graph {
  readonly chunkGraph: { getModuleChunksIterable(module: object): Iterable<Chunk> };
}

const isEntryOfField = ({ name }: Chunk): boolean => name === ENTRIES['/app'];

/** Whether the field loads a chunk lazily: what the office shares is not the phone's to carry. */
const isScreenOfField = (chunk: Chunk): boolean => !chunk.canBeInitial() && [...chunk.groupsIterable].some((group) => isUnderField(group));

function isUnderField(group: ChunkGroup, seen: Set<ChunkGroup> = new Set()): boolean {
  if (group.name === ENTRIES['/app']) return true;
  if (seen.has(group)) return false;
  seen.add(group);
  return [...group.parentsIterable].some((parent) => isUnderField(parent, seen));
}

/** Whether a screen uses a module, by the name that its `import()` gives the screen. */
const isUsedBy =
  (screen: string) =>
  (module: object, { chunkGraph }: Graph): boolean =>
    [...chunkGraph.getModuleChunksIterable(module)].some(({ name }) => name === screen);

/** One file, however many screens use it. */
const ONCE = { minChunks: 2, minSize: 0, priority: 5, enforce: true, reuseExistingChunk: true, chunks: isScreenOfField };

/**
 * How screens share code. Next gives a file of its own only to what weighs 20 kB, and copies everything smaller into each screen that uses it:
 * a phone, which keeps all screens, would keep every copy.
 */
const GROUPS = {
  /** What most screens are made of: one file, there with the first of them. */
  parts: { name: 'parts', minChunks: 16, minSize: 0, priority: 10, enforce: true, reuseExistingChunk: true, chunks: isScreenOfField },
  /** What lays out a page is in Today too, so that nobody waits longer for having it in that file. */
  pages: { name: 'parts', test: /ui[\\/]src[\\/](?:page[\\/]|states[\\/]progress-bar)/, ...ONCE, minChunks: 3, priority: 6 },
  /** Fields and what else is touched, of half of the screens: too small for files of their own, too many for copies in each. */
  inputs: { name: 'inputs', test: /ui[\\/]src[\\/](?:fields|actions|messages|states)[\\/]/, ...ONCE, minChunks: 3 },
  /** What the assistant and the work say: long, and shared by sets of screens that overlap, so each set would have its copy. */
  words: { name: 'assistant-words', test: /features[\\/]assistant[\\/]messages\.ts$/, ...ONCE },
  workWords: { name: 'execution-words', test: /features[\\/]execution[\\/]messages\.ts$/, ...ONCE },
  safety: { name: 'assistant-safety', test: /domain[\\/]src[\\/]assistant[\\/]safety[\\/]/, ...ONCE },
  /** All that the field begins with, but the framework: a file each for what the office has too is a round trip each on a slow network. */
  core: { name: 'field-core', chunks: isEntryOfField, minChunks: 1, minSize: 0, enforce: true, priority: 35 },
  /**
   * The screens that a phone is opened at. What one of them shares with others comes in one file: asking for thirty took a slow phone a
   * quarter of a second, before the first of them was read. None carries what it does not use.
   */
  today: { name: 'today-parts', test: isUsedBy('today'), ...ONCE, priority: 4 },
  signIn: { name: 'sign-in-parts', test: isUsedBy(SIGN_IN), ...ONCE, priority: 2 },
  step: { name: 'step-parts', test: isUsedBy('step'), ...ONCE, priority: 3 },
  /** What a few share: a file for each such set of screens. */
  few: { minChunks: 2, minSize: 2_000, priority: -20, reuseExistingChunk: true, chunks: isScreenOfField },
};

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
