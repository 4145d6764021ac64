'use client';

import type { AssessedPlace, ExecutionId } from '@heliograph/domain';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStepField } from '../../platform/field-context.tsx';
import { stash, stashed, type TypedAt, unstash } from '../../platform/typed.ts';
import { headsSeen } from './record-step.ts';

const QUIET_MS = 300;

/**
 * A field that was emptied takes the answer back that stood in it when it was. One that arrived since, from a colleague, stays.
 * @param onClear takes it back; true once that is durable
 */
export function useEmptied(place: AssessedPlace, onClear: () => Promise<boolean>) {
  const seen = headsSeen(place).join();
  const [over, setOver] = useState<string | null>(null);
  return {
    notice: (text: string) => setOver(text.trim() === '' ? seen : null),
    takeBack: async () => over !== seen || place.response === null || onClear(),
  };
}

/** What is typed at one place, kept through a reload, a kill or the camera (H36). `initial` is the recorded answer as text. */
export function useDraft(x: ExecutionId, s: string, initial: string) {
  const { readDraft, saveDraft, identity } = useStepField();
  const user = identity.user.id;
  const at = useMemo(() => ({ user, x, s }), [user, x, s]);
  const [left] = useState(() => leftAt(at, initial));
  const [text, setText] = useState(left || initial);
  /** Typed, and not known to be on the disk. */
  const unkept = useRef(left);
  const isTouched = useRef(left !== null);
  /** What stood there when it was typed over. */
  const base = useRef(initial);
  /** A draft written while its answer is on the way to the disk would outlive it, and stand before the next one. */
  const isRecording = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const value = unkept.current;
    if (value === null || isRecording.current) return;
    const kept = () => {
      if (unkept.current !== value) return;
      unkept.current = null;
      unstash(at);
    };
    // Not kept: it is still on the screen, and goes with the next try.
    saveDraft(x, s, value === base.current ? null : value).then(kept, () => undefined);
  }, [saveDraft, at, x, s]);

  useEffect(() => {
    let isGone = false;
    void readDraft(x, s).then((saved) => {
      // An emptied field that was never confirmed hides no answer.
      if (!isGone && !isTouched.current && typeof saved === 'string' && saved !== '') setText(saved);
    });
    keep();
    const leave = () => {
      if (unkept.current !== null) stash(at, unkept.current);
      keep();
    };
    const onHide = () => document.visibilityState === 'hidden' && leave();
    // A reload gives the database no time; a phone that is put away may never say more than `hidden`.
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      isGone = true;
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', onHide);
      keep();
    };
  }, [readDraft, keep, at, x, s]);

  const type = (next: string) => {
    isTouched.current = true;
    base.current = initial;
    unkept.current = next;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, QUIET_MS);
  };
  /**
   * Records what is typed, by a transaction that ends the draft.
   * @param next what then stands in the field, unless somebody typed on
   * @param record true once it is durable
   */
  const settle = async (next: string, record: () => Promise<boolean>): Promise<boolean> => {
    const typed = unkept.current;
    isRecording.current = true;
    const isSaved = await record();
    isRecording.current = false;
    if (!isSaved || unkept.current !== typed) keep();
    else {
      unkept.current = null;
      unstash(at);
      clearTimeout(timer.current);
      setText(next);
    }
    return isSaved;
  };
  return { text, type, settle };
}

/** What the page before was still holding; nothing where that has been recorded since. */
function leftAt(at: TypedAt, initial: string): string | null {
  const left = stashed(at);
  if (left !== initial) return left;
  unstash(at);
  return null;
}
