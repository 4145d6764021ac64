import type { PhoneStanding } from './standing.ts';

const DAY_MS = 86_400_000;

/** How long a phone keeps what it has sent, and so how long it can still bring back what a restored server forgot. */
export const BROUGHT_BACK_MS = 14 * DAY_MS;
/** Silent for longer than this before it, a phone is in use no more. */
const IN_USE_MS = 30 * DAY_MS;

interface HeardOf {
  readonly user: string;
  readonly name: string;
  readonly seenAt: number;
  readonly standing: PhoneStanding;
}

/**
 * Who has not called since the server went back, by name: their phones may hold what it forgot. A person is back with one phone; a phone takes a new
 * name for itself when it calls, so that which of several called cannot be told.
 * @param at when it was noticed, ms
 */
export function notYetBack(phones: readonly HeardOf[], at: number): readonly string[] {
  const back = new Set(phones.flatMap(({ user, seenAt }) => (seenAt >= at ? [user] : [])));
  const away = phones.filter(({ user, seenAt, standing }) => !back.has(user) && seenAt >= at - IN_USE_MS && standing !== 'dismissed');
  return [...new Map(away.map(({ user, name }) => [user, name])).values()];
}
