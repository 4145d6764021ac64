'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings a question or an answer into sight each time `moment` changes: a list that closes above the thumb, a refusal to begin, or what became
 * of a file, said below the button, must not leave the person looking at something else. Not on the first drawing.
 */
export function useIntoSight(moment: string, block: ScrollLogicalPosition = 'start'): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(moment);
  useEffect(() => {
    if (seen.current === moment) return;
    seen.current = moment;
    place.current?.scrollIntoView({ block });
  }, [moment, block]);
  return place;
}
