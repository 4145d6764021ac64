import { estimateMessages, type Models } from '@heliograph/ai';
import { estimateTokens, executionIdSchema, PROVIDER_ADDRESSES, refuse } from '@heliograph/domain';
import { type AskedQuestion, askedQuestionSchema, conversationIdSchema } from '@heliograph/domain/assistant';
import type { Doer } from '../auth/actor.ts';
import { beginConversation, changeOwn, choose, share } from '../conversation/conversation.service.ts';
import { send } from '../conversation/send.service.ts';
import type { Deps } from '../deps.ts';
import { ENVIRONMENT_PROVIDER } from '../provider/choices.ts';
import { DEMO, type DemoPerson } from './cast.ts';
import { namedId } from './ids.ts';
import { type Asked, LIGHT, STRONG, TALKS, type Talk } from './talks.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** Has the story's people ask the assistant, through the door that everybody asks through. What was asked already is left alone. */
export async function tellTalks(deps: Deps): Promise<void> {
  for (const talk of TALKS.toSorted((a, b) => b.daysAgo - a.daysAgo)) await converse(deps, talk);
}

async function converse(deps: Deps, talk: Talk): Promise<void> {
  const clock = { at: Math.floor(deps.now() / DAY) * DAY - talk.daysAgo * DAY + talk.hour * HOUR };
  const then: Deps = { ...deps, now: () => clock.at, environmentProvider: PROVIDER };
  const doer = doerOf(talk.by);
  const id = conversationIdSchema.parse(namedId(`talk ${talk.key}`));
  const { key, title, folder = '', isPinned = false, isShared = false } = talk;
  await beginConversation(then, doer, { id, title, folder });
  let parent: AskedQuestion['parent'] = null;
  for (const [at, one] of talk.questions.entries()) {
    const asked = askedQuestionSchema.parse({
      ...{ id: namedId(`question ${key} ${at}`), conversation: id, parent, text: one.text, language: DEMO.language },
      context: contextOf(talk),
      asking: { models: sideBySide(one) },
    });
    await ask({ ...then, models: scripted(deps.models, { asked: one, clock }) }, doer, { asked, chosen: one.chosen });
    clock.at += 2 * MINUTE;
    parent = asked.id;
  }
  if (isPinned) await changeOwn(then, doer, { id, isPinned });
  if (isShared) await share(then, doer, { id, isShared });
}

async function ask(deps: Deps, doer: Doer, { asked, chosen }: { asked: AskedQuestion; chosen: Asked['chosen'] }): Promise<void> {
  for await (const event of send(deps, doer, { asked, signal: new AbortController().signal }))
    if ('answer' in event && 'done' in event && event.model === chosen) await choose(deps, doer, { question: asked.id, answer: event.answer });
  await deps.hub.idle();
}

const doerOf = ({ user, role }: DemoPerson): Doer => ({ org: DEMO.org, user, role, deliverOnly: false, network: '' });

const contextOf = ({ about }: Talk): AskedQuestion['context'] =>
  about === undefined ? null : { execution: executionIdSchema.parse(namedId(`execution ${about.chapter}`)), label: about.label };

/** One model is the router's choice; several were named. */
const sideBySide = ({ answers }: Asked) =>
  Object.keys(answers).length < 2 ? [] : Object.keys(answers).map((model) => ({ provider: ENVIRONMENT_PROVIDER, model }));

/** Whom the story's people asked. Nobody is called, and after the story no provider is left: the visitor sets one up, or asks the library. */
const PROVIDER: Deps['environmentProvider'] = {
  ...{ kind: 'openai', baseUrl: PROVIDER_ADDRESSES.openai, key: '', apiVersion: null },
  ...{ questionModel: LIGHT, photoModel: STRONG },
};

const [FIRST_WORD_MS, WORD_MS] = [640, 28];

/** Models that say what the story has written for them, in their own time. */
function scripted(models: Models, { asked, clock }: { asked: Asked; clock: { at: number } }): Models {
  return {
    ...models,
    chat: async function* (_, { model, messages }) {
      const text = Object.entries(asked.answers).find(([name]) => name === model)?.[1] ?? refuse('NOT_FOUND', { reason: model });
      clock.at += FIRST_WORD_MS;
      yield { kind: 'delta', text };
      clock.at += text.split(' ').length * WORD_MS;
      yield { kind: 'done', finish: 'stop', usage: { input: estimateMessages(messages), output: estimateTokens(text), isEstimated: false } };
    },
  };
}
