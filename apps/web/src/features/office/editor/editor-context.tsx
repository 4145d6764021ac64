'use client';

import type { DraftStep, ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { createContext, use, useSyncExternalStore } from 'react';
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
export const useOpenStep = (): DraftStep | undefined => useEditing((state) => draftIn(state).steps.find(({ id }) => id === state.open));
