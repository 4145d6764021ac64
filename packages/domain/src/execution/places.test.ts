import { describe, expect, test } from 'vitest';
import { plantOf } from '../testing/plant.ts';
import { begun } from '../testing/run.ts';

describe('repeats', () => {
  test('over the strings of the plant, in the order of their labels', () => {
    const reading = begun('iv-curve-test').read();
    expect(reading.places.flatMap(({ step, item }) => (item === null ? [] : `${step.id} ${item.label}`))).toEqual([
      's09 CH1',
      's09 CH2',
      's10 CH1',
      's10 CH2',
    ]);
  });

  test('work on one string repeats over that string alone', () => {
    const reading = begun('iv-curve-test', { asset: 'CH2' }).answer('s09/CH2', '96').read();
    expect(reading.places.flatMap(({ step, item }) => (item === null ? [] : `${step.id} ${item.label}`))).toEqual(['s09 CH2', 's10 CH2']);
  });

  test('over rows that people add where the plant has no list; until then one place stands for all and is missing', () => {
    const bonds = begun('earth-continuity-test').answers({ s01: 'HG-1', s02: '0.4', s03: '' });
    expect(bonds.read().at('s04')).toMatchObject({ needsItems: true, isMissing: true, item: null });
    bonds.row('bond_point', 'Table 1').row('bond_point', 'Table 2').answers({ 's04/Table 1': '0.21', 's04/Table 2': '1.4' });
    const reading = bonds.read();
    expect(reading.states()).toMatchObject({
      's04/Table 1': 'done',
      's04/Table 2': 'failed',
      's05/Table 1': 'todo',
      s06: 'todo',
      s07: 'todo',
      s08: 'todo',
    });
    expect(reading.at('s06').needsItems).toBe(true);
    expect(reading.at('s04/Table 2').evaluation).toMatchObject({ severity: 4, standing: { kind: 'above', by: '0.4' } });
  });

  test('a repeat without anything to repeat over may be skipped with a reason', () => {
    const reading = begun('earth-continuity-test')
      .does('skip', { s: 's06', p: { reason: 'Pas d’enveloppe ici' } })
      .read();
    expect(reading.at('s06')).toMatchObject({ state: 'skipped', isMissing: false });
  });

  test('a row that two phones sent twice is one row', () => {
    const bonds = begun('earth-continuity-test').row('bond_point', 'Table 1');
    const { p } = bonds.entries.at(-1)?.operation ?? { p: {} };
    expect(
      bonds
        .does('item', { p })
        .read()
        .places.filter(({ step }) => step.id === 's04'),
    ).toHaveLength(1);
  });

  test('a string that leaves the plant keeps what was measured on it, and nothing more is asked there', () => {
    const curves = begun('iv-curve-test').answers({ 's09/CH1': '96', 's09/CH2': '97' });
    const { plant } = curves.setting;
    const later = begun('iv-curve-test', { plant: plantOf(plant.assets.filter(({ name }) => name !== 'CH2')) });
    later.entries.splice(0, later.entries.length, ...curves.entries);
    const places = later.read().places.filter(({ item }) => item !== null);
    expect(places.map(({ step, item, response }) => [step.id, item?.label, item?.isGone, response])).toEqual([
      ['s09', 'CH1', false, { value: '96', unit: '%' }],
      ['s09', plant.context('CH2')?.asset.id.slice(-8), true, { value: '97', unit: '%' }],
      ['s10', 'CH1', false, null],
    ]);
  });
});
