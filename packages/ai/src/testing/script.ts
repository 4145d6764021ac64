/** What a model of the server answers. Text may come in its own time: a stream of pieces can wait for whatever the test waits for. */
export type Reply =
  | {
      readonly text: string | AsyncIterable<string>;
      readonly finish?: 'stop' | 'length' | 'content_filter';
      /** `cut`: the connection breaks after the last piece; `mute`: it ends without a word about its end; `open`: it says all and never hangs up. */
      readonly end?: 'whole' | 'cut' | 'mute' | 'open';
      /** Tokens to declare; null: the server says nothing of them. */
      readonly usage?: { readonly input: number; readonly output: number } | null;
    }
  | { readonly json: unknown }
  | {
      readonly status: number;
      readonly code?: string;
      readonly param?: string;
      readonly retryAfter?: number | string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Status 200 and these bytes, whatever they are. */
  | { readonly raw: string; readonly type?: string }
  /** Takes the question and never says anything. */
  | { readonly silence: true }
  /** Hangs up at once. */
  | { readonly hangUp: true };

/** A question as the server got it. */
export interface Asked {
  readonly model: string;
  readonly key: string | null;
  readonly path: string;
  readonly stream: boolean;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly body: Readonly<Record<string, unknown>>;
  /** The text of the last message of the person. */
  readonly question: string;
  /** How many pictures were sent. */
  readonly pictures: number;
  /** Settles when the answer is over: `aborted` where the asker went away before. */
  readonly over: Promise<'whole' | 'aborted'>;
}

export type Script = Reply | ((asked: Asked) => Reply | Promise<Reply>);

/** Words at a steady pace. @param perSecond words a second */
export async function* atRate(text: string, perSecond: number): AsyncGenerator<string> {
  const begun = performance.now();
  for (const [nth, word] of wordsOf(text).entries()) {
    const due = begun + (nth * 1000) / perSecond;
    await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())));
    yield word;
  }
}

/** The same words for ever. */
export async function* endless(text = 'encore '): AsyncGenerator<string> {
  for (;;) {
    yield text;
    await new Promise((done) => setImmediate(done));
  }
}

/** The first part at once, the rest when the gate opens. */
export async function* gated(first: string, gate: Promise<unknown>, rest = ''): AsyncGenerator<string> {
  yield* wordsOf(first);
  await gate;
  yield* wordsOf(rest);
}

/** Pieces as models send them: a word with the space before it. */
export const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];
