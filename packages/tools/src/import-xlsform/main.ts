import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openXlsform } from '@heliograph/api/workbook';
import { reportLines } from './report-lines.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { language: { type: 'string', default: 'en' } } });
const [file] = positionals;
const language = values.language;
if (file === undefined || positionals.length > 1 || (language !== 'fr' && language !== 'en')) {
  console.error('Say which file: npm run import:xlsform -- form.xlsx [--language fr]');
  process.exit(2);
}

// npm runs scripts in the project's folder; a file is named from where the person stands.
const path = resolve(process.env['INIT_CWD'] ?? '.', file);
const bytes = await readFile(path).catch(() => null);
if (bytes === null) {
  console.error(`There is no file ${path} that can be read.`);
  process.exit(2);
}
const { report } = await openXlsform({ bytes, name: basename(path), language });
for (const line of reportLines(report, language)) console.log(line);
process.exit(report.draft === null ? 1 : 0);
