import type { ExecutionId, UserId } from '@heliograph/domain';
import { type CacheStore, type LogRow, putForgottenAway, putLeftAway } from '@heliograph/sync';
import { type ExecutionSummary, summarise } from './summary.ts';

/** Work that the office gave to others, as its person is told of it. */
export interface LeftWork extends Pick<ExecutionSummary, 'x' | 'start' | 'plan'> {
  /** Own records of it are still on their way; until they have arrived it stays and can be opened. */
  readonly isHere: boolean;
  /** The person has put the news away. */
  readonly isSeen: boolean;
}

/** What this person is no longer on, the latest first. */
export const readLeftWork = (cache: CacheStore, user: UserId): Promise<readonly LeftWork[]> =>
  cache.read(async (tx) => {
    const { leaving = [], left = [], shown = 0 } = (await tx.meta()) ?? {};
    const staying = await Promise.all(leaving.map(async (x) => ({ ...nameable(x, await tx.log(shown, x), user), isHere: true, isSeen: false })));
    return [...staying, ...left.toReversed().map(({ x, begun, isSeen }) => ({ ...nameable(x, [begun], user), isHere: false, isSeen }))];
  });

/** What a restored server no longer gives this person, and stays here to be gone on with (decision 39). */
export const readForgottenWork = (cache: CacheStore): Promise<ReadonlySet<ExecutionId>> =>
  cache.read(async (tx) => new Set((await tx.meta())?.forgotten?.map(({ x }) => x)));

/** Its person does not go on with it: nothing of it stays in sight. */
export const putForgottenWorkAway = (cache: CacheStore, x: ExecutionId): Promise<void> => cache.write((tx) => putForgottenAway(tx, x));

/** Its person has seen it. */
export const putLeftWorkAway = (cache: CacheStore, x: ExecutionId): Promise<void> => cache.write((tx) => putLeftAway(tx, x));

function nameable(x: ExecutionId, rows: readonly LogRow[], user: UserId): Pick<LeftWork, 'x' | 'start' | 'plan'> {
  const life = rows.filter(({ k }) => k === 'start' || k === 'plan');
  const { start, plan } = summarise(x, { life, last: null, own: [], user });
  return { x, start, plan };
}
