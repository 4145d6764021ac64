import { estimateTokens, type ProviderFault, type Usage } from '@heliograph/domain';
import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import { type Finish, hearing } from './chunk.ts';
import type { Dialect } from './endpoint.ts';
import { type Failure, failureOf } from './fault.ts';
import { type ChatMessage, estimateMessages, wireMessages } from './message.ts';
import { ask, Failed, type Patience, type Watch, watchOver } from './patience.ts';

export interface ChatCall {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  /** The longest answer, in tokens; kept also where the provider does not keep it. */
  readonly maxTokens: number;
  /** Aborts the call upstream. */
  readonly signal?: AbortSignal | undefined;
}

/** A streamed answer: pieces, and then exactly one end. */
export type ChatPiece =
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'done'; readonly finish: Finish; readonly usage: Usage }
  | {
      readonly kind: 'error';
      readonly fault: ProviderFault;
      /** Seconds after which the provider wants to be asked again. */
      readonly retryAfter?: number;
      /** What has to be paid all the same. */
      readonly usage: Usage;
    };

/** Characters that no token is longer than on average: an answer past it has no end of its own. */
const CHARACTERS_A_TOKEN_AT_MOST = 16;

interface Line {
  readonly client: OpenAI;
  readonly dialect: Dialect;
  readonly patience: Patience;
}

/** Asks a model and gives its words as they come. It never throws: whatever goes wrong is the last piece, and the words before it stay. */
export async function* streamChat({ client, dialect, patience }: Line, call: ChatCall): AsyncGenerator<ChatPiece, void, undefined> {
  const watch = watchOver(call.signal, patience);
  const answer = new Answer(call);
  try {
    const stream = await ask(watch, bodyOf(call, dialect), (body) => client.chat.completions.create(body, { signal: watch.signal }));
    for await (const chunk of stream) {
      const text = answer.add(chunk);
      watch.hear(answer.isWhole ? 'closing' : 'silence');
      if (text !== '') yield { kind: 'delta', text };
      if (answer.isTooLong) break;
    }
    yield answer.end(watch);
  } catch (error) {
    yield answer.failed(watch, error);
  } finally {
    watch.end();
  }
}

const bodyOf = ({ model, messages, temperature, maxTokens }: ChatCall, { limit, asksForUsage }: Dialect): ChatCompletionCreateParamsStreaming => ({
  model,
  messages: wireMessages(messages),
  temperature,
  [limit]: maxTokens,
  stream: true,
  ...(asksForUsage ? { stream_options: { include_usage: true } } : {}),
});

/** What has been heard of one answer so far. */
class Answer {
  readonly #call: ChatCall;
  #text = '';
  #pieces = 0;
  #finish: Finish | null = null;
  #usage: Usage | null = null;

  constructor(call: ChatCall) {
    this.#call = call;
  }

  add(chunk: unknown): string {
    const { text, finish, usage } = hearing(chunk);
    this.#pieces += 1;
    this.#finish = finish ?? this.#finish;
    this.#usage = usage ?? this.#usage;
    const room = this.#longest - this.#text.length;
    const kept = text.slice(0, room).toWellFormed();
    this.#text += kept;
    return kept;
  }

  get #longest(): number {
    return this.#call.maxTokens * CHARACTERS_A_TOKEN_AT_MOST;
  }

  get isTooLong(): boolean {
    return this.#text.length >= this.#longest;
  }

  /** The provider has said that it is over; its tokens and the end of the line may still come. */
  get isWhole(): boolean {
    return this.#finish !== null;
  }

  /** A stream that ends without saying so was cut, whatever the transport thinks of it; one that said so is whole, also where the line stays open. */
  end(watch: Watch): ChatPiece {
    if (this.#finish !== null && watch.fault() === 'timeout') return { kind: 'done', finish: this.#finish, usage: this.#paid() };
    if (watch.fault() !== null) return this.#error({ fault: watch.fault() ?? 'stopped' });
    const finish = this.isTooLong ? 'length' : this.#finish;
    if (finish !== null) return { kind: 'done', finish, usage: this.#paid() };
    return this.#error({ fault: this.#pieces === 0 ? 'garbage' : 'cut' });
  }

  failed(watch: Watch, error: unknown): ChatPiece {
    if (error instanceof Failed) return this.#error(error.failure);
    if (this.isWhole && watch.fault() === 'timeout') return this.end(watch);
    return this.#error(watch.fault() === null ? failureOf(error) : { fault: watch.fault() ?? 'stopped' });
  }

  #error({ fault, retryAfter }: Failure): ChatPiece {
    return {
      kind: 'error',
      fault,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      usage: isFree(fault, this.#pieces) ? FREE_OF_CHARGE : this.#paid(),
    };
  }

  #paid(): Usage {
    return this.#usage ?? { input: estimateMessages(this.#call.messages), output: estimateTokens(this.#text), isEstimated: true };
  }
}

export const FREE_OF_CHARGE: Usage = { input: 0, output: 0, isEstimated: false };

/** Whether a provider charges nothing: it refused before it began. One that fell silent, or was stopped, may have read the question. */
export const isFree = (fault: ProviderFault, pieces: number): boolean =>
  pieces === 0 && fault !== 'timeout' && fault !== 'stopped' && fault !== 'cut';
