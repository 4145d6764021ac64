import { asLookup, block, type Database, forget, forgive, type LookupTx, type OrgTx, strike, withLookup } from '@heliograph/db';
import { refuse, type UserId } from '@heliograph/domain';

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

/** Links to one person, and guesses at the code of the first start from one network: nobody needs more, and mailboxes are not flooded. */
const LINKS: Policy = { windowMs: 60 * MINUTE, delay: (count) => (count < 6 ? 0 : 60 * MINUTE) };
const SETUP: Policy = { windowMs: 15 * MINUTE, delay: (count) => (count < 10 ? 0 : 15 * MINUTE) };
/** Twenty questions a minute to the assistant: more are no person's (security.md 10). */
const QUESTIONS: Policy = { windowMs: MINUTE, delay: (count) => (count <= 20 ? 0 : MINUTE) };
/** A phone back from a day without a network brings all its photos at once; what they may cost is the budget's business. */
const ANALYSES: Policy = { windowMs: MINUTE, delay: (count) => (count <= 120 ? 0 : MINUTE) };

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
    await tally(tx, account, { policy: ACCOUNT, now: now() });
    await tally(tx, place, { policy: NETWORK, now: now() });
  });
  return {
    succeeded: () =>
      withLookup(db, async (tx) => {
        await forget(tx, account);
        await forgive(tx, place);
      }),
  };
}

async function tally(tx: LookupTx, key: string, { policy: { windowMs, delay }, now }: { policy: Policy; now: number }): Promise<void> {
  const { count, blockedUntil } = await strike(tx, key, { now, windowMs });
  if (blockedUntil !== null) refuse('TOO_MANY', { retryAfter: Math.ceil((blockedUntil - now) / 1000) });
  if (delay(count) > 0) await block(tx, key, now + delay(count));
}

/** Counts a link made for a person or an e-mail of an organisation. @throws AppError TOO_MANY with `retryAfter` in seconds */
export const limitLinks = ({ db, keys, now }: Ports, whose: string): Promise<void> =>
  withLookup(db, (tx) => tally(tx, keys.blind(`link ${whose}`), { policy: LINKS, now: now() }));

/** Counts a try at the code of the first start. @throws AppError TOO_MANY with `retryAfter` in seconds */
export const limitSetup = ({ db, keys, now }: Ports, network: string): Promise<void> =>
  withLookup(db, (tx) => tally(tx, keys.blind(`setup ${network}`), { policy: SETUP, now: now() }));

/**
 * Counts a question of a person to the assistant, inside the transaction that keeps it.
 * @throws AppError TOO_MANY with `retryAfter` in seconds; it ends the transaction
 */
export const limitQuestions = (tx: OrgTx, { keys, now }: Omit<Ports, 'db'>, { user }: { user: UserId }): Promise<void> =>
  asLookup(tx, (lookup) => tally(lookup, keys.blind(`question ${tx.org} ${user}`), { policy: QUESTIONS, now: now() }));

/** Counts a photo that a person asks about. @throws AppError TOO_MANY with `retryAfter` in seconds */
export const limitAnalyses = ({ db, keys, now }: Ports, whose: string): Promise<void> =>
  withLookup(db, (tx) => tally(tx, keys.blind(`analysis ${whose}`), { policy: ANALYSES, now: now() }));
