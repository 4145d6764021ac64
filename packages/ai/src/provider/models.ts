import type { TrustedOrigins } from './address.ts';
import { type ChatCall, type ChatPiece, streamChat } from './chat.ts';
import { clientOf, dialectOf, type Endpoint } from './endpoint.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { type Structured, type StructuredCall, structured } from './structured.ts';
import { type Trial, tryModel } from './try-model.ts';

/** The way to every model: what a service is given. */
export interface Models {
  /** A streamed answer. Never throws; the last piece is `done` or `error`. */
  chat(endpoint: Endpoint, call: ChatCall): AsyncGenerator<ChatPiece, void, undefined>;
  /** An answer of a certain shape. Never throws. */
  structured<Value>(endpoint: Endpoint, call: StructuredCall<Value>): Promise<Structured<Value>>;
  /** What a model can do, tried. */
  try(endpoint: Endpoint, model: { readonly name: string; readonly signal?: AbortSignal }): Promise<Trial[]>;
}

/** Somebody waits for a trial: whoever takes longer to say a word will not be asked in the field either. */
const BRIEF: Patience = { firstWord: 6_000, silence: 6_000, closing: 1_000, whole: 6_000, retryAfter: 2_000 };

/** @param trusted origins inside the operator's own network that may be reached all the same */
export function createModels(trusted: TrustedOrigins, patience: Patience = PATIENCE): Models {
  const fetch = guardedFetch(trusted);
  const line = (endpoint: Endpoint, waits = patience) => ({ client: clientOf(endpoint, fetch), dialect: dialectOf(endpoint.kind), patience: waits });
  const brief: Pick<Models, 'chat' | 'structured'> = {
    chat: (endpoint, call) => streamChat(line(endpoint, BRIEF), call),
    structured: (endpoint, call) => structured(line(endpoint, BRIEF), call),
  };
  return {
    chat: (endpoint, call) => streamChat(line(endpoint), call),
    structured: (endpoint, call) => structured(line(endpoint), call),
    try: (endpoint, model) => tryModel(brief, endpoint, model),
  };
}
