'use client';

import { type ExecutionState, fingerprintOf, type Receipt, receiptOf } from '@heliograph/domain';
import { webHasher } from '@heliograph/offline';
import { acknowledgedIds } from '@heliograph/sync/phone';
import { useEffect, useMemo, useState } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import type { OpenExecution } from '../execution/use-execution.ts';

interface PhoneReceipt extends Receipt {
  readonly fingerprint: string | null;
  /** The server was put back to before it knew this work: somebody has to give it again, nothing of it goes by itself. */
  readonly isForgotten: boolean;
}

/** The receipt of an execution as far as this phone knows; null until its disk was read. */
export function useReceipt({ state, x }: OpenExecution): PhoneReceipt | null {
  const { view } = useField();
  const photos = useLocalView((one) => one.photos);
  const unsent = useLocalView((one) => one.unsent);
  const isForgotten = useLocalView((one) => one.forgottenWork)?.has(x) ?? false;
  const [acknowledged, setAcknowledged] = useState<ReadonlySet<string> | null>(null);
  const fingerprint = useFingerprint(state.history);
  useEffect(() => {
    let isGone = false;
    void view.outbox.read(acknowledgedIds).then((ids) => isGone || setAcknowledged(ids));
    return () => {
      isGone = true;
    };
  }, [view, unsent, state]);
  return useMemo(() => {
    if (acknowledged === null || photos === undefined) return null;
    const states = new Map(photos.map(({ sha, state: one }) => [sha, one]));
    const receipt = receiptOf(state.history, {
      isForgotten,
      isSent: ({ operation: { id } }) => acknowledged.has(id),
      // A photo that was not taken on this phone: its bytes are between another one and the server.
      isStored: (sha) => (states.has(sha) ? states.get(sha) === 'stored' : null),
    });
    return { ...receipt, isForgotten, fingerprint: receipt.position === null ? null : fingerprint };
  }, [acknowledged, photos, state, fingerprint, isForgotten]);
}

function useFingerprint(log: ExecutionState['history']): string | null {
  const [digits, setDigits] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void fingerprintOf(log, webHasher.sha256).then((made) => isGone || setDigits(made));
    return () => {
      isGone = true;
    };
  }, [log]);
  return digits;
}
