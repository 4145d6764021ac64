import type { ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { startTransition, useEffect, useState } from 'react';
import { useEditor } from './editor-context.tsx';
import { draftIn, onDraft } from './editor-store.ts';

/** A pause between two letters that is one, ms. */
const PAUSE_MS = 200;

/**
 * The draft as the author last paused over it: what is worked out from the whole of it (the checks, the phone) stands in no letter's way.
 * Steps that come and go are followed at once.
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
    const end = onDraft(editor, () => {
      clearTimeout(timer);
      if (now().steps.length === shown.steps.length) timer = setTimeout(follow, PAUSE_MS);
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
