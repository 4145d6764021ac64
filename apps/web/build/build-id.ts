import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
/** All that ends up in a browser, or decides how it gets there. */
const SOURCES = ['apps/web', 'packages/domain/src', 'packages/offline/src', 'packages/sync/src', 'packages/ui/src', 'pnpm-lock.yaml'];
const NOT_SOURCES =
  /^(?:node_modules|\.next|\.turbo|out|zxing|e2e|test|server|sw\.js(?:\.map)?|next-env\.d\.ts|.*\.tsbuildinfo|.*\.md|.*\.test\.tsx?)$/;

/** Version and content: the same sources give the same build, so that phones keep what they hold, whatever was deployed around them. */
export function buildId(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(join(ROOT, source))))
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

function filesOf(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !NOT_SOURCES.test(name));
    return entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
  } catch {
    return [path];
  }
}
