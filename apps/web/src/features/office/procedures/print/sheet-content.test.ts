import { importLibrary } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { sheetContent } from './sheet-content.ts';

const read = importLibrary(starter);
if (read.kind === 'refused') throw new Error('the starter library is refused');
const [{ content } = { content: null }] = read.library.procedures;

test('a version is put on paper as it is', () => {
  expect(sheetContent(content)).toEqual(content);
});

test('a step that a newer app published is named, and the others are printed', () => {
  const title = { fr: 'Écouter', en: 'Listen' };
  const newer = { ...content?.steps[0], id: 'sound', title, kind: 'recording', seconds: 12 };
  const steps = sheetContent({ ...content, steps: [...(content?.steps ?? []), newer] })?.steps;
  expect(steps).toHaveLength((content?.steps.length ?? 0) + 1);
  expect(steps?.at(-1)).toMatchObject({ kind: 'newer', newerKind: 'recording', title });
});

test('a version whose frame cannot be understood is not printed at all', () => {
  expect(sheetContent({ ...content, becauseOf: 'a newer app' })).toBeNull();
});
