'use client';

import type { DraftStep, ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { draftIn, type Editor, type EditorState } from './editor-store.ts';

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('useEditor outside of the editor');
  return editor;
}

/** A part of the editor's state; renders again only when that part is another. `select` returns what is held, never something made anew. */
export function useEditing<T>(select: (state: EditorState) => T): T {
  const { state } = useEditor();
  const read = () => select(state.get());
  return useSyncExternalStore(state.subscribe, read, read);
}

export const useDraft = (): ProcedureDraft => useEditing(draftIn);
export const useSteps = (): readonly DraftStep[] => useEditing((state) => draftIn(state).steps);

/** The steps before one, in order: the same list for as long as the same steps are in it. */
export function useEarlier(id: string): readonly DraftStep[] {
  const select = useMemo(() => {
    let held: readonly DraftStep[] = [];
    return (state: EditorState) => {
      const { steps } = draftIn(state);
      const earlier = steps.slice(
        0,
        Math.max(
          steps.findIndex((step) => step.id === id),
          0,
        ),
      );
      const isSame = earlier.length === held.length && earlier.every((step, at) => step === held[at]);
      if (!isSame) held = earlier;
      return held;
    };
  }, [id]);
  return useEditing(select);
}

export const useOpenStep = (): DraftStep | undefined => useEditing((state) => draftIn(state).steps.find(({ id }) => id === state.open));
