import { importLibrary } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { KEYWORDS } from './keyword-names.ts';

test('every keyword of the starter library has words of its own in both languages, and no two have the same', () => {
  const result = importLibrary(starter);
  if (result.kind === 'refused') throw new Error('the starter library is not readable');
  const { procedures, tips } = result.library;
  const used = new Set([...procedures.flatMap(({ content }) => content.tags), ...tips.flatMap(({ tags }) => tags)]);
  expect(Object.keys(KEYWORDS).sort()).toEqual([...used].sort());
  for (const language of ['fr', 'en'] as const) expect(new Set(Object.values(KEYWORDS).map((name) => name[language])).size).toBe(used.size);
});
