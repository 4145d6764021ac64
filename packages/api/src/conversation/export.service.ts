import type { StoredAnswer } from '@heliograph/db';
import type { Language } from '@heliograph/domain';
import { type ConversationId, type ExportedConversation, markdownOf, UNSAFE } from '@heliograph/domain/assistant';
import type { Source } from '@heliograph/domain/assistant/grounding';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { openConversation } from './conversation.service.ts';

interface Wanted {
  readonly id: ConversationId;
  readonly format: 'markdown' | 'json';
  readonly language: Language;
}

/** A conversation as a file, all branches. @throws AppError NOT_FOUND */
export async function exportConversation(
  deps: Pick<Deps, 'db' | 'now' | 'hub'>,
  actor: Actor,
  { id, format, language }: Wanted,
): Promise<{ name: string; text: string }> {
  const { conversation, questions } = await openConversation(deps, actor, id);
  const exported: ExportedConversation = {
    ...{ title: conversation.title, folder: conversation.folder },
    turns: questions.map((question) => ({
      ...{ id: question.id, parent: question.parent, question: question.text },
      askedAt: new Date(question.askedAt).toISOString(),
      // Written by us, from what retrieval found.
      sources: (question.sources as readonly Source[]).map(({ title }) => title[language]),
      answers: question.answers.map(plain),
    })),
  };
  const name = `${conversation.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'conversation'}`;
  return format === 'json'
    ? { name: `${name}.json`, text: `${JSON.stringify(exported, null, 2)}\n` }
    : { name: `${name}.md`, text: markdownOf(exported, language) };
}

const plain = ({ provider, model, text, status, problem, isChosen }: StoredAnswer) => ({
  ...{ provider, model, status, isChosen },
  text: problem?.startsWith(UNSAFE) ? '' : text,
});
