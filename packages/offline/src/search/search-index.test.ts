import { procedureHashSchema } from '@heliograph/domain';
import { type RefRow, refRowSchema } from '@heliograph/sync';
import { describe, expect, test } from 'vitest';
import { assetRef } from '../contract/samples.ts';
import { openSearch } from './search-index.ts';
import { searchRecords } from './search-record.ts';
import { fold, wordsOf } from './words.ts';

const hash = procedureHashSchema.parse('a'.repeat(64));
const procedure = (q = 1): RefRow =>
  refRowSchema.parse({ kind: 'procedure', id: 'p1', q, body: { id: 'p1', slug: 'insulation-fault', version: 1, hash, publishedAt: 1 } });
const content = {
  title: { fr: 'Recherche de défaut d’isolement', en: 'Insulation fault troubleshooting' },
  description: { fr: 'Localiser la chaîne en défaut.', en: 'Find the faulty string.' },
  tags: ['riso', 'dc'],
  steps: [
    {
      id: 's01',
      title: { fr: 'Consigner l’onduleur', en: 'Lock out the inverter' },
      instructions: { fr: 'Ouvrir le sectionneur DC.', en: 'Open the DC switch.' },
    },
    {
      id: 's02',
      title: { fr: 'Mesurer', en: 'Measure' },
      instructions: { fr: 'Mesurer au mégohmmètre sous 1 000 V.', en: 'Measure with the insulation tester.' },
    },
  ],
  somethingNewer: [1, 2, 3],
};
const tip: RefRow = refRowSchema.parse({
  ...{ kind: 'tip', id: 't1', q: 1 },
  body: {
    id: 't1',
    title: { fr: 'Œil sur les connecteurs', en: 'Watch connectors' },
    content: { fr: 'Un défaut chauffe.', en: 'A fault heats up.' },
    category: 'safety',
    tags: [],
  },
});
const rows = [procedure(), tip, assetRef(3, 1, 'Onduleur 3'), assetRef(4, 1, 'Onduleur 4')];
const records = searchRecords(rows, [{ hash, content }]);
const opened = async (from = records) => {
  const index = await openSearch();
  await index.update(from);
  return index;
};

describe('search on the phone', () => {
  test('finds in both languages, without accents, case or ligatures', async () => {
    const index = await opened();
    for (const query of ['isolement', 'ISOLEMENT', 'insulation', 'defaut isolement', 'défaut d’isolement'])
      expect(index.search(query)[0]?.id).toBe('p1');
    expect(index.search('oeil')[0]?.id).toBe('t1');
    expect(index.search('ŒIL')[0]?.id).toBe('t1');
  });

  test('finds while one is still typing, and forgives a wrong letter', async () => {
    const index = await opened();
    for (const query of ['isol', 'isolment', 'isolemnt', 'onsulation', 'in']) expect(index.search(query)[0]?.id).toBe('p1');
  });

  test('a wrong letter leaves the order as it would be without it', async () => {
    const titled = (id: string, title: string, text: string) =>
      ({
        kind: 'site',
        id,
        stamp: '1',
        parts: [
          { field: 'title', text: title },
          { field: 'text', text },
        ],
      }) as const;
    const index = await opened([
      ...records,
      titled('yearly', 'Visite d’un onduleur', 'Relever l’isolement affiché.'),
      titled('fault', 'Défaut d’isolement', 'Tracer la courbe sur l’onduleur.'),
    ]);
    const found = (query: string) => index.search(query, { kinds: ['site'] }).map(({ id }) => id);
    expect(found('isolement onduleur')).toEqual(['fault', 'yearly']);
    expect(found('isolment onduleur')).toEqual(['fault', 'yearly']);
  });

  test('never takes one number for another', async () => {
    const index = await opened();
    expect(index.search('OND-3').map(({ id }) => id)).toEqual([assetRef(3, 1, '').id]);
    expect(index.search('onduleur 4').map(({ id }) => id)).toEqual([assetRef(4, 1, '').id]);
  });

  test('says where it was found, down to the step', async () => {
    const index = await opened();
    expect(index.search('isolement')[0]).toMatchObject({ kind: 'procedure', field: 'title', step: null });
    expect(index.search('mégohmmètre')[0]).toMatchObject({ id: 'p1', field: 'step', step: 's02' });
    expect(index.search('sectionneur')[0]).toMatchObject({ id: 'p1', field: 'step', step: 's01' });
    expect(index.search('riso')[0]).toMatchObject({ id: 'p1', field: 'tags' });
    expect(index.search('chauffe')[0]).toMatchObject({ kind: 'tip', field: 'text' });
    expect(index.search('OND-3')[0]).toMatchObject({ kind: 'asset', field: 'code' });
  });

  test('a title outranks a text, and all words outrank some', async () => {
    const index = await opened();
    expect(index.search('defaut').map(({ id }) => id)).toEqual(['p1', 't1']);
    expect(index.search('onduleur sectionneur').map(({ id }) => id)).toEqual(['p1']);
    expect(
      index
        .search('connecteurs mégohmmètre')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['p1', 't1']);
  });

  test('keeps to the kinds and the number asked for', async () => {
    const index = await opened();
    expect(index.search('onduleur', { kinds: ['asset'] }).map(({ kind }) => kind)).toEqual(['asset', 'asset']);
    expect(index.search('onduleur', { limit: 1 }).length).toBe(1);
    expect(index.search('')).toEqual([]);
    expect(index.search('   —  ')).toEqual([]);
    expect(index.search('zzzzzz')).toEqual([]);
  });

  test('follows the cache: changed, gone and new records, and bytes that arrive later', async () => {
    const index = await opened(searchRecords(rows, []));
    expect(index.search('mégohmmètre')).toEqual([]);
    expect(index.search('insulation')[0]).toMatchObject({ id: 'p1', field: 'code' });
    await index.update(records);
    expect(index.search('mégohmmètre')[0]?.id).toBe('p1');
    await index.update(searchRecords([procedure(), assetRef(3, 9, 'Poste de livraison'), assetRef(5, 1, 'Onduleur 5')], [{ hash, content }]));
    expect(index.search('poste livraison').map(({ id }) => id)).toEqual([assetRef(3, 1, '').id]);
    expect(index.search('onduleur', { kinds: ['asset'] }).map(({ id }) => id)).toEqual([assetRef(5, 1, '').id]);
    expect(index.search('connecteurs')).toEqual([]);
  });

  test('updates that overtake one another end as the last one said', async () => {
    const index = await openSearch();
    const later = searchRecords([procedure(2), assetRef(3, 2, 'Onduleur 33')], [{ hash, content }]);
    await Promise.all([index.update(records), index.update(later), index.update(records), index.update(later)]);
    expect(index.search('onduleur', { kinds: ['asset'] }).map(({ id }) => id)).toEqual([assetRef(3, 1, '').id]);
    expect(index.search('33')[0]?.id).toBe(assetRef(3, 1, '').id);
  });

  test('a procedure of a shape it does not know is found by its name', () => {
    for (const odd of [null, 'x', { steps: [{ id: 5 }] }, { title: 'x', steps: 'none' }]) {
      expect(searchRecords([procedure()], [{ hash, content: odd }])[0]?.parts[0]).toEqual({ field: 'code', text: 'insulation-fault' });
    }
  });
});

test('words are what is left without marks and without words that say nothing', () => {
  expect(wordsOf("L'étiquette de la boîte n°12 : OND-03/CH 4, à 1 000 V")).toEqual(['etiquette', 'boite', '12', 'ond', '03', 'ch', '4', '1', '000']);
  expect(fold('Œuvre ÆGIR Çà')).toBe('oeuvre aegir ca');
});
