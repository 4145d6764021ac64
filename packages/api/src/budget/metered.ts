import { type ChatMessage, type ChatPiece, estimateMessages, FREE_OF_CHARGE, type StructuredCall } from '@heliograph/ai';
import { type AskFault, estimateTokens, type Nano, type Usage } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import type { OpenModel } from '../provider/choices.ts';
import { type CallWish, type Reservation, type Reserved, reserve, settle, type Whose } from './budget.service.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'models'>;

/** A question to one model, with what the ledger has to know of it. */
export interface MeteredCall extends Pick<CallWish, 'purpose' | 'subject' | 'strong' | 'route'> {
  readonly model: OpenModel;
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  /** Tokens. */
  readonly longestAnswer: number;
  readonly signal?: AbortSignal | undefined;
}

/** The pieces of an answer that is paid for. `begin` comes first, where the budget allows the call at all; `done` or `error` comes last. */
export type MeteredPiece =
  | { readonly kind: 'begin'; readonly call: string; readonly warned: Whose | null }
  | { readonly kind: 'delta'; readonly text: string }
  | (Extract<ChatPiece, { kind: 'done' }> & { readonly cost: Nano })
  | { readonly kind: 'error'; readonly fault: AskFault; readonly retryAfter?: number; readonly usage: Usage; readonly cost: Nano };

/**
 * Asks a model on the organisation's account: reserved before, settled after, exactly once, also when nobody listens to the end.
 * It throws nothing but what the database throws.
 */
export async function* meteredChat(deps: Ports, actor: Actor, call: MeteredCall): AsyncGenerator<MeteredPiece, void, undefined> {
  yield* heldChat(deps, await reserve(deps, actor, chatWish(call)), call);
}

/** The same for a call that has its place on the ledger already: begin it, or its money is held until it is given up as lost. */
export async function* heldChat(deps: Ports, reserved: Reserved, call: MeteredCall): AsyncGenerator<MeteredPiece, void, undefined> {
  if (reserved.kind === 'refused') {
    yield { kind: 'error', fault: reserved.fault, usage: FREE_OF_CHARGE, cost: 0 };
    return;
  }
  const { reservation, warned } = reserved;
  let said = '';
  let isOpen = true;
  const close = async (end: Parameters<typeof settle>[2]): Promise<Nano> => {
    isOpen = false;
    return settle(deps, reservation, end);
  };
  try {
    yield { kind: 'begin', call: reservation.id, warned };
    const { messages, temperature, longestAnswer: maxTokens, signal } = call;
    const { endpoint, choice } = call.model;
    for await (const piece of deps.models.chat(endpoint, { model: choice.model, messages, temperature, maxTokens, signal })) {
      if (piece.kind === 'delta') said += piece.text;
      if (piece.kind === 'delta') yield piece;
      else yield { ...piece, cost: await close({ usage: piece.usage, fault: piece.kind === 'error' ? piece.fault : null }) };
    }
  } finally {
    // Whoever asked went away in the middle: the words so far are paid for.
    if (isOpen) await close({ usage: { input: estimateMessages(call.messages), output: estimateTokens(said), isEstimated: true }, fault: 'stopped' });
  }
}

/** What has to be held for a call. */
export const chatWish = ({ model, messages, purpose, subject, strong, route, longestAnswer }: Omit<MeteredCall, 'signal'>): CallWish => ({
  ...{ purpose, subject, strong, route, longestAnswer, inputTokens: estimateMessages(messages) },
  model: model.choice,
});

export interface MeteredStructured<Value>
  extends Pick<CallWish, 'purpose' | 'subject'>,
    Pick<StructuredCall<Value>, 'messages' | 'schema' | 'name' | 'temperature' | 'signal'> {
  readonly model: OpenModel;
  readonly longestAnswer: number;
}

export type StructuredAnswer<Value> =
  | { readonly kind: 'ok'; readonly value: Value; readonly call: string; readonly usage: Usage; readonly cost: Nano }
  | { readonly kind: 'none'; readonly call: string; readonly usage: Usage; readonly cost: Nano }
  | { readonly kind: 'error'; readonly fault: AskFault; readonly retryAfter?: number; readonly usage: Usage; readonly cost: Nano };

/** The same for an answer of a certain shape, its one repair included. */
export async function meteredStructured<Value>(deps: Ports, actor: Actor, call: MeteredStructured<Value>): Promise<StructuredAnswer<Value>> {
  const { model, purpose, subject, longestAnswer, ...ask } = call;
  const once = estimateMessages(call.messages) + SCHEMA_TOKENS;
  const wish = { purpose, subject, model: model.choice, inputTokens: 2 * once + longestAnswer, longestAnswer: 2 * longestAnswer };
  const reserved = await reserve(deps, actor, wish);
  if (reserved.kind === 'refused') return { kind: 'error', fault: reserved.fault, usage: FREE_OF_CHARGE, cost: 0 };
  const { choice, endpoint } = model;
  const canJson = choice.abilities.includes('json');
  const answer = await deps.models
    .structured(endpoint, { ...ask, model: choice.model, maxTokens: longestAnswer, canJson })
    .catch(lost(deps, reserved.reservation));
  const cost = await settle(deps, reserved.reservation, { usage: answer.usage, fault: answer.kind === 'error' ? answer.fault : null });
  const paid = { usage: answer.usage, cost };
  if (answer.kind === 'ok') return { ...paid, kind: 'ok', value: answer.value, call: reserved.reservation.id };
  if (answer.kind === 'none') return { ...paid, kind: 'none', call: reserved.reservation.id };
  return { ...paid, kind: 'error', fault: answer.fault, ...(answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter }) };
}

/** A schema in words, at most. */
const SCHEMA_TOKENS = 1_000;

/** A bug in the call itself must not leave its money held. */
const lost = (deps: Ports, reservation: Reservation) => async (error: unknown) => {
  await settle(deps, reservation, { usage: FREE_OF_CHARGE, fault: 'refused' });
  throw error;
};
