import { useEffect, useState } from 'react';
import { type Output, query } from '../../platform/rpc.ts';

export type Welcome = Output<'auth.welcome'>;

let ahead: Promise<Welcome> | null = null;

/** Asks while the sign-in is still on its way, so that it is drawn whole. */
export function askAhead(): void {
  ahead = query('auth.welcome');
  ahead.catch(() => undefined);
}

/** Asked ahead or now: an answer serves one sign-in, the next may find another server. */
function askOnce(): Promise<Welcome> {
  const asked = ahead ?? query('auth.welcome');
  ahead = null;
  return asked;
}

/** What the server says to whoever has not signed in; null until it does, and without a network. */
export function useWelcome(): Welcome | null {
  const [welcome, setWelcome] = useState<Welcome | null>(null);
  useEffect(() => {
    let isGone = false;
    askOnce().then(
      (said) => isGone || setWelcome(said),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return welcome;
}
