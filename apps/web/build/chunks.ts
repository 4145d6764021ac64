import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES, ENTRY_FILES, type PageFiles, SIGN_IN } from './entry-files.ts';

/** What is used here of the bundler, which Next carries inside and does not hand out the types of. */
interface Chunk {
  readonly files: Iterable<string>;
  readonly auxiliaryFiles: Iterable<string>;
}
interface ChunkGroup {
  readonly name?: string | null;
  readonly chunks: readonly Chunk[];
  readonly childrenIterable: Iterable<ChunkGroup>;
  readonly asyncEntrypointsIterable: Iterable<ChunkGroup>;
}
interface Entrypoint extends ChunkGroup {
  getFiles(): readonly string[];
}
export interface Compilation {
  readonly namedChunkGroups?: ReadonlyMap<string, Entrypoint>;
  readonly entrypoints: ReadonlyMap<string, Entrypoint>;
  readonly outputOptions: { readonly path?: string };
}
interface Plugin {
  apply(compiler: Compiler): void;
}
interface Compiler {
  readonly context: string;
  readonly webpack: { readonly EntryPlugin: new (context: string, file: string, options: { name: string; layer: string }) => Plugin };
  readonly hooks: {
    readonly thisCompilation: { tap(name: string, work: (compilation: Compilation) => void): void };
    readonly afterEmit: { tap(name: string, work: (compilation: Compilation) => void): void };
  };
}

/** Where Next keeps what pages run in a browser: outside of it there would be a second React. */
const LAYER = 'pages-dir-browser';
/** Pages whose styles and fonts the field shows before its own are there. */
const PAGES = ['pages/_app', 'pages/app', 'pages/index'];

/** What a phone does not keep though its field can ask for it, by the name that its `import()` gives it: nothing can be done there without a network. */
const NOT_KEPT = /^online-/;

export interface Chunks extends Plugin {
  /** Whether the field can ask for a file without a network, from its first script to the last screen. To be asked once the files have their names. */
  isOfField(name: string): boolean;
}

/** Makes the two applications entries of their own, and knows which files belong to which: the pages are told what to load, the service worker what to keep. */
export function chunks(): Chunks {
  let compilation: Compilation | null = null;
  let field: ReadonlySet<string> | null = null;
  return {
    apply: (compiler) => {
      const { hooks, context, webpack } = compiler;
      // Not through the configuration's `entry`: there Next makes every entry depend on its own runtime.
      for (const name of Object.values(ENTRIES))
        new webpack.EntryPlugin(context, `./src/entries/${name}.tsx`, { name, layer: LAYER }).apply(compiler);
      hooks.thisCompilation.tap('Chunks', (started) => {
        compilation = started;
        field = null;
      });
      hooks.afterEmit.tap('Chunks', (emitted) => {
        const files = Object.values(ENTRIES).map((entry) => [entry, filesOfPage(emitted, entry)]);
        writeFileSync(join(emitted.outputOptions.path ?? '.next', ENTRY_FILES), JSON.stringify(Object.fromEntries(files)));
      });
    },
    isOfField: (name) => {
      field ??= compilation === null ? new Set() : filesOfField(compilation);
      return field.has(name);
    },
  };
}

function entryIn(entrypoints: Compilation['entrypoints'], name: string): Entrypoint {
  const found = entrypoints.get(name);
  if (found === undefined) throw new Error(`the build has no ${name}: ${[...entrypoints.keys()].join(', ')}`);
  return found;
}

/** What a page loads at once, and what the sign-in of the field needs beyond that. */
export function filesOfPage({ entrypoints, namedChunkGroups }: Compilation, name: string): PageFiles {
  const own = entryIn(entrypoints, name).getFiles();
  const ending = (files: readonly string[], ...ends: readonly string[]) =>
    files.flatMap((file) => (ends.some((end) => file.endsWith(end)) ? [`/_next/${file}`] : []));
  const later = name === ENTRIES['/app'] ? (namedChunkGroups?.get(SIGN_IN)?.getFiles() ?? []) : [];
  const lacking = later.filter((file) => !own.includes(file));
  return { scripts: ending(own, '.js'), styles: ending(own, '.css'), signIn: ending(lacking, '.js', '.css') };
}

export function filesOfField({ entrypoints }: Compilation): Set<string> {
  const seen = new Set<ChunkGroup>();
  const queue: ChunkGroup[] = [entryIn(entrypoints, 'field')];
  for (let group = queue.pop(); group !== undefined; group = queue.pop()) {
    if (seen.has(group) || NOT_KEPT.test(group.name ?? '')) continue;
    seen.add(group);
    queue.push(...group.childrenIterable, ...group.asyncEntrypointsIterable);
  }
  const own = [...seen].flatMap(filesIn).filter((name) => /\.(?:js|css|woff2)$/.test(name));
  const shown = PAGES.flatMap((page) => filesIn(entryIn(entrypoints, page))).filter((name) => /\.(?:css|woff2)$/.test(name));
  return new Set([...own, ...shown]);
}

const filesIn = (group: ChunkGroup): string[] => group.chunks.flatMap(({ files, auxiliaryFiles }) => [...files, ...auxiliaryFiles]);
