'use client';

import { useEffect, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useReadable } from '../../platform/readable.ts';
import { keepScanner } from '../../platform/scan.ts';
import { HAS_WORKER } from '../../platform/update.ts';
import { type Readiness, readinessOf } from './readiness.ts';

export function useReadiness(): { readonly readiness: Readiness; readonly hasScanner: boolean } {
  const { procedures, sender } = useField();
  const readiness = readinessOf(useReadable(procedures.loading), useReadable(sender.state).kind, useAppKept());
  return { readiness, hasScanner: useScannerKept(readiness.kind === 'ready') };
}

/** A worker is active only once every file it keeps is here. Where the browser has none there is nothing to wait for. */
function useAppKept(): boolean {
  const [isKept, setKept] = useState(!HAS_WORKER);
  useEffect(() => {
    if (HAS_WORKER) void navigator.serviceWorker.ready.then(() => setKept(true));
  }, []);
  return isKept;
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
