import type { DraftStep, ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { startTransition, useEffect, useState } from 'react';
import { useEditor } from './editor-context.tsx';
import { draftIn, onDraft } from './editor-store.ts';

/** A pause between two letters that is one, ms: longer than most who type take for the next letter, so that no letter meets the work that follows. */
const PAUSE_MS = 400;

/**
 * The draft as the author last paused over it: what is worked out from the whole of it (the outline, the checks, the phone) stands in no
 * letter's way. Steps that come, go, move or become another kind are followed at once.
 */
export function useCalmDraft(): ProcedureDraft {
  const editor = useEditor();
  const [draft, setDraft] = useState(() => draftIn(editor.state.get()));
  useEffect(() => {
    const now = () => draftIn(editor.state.get());
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = now();
    const follow = () => {
      shown = now();
      startTransition(() => setDraft(shown));
    };
    const pause = () => {
      editor.pause();
      follow();
    };
    const end = onDraft(editor, () => {
      clearTimeout(timer);
      if (isSameOutline(now().steps, shown.steps)) timer = setTimeout(pause, PAUSE_MS);
      else follow();
    });
    follow();
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [editor]);
  return draft;
}

const isSameOutline = (now: readonly DraftStep[], shown: readonly DraftStep[]): boolean =>
  now.length === shown.length && now.every(({ id, kind }, at) => id === shown[at]?.id && kind === shown[at]?.kind);
