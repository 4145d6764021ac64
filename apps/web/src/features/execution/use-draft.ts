'use client';

import type { ExecutionId } from '@heliograph/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';

const QUIET_MS = 300;

/**
 * What is typed at one place, kept through a reload, a kill or the camera (H36). `initial` is the recorded answer as text.
 * `keep` writes at once: call it before anything that may take the page away.
 */
export function useDraft(x: ExecutionId, s: string, initial: string) {
  const { view } = useField();
  const [text, setText] = useState(initial);
  const typed = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const value = typed.current;
    if (value !== null) void view.outbox.write((tx) => tx.putDraft({ x, s, value, at: Date.now() }));
  }, [view, x, s]);

  useEffect(() => {
    let isGone = false;
    void view.outbox
      .read((tx) => tx.draft(x, s))
      .then((saved) => {
        if (!isGone && typed.current === null && typeof saved?.value === 'string') setText(saved.value);
      });
    const onHide = () => document.visibilityState === 'hidden' && keep();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', onHide);
      keep();
    };
  }, [view, x, s, keep]);

  const type = (next: string) => {
    typed.current = next;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, QUIET_MS);
  };
  /** The answer is recorded: its transaction ended the draft. */
  const settle = (next: string) => {
    typed.current = null;
    clearTimeout(timer.current);
    setText(next);
  };
  return { text, type, settle, keep, isTyped: typed.current !== null };
}
