import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Puts the reader of bar codes among our own files, where the content policy and a phone without a network find it. Asked of the library that loads it, so that both are of one version. */
const library = createRequire(import.meta.url).resolve('barcode-detector/ponyfill');
const wasm = createRequire(library).resolve('zxing-wasm/reader/zxing_reader.wasm');
const folder = join(import.meta.dirname, '../public/zxing');

await mkdir(folder, { recursive: true });
await copyFile(wasm, join(folder, 'zxing_reader.wasm'));
