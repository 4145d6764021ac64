import { expect, test } from 'vitest';
import starter from '../../../library/starter.json' with { type: 'json' };
import { importLibrary } from '../../import/starter-library.ts';
import { measureQuality } from '../../testing/retrieval-quality.ts';
import { passagesOfLibrary } from './library.ts';
import { shelfOf } from './shelf.ts';
import { sourceKey } from './source.ts';

function starterShelf() {
  const read = importLibrary(starter);
  if (read.kind === 'refused') throw new Error('the starter library is not readable');
  return shelfOf(passagesOfLibrary(read.library));
}
const shelf = starterShelf();

test('a phone without a network finds what the server finds: the passage among the first five, and nothing where there is none', async () => {
  const quality = await measureQuality(async (question) => shelf.find(question, 20));
  expect(quality.recallAt5, quality.missed.join('\n')).toBeGreaterThanOrEqual(0.93);
  expect(quality.reciprocalRank).toBeGreaterThanOrEqual(0.85);
  expect(quality.silence, quality.loud.join('\n')).toBeGreaterThanOrEqual(0.9);
});

test('accents, case and a wrong letter are forgiven', () => {
  const [first] = shelf.find('EMISIVITE de la camera', 1);
  expect(first === undefined ? null : sourceKey(first)).toBe('procedure ir-thermography s07');
});

test('nothing asked, or nothing on the shelf: nothing found', () => {
  expect(shelf.find('', 5)).toEqual([]);
  expect(shelf.find('comment faire', 5)).toEqual([]);
  expect(shelfOf([]).find('onduleur', 5)).toEqual([]);
});

test('a step that is called what was asked stands before one that mentions a rarer word', () => {
  const [first] = shelf.find('Grease the tracker bearings, how much?', 3);
  expect([first?.id, first?.step]).toEqual(['tracker-inspection', 's09']);
});
