import { type ChatMessage, FREE_OF_CHARGE } from '@heliograph/ai';
import type { OrgTx } from '@heliograph/db';
import { AppError, type CallPurpose, type ModelChoice, type ModelRef, type Route, routeQuestion, sameModel } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import { type MeteredPiece, meteredChat } from '../budget/metered.ts';
import type { Deps } from '../deps.ts';
import { askingIn, openModel } from '../provider/choices.ts';

/** A model that answers, and why the router took it. */
export interface AskedModel extends ModelRef {
  readonly route: Route | null;
  /** What the strong one would have been, to tell what the router saved. */
  readonly strong: ModelChoice | null;
}

export interface Wish {
  readonly text: string;
  /** Empty: as the person prefers, which is automatic unless they said otherwise. */
  readonly models: readonly ModelRef[];
  /** The answer before was stopped, or another was chosen over it. */
  readonly isEarlierBad: boolean;
  readonly temperature?: number | undefined;
  readonly longestAnswer?: number | undefined;
}

/** Who answers a question, and how. No models: nobody can be asked, and the organisation's own library answers alone. */
export interface Chosen {
  readonly models: readonly AskedModel[];
  readonly temperature: number;
  readonly longestAnswer: number;
}

/** The models that a person named, those they prefer, or the one that the router's rules pick. */
export async function chooseModels(
  tx: OrgTx,
  deps: Pick<Deps, 'environmentProvider'>,
  { actor, wish }: { actor: Actor; wish: Wish },
): Promise<Chosen> {
  const { choices, cast, taste, ...usual } = await askingIn(tx, deps, actor);
  const how = { temperature: wish.temperature ?? usual.temperature, longestAnswer: wish.longestAnswer ?? usual.longestAnswer };
  const wanted = wish.models.length > 0 ? wish.models : taste.isAutomatic ? [] : taste.models;
  const named = choices.filter((choice) => wanted.some((ref) => sameModel(ref, choice)));
  if (named.length > 0) return { ...how, models: named.map(({ provider, model }) => ({ provider, model, route: null, strong: cast.strong })) };
  const route = routeQuestion({ text: wish.text, attachments: 0, isEarlierBad: wish.isEarlierBad });
  const picked = (route.strength === 'strong' ? cast.strong : null) ?? cast.question;
  return { ...how, models: picked === null ? [] : [{ provider: picked.provider, model: picked.model, route, strong: cast.strong }] };
}

export interface Call {
  readonly purpose: CallPurpose;
  /** The question it is for. */
  readonly subject: string;
  readonly model: AskedModel;
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  readonly longestAnswer: number;
  readonly signal?: AbortSignal | undefined;
}

/** Asks one model on the organisation's account. A model that cannot be opened is an answer that failed, and no other's business. */
export async function* askModel(
  deps: Pick<Deps, 'db' | 'now' | 'keys' | 'models' | 'environmentProvider'>,
  actor: Actor,
  call: Call,
): AsyncGenerator<MeteredPiece> {
  const { provider, model, route, strong } = call.model;
  try {
    yield* meteredChat(deps, actor, { ...call, route, strong, model: await openModel(deps, actor, { provider, model }) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield { kind: 'error', fault: error.code === 'NOT_FOUND' ? 'model' : 'key', usage: FREE_OF_CHARGE, cost: 0 };
  }
}
