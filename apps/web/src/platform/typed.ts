import type { ExecutionId, UserId } from '@heliograph/domain';

const KEY = 'heliograph.typed';

/** Whose words they are, and where they were typed. */
export interface TypedAt {
  readonly user: UserId;
  readonly x: ExecutionId;
  readonly s: string;
}

const nameOf = ({ user, x, s }: TypedAt): string => [user, x, s].join(' ');

/** Keeps what is being typed while the page goes: nothing that answers later, as the database does, is waited for then. */
export function stash(at: TypedAt, text: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([nameOf(at), text]));
  } catch {
    // Full, or not allowed: the draft on the disk is a moment older.
  }
}

/** What the page before was still holding for this place; null where it held nothing. */
export function stashed(at: TypedAt): string | null {
  const held: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
  return Array.isArray(held) && held[0] === nameOf(at) && typeof held[1] === 'string' ? held[1] : null;
}

/** It is on the disk, or recorded. */
export function unstash(at: TypedAt): void {
  if (stashed(at) !== null) localStorage.removeItem(KEY);
}
