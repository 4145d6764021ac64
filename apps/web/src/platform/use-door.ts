import { useState } from 'react';
import { type Door, type Input, mutate, type Output, RpcError } from './rpc.ts';

/** A change asked of the server at a press, in either shell. */
export interface Knock<Path extends Door> {
  readonly isBusy: boolean;
  /** Why it was not done, the last time. */
  readonly refused: RpcError | null;
  /** @returns what the server answered; null where it refused or was not reached */
  go(input: Input<Path>): Promise<Output<Path> | null>;
  forget(): void;
}

export function useDoor<Path extends Door>(path: Path): Knock<Path> {
  const [{ isBusy, refused }, set] = useState<Pick<Knock<Path>, 'isBusy' | 'refused'>>({ isBusy: false, refused: null });
  return {
    isBusy,
    refused,
    forget: () => set({ isBusy: false, refused: null }),
    go: async (input) => {
      set({ isBusy: true, refused: null });
      try {
        const answer = await mutate(path, input);
        set({ isBusy: false, refused: null });
        return answer;
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        set({ isBusy: false, refused: error });
        return null;
      }
    },
  };
}

/** The reason that goes with a refusal's code. */
export const reasonOf = (refused: RpcError | null): string | null => {
  const reason = refused?.details['reason'];
  return typeof reason === 'string' ? reason : null;
};
