import type { PhoneStanding } from './standing.ts';

const DAY_MS = 86_400_000;

/** How long a phone that is in touch keeps the records it has sent, and so how long it can still bring back what a restored server forgot. */
export const SENT_KEPT_MS = 14 * DAY_MS;
/** The bytes of photos stay for less, and go at once where space is short. */
export const SENT_PHOTOS_KEPT_MS = 7 * DAY_MS;
/** Silent for longer than this before it, a phone is in use no more. */
const IN_USE_MS = 30 * DAY_MS;
/** No restore is told for longer. */
export const RESTORE_TOLD_MS = IN_USE_MS;

interface HeardOf {
  readonly user: string;
  readonly name: string;
  readonly seenAt: number;
  readonly standing: PhoneStanding;
}

/** A phone forgets only as it calls: as long as somebody is awaited whose phone is in use, there is something to bring back. */
export const isRestoreTold = (at: number, now: number, away: readonly string[]): boolean =>
  now - at <= (away.length > 0 ? RESTORE_TOLD_MS : SENT_KEPT_MS);

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
