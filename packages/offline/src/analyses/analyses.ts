import type { PhotoHash } from '@heliograph/domain';
import type { Owner } from '@heliograph/sync';
import { type Kept, openRecents, type Recents } from '../kept/recents.ts';
import { openWaitingLine, type Waiting } from '../kept/waiting-line.ts';
import type { Readable } from '../view/readable.ts';

/** An analysis that a person asked for, until its answer was shown to them. Its id is the server's too: asked twice, it is one. */
export interface QueuedAnalysis extends Waiting {
  readonly sha: PhotoHash;
  /** As the server takes it. */
  readonly asked: unknown;
  /** The server has it: its answer is awaited. */
  readonly isAsked: boolean;
  /** Why the server does not want it; null: nothing is wrong. */
  readonly problem: string | null;
}

/** An analysis as it was last seen, to be read without a network. */
export type KeptAnalysis = Kept;

export const analysesName = ({ org, user }: Owner): string => `analyses-1:${org}:${user}`;
const queueName = ({ org, user }: Owner): string => `analyses:${org}:${user}`;

export interface Analyses extends Recents {
  /** Oldest first; undefined until the disk has answered. */
  readonly queued: Readable<readonly QueuedAnalysis[] | undefined>;
  /** Resolves when it is on the disk. */
  queue(analysis: QueuedAnalysis): Promise<void>;
  settle(id: string): Promise<void>;
}

/** Photo analyses of one person on this phone: those that wait, and those seen last. Opens at first use. */
export function openAnalyses(owner: Owner): Analyses {
  const line = openWaitingLine<QueuedAnalysis>(queueName(owner));
  const recents = openRecents(analysesName(owner), 'analyses');
  return {
    ...recents,
    ...{ queued: line.items, queue: line.put, settle: line.take },
    close: () => {
      line.close();
      recents.close();
    },
  };
}
