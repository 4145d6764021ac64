import { useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import type { RpcError } from '../../platform/rpc.ts';
import { type Credentials, type SignInOutcome, signIn } from '../../platform/session.ts';
import { signInWords } from './messages.ts';

export interface Problem {
  /** The control it is about; the summary links there. */
  readonly field: 'email' | 'password' | 'organisation';
  readonly message: string;
}

export interface SigningIn {
  readonly isBusy: boolean;
  readonly problems: readonly Problem[];
  /** The network did not answer: said apart, it is nobody's mistake. */
  readonly isUnreached: boolean;
  /** Where the person works in several places: they choose one and submit again. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[] | null;
  submit(credentials: Credentials): Promise<void>;
  startOver(): void;
}

interface State {
  readonly isBusy: boolean;
  readonly problems: readonly Problem[];
  readonly isUnreached: boolean;
  readonly organisations: SigningIn['organisations'];
}

const CALM: State = { isBusy: false, problems: [], isUnreached: false, organisations: null };

/** @param kind of the session that is opened */
export function useSignIn(kind: 'phone' | 'desktop', onSignedIn: () => void): SigningIn {
  const words = useMessages(signInWords);
  const refusal = useRefusal();
  const [state, set] = useState<State>(CALM);

  const missing = ({ email, password, organisation }: Credentials): Problem[] => [
    ...(email.trim() === '' ? [{ field: 'email' as const, message: words.emailMissing }] : []),
    ...(email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim()) ? [{ field: 'email' as const, message: words.emailOdd }] : []),
    ...(password === '' ? [{ field: 'password' as const, message: words.passwordMissing }] : []),
    ...(state.organisations !== null && organisation === undefined ? [{ field: 'organisation' as const, message: words.chooseMissing }] : []),
  ];
  const said = (error: RpcError): string => {
    if (error.code === 'SIGNED_OUT') return words.wrong;
    return error.code === 'NOT_ALLOWED' && error.details['reason'] === 'suspended' ? words.suspended : refusal(error);
  };
  const settle = (outcome: SignInOutcome): void => {
    if (outcome.kind === 'signed_in') return onSignedIn();
    if (outcome.kind === 'choose') return set({ ...CALM, organisations: outcome.organisations });
    const isUnreached = outcome.error.code === 'UNREACHED';
    set((before) => ({ ...before, isBusy: false, isUnreached, problems: isUnreached ? [] : [{ field: 'password', message: said(outcome.error) }] }));
  };

  return {
    ...state,
    submit: async (credentials) => {
      const problems = missing(credentials);
      set((before) => ({ ...before, problems, isUnreached: false, isBusy: problems.length === 0 }));
      if (problems.length === 0) settle(await signIn({ ...credentials, email: credentials.email.trim() }, kind));
    },
    startOver: () => set(CALM),
  };
}
