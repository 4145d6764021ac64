'use client';

import { useEffect, useState } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useReadable } from '../../platform/readable.ts';
import { keepScanner } from '../../platform/scan.ts';

/** Whether everything a day without a network needs is on this phone. */
export type Readiness =
  | { readonly kind: 'reading' }
  | { readonly kind: 'preparing'; readonly done: number; readonly total: number }
  | { readonly kind: 'missing'; readonly done: number; readonly total: number }
  /** No pull was ever whole: sites, equipment or open work may lack. */
  | { readonly kind: 'never_whole' }
  | { readonly kind: 'ready'; readonly procedures: number; readonly wholeAt: number; readonly hasScanner: boolean };

export function useReadiness(): Readiness {
  const { procedures } = useField();
  const loading = useReadable(procedures.loading);
  const wholeAt = useLocalView((view) => view.wholeAt);
  const isComplete = loading.kind === 'complete';
  const hasScanner = useScannerKept(isComplete);
  if (wholeAt === undefined || loading.kind === 'unknown') return { kind: wholeAt === null ? 'never_whole' : 'reading' };
  if (loading.kind === 'loading') return { kind: 'preparing', done: loading.done, total: loading.total };
  if (loading.kind === 'incomplete') return { kind: 'missing', done: loading.done, total: loading.total };
  return wholeAt === null ? { kind: 'never_whole' } : { kind: 'ready', procedures: loading.total, wholeAt, hasScanner };
}

let kept: Promise<boolean> | null = null;

/** The label reader is the last thing to be fetched: nothing waits for it. */
function useScannerKept(isWanted: boolean): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (!isWanted) return;
    kept ??= keepScanner();
    void kept.then((isThere) => {
      if (!isThere) kept = null;
      setKept(isThere);
    });
  }, [isWanted]);
  return isKept;
}
