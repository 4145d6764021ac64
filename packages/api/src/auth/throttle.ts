import { block, type Database, forget, forgive, strike, withLookup } from '@heliograph/db';
import { refuse } from '@heliograph/domain';

const MINUTE = 60_000;

interface Policy {
  readonly windowMs: number;
  /** How long after this many attempts of a window nobody may try, ms; zero: go on. */
  delay(count: number): number;
}

/** Five tries in a quarter of an hour, then half a minute, doubling up to a quarter of an hour: slow for a guesser, short for the owner. */
const ACCOUNT: Policy = { windowMs: 15 * MINUTE, delay: (count) => (count < 5 ? 0 : Math.min(15 * MINUTE, (MINUTE / 2) * 2 ** (count - 5))) };
/** Fifty an hour from one network: a whole office may share it. */
const NETWORK: Policy = { windowMs: 60 * MINUTE, delay: (count) => (count < 50 ? 0 : 60 * MINUTE) };

export interface Attempt {
  /** The attempt succeeded: only failures count (decision 27). */
  succeeded(): Promise<void>;
}

interface Ports {
  readonly db: Database;
  readonly keys: { blind(text: string): string };
  now(): number;
}

/**
 * Counts an attempt to sign in, for the e-mail (known or not) and for the network, before the password is looked at.
 * Keys are blinded: the table holds no e-mail and no address.
 * @throws AppError TOO_MANY with `retryAfter` in seconds
 */
export async function attemptSignIn({ db, keys, now }: Ports, email: string, network: string): Promise<Attempt> {
  const account = keys.blind(`account ${email}`);
  const place = keys.blind(`network ${network}`);
  await withLookup(db, async (tx) => {
    for (const [key, { windowMs, delay }] of [
      [account, ACCOUNT],
      [place, NETWORK],
    ] as const) {
      const { count, blockedUntil } = await strike(tx, key, { now: now(), windowMs });
      if (blockedUntil !== null) refuse('TOO_MANY', { retryAfter: Math.ceil((blockedUntil - now()) / 1000) });
      if (delay(count) > 0) await block(tx, key, now() + delay(count));
    }
  });
  return {
    succeeded: () =>
      withLookup(db, async (tx) => {
        await forget(tx, account);
        await forgive(tx, place);
      }),
  };
}
