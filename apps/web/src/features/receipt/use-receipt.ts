'use client';

import { type ExecutionState, fingerprintOf, type Receipt, receiptOf } from '@heliograph/domain';
import { webHasher } from '@heliograph/offline';
import { useEffect, useMemo, useState } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import type { OpenExecution } from '../execution/use-execution.ts';

/** What of this phone's own the server has acknowledged: by number under the present identity, by id from before it. */
interface Acknowledged {
  readonly upTo: number;
  readonly past: ReadonlySet<string>;
}

/** The receipt of an execution as far as this phone knows; null until its disk was read. */
export function useReceipt({ state }: OpenExecution): (Receipt & { readonly fingerprint: string | null }) | null {
  const { view } = useField();
  const photos = useLocalView((one) => one.photos);
  const unsent = useLocalView((one) => one.unsent);
  const [acknowledged, setAcknowledged] = useState<Acknowledged | null>(null);
  const fingerprint = useFingerprint(state.history);
  useEffect(() => {
    let isGone = false;
    const read = view.outbox.read(async (tx) => ({ upTo: (await tx.meta())?.acked.i ?? 0, past: await tx.past() }));
    void read.then(({ upTo, past }) => isGone || setAcknowledged({ upTo, past: new Set(past.map(({ id }) => id)) }));
    return () => {
      isGone = true;
    };
  }, [view, unsent, state]);
  return useMemo(() => {
    if (acknowledged === null || photos === undefined) return null;
    const states = new Map(photos.map(({ sha, state: one }) => [sha, one]));
    const { upTo, past } = acknowledged;
    const receipt = receiptOf(state.history, {
      isSent: ({ operation: { i, id } }) => i <= upTo || past.has(id),
      // A photo that was not taken on this phone: its bytes are between another one and the server.
      isStored: (sha) => (states.has(sha) ? states.get(sha) === 'stored' : null),
    });
    return { ...receipt, fingerprint: receipt.position === null ? null : fingerprint };
  }, [acknowledged, photos, state, fingerprint]);
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
