import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** A text once it has stopped changing: who types fast asks the server once. */
export function useSteady(text: string): string {
  const [steady, setSteady] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return steady;
}
