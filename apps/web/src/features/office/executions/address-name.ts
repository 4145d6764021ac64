'use client';

import { type Localized, stepAt } from '@heliograph/domain';
import { useLocalized } from '../../../platform/messages.ts';
import type { OpenedExecution } from './types.ts';

type Told = {
  readonly places: readonly Pick<OpenedExecution['places'][number], 'address' | 'item'>[];
  readonly procedure: { readonly steps: readonly { readonly id: string; readonly title: Localized }[] } | null;
};

/** What an address is called: its step, and of several places of that step which one. Null where the procedure has no such step, or cannot be read. */
export function nameOfAddress({ procedure, places }: Told, address: string, say: (text: Localized) => string): string | null {
  const step = stepAt(procedure, address);
  if (step === undefined) return null;
  const item = places.find((place) => place.address === address)?.item?.label;
  return [item, say(step.title)].filter(Boolean).join(' · ');
}

/** The same in the reader's language; null for what is about no step. */
export function useAddressName(opened: Told): (address: string | null) => string | null {
  const say = useLocalized();
  return (address) => (address === null ? null : nameOfAddress(opened, address, say));
}
