'use client';

import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { Icon, type IconName, VisuallyHidden } from '@heliograph/ui';
import { type DragEvent, type MouseEvent, memo, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { stepWordMessages } from '../../procedure/fields/step-word-messages.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import { useEditor } from './editor-context.tsx';
import { chosenIn, draftIn } from './editor-store.ts';
import { editorMessages } from './messages.ts';
import styles from './outline.module.css';
import { rowId } from './outline-keys.ts';

const ICONS: Readonly<Record<DraftStep['kind'], IconName>> = {
  instruction: 'book',
  check: 'check',
  measurement: 'bolt',
  choice: 'list',
  text: 'pencil',
  photo: 'camera',
  signature: 'signature',
  scan: 'scan',
};

interface OutlineRowProps {
  readonly step: DraftStep;
  readonly number: number;
  readonly isOpen: boolean;
  readonly isMarked: boolean;
  readonly flag: 'error' | 'warning' | undefined;
  onOpened(): void;
}

const DRAGGED = 'application/x-heliograph-steps';

/** One step of the outline. Rendered again only when it changed itself: two hundred others stay as they are. */
export const OutlineRow = memo(function OutlineRow({ step, number, isOpen, isMarked, flag, onOpened }: OutlineRowProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(stepWordMessages);
  const titleOf = useStepTitle();
  const { onClick, drag, isOver } = useRow(step.id, onOpened);
  const notes = [step.holdPoint ? t.holdPoint : '', step.showIf === undefined ? '' : t.conditional, step.required ? '' : t.optional].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keyboard for its rows
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active row
    <div
      id={rowId(step.id)}
      className={styles.row}
      role="option"
      aria-selected={isOpen || isMarked}
      data-open={isOpen || undefined}
      data-marked={isMarked || undefined}
      data-over={isOver || undefined}
      onClick={onClick}
      {...drag}
    >
      <span className={styles.number}>{number}</span>
      <Icon name={ICONS[step.kind]} size={20} />
      <span className={styles.words}>
        <span>{titleOf(step)}</span>
        <span className={styles.notes}>{[words[`kind_${step.kind}`], ...notes].join(' · ')}</span>
      </span>
      {flag !== undefined && (
        <span className={styles.flag} data-flag={flag}>
          <Icon name={flag === 'error' ? 'stop' : 'triangle'} size={20} />
          <VisuallyHidden>{flag === 'error' ? t.hasErrors : t.hasWarnings}</VisuallyHidden>
        </span>
      )}
    </div>
  );
});

/** What a mouse does with a row: opens it, marks it (Ctrl), marks up to it (Shift), drags it and all that is marked with it. */
function useRow(id: string, onOpened: () => void) {
  const editor = useEditor();
  const [isOver, setOver] = useState(false);
  const onClick = (event: MouseEvent) => {
    const state = editor.state.get();
    const ids = draftIn(state).steps.map((step) => step.id);
    if (event.shiftKey && state.open !== null) {
      const [from = 0, to = 0] = [ids.indexOf(state.open), ids.indexOf(id)].sort((a, b) => a - b);
      return editor.mark(new Set(ids.slice(from, to + 1)));
    }
    if (event.ctrlKey || event.metaKey) {
      const before = state.marked.size === 0 && state.open !== null ? [state.open] : [...state.marked];
      return editor.mark(new Set(before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
    }
    editor.open(id);
    onOpened();
  };
  const drag = {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      const state = editor.state.get();
      const ids = state.marked.has(id) ? chosenIn(state).map((step) => step.id) : [id];
      event.dataTransfer.setData(DRAGGED, ids.join(' '));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const ids = event.dataTransfer.getData(DRAGGED).split(' ');
      if (!ids.includes(id)) editor.act({ act: 'move', ids, before: id });
    },
  };
  return { onClick, drag, isOver };
}
