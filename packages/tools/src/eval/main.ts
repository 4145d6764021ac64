import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createModels } from '@heliograph/ai';
import { answererOf, evalTable, lookerOf, runEval, runPhotoEval } from '@heliograph/ai/eval';
import { PROVIDER_ADDRESSES, providerKindSchema } from '@heliograph/domain';
import { passagesOfLibrary } from '@heliograph/domain/assistant/grounding';
import { importLibrary } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { drawText } from './draw.ts';

const { values } = parseArgs({
  options: {
    provider: { type: 'string' },
    model: { type: 'string' },
    'base-url': { type: 'string' },
    'photo-model': { type: 'string' },
    out: { type: 'string' },
  },
});
const kind = providerKindSchema.safeParse(values.provider);
if (!kind.success) {
  console.error(
    `Say which: npm run eval -- --provider ${providerKindSchema.options.join('|')} [--model M] [--photo-model M] [--base-url URL] [--out FILE]; the key in AI_KEY.`,
  );
  process.exit(2);
}
const baseUrl = values['base-url'] ?? process.env['AI_BASE_URL'] ?? PROVIDER_ADDRESSES[kind.data];
if (baseUrl === null || baseUrl === undefined || !URL.canParse(baseUrl)) {
  console.error(`${kind.data} has no address of its own: name one with --base-url or AI_BASE_URL.`);
  process.exit(2);
}
const library = importLibrary(starter);
if (library.kind === 'refused') throw new Error('the starter library is not readable');

const model = values.model ?? process.env['AI_QUESTION_MODEL'] ?? 'gpt-4o-mini';
const endpoint = { kind: kind.data, baseUrl, key: process.env['AI_KEY'] ?? '', apiVersion: process.env['AI_API_VERSION'] ?? null };
// Who runs this names the address on their own machine: it may be inside their network.
const models = createModels(new Set([new URL(baseUrl).origin]));
const photoModel = values['photo-model'] ?? values.model ?? process.env['AI_PHOTO_MODEL'] ?? 'gpt-4o';
const ask = answererOf(models, endpoint, model);
const look = lookerOf(models, endpoint, photoModel);
const results = [
  ...(await runEval(passagesOfLibrary(library.library), { ask, draw: drawText })),
  ...(await runPhotoEval(library.library.catalogues.defectClasses, { look, draw: drawText })),
];
console.log(`${kind.data}, ${model}, photos ${photoModel}\n\n${evalTable(results)}`);
if (values.out !== undefined) await writeFile(resolve(process.env['INIT_CWD'] ?? '.', values.out), `${JSON.stringify(results, null, 2)}\n`);
process.exit(results.every(({ failed }) => failed === null) ? 0 : 1);
