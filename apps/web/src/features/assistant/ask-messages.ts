import { defineMessages } from '../../platform/messages.ts';

/** On screens that lead to the assistant: they need no more of its words. */
export const askMessages = defineMessages({
  fr: {
    ask: 'Demander à l’assistant',
  },
  en: {
    ask: 'Ask the assistant',
  },
});
