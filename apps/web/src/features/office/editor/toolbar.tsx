'use client';

import { Button, Cluster, IconButton, type IconButtonProps, Sheet } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { copySteps, pasteSteps } from './clipboard.ts';
import styles from './editor.module.css';
import { useEditing, useEditor } from './editor-context.tsx';
import { chosenIn } from './editor-store.ts';
import { editorMessages } from './messages.ts';
import { MoveTo } from './move-to.tsx';
import { addStep, duplicateChosen, moveChosen, removeChosen } from './outline-keys.ts';

/** Acts on the outline, each also on a key. `say` tells those who do not see the list what happened; `onAdd` shows where to write. */
export function Toolbar({ say, onAdd }: { say(words: string): void; onAdd(): void }) {
  const t = useMessages(editorMessages);
  const editor = useEditor();
  const chosen = useEditing((state) => (state.marked.size > 0 ? state.marked.size : state.open === null ? 0 : 1));
  const canUndo = useEditing((state) => state.history.past.length > 0);
  const canRedo = useEditing((state) => state.history.future.length > 0);
  const [isMoving, setMoving] = useState(false);
  const doing = (act: () => void, words: string) => () => {
    act();
    say(words);
  };
  const none = chosen === 0;
  return (
    <>
      <Button
        kind="action"
        icon="plus"
        isWide
        aria-keyshortcuts="Control+Enter"
        onClick={() => {
          onAdd();
          addStep(editor);
        }}
      >
        {t.addStep}
        <span className={styles.keys} aria-hidden="true">
          {' '}
          {t.addStepKeys}
        </span>
      </Button>
      <div className={styles.tools}>
        <Tool icon="arrow-up" label={t.moveUp} disabled={none} onClick={doing(() => moveChosen(editor, -1), t.moved)} />
        <Tool icon="arrow-down" label={t.moveDown} disabled={none} onClick={doing(() => moveChosen(editor, 1), t.moved)} />
        <Tool icon="list" label={t.moveTo} disabled={none} onClick={() => setMoving(true)} />
        <Tool icon="copy" label={t.duplicate} disabled={none} onClick={doing(() => duplicateChosen(editor), t.duplicated)} />
        <Tool icon="external" label={t.copy} disabled={none} onClick={() => say(t.copied(copySteps(editor)))} />
        <Tool icon="clipboard" label={t.paste} onClick={() => say(t.pasted(pasteSteps(editor)))} />
        <Tool icon="trash" label={t.remove} disabled={none} onClick={doing(() => removeChosen(editor), t.removed(chosen))} />
        <Tool icon="undo" label={t.undo} disabled={!canUndo} onClick={doing(editor.undo, t.undone)} />
        <Tool icon="rotate" label={t.redo} disabled={!canRedo} onClick={doing(editor.redo, t.redone)} />
      </div>
      <Cluster>{chosen > 1 && <span role="status">{t.marked(chosen)}</span>}</Cluster>
      <Sheet title={t.moveTo} isOpen={isMoving} onClose={() => setMoving(false)} closeLabel={t.close} side="end">
        <MoveTo
          ids={chosenIn(editor.state.get()).map(({ id }) => id)}
          onDone={() => {
            setMoving(false);
            say(t.moved);
          }}
        />
      </Sheet>
    </>
  );
}

/** A sign whose word comes with the pointer, and is read out. */
const Tool = ({ label, ...rest }: Pick<IconButtonProps, 'icon' | 'label' | 'disabled' | 'onClick'>) => (
  <IconButton {...rest} label={label} title={label} isLabelHidden />
);
