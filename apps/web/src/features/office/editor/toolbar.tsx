'use client';

import { Button, Cluster, IconButton, Sheet } from '@heliograph/ui';
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
        onClick={() => {
          onAdd();
          addStep(editor);
        }}
      >
        {t.addStep}
      </Button>
      <div className={styles.tools}>
        <IconButton icon="arrow-up" label={t.moveUp} isLabelHidden disabled={none} onClick={doing(() => moveChosen(editor, -1), t.moved)} />
        <IconButton icon="arrow-down" label={t.moveDown} isLabelHidden disabled={none} onClick={doing(() => moveChosen(editor, 1), t.moved)} />
        <IconButton icon="list" label={t.moveTo} isLabelHidden disabled={none} onClick={() => setMoving(true)} />
        <IconButton icon="plus" label={t.duplicate} isLabelHidden disabled={none} onClick={doing(() => duplicateChosen(editor), t.duplicated)} />
        <IconButton icon="copy" label={t.copy} isLabelHidden disabled={none} onClick={() => say(t.copied(copySteps(editor)))} />
        <IconButton icon="clipboard" label={t.paste} isLabelHidden onClick={() => say(t.pasted(pasteSteps(editor)))} />
        <IconButton icon="trash" label={t.remove} isLabelHidden disabled={none} onClick={doing(() => removeChosen(editor), t.removed(chosen))} />
        <IconButton icon="undo" label={t.undo} isLabelHidden disabled={!canUndo} onClick={doing(editor.undo, t.undone)} />
        <IconButton icon="rotate" label={t.redo} isLabelHidden disabled={!canRedo} onClick={doing(editor.redo, t.redone)} />
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
