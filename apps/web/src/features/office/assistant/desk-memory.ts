import { ERROR_CODES } from '@heliograph/domain';
import { askedQuestionSchema } from '@heliograph/domain/assistant';
import * as z from 'zod/mini';
import { cell } from '../../../platform/readable.ts';
import type { HeldQuestion } from '../../assistant/held.ts';
import type { TalkMemory } from '../../assistant/talk.ts';
import type { BrowserMemory } from '../editor/kept-words.ts';

const heldSchema = z.array(z.object({ asked: askedQuestionSchema, problem: z.enum(ERROR_CODES) }));

/**
 * What a desk keeps of conversations: the questions that the server did not take, with why, in this browser. Typed words outlive the page and an ended
 * session; they are sent by a person, never by themselves.
 * @param whose organisation and person: nobody else finds them
 */
export function deskMemory(storage: BrowserMemory, whose: string): TalkMemory {
  const name = `heliograph.questions ${whose}`;
  const held = cell<readonly HeldQuestion[]>(readHeld(storage.getItem(name)));
  const write = async (questions: readonly HeldQuestion[]) => {
    held.set(questions);
    if (questions.length === 0) storage.removeItem(name);
    else keep(storage, name, questions);
  };
  const without = (question: string) => held.get().filter(({ asked }) => asked.id !== question);
  return {
    sendsByItself: false,
    recent: async () => undefined,
    recents: async () => [],
    keep: async () => undefined,
    forget: async () => undefined,
    held,
    queue: (asked, problem = 'UNAVAILABLE') => write([...without(asked.id), { asked, problem }]),
    settle: (question) => write(without(question)),
  };
}

function readHeld(text: string | null): readonly HeldQuestion[] {
  try {
    return heldSchema.safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** A browser without room keeps them for this visit. */
function keep(storage: BrowserMemory, name: string, questions: readonly HeldQuestion[]): void {
  try {
    storage.setItem(name, JSON.stringify(questions));
  } catch {
    storage.removeItem(name);
  }
}
