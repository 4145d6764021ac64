import { expect, test } from 'vitest';
import { titleFrom } from './procedure-title.ts';

test('a title is read from what is stored, whoever published it; anything else has none', () => {
  expect(titleFrom({ title: { fr: 'Isolement', en: 'Insulation' }, steps: [{ kind: 'newer' }] })).toEqual({ fr: 'Isolement', en: 'Insulation' });
  for (const raw of [undefined, null, 1, [], {}, { title: 'x' }, { title: { fr: 'x' } }, { title: { fr: 1, en: 'x' } }])
    expect(titleFrom(raw)).toBeNull();
});
