import * as z from 'zod/mini';

/** What a phone last said was still waiting on it. `since`: when the oldest of it was recorded, ms; an older app does not say. */
export const pendingWorkSchema = z.object({ ops: z.int(), photos: z.int(), since: z.optional(z.int()) });
export type PendingWork = z.infer<typeof pendingWorkSchema>;

export interface KnownPhone {
  /** Last exchange, ms. */
  readonly seenAt: number;
  /** Null where nothing waited. */
  readonly pending: PendingWork | null;
  readonly isLost: boolean;
  /** Somebody at the desk wrote it off. */
  readonly isDismissed: boolean;
}

/**
 * How a phone stands, the gravest first. `lost`: work was on it and is gone. `overdue`: work waits longer than the organisation allows.
 * `dismissed`: it no longer counts.
 */
export type PhoneStanding = 'lost' | 'overdue' | 'waiting' | 'clear' | 'dismissed';
export const PHONE_STANDINGS: readonly PhoneStanding[] = ['lost', 'overdue', 'waiting', 'clear', 'dismissed'];

/** Whether somebody must go and look: work is gone, or may be, and nothing mends that by itself. */
export const isAlarm = (standing: PhoneStanding): boolean => standing === 'lost' || standing === 'overdue';

const HOUR_MS = 3_600_000;

/** @param alarmHours how long work may wait; counted from its recording, or from the last contact where an old app does not tell */
export function phoneStanding({ seenAt, pending, isLost, isDismissed }: KnownPhone, now: number, alarmHours: number): PhoneStanding {
  if (isDismissed) return 'dismissed';
  if (isLost) return 'lost';
  if (pending === null || pending.ops + pending.photos === 0) return 'clear';
  return now - waitingSince({ seenAt, pending }) > alarmHours * HOUR_MS ? 'overdue' : 'waiting';
}

/** A phone whose clock runs ahead cannot have recorded after it was heard of. */
export const waitingSince = ({ seenAt, pending }: { seenAt: number; pending: PendingWork }): number => Math.min(pending.since ?? seenAt, seenAt);
