import { describe, expect, test } from 'vitest';
import { type Asset, assetSchema } from './context.ts';
import { isOfType } from './equipment.ts';
import { fittingAssets } from './fitting.ts';
import { assetByLabel, isMismatch, labelCode } from './label.ts';
import { byLabel } from './label-order.ts';
import { searchAssets } from './search.ts';
import { assetTree, contextOf, lineage } from './tree.ts';

const uuid = (n: number) => `0190b5a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const site = uuid(9000);

/** [number, parent, type, name, attributes] */
type Row = readonly [number, number | null, string, string, Record<string, string>?];
const asset = ([n, parent, type, name, attributes = {}]: Row): Asset =>
  assetSchema.parse({
    id: uuid(n),
    site,
    parent: parent === null ? null : uuid(parent),
    type,
    name,
    code: `HG-${1000 + n}`,
    position: n,
    attributes,
  });

const rows: readonly Row[] = [
  [1, null, 'site', 'Crest-Nord', { module_voc_stc: '49.8', modules_per_string: '27' }],
  [2, 1, 'string_inverter', 'PV1-PT02-OND07'],
  [3, 1, 'string_inverter', 'PV1-PT02-OND70'],
  [4, 2, 'combiner_box', 'PV1-PT02-OND07-BJ10'],
  [5, 2, 'combiner_box', 'PV1-PT02-OND07-BJ2', { modules_per_string: '28' }],
  [6, 4, 'string', 'Chaîne 1'],
  [7, 5, 'string', 'Chaîne 10'],
  [8, 5, 'string', 'Chaîne 2', { modules_per_string: '26' }],
  [9, 3, 'string', 'PV1-PT02-OND70-CH12'],
];
const assets = rows.map(asset);
const id = (n: number) => asset([n, null, 'site', 'x']).id;
const names = (found: readonly Asset[]) => found.map(({ name }) => name);

describe('the asset in hand', () => {
  test('an attribute is its own, else its nearest ancestor’s, else nothing', () => {
    const attribute = (n: number) => contextOf(assets, id(n))?.attribute('modules_per_string');
    expect([attribute(8), attribute(7), attribute(6)]).toEqual(['26', '28', '27']);
    expect(contextOf(assets, id(6))?.attribute('module_beta')).toBeNull();
    expect(contextOf(assets, id(6))?.attribute('toString')).toBeNull();
  });

  test('the items of a repeat come box by box, in the order of their labels', () => {
    expect(names(contextOf(assets, id(2))?.descendants('string') ?? [])).toEqual(['Chaîne 2', 'Chaîne 10', 'Chaîne 1']);
  });

  test('a family stands for its types', () => {
    expect(isOfType('string_inverter', 'inverter')).toBe(true);
    expect(isOfType('combiner_box', 'inverter')).toBe(false);
    expect(names(contextOf(assets, id(1))?.descendants('inverter') ?? [])).toEqual(['PV1-PT02-OND07', 'PV1-PT02-OND70']);
  });

  test('an unknown id has no context', () => expect(contextOf(assets, id(99))).toBeNull());

  test('a parent that is not on this phone makes a root, not a hole', () => {
    const orphan = assetTree([asset([20, 99, 'string', 'Chaîne 3'])]);
    expect(names(orphan.childrenOf(null))).toEqual(['Chaîne 3']);
  });

  test('a tree that bites its tail ends', () => {
    const loop = [asset([1, 2, 'string', 'A']), asset([2, 1, 'string', 'B'])];
    expect(names(lineage(assetTree(loop), id(1)))).toEqual(['A', 'B']);
    expect(names(contextOf(loop, id(1))?.descendants('string') ?? [])).toEqual(['B']);
  });
});

describe('the order of labels', () => {
  test('numbers count as numbers, at any length, with or without zeros', () => {
    const labels = ['CH10', 'CH2', 'CH02', 'ch1', 'CH', `S${'9'.repeat(25)}`, `S1${'0'.repeat(25)}`];
    expect(labels.toSorted(byLabel)).toEqual(['CH', 'ch1', 'CH02', 'CH2', 'CH10', `S${'9'.repeat(25)}`, `S1${'0'.repeat(25)}`]);
  });
});

describe('the search by fragments', () => {
  test.each(['OND07', 'ond 7', 'inv 7', 'Onduleur 7', 'ond-07', 'onduleur07'])('"%s" finds inverter 7 first and never inverter 70', (typed) => {
    const found = names(searchAssets(assets, typed));
    expect(found[0]).toBe('PV1-PT02-OND07');
    expect(found).not.toContain('PV1-PT02-OND70');
  });

  test('fragments may be far apart', () => expect(names(searchAssets(assets, 'pt2 ch12'))).toEqual(['PV1-PT02-OND70-CH12']));

  test('accents, case and language do not matter', () => {
    expect(names(searchAssets(assets, 'chaine 10'))).toEqual(['Chaîne 10']);
    expect(names(searchAssets(assets, 'STRING 10'))).toEqual(['Chaîne 10']);
  });

  test('a word being typed finds what it begins', () => expect(names(searchAssets(assets, 'ondul'))).toContain('PV1-PT02-OND07'));

  test('a number being typed finds what it may become, and not first what hangs below it', () => {
    expect(names(searchAssets(assets, 'ond0')).slice(0, 2)).toEqual(['PV1-PT02-OND07', 'PV1-PT02-OND70']);
  });

  test('a printed code finds its position first', () => expect(names(searchAssets(assets, 'hg-1008'))).toEqual(['Chaîne 2']));

  test('a number belongs to the word before it', () => expect(searchAssets(assets, 'ond 12')).toEqual([]));

  test('nothing typed finds nothing', () => expect(searchAssets(assets, ' -- ')).toEqual([]));
});

describe('what fits a procedure', () => {
  test('stands in the order in which the procedure names the types, then by label', () => {
    const mixed = [asset([1, null, 'string', 'CH02']), asset([2, null, 'central_inverter', 'OND10']), asset([3, null, 'string_inverter', 'OND02'])];
    expect(names(fittingAssets(mixed, ['inverter', 'string']))).toEqual(['OND02', 'OND10', 'CH02']);
    expect(names(fittingAssets(mixed, ['string']))).toEqual(['CH02']);
    expect(fittingAssets(mixed, ['tracker'])).toEqual([]);
  });
});

describe('a label', () => {
  test.each([
    ['https://heliograph.example/app/a/HG-1002', 'HG-1002'],
    ['http://192.168.1.4:3000/app/a/HG%201002?x=1#y', 'HG 1002'],
    ['/app/a/HG-1002', 'HG-1002'],
    ['  HG-1002 \n', 'HG-1002'],
    ['https://maker.example/sn/123', 'https://maker.example/sn/123'],
    ['/app/a/50%', '50%'],
    ['21C\u00004417', '21C4417'],
  ])('%s says %s', (scanned, code) => expect(labelCode(scanned)).toBe(code));

  test('our code names the position; the serial number names it too', () => {
    const unit = { ...asset([30, 1, 'string_inverter', 'OND30']), serial: 'SN-77' };
    expect(assetByLabel([...assets, unit], 'https://x.example/app/a/hg-1002')?.name).toBe('PV1-PT02-OND07');
    expect(assetByLabel([...assets, unit], 'sn-77')?.name).toBe('OND30');
    expect(assetByLabel(assets, 'unknown')).toBeNull();
    expect(assetByLabel(assets, '  ')).toBeNull();
  });

  test('the neighbour’s label is asked about, the right one is not', () => {
    const [, seven, seventy] = assets;
    if (seven === undefined || seventy === undefined) throw new Error('no inverters');
    expect(isMismatch(seven, ['inverter'], new Set([seven.id]))).toBe(false);
    expect(isMismatch(seventy, ['string_inverter'], new Set([seven.id]))).toBe(true);
    expect(isMismatch(seven, ['combiner_box'], null)).toBe(true);
    expect(isMismatch(seven, ['string_inverter'], null)).toBe(false);
  });
});
