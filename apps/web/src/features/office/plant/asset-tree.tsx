'use client';

import type { AssetId } from '@heliograph/domain';
import { Icon } from '@heliograph/ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLanguage } from '../../../platform/preferences.ts';
import styles from './asset-tree.module.css';
import { type Plant, typeName } from './plant.ts';
import { moveFor, type TreeRow, treeRows } from './tree-rows.ts';

interface AssetTreeProps {
  readonly label: string;
  readonly plant: Plant;
  readonly open: ReadonlySet<AssetId>;
  /** Id of the one the panel shows; '' for none. */
  readonly chosen: string;
  onOpen(id: AssetId, isOpen: boolean): void;
  onChoose(id: AssetId): void;
}

/** The plant as it is built. Arrow keys walk it, right and left open and close, Enter shows a position. */
export function AssetTree({ label, plant, open, chosen, onOpen, onChoose }: AssetTreeProps) {
  const rows = treeRows(plant.tree, open);
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<AssetId | null>(null);
  // One line alone is reached by Tab: the last one visited, else the one shown, else the first.
  const stop = [focused, chosen].map((id) => rows.findIndex(({ asset }) => asset.id === id)).find((at) => at >= 0) ?? 0;
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') onChoose(row.asset.id);
    else {
      const move = moveFor(event.key, rows, at);
      if (move === null) return;
      if (move.kind !== 'focus') onOpen(row.asset.id, move.kind === 'open');
      else list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[move.row]?.focus();
    }
    event.preventDefault();
  };
  return (
    <div ref={list} className={styles.tree} role="tree" aria-label={label}>
      {rows.map((row, at) => (
        <Line
          key={row.asset.id}
          row={row}
          isChosen={row.asset.id === chosen}
          isStop={at === stop}
          onFocus={() => setFocused(row.asset.id)}
          onKeyDown={(event) => onKeyDown(event, at)}
          onTurn={() => onOpen(row.asset.id, !row.isOpen)}
          onChoose={() => onChoose(row.asset.id)}
        />
      ))}
    </div>
  );
}

interface LineProps {
  readonly row: TreeRow;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
  onTurn(): void;
  onChoose(): void;
}

function Line({ row: { asset, level, place, of, children, isOpen }, isChosen, isStop, onFocus, onKeyDown, onTurn, onChoose }: LineProps) {
  const language = useLanguage();
  return (
    <div
      className={styles.row}
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={children === 0 ? undefined : isOpen}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      style={{ paddingInlineStart: `${(level - 1) * 20}px` }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      <span
        className={styles.sign}
        aria-hidden="true"
        onClick={(event) => {
          if (children === 0) return;
          event.stopPropagation();
          onTurn();
        }}
      >
        {children > 0 && <Icon name="chevron-right" size={20} />}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{asset.name}</span>
        <span className={styles.type}>
          {typeName(asset.type, language)} · {asset.code}
        </span>
      </span>
      {children > 0 && <span className={styles.count}>{children}</span>}
    </div>
  );
}
