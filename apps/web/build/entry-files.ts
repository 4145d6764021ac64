import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IS_BUILT } from '../src/platform/build.ts';

/** Files of a page's own entry, as the page names them. */
export interface EntryFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** What a page's document names. */
export interface PageFiles extends EntryFiles {
  /** Those that show a stranger the sign-in. */
  readonly signIn: readonly string[];
}

/** Entries by the page they run in. */
export const ENTRIES: Readonly<Record<string, string>> = { '/app': 'field', '/office': 'office' };
/** The name that the field's `import()` gives the sign-in. */
export const SIGN_IN = 'sign-in';
/** Written by the bundler before any page is. */
export const ENTRY_FILES = 'entry-files.json';

const NONE: PageFiles = { scripts: [], styles: [], signIn: [] };

/** What a page loads; nothing in development, where Next's runtime loads the page itself. */
export function entryFiles(page: string): PageFiles {
  const entry = ENTRIES[page];
  if (entry === undefined || !IS_BUILT) return NONE;
  const all: Record<string, PageFiles> = JSON.parse(readFileSync(join(process.cwd(), '.next', ENTRY_FILES), 'utf8'));
  return all[entry] ?? NONE;
}
