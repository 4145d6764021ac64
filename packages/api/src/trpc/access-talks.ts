import type { BegunTalk } from '../testing/index.ts';

const everybody = { nobody: 'SIGNED_OUT', technician: 'ok', supervisor: 'ok', admin: 'ok', stranger: 'ok' } as const;
/** A conversation of the technician's: no colleague's, no admin's, no stranger's. */
const theirAuthors = { nobody: 'SIGNED_OUT', technician: 'ok', supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' } as const;

/** The doors of conversations in the matrix of access. */
export const talkRows = ({ id, question, answer }: BegunTalk) =>
  ({
    'conversation.create': { input: () => ({ id: crypto.randomUUID() }), outcomes: everybody },
    'conversation.list': { input: () => undefined, outcomes: everybody },
    'conversation.search': { input: () => ({ query: 'canari' }), outcomes: everybody },
    'conversation.get': { input: () => ({ id }), outcomes: theirAuthors },
    'conversation.export': { input: () => ({ id }), outcomes: theirAuthors },
    'conversation.update': { input: () => ({ id, folder: 'X' }), outcomes: theirAuthors },
    'conversation.remove': { input: () => ({ id, isUndone: true }), outcomes: theirAuthors },
    'conversation.follow': { input: () => ({ question }), outcomes: theirAuthors },
    'conversation.stop': { input: () => ({ question }), outcomes: theirAuthors },
    'conversation.again': { input: () => ({ answer }), outcomes: theirAuthors },
    'conversation.choose': { input: () => ({ question, answer }), outcomes: theirAuthors },
    'conversation.branch': { input: () => ({ question }), outcomes: theirAuthors },
    // What is shared can be read by colleagues: after all who must not read it.
    'conversation.share': { input: () => ({ id, isShared: true }), outcomes: theirAuthors },
    // In the stranger's own organisation this id is free: they begin a conversation of their own.
    'conversation.send': {
      input: () => ({ id: crypto.randomUUID(), conversation: id, text: 'Quel couple ?', language: 'fr' }),
      outcomes: { ...theirAuthors, stranger: 'ok' },
    },
  }) as const;
