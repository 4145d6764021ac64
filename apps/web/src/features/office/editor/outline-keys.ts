import type { KeyboardEvent } from 'react';
import { fieldAt } from '../../procedure/fields/place-id.ts';
import { copySteps, pasteSteps } from './clipboard.ts';
import { useEditor } from './editor-context.tsx';
import { chosenIn, draftIn, type Editor, newStepId } from './editor-store.ts';

/** The id of a step's row. */
export const rowId = (id: string): string => `step-${id}`;

/** Moves what is chosen one place up (−1) or down (+1). */
export function moveChosen(editor: Editor, by: -1 | 1): void {
  const state = editor.state.get();
  const { steps } = draftIn(state);
  const ids = chosenIn(state).map(({ id }) => id);
  const chosen = new Set(ids);
  const first = steps.findIndex(({ id }) => chosen.has(id));
  const last = steps.findLastIndex(({ id }) => chosen.has(id));
  if (first < 0 || (by < 0 && first === 0) || (by > 0 && last === steps.length - 1)) return;
  const before = by < 0 ? steps[first - 1]?.id : steps[last + 2]?.id;
  editor.act({ act: 'move', ids, before: before ?? null });
}

/** A new step behind the open one, ready to be named. */
export function addStep(editor: Editor): void {
  editor.act({ act: 'add', kind: 'check', id: newStepId(), after: editor.state.get().open });
  // Its fields are on the screen with the next picture.
  requestAnimationFrame(() => fieldAt(['title', 'fr'])?.focus());
}

export const removeChosen = (editor: Editor): void => editor.act({ act: 'remove', ids: chosenIn(editor.state.get()).map(({ id }) => id) });

export const duplicateChosen = (editor: Editor): void =>
  editor.act({ act: 'duplicate', ids: chosenIn(editor.state.get()).map(({ id }) => id), newId: newStepId() });

/** The open step one further, or all up to it marked. */
function step(editor: Editor, by: number, isMarking: boolean): void {
  const state = editor.state.get();
  const ids = draftIn(state).steps.map(({ id }) => id);
  const at = state.open === null ? -1 : ids.indexOf(state.open);
  const next = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
  if (next === undefined) return;
  const marked = new Set([...(state.marked.size === 0 && state.open !== null ? [state.open] : state.marked), next]);
  editor.open(next);
  if (isMarking) editor.mark(marked);
}

/** The whole outline by keyboard: arrows go, Shift marks, Alt moves, Enter writes, Delete takes away, Ctrl+D doubles, Ctrl+C and Ctrl+V carry. */
export function useOutlineKeys(): (event: KeyboardEvent) => void {
  const editor = useEditor();
  return (event) => {
    const does = actOf(event, editor);
    if (does === null) return;
    event.preventDefault();
    does();
  };
}

function actOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent, editor: Editor): (() => void) | null {
  const isCommand = ctrlKey || metaKey;
  switch (isCommand ? `Ctrl+${key.toLowerCase()}` : altKey ? `Alt+${key}` : key) {
    case 'ArrowUp':
      return () => step(editor, -1, shiftKey);
    case 'ArrowDown':
      return () => step(editor, 1, shiftKey);
    case 'Home':
      return () => step(editor, Number.NEGATIVE_INFINITY, shiftKey);
    case 'End':
      return () => step(editor, Number.POSITIVE_INFINITY, shiftKey);
    case 'Alt+ArrowUp':
      return () => moveChosen(editor, -1);
    case 'Alt+ArrowDown':
      return () => moveChosen(editor, 1);
    case 'Enter':
      return () => fieldAt(['title', 'fr'])?.focus();
    case 'Delete':
      return () => removeChosen(editor);
    case 'Ctrl+d':
      return () => duplicateChosen(editor);
    case 'Ctrl+c':
      return () => copySteps(editor);
    case 'Ctrl+v':
      return () => void pasteSteps(editor);
    case 'Ctrl+a':
      return () => editor.mark(new Set(draftIn(editor.state.get()).steps.map(({ id }) => id)));
    default:
      return null;
  }
}
