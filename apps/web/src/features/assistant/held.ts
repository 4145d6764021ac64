import { ERROR_CODES, type ErrorCode } from '@heliograph/domain';
import { type AskedQuestion, askedQuestionSchema } from '@heliograph/domain/assistant';
import type { QueuedQuestion, Talks } from '@heliograph/offline';
import type { Readable } from '../../platform/readable.ts';

/** A question that is on this device alone. */
export interface HeldQuestion {
  readonly asked: AskedQuestion;
  /** Why the server does not take it: a person decides. Null: it waits for the network. */
  readonly problem: ErrorCode | null;
}

const NONE: readonly HeldQuestion[] = [];

/** What the queue holds, as questions that can be read. The same queue is the same list. */
export function heldOf({ queued }: Pick<Talks, 'queued'>): Readable<readonly HeldQuestion[]> {
  let known: { readonly from: readonly QueuedQuestion[]; readonly held: readonly HeldQuestion[] } | null = null;
  return {
    subscribe: queued.subscribe,
    get: () => {
      const from = queued.get();
      if (from === undefined) return NONE;
      if (known?.from !== from) known = { from, held: from.flatMap(read) };
      return known.held;
    },
  };
}

function read({ asked, problem }: QueuedQuestion): HeldQuestion[] {
  const { data } = askedQuestionSchema.safeParse(asked);
  const code = problem === null ? null : (ERROR_CODES.find((one) => one === problem) ?? 'INVALID');
  return data === undefined ? [] : [{ asked: data, problem: code }];
}

/** The oldest that can be asked: one whose question before was not taken waits with it, or it would be asked after nothing. */
export const nextToAsk = (queued: readonly QueuedQuestion[]): QueuedQuestion | undefined =>
  queued.find(({ asked, problem }) => problem === null && !queued.some(({ id }) => id === parentIn(asked)));

const parentIn = (asked: unknown): unknown => (typeof asked === 'object' && asked !== null && 'parent' in asked ? asked.parent : null);
