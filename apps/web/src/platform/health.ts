import { CLOCK_TRUST_MS } from '@heliograph/domain';
import { type Field, measureRoom, type Room, StorageError } from '@heliograph/offline';
import { cell, type Readable, useReadable } from './readable.ts';

/** What is wrong with this phone and asks something of the person, the gravest first. */
export type Trouble = 'full' | 'memory' | 'clock' | 'low_room';

export interface Health {
  /** What the phone's memory last failed with where nobody waited for an answer; null while it works. */
  readonly failure: unknown;
  /** Server − device clock, ms, as last measured. */
  readonly offset: number;
  readonly room: Room['level'];
}

const WELL: Health = { failure: null, offset: 0, room: 'unknown' };
const held = cell<Health>(WELL);
export const health: Readable<Health> = held;

const note = (part: Partial<Health>): void => held.set({ ...held.get(), ...part });

/** The memory failed where nobody waits for an answer. */
export const noteFailure = (failure: unknown): void => note({ failure });

/** Looks again with every whole pull, and takes a failure back once an exchange has written through it. Returns what ends it. */
export function watchHealth({ view, sender }: Pick<Field, 'view' | 'sender'>): () => void {
  const look = async () => {
    const [meta, room] = await Promise.all([view.outbox.read((tx) => tx.meta()), measureRoom(navigator.storage)]);
    note({ offset: meta?.offset ?? 0, room: room.level });
  };
  const ends = [
    view.wholeAt.subscribe(() => void look().catch(noteFailure)),
    view.trouble.subscribe(() => noteFailure(view.trouble.get())),
    sender.state.subscribe(() => sender.state.get().kind === 'resting' && note({ failure: null })),
  ];
  return () => {
    for (const end of ends) end();
    held.set(WELL);
  };
}

export function troublesOf({ failure, offset, room }: Health): readonly Trouble[] {
  const found: Readonly<Record<Trouble, boolean>> = {
    full: isFull(failure),
    memory: failure !== null && !isFull(failure),
    clock: Math.abs(offset) > CLOCK_TRUST_MS,
    low_room: room === 'low',
  };
  return ORDER.filter((trouble) => found[trouble]);
}

const ORDER = ['full', 'memory', 'clock', 'low_room'] as const;

const isFull = (failure: unknown): boolean => failure instanceof StorageError && failure.problem === 'quota';

export const useHealth = (): Health => useReadable(health);
