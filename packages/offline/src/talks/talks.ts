import type { Owner } from '@heliograph/sync';
import { type Asked, openAsked } from '../kept/asked.ts';
import type { Kept } from '../kept/recents.ts';
import type { Waiting } from '../kept/waiting-line.ts';

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

export type Talks = Asked<QueuedQuestion>;

/** Questions of one person on this phone: those that wait, and the conversations seen last. */
export const openTalks = (owner: Owner): Talks => openAsked({ line: queueName(owner), recents: talksName(owner), shelf: 'talks' });
