/** After `next build`: puts the site where the server reads it, packed once for every phone that will ask, and says what a phone has to load. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOM = join(import.meta.dirname, '..');
const SITE = join(ROOM, '.next/site');
const TEXT = /\.(?:html|js|css|json|svg|txt|wasm|webmanifest)$/;
const WORTH_PACKING = 1024;

rmSync(SITE, { recursive: true, force: true });
renameSync(join(ROOM, 'out'), SITE);

for (const entry of readdirSync(SITE, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !TEXT.test(file)) continue;
  const bytes = readFileSync(file);
  if (bytes.byteLength < WORTH_PACKING) continue;
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } }));
}
