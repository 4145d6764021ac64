import type { Asset, AssetId, AssetTree } from '@heliograph/domain';

/** One line of the tree as it is drawn. */
export interface TreeRow {
  readonly asset: Asset;
  /** 1 at the top. */
  readonly level: number;
  readonly place: number;
  readonly of: number;
  readonly children: number;
  readonly isOpen: boolean;
}

/** The lines in sight, from top to bottom: of five thousand positions only those whose parents are all open. */
export function treeRows(tree: AssetTree, open: ReadonlySet<AssetId>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (siblings: readonly Asset[], level: number): void => {
    for (const [at, asset] of siblings.entries()) {
      const children = tree.childrenOf(asset.id);
      const isOpen = children.length > 0 && open.has(asset.id);
      rows.push({ asset, level, place: at + 1, of: siblings.length, children: children.length, isOpen });
      if (isOpen) add(children, level + 1);
    }
  };
  add(tree.childrenOf(null), 1);
  return rows;
}

/** What a key does to the line that has the focus; null where it does nothing. */
export type Move = { readonly kind: 'focus'; readonly row: number } | { readonly kind: 'open' | 'close' };

export function moveFor(key: string, rows: readonly TreeRow[], at: number): Move | null {
  const row = rows[at];
  if (row === undefined) return null;
  const to = (index: number): Move | null => (index === at || rows[index] === undefined ? null : { kind: 'focus', row: index });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      return row.isOpen ? to(at + 1) : row.children > 0 ? { kind: 'open' } : null;
    case 'ArrowLeft':
      return row.isOpen ? { kind: 'close' } : to(rows.findLastIndex((one, index) => index < at && one.level === row.level - 1));
    default:
      return null;
  }
}
