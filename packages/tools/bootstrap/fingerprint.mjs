import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './project.mjs';

const IGNORED = new Set([
  'node_modules',
  '.next',
  '.turbo',
  'e2e',
  'test',
  'out',
  'sw.js',
  'sw.js.map',
  'zxing',
  'next-env.d.ts',
  'tsconfig.tsbuildinfo',
]);

/** @param {string} path @returns {string[]} every file at or below it that a build reads */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesOf(join(path, name)));
}

/** Names and contents of files and folders, as one hash. @param {readonly string[]} paths relative to the project */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Whether the stamp was left by the same fingerprint. @param {string} stamp @param {string} print */
export const isStamped = (stamp, print) => existsSync(join(root, stamp)) && readFileSync(join(root, stamp), 'utf8') === print;

/** @param {string} stamp @param {string} print */
export function leaveStamp(stamp, print) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true });
  writeFileSync(join(root, stamp), print);
}
