import { type ComponentType, useLayoutEffect, useState } from 'react';

/** A piece of the app in a file of its own. */
export interface Part<Props> {
  /** Loads it; again, where it could not be had. */
  preload(): Promise<ComponentType<Props>>;
  /** Null until it is here. */
  get(): ComponentType<Props> | null;
}

export function part<Props>(load: () => Promise<{ readonly default: ComponentType<Props> }>): Part<Props> {
  let loaded: ComponentType<Props> | null = null;
  return {
    get: () => loaded,
    preload: async () => {
      loaded = (await load()).default;
      return loaded;
    },
  };
}

/**
 * A part to draw; null while it is on its way. What is here already is drawn in the task of the tap, and what comes when it comes: React's `lazy` shows
 * nothing first, then holds back what arrived for up to 300 ms, and draws it in slices. A part that cannot be had is thrown, for `Failure` to show.
 */
export function usePart<Props>(wanted: Part<Props>): ComponentType<Props> | null {
  // Chosen once and kept: another component would be another screen.
  const [shown, setShown] = useState(() => wanted.get());
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useLayoutEffect(() => {
    if (shown !== null) return;
    let isGone = false;
    wanted.preload().then(
      (found) => isGone || setShown(() => found),
      (error: unknown) => isGone || setFailure({ error }),
    );
    return () => {
      isGone = true;
    };
  }, [wanted, shown]);
  if (failure !== null) throw failure.error;
  return shown;
}
