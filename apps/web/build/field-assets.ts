/** What is used here of the bundler, which Next carries inside and does not hand out the types of. */
interface Chunk {
  readonly files: Iterable<string>;
  readonly auxiliaryFiles: Iterable<string>;
}
interface ChunkGroup {
  readonly chunks: readonly Chunk[];
  readonly childrenIterable: Iterable<ChunkGroup>;
  readonly asyncEntrypointsIterable: Iterable<ChunkGroup>;
}
interface Compilation {
  readonly entrypoints: ReadonlyMap<string, ChunkGroup>;
}
interface Compiler {
  readonly hooks: { readonly thisCompilation: { tap(name: string, work: (compilation: Compilation) => void): void } };
}

/** The pages that work without a network, as the bundler names them. */
const PAGES = ['app/layout', 'app/page', 'app/app/page', 'app/not-found'];
/** What every page starts with. All pages hang below it, so its own files alone are taken. */
const START = 'main-app';

export interface FieldAssets {
  apply(compiler: Compiler): void;
  /** Files that the field can ask for, from its first script to the last screen loaded lazily. To be asked once the files have their names. */
  names(): ReadonlySet<string>;
}

/** Walks the graph of chunks from the field's page, so that the precache holds all of the field and nothing of the office. */
export function fieldAssets(): FieldAssets {
  let compilation: Compilation | null = null;
  let found: ReadonlySet<string> | null = null;
  return {
    apply: ({ hooks }) => {
      hooks.thisCompilation.tap('FieldAssets', (started) => {
        compilation = started;
        found = null;
      });
    },
    names: () => {
      found ??= compilation === null ? new Set() : namesIn(compilation);
      return found;
    },
  };
}

function namesIn({ entrypoints }: Compilation): Set<string> {
  const entry = (name: string): ChunkGroup => {
    const found = entrypoints.get(name);
    if (found === undefined) throw new Error(`the build has no page ${name}: ${[...entrypoints.keys()].join(', ')}`);
    return found;
  };
  const seen = new Set<ChunkGroup>([entry(START)]);
  const queue = PAGES.map(entry);
  for (let group = queue.pop(); group !== undefined; group = queue.pop()) {
    if (seen.has(group)) continue;
    seen.add(group);
    queue.push(...group.childrenIterable, ...group.asyncEntrypointsIterable);
  }
  const chunks = new Set([...seen].flatMap((group) => group.chunks));
  const files = [...chunks].flatMap(({ files, auxiliaryFiles }) => [...files, ...auxiliaryFiles]);
  return new Set(files.filter((name) => /\.(?:js|css|woff2)$/.test(name)));
}
