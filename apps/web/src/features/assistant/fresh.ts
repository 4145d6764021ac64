import { conversationIdSchema } from '@heliograph/domain/assistant';

const nameOf = (conversation: string): string => `heliograph.begun ${conversation}`;

/** Conversations that were begun here and of which the server knows nothing yet: there is nothing to read. */
const begun = new Set<string>();

/** The id of a new conversation, made here: it works without a network. */
export function newTalk(): ReturnType<typeof conversationIdSchema.parse> {
  const id = conversationIdSchema.parse(crypto.randomUUID());
  begun.add(id);
  remember(id);
  return id;
}

export const isFresh = (id: string): boolean => begun.has(id);
/** It was asked something. */
export const noLongerFresh = (id: string): void => void begun.delete(id);

/** It was begun in this tab, before a reload perhaps: that the server knows nothing of it is no wonder. */
export function isBegunHere(id: string): boolean {
  try {
    return begun.has(id) || sessionStorage.getItem(nameOf(id)) !== null;
  } catch {
    return begun.has(id);
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(nameOf(id), '');
  } catch {
    // A browser that keeps nothing: known until the page is left.
  }
}
