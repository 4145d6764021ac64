import { type Asset, assetIdSchema, assetTree, siteIdSchema } from '@heliograph/domain';
import { describe, expect, test } from 'vitest';
import { countBelow, inherited, whereOf } from './plant.ts';
import { moveFor, treeRows } from './tree-rows.ts';

const idOf = (n: number) => assetIdSchema.parse(`01890000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const asset = (n: number, parent: number | null, attributes: Asset['attributes'] = {}): Asset => ({
  ...{ id: idOf(n), site: siteIdSchema.parse(idOf(999)), parent: parent === null ? null : idOf(parent), type: 'string' },
  ...{ name: `A${n}`, code: `X-A${n}`, position: n, attributes },
});
/** Two inverters; the first has ten strings. */
const assets = [
  asset(1, null, { modules_per_string: '22', model: 'M' }),
  asset(2, null),
  ...Array.from({ length: 10 }, (_, n) => asset(10 + n, 1, n === 0 ? { model: 'N' } : {})),
];
const tree = assetTree(assets);
const names = (open: readonly number[]) => treeRows(tree, new Set(open.map(idOf))).map((row) => `${row.level} ${row.asset.name}`);

describe('the lines of the tree', () => {
  test('are those whose parents are open, with their place among their siblings', () => {
    expect(names([])).toEqual(['1 A1', '1 A2']);
    expect(names([1]).slice(0, 3)).toEqual(['1 A1', '2 A10', '2 A11']);
    expect(treeRows(tree, new Set([idOf(1)]))[3]).toMatchObject({ place: 3, of: 10, children: 0, isOpen: false });
  });

  test('of five thousand positions only those in sight are made', () => {
    const many = assetTree([asset(1, null), ...Array.from({ length: 5000 }, (_, n) => asset(10 + n, 1))]);
    expect(treeRows(many, new Set())).toHaveLength(1);
  });

  test('are walked by keys as every tree is', () => {
    const rows = treeRows(tree, new Set([idOf(1)]));
    expect(moveFor('ArrowDown', rows, 0)).toEqual({ kind: 'focus', row: 1 });
    expect(moveFor('ArrowRight', rows, 0)).toEqual({ kind: 'focus', row: 1 });
    expect(moveFor('ArrowLeft', rows, 0)).toEqual({ kind: 'close' });
    expect(moveFor('ArrowLeft', rows, 4)).toEqual({ kind: 'focus', row: 0 });
    expect(moveFor('End', rows, 4)).toEqual({ kind: 'focus', row: 11 });
    expect(moveFor('ArrowRight', treeRows(tree, new Set()), 0)).toEqual({ kind: 'open' });
    expect([moveFor('ArrowUp', rows, 0), moveFor('ArrowRight', rows, 4), moveFor('x', rows, 0)]).toEqual([null, null, null]);
  });
});

test('what hangs below is counted, where a position stands is said, the nearest attribute counts', () => {
  expect([countBelow(tree, idOf(1)), countBelow(tree, idOf(2))]).toEqual([10, 0]);
  expect(whereOf({ tree }, asset(10, 1))).toBe('A1');
  expect([...inherited(tree, idOf(10))]).toEqual([
    ['model', { value: 'N', from: 'A10' }],
    ['modules_per_string', { value: '22', from: 'A1' }],
  ]);
});
