'use client';

import { useField } from '../../platform/field-context.tsx';

/** How the person stands to one certification, as far as this phone knows. Never inferred from another one. */
export type Holding = { readonly kind: 'missing' } | { readonly kind: 'held' | 'expired'; readonly until: string | null };

/** Days are compared as the site writes them, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.now());

export function useHolding(): (code: string) => Holding {
  const { certifications, org } = useField().identity;
  return (code) => {
    const held = certifications.find((one) => one.code === code);
    if (held === undefined) return { kind: 'missing' };
    const isValid = held.expires === null || held.expires >= todayIn(org.timeZone);
    return { kind: isValid ? 'held' : 'expired', until: held.expires };
  };
}
