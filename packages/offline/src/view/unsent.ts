import type { ExecutionId } from '@heliograph/domain';
import { needsPerson, type OutboxStore } from '@heliograph/sync';
import type { OwnOperations } from './own-operations.ts';
import { type Readable, source } from './readable.ts';

/** What waits on this phone, for the line that is always on screen. */
export interface Unsent {
  readonly operations: number;
  /** The same by execution. */
  readonly byExecution: ReadonlyMap<ExecutionId, number>;
  readonly photos: number;
  /** Photo bytes the server has not confirmed. */
  readonly bytes: number;
  /** Records that the server refused and nobody has seen to. */
  readonly refused: number;
  /** Photos whose bytes went bad before they were sent: to be taken again. */
  readonly damaged: number;
}

type Beside = Omit<Unsent, 'operations' | 'byExecution'>;

export interface HeldUnsent {
  readonly readable: Readable<Unsent | undefined>;
  /** The queue changed: counted in memory. */
  count(): void;
  /** Photos or set-aside records changed: read again. */
  readAgain(): void;
}

export function holdUnsent(outbox: OutboxStore, own: OwnOperations, onTrouble: (error: unknown) => void): HeldUnsent {
  let reading: Promise<Beside> | null = null;
  const forget = (): void => {
    reading = null;
  };
  const load = async (): Promise<Unsent> => {
    await own.ready;
    reading ??= readBeside(outbox);
    reading.catch(forget);
    const rest = await reading;
    const byExecution = own.waiting();
    return { ...rest, byExecution, operations: [...byExecution.values()].reduce((sum, count) => sum + count, 0) };
  };
  const readable = source(load, onTrouble);
  return {
    readable,
    count: readable.refresh,
    readAgain: () => {
      forget();
      readable.refresh();
    },
  };
}

async function readBeside(outbox: OutboxStore): Promise<Beside> {
  const { photos, asides } = await outbox.read(async (tx) => ({ photos: await tx.photos(), asides: await tx.asides() }));
  const queued = photos.filter(({ state }) => state === 'waiting');
  return {
    photos: queued.length,
    bytes: queued.reduce((sum, { size, sent }) => sum + size - sent, 0),
    refused: asides.filter(needsPerson).length,
    damaged: photos.filter(({ state }) => state === 'damaged').length,
  };
}
