'use client';

import { useCallback, useEffect, useState } from 'react';
import { mutate, type Output, query } from '../../platform/rpc.ts';

export type Asking = Output<'ai.asking'>;
export type Taste = Asking['taste'];
export type Budget = Output<'ai.budget'>;

/** What was read last, for the whole visit: a conversation opens with it and asks again behind it. */
let known: Asking | null = null;

/** Which models can be asked and how the person likes to; null until the server has said. */
export function useAsking(): { asking: Asking | null; prefer(taste: Taste): Promise<void> } {
  const [asking, setAsking] = useState<Asking | null>(known);
  useEffect(() => {
    let isGone = false;
    query('ai.asking').then(
      (read) => {
        known = read;
        if (!isGone) setAsking(read);
      },
      // Out of reach: what was known holds, and the server uses its own when the question arrives.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  const prefer = useCallback(async (taste: Taste) => {
    await mutate('ai.prefer', taste);
    known = await query('ai.asking');
    setAsking(known);
  }, []);
  return { asking, prefer };
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
