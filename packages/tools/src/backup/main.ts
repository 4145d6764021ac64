import { resolve } from 'node:path';
import { parseEnv } from '@heliograph/api';
import { environment } from '../../bootstrap/project.mjs';
import { backUp, bringBack } from './backup.ts';

const [which, given] = process.argv.slice(2);
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
const folder = given ?? (which === 'backup' ? `backup-${stamp}` : undefined);
if (folder === undefined) {
  console.error('Say which backup: npm run restore -- FOLDER');
  process.exit(2);
}
const { databaseUrl, dataDir, photoDir } = parseEnv(process.env);
const installation = { databaseUrl, dataDir, photoDir, path: environment.PATH ?? '' };
const place = resolve(folder);

console.log(
  which === 'backup' ? `Writing ${databaseUrl === null ? dataDir : 'the database and its photos'} into ${place} …` : `Restoring ${place} …`,
);
const { rows, photos } = await (which === 'backup' ? backUp(installation, place, new Date()) : bringBack(installation, place));
const counted = Object.entries(rows).filter(([, count]) => count > 0);
console.log(counted.map(([table, count]) => `  ${table.padEnd(28)} ${String(count).padStart(9)}`).join('\n'));
console.log(`${counted.reduce((sum, [, count]) => sum + count, 0)} rows, ${photos} files of photos${which === 'backup' ? '' : ': all there'}.`);
console.log(
  which === 'backup'
    ? 'The key is not in it: keep HELIOGRAPH_KEY, or the file DATA_DIR/key, in another place.'
    : 'Put the key beside it (HELIOGRAPH_KEY, or DATA_DIR/key), then start. The server notices by itself that its past has changed, and phones send it what it forgot.',
);
