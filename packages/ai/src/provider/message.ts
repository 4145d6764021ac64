import { estimateTokens, PICTURE_TOKENS } from '@heliograph/domain';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';

/** A part of what is sent: text, or a picture as a data address. */
export type MessagePart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'picture'; readonly dataUrl: string };

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string | readonly MessagePart[];
}

/** A question about one picture, under rules. @param dataUrl JPEG or PNG, as base64 */
export const pictureMessages = ({ rules, question }: { rules: string; question: string }, dataUrl: string): ChatMessage[] => [
  { role: 'system', content: rules },
  {
    role: 'user',
    content: [
      { kind: 'text', text: question },
      { kind: 'picture', dataUrl },
    ],
  },
];

/** Messages in the words of the protocol. */
export function wireMessages(messages: readonly ChatMessage[]): ChatCompletionMessageParam[] {
  return messages.map(({ role, content }) => {
    if (role === 'user') return { role, content: typeof content === 'string' ? content : content.map(wirePart) };
    // Only people send pictures.
    return { role, content: textOf(content) };
  });
}

const wirePart = (part: MessagePart) =>
  part.kind === 'text' ? { type: 'text' as const, text: part.text } : { type: 'image_url' as const, image_url: { url: part.dataUrl } };

const textOf = (content: ChatMessage['content']): string =>
  typeof content === 'string' ? content : content.map((part) => (part.kind === 'text' ? part.text : '')).join('\n');

/** What the protocol adds to each message, in tokens. */
const ENVELOPE = 4;

/** How many tokens these messages are at most, for reserving and for calls whose provider did not say. */
export const estimateMessages = (messages: readonly ChatMessage[]): number =>
  messages.reduce((sum, { content }) => {
    const pictures = typeof content === 'string' ? 0 : content.filter(({ kind }) => kind === 'picture').length;
    return sum + ENVELOPE + estimateTokens(textOf(content)) + pictures * PICTURE_TOKENS;
  }, 0);
