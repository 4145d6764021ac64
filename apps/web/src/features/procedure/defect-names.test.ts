import { importLibrary } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { DEFECTS } from './defect-names.ts';

test('every defect that a procedure of the starter library can find has its name here, as the library words it', () => {
  const result = importLibrary(starter);
  if (result.kind === 'refused') throw new Error('the starter library is not readable');
  const plain = JSON.parse(JSON.stringify(DEFECTS).replaceAll('’', "'"));
  expect(plain).toEqual(Object.fromEntries(result.library.catalogues.defectClasses.map(({ code, label }) => [code, label])));
});
