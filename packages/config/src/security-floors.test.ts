import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const floors: Record<string, { atLeast: string; why: string }> = JSON.parse(read('../security-floors.json'));
const lock = read('../../../pnpm-lock.yaml');

/** Every version of a package that the lock file installs, direct or not. */
const lockedVersions = (name: string, text: string): string[] =>
  [...text.matchAll(new RegExp(`^  '?${name}@(\\d[^:'(]*)`, 'gm'))].flatMap(([, version]) => version ?? []);

/** Below zero when `a` is older. A pre-release counts as older than its release. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('-', 1)[0]?.split('.').map(Number) ?? []);
  for (const n of [0, 1, 2]) {
    const difference = (left?.[n] ?? 0) - (right?.[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.includes('-')) - Number(a.includes('-'));
}

describe('versions with known holes', () => {
  test.each(Object.entries(floors))('%s is nowhere installed below its floor', (name, { atLeast }) => {
    const versions = lockedVersions(name, lock);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => compareVersions(version, atLeast) < 0)).toEqual([]);
  });

  test('an older version anywhere in the lock file would be noticed', () => {
    const tampered = `${lock}\n  next@16.4.5(react@19.3.1):\n  '@trpc/server@11.1.0':\n`;
    expect(lockedVersions('next', tampered)).toContain('16.4.5');
    expect(lockedVersions('@trpc/server', tampered)).toContain('11.1.0');
    expect(compareVersions('16.4.5', '16.4.6')).toBeLessThan(0);
    expect(compareVersions('0.28.9', '0.28.17')).toBeLessThan(0);
    expect(compareVersions('19.3.1-rc.1', '19.3.1')).toBeLessThan(0);
    expect(compareVersions('19.10.0', '19.9.9')).toBeGreaterThan(0);
  });
});

describe('supply chain', () => {
  const settings = read('../../../pnpm-workspace.yaml');

  test('a release is at least three days old before it is installed', () => {
    expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(settings)?.[1])).toBeGreaterThanOrEqual(3 * 24 * 60);
  });

  test('no package but Node itself runs a script when it is installed', () => {
    const allowed = [...settings.matchAll(/^ {2}(\S+): true$/gm)].map(([, name]) => name);
    expect(allowed).toEqual(['node']);
  });

  test('the lock file names no registry, so that any mirror serves', () => {
    expect(lock).not.toMatch(/https?:\/\//);
    expect(lock).not.toMatch(/tarball:/);
  });
});
