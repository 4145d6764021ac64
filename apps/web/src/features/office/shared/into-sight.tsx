'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Comes into sight as soon as it is there: what a press at the foot of a long form is answered with stands before its fields. */
export function IntoSight({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its answer, a promise in newer browsers, is no way to clean up.
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return <div ref={place}>{children}</div>;
}
