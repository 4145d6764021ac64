import { useLayoutEffect, useState } from 'react';

/** Starts something that lives as long as the shell does; true once it runs, before anything is painted. */
export function useStarted(start: () => () => void): boolean {
  const [isStarted, setStarted] = useState(false);
  useLayoutEffect(() => {
    const end = start();
    setStarted(true);
    return end;
  }, [start]);
  return isStarted;
}

/** Several starts as one; they end in the opposite order. */
export const startAll =
  (...starts: readonly (() => () => void)[]) =>
  (): (() => void) => {
    const ends = starts.map((start) => start());
    return () => {
      for (const end of ends.reverse()) end();
    };
  };
