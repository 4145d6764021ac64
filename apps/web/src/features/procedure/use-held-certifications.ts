'use client';

import { isHeldOn } from '@heliograph/domain';
import { dayIn } from '../../platform/day.ts';
import { useField } from '../../platform/field-context.tsx';

/** How the person stands to one certification, as far as this phone knows. Never inferred from another one. */
export type Holding = { readonly kind: 'missing' } | { readonly kind: 'held' | 'expired'; readonly until: string | null };

export function useHolding(): (code: string) => Holding {
  const { certifications, org } = useField().identity;
  return (code) => {
    const held = certifications.find((one) => one.code === code);
    if (held === undefined) return { kind: 'missing' };
    return { kind: isHeldOn(held, dayIn(org.timeZone, Date.now())) ? 'held' : 'expired', until: held.expires };
  };
}
