import { conversationIdSchema } from '@heliograph/domain/assistant';

/** Conversations that were begun here and of which the server knows nothing yet: there is nothing to read. */
const begun = new Set<string>();

/** The id of a new conversation, made here: it works without a network. */
export function newTalk(): ReturnType<typeof conversationIdSchema.parse> {
  const id = conversationIdSchema.parse(crypto.randomUUID());
  begun.add(id);
  return id;
}

export const isFresh = (id: string): boolean => begun.has(id);
/** It was asked something. */
export const noLongerFresh = (id: string): void => void begun.delete(id);
