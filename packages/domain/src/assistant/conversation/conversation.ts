import * as z from 'zod/mini';
import { assetIdSchema, executionIdSchema } from '../../ids.ts';
import { addressSchema } from '../../operation/index.ts';
import { languageSchema, plainText } from '../../text.ts';
import { modelRefSchema, SIDE_BY_SIDE } from '../settings.ts';
import { LONGEST_FOLDER, LONGEST_TITLE } from './limits.ts';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'an id'));
export const conversationIdSchema = uuid.brand<'ConversationId'>();
export const questionIdSchema = uuid.brand<'QuestionId'>();
export const answerIdSchema = uuid.brand<'AnswerId'>();
export type ConversationId = z.infer<typeof conversationIdSchema>;
export type QuestionId = z.infer<typeof questionIdSchema>;
export type AnswerId = z.infer<typeof answerIdSchema>;

/** What lies before the person while they ask, attached visibly: an intervention, its step, a piece of equipment. */
export const askingContextSchema = z.strictObject({
  execution: z.exactOptional(executionIdSchema),
  step: z.exactOptional(addressSchema),
  asset: z.exactOptional(assetIdSchema),
  /** What the chip says. */
  label: plainText(200),
});
export type AskingContext = z.infer<typeof askingContextSchema>;

/** How an answer is asked for; what is left out is as the person and their organisation prefer. */
export const askingSchema = z.strictObject({
  /** Empty: automatic, one model by the router's rules. */
  models: z._default(z.array(modelRefSchema).check(z.maxLength(SIDE_BY_SIDE)), []),
  temperature: z.optional(z.number().check(z.minimum(0), z.maximum(2))),
  longestAnswer: z.optional(z.int().check(z.minimum(100), z.maximum(16_000))),
});
export type Asking = z.infer<typeof askingSchema>;

/** One question on its way to the server. Its id is made where it was typed: sent twice, it is answered once. */
export const askedQuestionSchema = z.strictObject({
  id: questionIdSchema,
  conversation: conversationIdSchema,
  /** The question before it in its branch; null for a first one. */
  parent: z._default(z.nullable(questionIdSchema), null),
  // Its length is judged by the service, in words: `LONGEST_QUESTION`.
  text: plainText(250_000),
  language: languageSchema,
  context: z._default(z.nullable(askingContextSchema), null),
  asking: z._default(askingSchema, { models: [] }),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

export const conversationTitleSchema = plainText(LONGEST_TITLE).check(z.trim(), z.minLength(1));
/** Empty: the folder that every conversation begins in. */
export const folderNameSchema = plainText(LONGEST_FOLDER).check(z.trim());

/** `cut`: the provider, the network or the server broke off; what had come is kept. */
export const ANSWER_STATUSES = ['writing', 'done', 'stopped', 'cut', 'failed'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** How the problem of an answer begins whose words broke a rule of safety: the refusal follows, and the words are shown to nobody. */
export const UNSAFE = 'unsafe_';
