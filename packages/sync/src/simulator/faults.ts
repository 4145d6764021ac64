import type { World } from './world.ts';

/** How likely each trouble is in one run. Drawn per seed, so that some seeds are calm and some are hell. */
export interface Faults {
  readonly dropRequest: number;
  readonly dropAnswer: number;
  readonly duplicate: number;
  readonly hang: number;
  readonly garbage: number;
  readonly wrongNonce: number;
  readonly abort: number;
  readonly flip: number;
  /** Longest way of one message, in ticks. */
  readonly latency: number;
  /** Operations in one request that the server still takes; beyond it answers 413. */
  readonly largestBatch: number;
  /** Rows in one answer. */
  readonly page: number;
  readonly weights: Readonly<Record<Action, number>>;
}

export type Action =
  | 'record'
  | 'sync'
  | 'photos'
  | 'kill'
  | 'power'
  | 'switch'
  | 'session'
  | 'scope'
  | 'backup'
  | 'restore'
  | 'snapshot'
  | 'rollback'
  | 'clone'
  | 'wipe'
  | 'crash'
  | 'clock'
  | 'heal'
  | 'plan'
  | 'withdraw'
  | 'reassign'
  | 'move'
  | 'update'
  | 'freeze'
  | 'failover'
  | 'publish'
  | 'abandon'
  | 'handover'
  | 'revisit';

export type Mood = 'calm' | 'chaos' | 'scope' | 'office' | 'fleet' | 'waiting';

const QUIET_FLEET = { update: 0, freeze: 0, failover: 0, publish: 0, abandon: 0, handover: 0, revisit: 0 } as const;
const QUIET_DESK = { plan: 0, withdraw: 0, reassign: 0, move: 0, ...QUIET_FLEET } as const;

const MOODS: Record<Mood, Faults['weights']> = {
  calm: {
    ...{ record: 0.42, sync: 0.34, photos: 0.04, kill: 0.05, power: 0.01, switch: 0.03, session: 0.03, scope: 0.03, backup: 0.01 },
    ...{ restore: 0.005, snapshot: 0.005, rollback: 0.002, clone: 0.008, wipe: 0.002, crash: 0.01, clock: 0.01, heal: 0 },
    ...QUIET_DESK,
  },
  chaos: {
    ...{ record: 0.33, sync: 0.3, photos: 0.05, kill: 0.07, power: 0.02, switch: 0.03, session: 0.02, scope: 0.03, backup: 0.04 },
    ...{ restore: 0.03, snapshot: 0.03, rollback: 0.01, clone: 0.02, wipe: 0.005, crash: 0.02, clock: 0.015, heal: 0 },
    ...QUIET_DESK,
  },
  // Restores and copies are left out, so that order can be checked too, and people come and go all the time.
  scope: {
    ...{ record: 0.27, sync: 0.42, photos: 0.02, kill: 0.04, power: 0.02, switch: 0.02, session: 0, scope: 0.2, backup: 0 },
    ...{ restore: 0, snapshot: 0, rollback: 0, clone: 0, wipe: 0, crash: 0.01, clock: 0, heal: 0 },
    ...QUIET_DESK,
  },
  // Work is given, moved to others and taken back all day, while phones are offline, die, are copied, and the server forgets.
  office: {
    ...{ record: 0.34, sync: 0.28, photos: 0.03, kill: 0.05, power: 0.02, switch: 0.03, session: 0.02, scope: 0.02, backup: 0.02 },
    ...{ restore: 0.008, snapshot: 0.02, rollback: 0.005, clone: 0.01, wipe: 0.004, crash: 0.02, clock: 0.01, heal: 0 },
    ...{ plan: 0.05, withdraw: 0.03, reassign: 0.07, move: 0.03 },
    ...QUIET_FLEET,
  },
  // Phones are updated, frozen, handed round and given back; the server moves to another machine; versions are published under everybody's feet.
  fleet: {
    ...{ record: 0.34, sync: 0.28, photos: 0.06, kill: 0.03, power: 0.01, switch: 0.04, session: 0.02, scope: 0.03, backup: 0.015 },
    ...{ restore: 0.008, snapshot: 0.01, rollback: 0.002, clone: 0.005, wipe: 0.004, crash: 0.01, clock: 0.005, heal: 0 },
    ...QUIET_DESK,
    ...{ update: 0.03, freeze: 0.03, failover: 0.012, publish: 0.02, abandon: 0.01, handover: 0.03, revisit: 0 },
  },
  // People write to work that nobody began and to work they are not on; both come later, and what waited is looked at now and then.
  waiting: {
    ...{ record: 0.3, sync: 0.36, photos: 0.02, kill: 0.04, power: 0.02, switch: 0.02, session: 0, scope: 0.12, backup: 0 },
    ...{ restore: 0, snapshot: 0, rollback: 0, clone: 0, wipe: 0, crash: 0.02, clock: 0, heal: 0 },
    ...QUIET_DESK,
    ...{ plan: 0.02, reassign: 0.03, revisit: 0.05 },
  },
};

/** One seed in twelve is an office's, one in twelve a fleet's, one in 24 waits: rests that no kept seed has, so that those still fail as they did. */
export function moodOf(seed: number): Mood {
  if (seed % 12 === 9) return 'office';
  if (seed % 24 === 17) return 'waiting';
  if (seed % 24 === 15 || seed % 24 === 20) return 'fleet';
  return (['calm', 'chaos', 'scope'] as const)[seed % 3] ?? 'calm';
}

export function drawFaults(world: World, mood: Mood): Faults {
  const upTo = (most: number) => (world.chance(0.3) ? 0 : world.random() * most);
  return {
    dropRequest: upTo(0.3),
    dropAnswer: upTo(0.35),
    duplicate: upTo(0.25),
    hang: upTo(0.1),
    garbage: upTo(0.1),
    wrongNonce: upTo(0.05),
    abort: upTo(0.06),
    flip: upTo(0.8),
    latency: 5 + world.below(70),
    largestBatch: world.chance(0.3) ? 1 + world.below(6) : 1000,
    page: 1 + world.below(20),
    weights: MOODS[mood],
  };
}

export const noFaults = (faults: Faults): Faults => ({
  ...faults,
  ...{ dropRequest: 0, dropAnswer: 0, duplicate: 0, hang: 0, garbage: 0, wrongNonce: 0, abort: 0, flip: 0, largestBatch: 1000 },
});

export function drawAction(world: World, weights: Faults['weights']): Action {
  let left = world.random() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [action, weight] of Object.entries(weights)) {
    left -= weight;
    // The keys of a record of actions are actions.
    if (left < 0) return action as Action;
  }
  return 'sync';
}
