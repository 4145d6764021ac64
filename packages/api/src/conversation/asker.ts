import { type ChatMessage, FREE_OF_CHARGE } from '@heliograph/ai';
import type { OrgTx } from '@heliograph/db';
import { AppError, type AskFault, type CallPurpose, type ModelChoice, type ModelRef, type Route, routeQuestion, sameModel } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import { openLedger, type Reserved } from '../budget/budget.service.ts';
import { chatWish, heldChat, type MeteredCall, type MeteredPiece, meteredChat } from '../budget/metered.ts';
import type { Deps } from '../deps.ts';
import { type Asking, type OpenModel, openModel } from '../provider/choices.ts';

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
  /** The answer before was stopped, another was chosen over it, or the same is asked once more. */
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
export function chooseModels({ choices, cast, taste, ...usual }: Asking, wish: Wish): Chosen {
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

/** A call that only has to be made: its model is opened, its money held. Or why it cannot be made. */
export type Ready = { readonly call: MeteredCall; readonly reserved: Reserved } | { readonly fault: AskFault };

/**
 * Opens the models of several calls and holds what they can cost, in the transaction that keeps what they are for: nothing stands between its end
 * and the providers. A model that cannot be opened is an answer that fails, and no other's business.
 */
export async function readyAll<Model extends AskedModel>(
  tx: OrgTx,
  actor: Actor,
  { models, call: shared, open, at }: Readying<Model>,
): Promise<(Model & { readonly ready: Ready })[]> {
  if (models.length === 0) return [];
  const ledger = await openLedger(tx, actor, at);
  const ready = (model: Model): Ready => {
    try {
      const call = { ...shared, route: model.route, strong: model.strong, model: open(model) };
      return { call, reserved: ledger.hold(chatWish(call)) };
    } catch (error) {
      return { fault: closedBy(error) };
    }
  };
  const answering = models.map((model) => ({ ...model, ready: ready(model) }));
  await ledger.write();
  return answering;
}

interface Readying<Model> {
  readonly models: readonly Model[];
  /** What all of them are asked. */
  readonly call: Omit<Call, 'model'>;
  readonly open: (ref: ModelRef) => OpenModel;
  /** ms */
  readonly at: number;
}

/** Makes a call that is ready. @param signal stops it upstream */
export async function* askReady(deps: Pick<Deps, 'db' | 'now' | 'models'>, ready: Ready, signal: AbortSignal): AsyncGenerator<MeteredPiece> {
  if ('fault' in ready) yield unopened(ready.fault);
  else yield* heldChat(deps, ready.reserved, { ...ready.call, signal });
}

/** Asks one model on the organisation's account. */
export async function* askModel(
  deps: Pick<Deps, 'db' | 'now' | 'keys' | 'models' | 'environmentProvider'>,
  actor: Actor,
  call: Call,
): AsyncGenerator<MeteredPiece> {
  const { provider, model, route, strong } = call.model;
  try {
    yield* meteredChat(deps, actor, { ...call, route, strong, model: await openModel(deps, actor, { provider, model }) });
  } catch (error) {
    yield unopened(closedBy(error));
  }
}

/** Why a model cannot be opened. Everything else is a bug, and passes. */
function closedBy(error: unknown): AskFault {
  if (!(error instanceof AppError)) throw error;
  return error.code === 'NOT_FOUND' ? 'model' : 'key';
}

const unopened = (fault: AskFault): MeteredPiece => ({ kind: 'error', fault, usage: FREE_OF_CHARGE, cost: 0 });
