import { writeFile } from 'node:fs/promises';
import { renderTokens } from '../src/tokens/render.ts';

await writeFile(new URL('../src/tokens.css', import.meta.url), renderTokens());
