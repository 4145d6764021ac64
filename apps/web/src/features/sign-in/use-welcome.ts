import { useEffect, useState } from 'react';
import { type Output, query } from '../../platform/rpc.ts';

export type Welcome = Output<'auth.welcome'>;

/** What the server says to whoever has not signed in; null until it does, and without a network. */
export function useWelcome(): Welcome | null {
  const [welcome, setWelcome] = useState<Welcome | null>(null);
  useEffect(() => {
    let isGone = false;
    query('auth.welcome').then(
      (said) => isGone || setWelcome(said),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return welcome;
}
