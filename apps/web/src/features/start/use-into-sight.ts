'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings a question back into sight each time `moment` changes: a list that closes above the thumb, or a refusal to begin, must not leave
 * the person looking at something else. Not on the first drawing.
 */
export function useIntoSight(moment: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(moment);
  useEffect(() => {
    if (seen.current === moment) return;
    seen.current = moment;
    place.current?.scrollIntoView({ block: 'start' });
  }, [moment]);
  return place;
}
