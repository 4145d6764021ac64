import type { Ability, ProviderFault, Usage } from '@heliograph/domain';
import * as z from 'zod/mini';
import { FREE_OF_CHARGE } from './chat.ts';
import type { Endpoint } from './endpoint.ts';
import type { Models } from './models.ts';

/** What one ability of a model came to when it was tried. */
export interface Trial {
  readonly ability: Ability;
  /** Null: it works. */
  readonly fault: ProviderFault | null;
  readonly usage: Usage;
}

/** A white square: enough to tell whether pictures are taken. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAJklEQVR42u3NMQ0AAAwDoPo33arYsQQMkB6LQCAQCAQCgUAg+BIMi1X0ptsIcT0AAAAASUVORK5CYII=';

const worksSchema = z.strictObject({ works: z.boolean() });
const SHORT = 200;

/** Tries what a model is said to be able to do, with the smallest question that shows it. */
export async function tryModel(
  models: Pick<Models, 'chat' | 'structured'>,
  endpoint: Endpoint,
  { name, signal }: { name: string; signal?: AbortSignal },
): Promise<Trial[]> {
  const chat = await tryChat(models, endpoint, { model: name, signal, content: 'Answer with the word OK.' });
  // Where not even a word comes, the rest would fail alike, and cost patience.
  if (chat.fault !== null) return [{ ability: 'chat', ...chat }];
  const picture = [
    { kind: 'text', text: 'Which colour is this? One word.' },
    { kind: 'picture', dataUrl: PICTURE },
  ] as const;
  return [
    { ability: 'chat', ...chat },
    { ability: 'vision', ...(await tryChat(models, endpoint, { model: name, signal, content: picture })) },
    { ability: 'json', ...(await tryJson(models, endpoint, { model: name, signal })) },
  ];
}

type Outcome = Omit<Trial, 'ability'>;
interface Ask {
  readonly model: string;
  readonly signal: AbortSignal | undefined;
}

async function tryChat(
  models: Pick<Models, 'chat'>,
  endpoint: Endpoint,
  { content, ...ask }: Ask & { content: Parameters<Models['chat']>[1]['messages'][number]['content'] },
): Promise<Outcome> {
  for await (const piece of models.chat(endpoint, { ...ask, messages: [{ role: 'user', content }], temperature: 0, maxTokens: SHORT })) {
    if (piece.kind === 'done') return { fault: null, usage: piece.usage };
    if (piece.kind === 'error') return { fault: piece.fault, usage: piece.usage };
  }
  return { fault: 'garbage', usage: FREE_OF_CHARGE };
}

async function tryJson(models: Pick<Models, 'structured'>, endpoint: Endpoint, ask: Ask): Promise<Outcome> {
  const answer = await models.structured(endpoint, {
    ...ask,
    messages: [{ role: 'user', content: 'Answer with the JSON object {"works": true}.' }],
    schema: worksSchema,
    name: 'works',
    maxTokens: SHORT,
    canJson: true,
  });
  if (answer.kind === 'error') return { fault: answer.fault, usage: answer.usage };
  return { fault: answer.kind === 'ok' ? null : 'garbage', usage: answer.usage };
}
