'use client';

import { useCallback, useEffect, useState } from 'react';
import { mutate, type Output, query } from '../../platform/rpc.ts';

export type Asking = Output<'ai.asking'>;
export type Taste = Asking['taste'];
export type Budget = Output<'ai.budget'>;

/** What was read last, for the whole visit: a conversation opens with it and asks again behind it. */
let known: Asking | null = null;

interface OwnAsking {
  readonly asking: Asking | null;
  /** Neither now nor before in this visit has the server said. */
  readonly isUnreached: boolean;
  prefer(taste: Taste): Promise<void>;
  retry(): void;
}

/** Which models can be asked and how the person likes to; null until the server has said. */
export function useAsking(): OwnAsking {
  const [asking, setAsking] = useState<Asking | null>(known);
  const [isUnreached, setUnreached] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isGone = false;
    if (tries > 0) setUnreached(false);
    query('ai.asking').then(
      (read) => {
        known = read;
        if (!isGone) setAsking(read);
      },
      // Out of reach: what was known holds, and the server uses its own when the question arrives.
      () => {
        if (!isGone) setUnreached(true);
      },
    );
    return () => {
      isGone = true;
    };
  }, [tries]);
  const prefer = useCallback(async (taste: Taste) => {
    await mutate('ai.prefer', taste);
    known = await query('ai.asking');
    setAsking(known);
  }, []);
  return { asking, isUnreached, prefer, retry: () => setTries((now) => now + 1) };
}

/** Where the month's budgets stand; null until the server has said. @param turn grows with every answer that has ended */
export function useBudget(turn: number): Budget | null {
  const [budget, setBudget] = useState<Budget | null>(null);
  useEffect(() => {
    if (turn < 0) return;
    query('ai.budget').then(setBudget, () => undefined);
  }, [turn]);
  return budget;
}

/** A model's name for people; with its provider where two have the same. */
export function nameIn(asking: Asking | null, { provider, model }: { provider: string; model: string }): string {
  const same = asking?.choices.filter((choice) => choice.model === model) ?? [];
  const one = same.find((choice) => choice.provider === provider);
  return one !== undefined && same.length > 1 ? `${model} · ${one.providerName}` : model;
}
