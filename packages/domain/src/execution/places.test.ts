import { describe, expect, test } from 'vitest';
import { inverterWith, plantOf } from '../testing/plant.ts';
import { begun, type Reading, type Run, run } from '../testing/run.ts';
import { procedureOf, stepOf } from '../testing/steps.ts';
import { addressOf, stepAt, stepIdOf } from './places.ts';

const order = (...steps: (readonly [id: string, group?: string])[]) => {
  const content = procedureOf(
    steps.map(([id, group]) =>
      stepOf('text', { id, ...(group === undefined ? {} : { repeat: { over: 'string', ...(group === '' ? {} : { group }) } }) }),
    ),
  );
  return Object.keys(run(content).read().states());
};

describe('working order', () => {
  test('steps of one group are filled together, item after item', () => {
    expect(order(['a'], ['b', 'g'], ['c', 'g'], ['d'])).toEqual(['a', 'b/CH1', 'c/CH1', 'b/CH2', 'c/CH2', 'd']);
  });

  test('without a group each step goes over all items before the next', () => {
    expect(order(['b', ''], ['c', ''])).toEqual(['b/CH1', 'b/CH2', 'c/CH1', 'c/CH2']);
  });

  test('a step in between ends the group; two groups side by side stay two', () => {
    expect(order(['b', 'g'], ['c'], ['d', 'g'])).toEqual(['b/CH1', 'b/CH2', 'c', 'd/CH1', 'd/CH2']);
    expect(order(['b', 'g'], ['c', 'h'])).toEqual(['b/CH1', 'b/CH2', 'c/CH1', 'c/CH2']);
  });

  test('rows added on the phone come after the parts of the asset, in the order they were added', () => {
    const content = procedureOf([stepOf('text', { id: 'a', repeat: { over: 'string' } })]);
    const places = run(content).start().row('string', 'Chaîne 9').row('string', 'Chaîne 3').row('combiner_box', 'Boîte').read().places;
    expect(places.map(({ item }) => item?.label)).toEqual(['CH1', 'CH2', 'Chaîne 9', 'Chaîne 3']);
  });

  test('a family stands for its types: "inverter" is the string inverter in hand', () => {
    const content = procedureOf([stepOf('text', { id: 'a', repeat: { over: 'inverter' } })]);
    expect(Object.keys(run(content).read().states())).toEqual(['a/OND07']);
  });
});

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

  test('a row cannot take the name of a string of the plant', () => {
    const work = begun('iv-curve-test');
    const item = work.setting.plant.context('CH1')?.asset.id;
    const reading = work.does('item', { p: { over: 'string', item, label: 'Autre' } }).read();
    expect(reading.places.flatMap(({ item: one }) => one?.label ?? [])).toEqual(['CH1', 'CH2', 'CH1', 'CH2']);
  });

  test('each string is held against its own data', () => {
    const { assets } = begun('iv-curve-test').setting.plant;
    const shorter = assets.map((one) => (one.name === 'CH2' ? { ...one, attributes: { modules_per_string: '24' } } : one));
    const work = begun('string-voc-isc-test', { plant: plantOf(shorter) }).answers({ s05: '820', s06: '46', 's10/CH1': '1246', 's10/CH2': '1246' });
    const { at } = work.read();
    expect(at('s10/CH1')).toMatchObject({ state: 'done', evaluation: { expected: '1246.1', inputs: { n_modules: '27' } } });
    expect(at('s10/CH2')).toMatchObject({ state: 'failed', evaluation: { expected: '1107.6', inputs: { n_modules: '24' } } });
  });
});

describe('a string that leaves the plant while work goes on', () => {
  /** The same log, read where CH2 is no longer there. */
  const without = (work: Run): Reading => {
    const { content, plant } = work.setting;
    return run(content, { plant: plantOf(plant.assets.filter(({ name }) => name !== 'CH2')) }).read(work.entries);
  };
  const gone = (work: Run) => without(work).places.flatMap(({ step, item, state, isMissing }) => (item?.isGone ? [[step.id, state, isMissing]] : []));

  test('keeps what was measured on it, and nothing more is asked there', () => {
    const places = without(begun('iv-curve-test').answers({ 's09/CH1': '96', 's09/CH2': '97' })).places.filter(({ item }) => item !== null);
    expect(places.map(({ step, item, response }) => [step.id, item?.label, item?.isGone, response])).toEqual([
      ['s09', 'CH1', false, { value: '96', unit: '%' }],
      ['s09', inverterWith(2).context('CH2')?.asset.id.slice(-8), true, { value: '97', unit: '%' }],
      ['s10', 'CH1', false, null],
    ]);
  });

  test('pictures too few there are shown and not missing; an answer taken back leaves nothing', () => {
    const content = procedureOf([
      stepOf('photo', { id: 'p', minCount: 2, maxCount: 3, annotate: false, repeat: { over: 'string' } }),
      stepOf('check', { id: 'c', repeat: { over: 'string' } }),
    ]);
    const work = begun(content).photos('p/CH2', 1).answer('c/CH2');
    expect(gone(work)).toEqual([
      ['p', 'todo', false],
      ['c', 'done', false],
    ]);
    expect(gone(work.does('clear', { s: 'c/CH2' }))).toEqual([['p', 'todo', false]]);
  });

  test('where nothing is left to repeat over, rows are asked for beside what was recorded', () => {
    const work = begun('iv-curve-test').answer('s09/CH2', '97');
    const reading = run('iv-curve-test', { asset: null }).read(work.entries);
    expect(reading.places.filter(({ step }) => step.repeat !== undefined).map(({ step, needsItems }) => [step.id, needsItems])).toEqual([
      ['s09', false],
      ['s10', true],
    ]);
  });
});

test('an address is of one step, with or without a string', () => {
  const content = procedureOf([stepOf('text', { id: 'a' }), stepOf('text', { id: 'b', repeat: { over: 'string' } })]);
  expect([addressOf('b', null), addressOf('b', 'CH1')].map(stepIdOf)).toEqual(['b', 'b']);
  expect(stepAt(content, addressOf('b', 'CH1'))?.id).toBe('b');
  expect([stepAt(content, 'c'), stepAt(content, null), stepAt(null, 'a')]).toEqual([undefined, undefined, undefined]);
});
