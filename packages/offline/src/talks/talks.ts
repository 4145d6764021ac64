import type { Owner } from '@heliograph/sync';
import { type Kept, openRecents, type Recents } from '../kept/recents.ts';
import { openWaitingLine, type Waiting } from '../kept/waiting-line.ts';
import type { Readable } from '../view/readable.ts';

/** A question that waits for the network. Its id is the server's too: sent twice, it is answered once. */
export interface QueuedQuestion extends Waiting {
  readonly conversation: string;
  /** As the server takes it. */
  readonly asked: unknown;
  /** Why the server does not want it; null: it has not been asked. */
  readonly problem: string | null;
}

/** A conversation as it was last seen, to be read without a network. */
export type KeptTalk = Kept;

export const talksName = ({ org, user }: Owner): string => `talks-1:${org}:${user}`;
const queueName = ({ org, user }: Owner): string => `questions:${org}:${user}`;

export interface Talks extends Recents {
  /** Oldest first; undefined until the disk has answered. */
  readonly queued: Readable<readonly QueuedQuestion[] | undefined>;
  /** Resolves when the question is on the disk. */
  queue(question: QueuedQuestion): Promise<void>;
  settle(id: string): Promise<void>;
}

/** What the assistant keeps on this phone, of one person. Opens at first use. */
export function openTalks(owner: Owner): Talks {
  const line = openWaitingLine<QueuedQuestion>(queueName(owner));
  const recents = openRecents(talksName(owner), 'talks');
  return {
    ...recents,
    ...{ queued: line.items, queue: line.put, settle: line.take },
    close: () => {
      line.close();
      recents.close();
    },
  };
}
