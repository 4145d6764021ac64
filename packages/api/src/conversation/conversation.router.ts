import { languageSchema, plainText } from '@heliograph/domain';
import {
  answerIdSchema,
  askedQuestionSchema,
  conversationIdSchema,
  conversationTitleSchema,
  folderNameSchema,
  questionIdSchema,
} from '@heliograph/domain/assistant';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { askAgain } from './again.service.ts';
import {
  beginConversation,
  branch,
  changeOwn,
  choose,
  conversationsOf,
  openConversation,
  removeOwn,
  searchIn,
  share,
  stop,
} from './conversation.service.ts';
import { exportConversation } from './export.service.ts';
import { follow } from './follow.service.ts';
import { send } from './send.service.ts';

const own = allowed('conversation.own');
const one = { id: conversationIdSchema };
const never = new AbortController().signal;

export const conversationRouter = router({
  create: own
    .input(z.object({ ...one, title: z.optional(conversationTitleSchema), folder: z.optional(folderNameSchema) }))
    .mutation(({ ctx, input }) => beginConversation(ctx.deps, ctx.actor, input)),
  list: own
    .input(optional(z.object({ ...paging, folder: z.optional(folderNameSchema) })))
    .query(({ ctx, input }) => conversationsOf(ctx.deps, ctx.actor, input)),
  search: own
    .input(z.object({ query: plainText(200).check(z.trim(), z.minLength(1)) }))
    .query(({ ctx, input }) => searchIn(ctx.deps, ctx.actor, input.query)),
  get: own.input(z.object(one)).query(({ ctx, input }) => openConversation(ctx.deps, ctx.actor, input.id)),
  update: own
    .input(z.object({ ...one, title: z.optional(conversationTitleSchema), folder: z.optional(folderNameSchema), isPinned: z.optional(z.boolean()) }))
    .mutation(({ ctx, input }) => changeOwn(ctx.deps, ctx.actor, input)),
  share: own.input(z.object({ ...one, isShared: z.boolean() })).mutation(({ ctx, input }) => share(ctx.deps, ctx.actor, input)),
  remove: own
    .input(z.object({ ...one, isUndone: z._default(z.boolean(), false) }))
    .mutation(({ ctx, input }) => removeOwn(ctx.deps, ctx.actor, input)),
  export: own
    .input(z.object({ ...one, format: z._default(z.enum(['markdown', 'json']), 'markdown'), language: z._default(languageSchema, 'fr') }))
    .query(({ ctx, input }) => exportConversation(ctx.deps, ctx.actor, input)),

  /** Asks, and streams every answer as it comes. */
  send: own.input(askedQuestionSchema).mutation(({ ctx, input, signal = never }) => send(ctx.deps, ctx.actor, { asked: input, signal })),
  /** Reads along with answers under way, from where the reader left off. */
  follow: own
    .input(z.object({ question: questionIdSchema, offsets: z.optional(z.record(z.string(), z.int().check(z.minimum(0)))) }))
    .query(({ ctx, input, signal = never }) => follow(ctx.deps, ctx.actor, { ...input, signal })),
  stop: own
    .input(z.object({ question: questionIdSchema, answer: z.optional(answerIdSchema) }))
    .mutation(({ ctx, input }) => stop(ctx.deps, ctx.actor, input)),
  /** Asks a model once more that gave no answer; whoever wants to hear it follows. */
  again: own.input(z.object({ answer: answerIdSchema })).mutation(({ ctx, input }) => askAgain(ctx.deps, ctx.actor, input.answer)),
  choose: own
    .input(z.object({ question: questionIdSchema, answer: answerIdSchema }))
    .mutation(({ ctx, input }) => choose(ctx.deps, ctx.actor, input)),
  branch: own.input(z.object({ question: questionIdSchema })).mutation(({ ctx, input }) => branch(ctx.deps, ctx.actor, input)),
});
