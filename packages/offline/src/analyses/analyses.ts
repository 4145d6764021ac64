import type { PhotoHash } from '@heliograph/domain';
import type { Owner } from '@heliograph/sync';
import { type Asked, openAsked } from '../kept/asked.ts';
import type { Kept } from '../kept/recents.ts';
import type { Waiting } from '../kept/waiting-line.ts';

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

export type Analyses = Asked<QueuedAnalysis>;

/** Photo analyses of one person on this phone: those that wait, and those seen last. */
export const openAnalyses = (owner: Owner): Analyses => openAsked({ line: queueName(owner), recents: analysesName(owner), shelf: 'analyses' });
